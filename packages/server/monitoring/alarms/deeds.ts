import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { RoomTx } from '../../platform/database.ts'
import type { DutyKind } from './duties.ts'
import { notifyingChannels } from './duties.ts'
import { isDone, type Outcome, outcomeNow } from './outcomes.ts'

/** Something that was done for a step of the protocol, and what is known of it by now. */
export interface DeedDone {
  /** Of the step. */
  code: string
  channel: string
  at: Temporal.Instant
  outcome: Outcome
}

/** Everything that was done for the steps of an alarm, in order. */
export async function deedsOf(db: RoomTx<'monitoring'>, alarmId: string): Promise<DeedDone[]> {
  const { rows } = await sql<DeedDone & { messageState: string | null }>`
    select s.code, s.about ->> 'channel' as channel, s.at, s.about ->> 'outcome' as outcome, m.state as "messageState"
    from monitoring.alarm_step s
    left join monitoring.message m on m.agency_id = s.agency_id and m.id::text = s.about ->> 'message'
      and m.alarm_id = s.alarm_id
    where s.alarm_id = ${alarmId} and s.kind = 'step' order by s.number`.execute(db)
  return rows.map(({ messageState, ...row }) => ({ ...row, outcome: outcomeNow(row.outcome, messageState) }))
}

/** Whether the agency has been told since a moment: by a call, a message or somebody sent who reached somebody. */
export async function isAgencyTold(
  db: RoomTx<'monitoring'>,
  alarmId: string,
  since: Temporal.Instant,
): Promise<boolean> {
  const deeds = await deedsOf(db, alarmId)
  return deeds.some(
    ({ channel, outcome, at }) =>
      notifyingChannels.some((one) => one === channel) &&
      outcome !== 'left-out' &&
      isDone(outcome) &&
      at.epochMilliseconds >= since.epochMilliseconds,
  )
}

/** The duty of a kind that an alarm was given last. */
export const lastDuty = (db: RoomTx<'monitoring'>, alarmId: string, kind: DutyKind) =>
  db
    .selectFrom('monitoring.duty')
    .select(['id', 'made_at', 'due_at', 'done_at', 'dropped'])
    .where('alarm_id', '=', alarmId)
    .where('kind', '=', kind)
    .orderBy('made_at', 'desc')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
