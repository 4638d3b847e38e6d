import type { RoomTx } from '../../platform/database.ts'

/** Somebody who was asked to fill a gap. `state` is that of the message; null where there was no way for one. */
export interface AskedAboutGap {
  gapId: string
  name: string
  phone: string
  state: string | null
}

/** Who was asked about the gaps that are open, in the order in which they were. */
export async function askedAboutGaps(tx: RoomTx<'monitoring'>): Promise<AskedAboutGap[]> {
  return tx
    .selectFrom('monitoring.gap_asked as k')
    .innerJoin('monitoring.gap as g', (join) =>
      join.onRef('g.agency_id', '=', 'k.agency_id').onRef('g.id', '=', 'k.gap_id'),
    )
    .innerJoin('monitoring.staff as s', (join) =>
      join.onRef('s.agency_id', '=', 'k.agency_id').onRef('s.id', '=', 'k.staff_id'),
    )
    .leftJoin('monitoring.message as m', (join) =>
      join.onRef('m.agency_id', '=', 'k.agency_id').onRef('m.id', '=', 'k.message_id'),
    )
    .select(['k.gap_id as gapId', 's.name', 's.phone', 'm.state'])
    .where('g.closed_at', 'is', null)
    .orderBy('k.at')
    .orderBy('s.name')
    .orderBy('s.id')
    .execute()
}

const taken = ['asked', 'sent', 'delivered']

/** Only a message that was taken and not refused has asked somebody; the others are to be called. */
export function toldAndToCall(asked: readonly AskedAboutGap[]): {
  told: number
  toCall: { name: string; phone: string }[]
} {
  const isTold = ({ state }: AskedAboutGap): boolean => state !== null && taken.includes(state)
  return {
    told: asked.filter(isTold).length,
    toCall: asked.filter((one) => !isTold(one)).map(({ name, phone }) => ({ name, phone })),
  }
}
