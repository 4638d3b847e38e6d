import type { Kind } from '@inlieu/watch'
import { sql } from 'kysely'
import type { RoomTx } from '../../platform/database.ts'
import { type ClosingCode, closingCodes } from './closing-codes.ts'
import { deedsOf } from './deeds.ts'
import { type AlarmRow, protocolOfAlarm } from './hold.ts'
import { needsNoReason } from './outcomes.ts'

/** How an alarm ended, as far as the watch has seen. */
export interface AlarmEnd {
  drill: boolean
  withdrawn: boolean
  /** All that was found is over, and the person was seen back, the unit heard, its power or its range found again. */
  returned: boolean
}

/** What decides whether an alarm can be closed so. */
export interface Closing extends AlarmEnd {
  /** Texts of the steps that stand undone. */
  undone: readonly string[]
}

/** For which reasons an alarm can be closed as it stands (field 4.2). */
export function closingsThatFit({ drill, withdrawn, returned }: AlarmEnd): ClosingCode[] {
  if (drill) return ['drill-over']
  return closingCodes.filter(
    (code) =>
      code !== 'drill-over' && (code !== 'withdrawn' || withdrawn) && (code !== 'returned' || returned),
  )
}

/** Why a reason does not fit, in one sentence for who chose it. */
export function whyUnfit({ drill }: AlarmEnd, code: ClosingCode): string {
  if (drill) return 'This is a drill: close it as a drill that is over.'
  if (code === 'drill-over') return 'This is no drill.'
  if (code === 'withdrawn') return 'No later evidence has withdrawn this alarm. Choose what ended it.'
  return 'The watch has not seen a return. Choose another reason, or wait for one.'
}

/** What stands in the way of closing an alarm, and how it ended. */
export async function closingOf(db: RoomTx<'monitoring'>, alarm: AlarmRow): Promise<Closing> {
  const { steps } = await protocolOfAlarm(db, alarm.id)
  const deeds = await deedsOf(db, alarm.id)
  const settled = new Set(deeds.filter(({ outcome }) => needsNoReason(outcome)).map(({ code }) => code))
  return {
    ...(await endOf(db, alarm.id)),
    undone: steps.filter((step) => !settled.has(step.code)).map((step) => step.text),
  }
}

/** What is about where somebody is ends by their return; anything else that can end, by being restored. */
const whereabouts: readonly Kind[] = ['zone-entered', 'zone-left', 'absent-at-start']

/**
 * How an alarm ended. A condition that merely binds no more (`cleared`: the hours ended, a leave began, the unit was
 * taken off) is over and no return. The outage of a carrier is over when its units were heard again.
 */
export async function endOf(db: RoomTx<'monitoring'>, alarmId: string): Promise<AlarmEnd> {
  const { rows } = await sql<AlarmEnd>`
    select a.drill, a.withdrawn, a.ended_at is not null and e.ended > 0 and e.ended = e.back as returned
    from monitoring.v_alarm a
    cross join lateral (
      select count(*) as ended, count(*) filter (where h.kind = 'carrier-outage' or exists (
        select from monitoring.alarm_happening r
        where r.agency_id = h.agency_id and r.ends = h.key and not r.withdrawn
          and r.kind = case when h.kind = any(${whereabouts}) then 'returned' else 'restored' end)) as back
      from monitoring.alarm_happening h
      where h.agency_id = a.agency_id and h.alarm_id = a.id and h.severity <> 'note' and not h.withdrawn
        and h.ended_at is not null) e
    where a.id = ${alarmId}`.execute(db)
  return rows[0]!
}
