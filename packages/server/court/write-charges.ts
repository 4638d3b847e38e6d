import { randomUUID } from 'node:crypto'
import type { Work } from '../platform/act.ts'
import type { RoomTx } from '../platform/database.ts'
import type { ChargeFields } from './commitment-schema.ts'

/** The charges of a commitment, in the order of the paper. */
export async function chargesOf(tx: RoomTx<'court'>, commitmentId: string): Promise<ChargeFields[]> {
  const rows = await tx
    .selectFrom('court.v_charge')
    .select(['statute', 'description', 'level'])
    .where('commitment_id', '=', commitmentId)
    .orderBy('position')
    .execute()
  return rows.map((row) => ({ ...row, level: row.level as ChargeFields['level'] }))
}

/**
 * Makes the charges of a commitment those given. A charge that changed ends, and another takes its place: what
 * the record said before stays readable.
 */
export async function writeCharges(
  { ctx, db }: Work<'court'>,
  commitmentId: string,
  before: readonly ChargeFields[],
  charges: readonly ChargeFields[],
): Promise<void> {
  const differ = (position: number) => JSON.stringify(before[position]) !== JSON.stringify(charges[position])
  const longest = Math.max(before.length, charges.length)
  const positions = Array.from({ length: longest }, (_, position) => position).filter(differ)
  const ended = positions.filter((position) => position < before.length)
  const added = positions.filter((position) => position < charges.length)
  if (ended.length > 0) {
    await db
      .updateTable('court.charge')
      .set({ ended_at: ctx.now })
      .where('commitment_id', '=', commitmentId)
      .where('position', 'in', ended)
      .where('ended_at', 'is', null)
      .execute()
  }
  if (added.length > 0) {
    await db
      .insertInto('court.charge')
      .values(
        added.map((position) => ({
          agency_id: ctx.agency.id,
          id: randomUUID(),
          commitment_id: commitmentId,
          position,
          ...charges[position]!,
        })),
      )
      .execute()
  }
}
