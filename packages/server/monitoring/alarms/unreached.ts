import { sql } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import type { Work } from '../../platform/act.ts'
import { isAgencyTold, lastDuty } from './deeds.ts'
import { type AlarmRow, addStep, holdAlarm, sayChanged } from './hold.ts'

type Here = Work<'monitoring'>

/** A message, and the alarm for which it was asked. */
interface StepMessage {
  id: string
  alarmId: string
  askedAt: Temporal.Instant
  askedBy: string | null
}

/**
 * A message of a step of the protocol has ended without reaching anybody. The record says so, and where nobody else
 * was told meanwhile the agency is to be told again (monitoring rule 5): at once where the time has run out, in what
 * is left of it otherwise. A closed alarm stays closed. What the watch wrote to those on its list is no step.
 */
export async function reachedNobody(
  work: Here,
  message: StepMessage,
  became: { state: string; detail: string },
): Promise<void> {
  const step = await stepOf(work, message)
  if (!step) return
  const alarm = await holdAlarm(work, message.alarmId)
  const owed = alarm.closed_at === null && (await oweTelling(work, alarm))
  await addStep(work, alarm.id, {
    kind: 'unreached',
    code: step.code,
    note: became.detail.slice(0, 500),
    about: { channel: step.channel, message: message.id, state: became.state, owed },
  })
  await sayChanged(work, alarm)
}

/** It has reached somebody after all, who asked for it has told the agency. */
export async function reachedSomebody(work: Here, message: StepMessage): Promise<void> {
  if (message.askedBy === null || !(await stepOf(work, message))) return
  const alarm = await holdAlarm(work, message.alarmId)
  const met = await work.db
    .updateTable('monitoring.duty')
    .set({ done_at: work.ctx.now, done_by: message.askedBy })
    .where('alarm_id', '=', alarm.id)
    .where('kind', '=', 'notify')
    .where('done_at', 'is', null)
    // What has been asked for since, because it grew graver, this message did not tell.
    .where('made_at', '<=', message.askedAt)
    .returning('id')
    .execute()
  if (met.length > 0) await sayChanged(work, alarm)
}

/** The step for which a message was asked. */
async function stepOf(
  { db }: Here,
  { id, alarmId }: StepMessage,
): Promise<{ code: string; channel: string } | undefined> {
  const { rows } = await sql<{ code: string; channel: string }>`
    select code, about ->> 'channel' as channel from monitoring.alarm_step
    where alarm_id = ${alarmId} and kind = 'step' and about ->> 'message' = ${id}`.execute(db)
  return rows[0]
}

/** Owes it again where it was met by nothing but what has now failed. @returns whether it is owed */
async function oweTelling({ ctx, db }: Here, alarm: AlarmRow): Promise<boolean> {
  const duty = await lastDuty(db, alarm.id, 'notify')
  if (!duty || duty.dropped) return false
  if (duty.done_at === null) return true
  if (await isAgencyTold(db, alarm.id, duty.made_at)) return false
  const isOver = Temporal.Instant.compare(duty.due_at, ctx.now) <= 0
  await db
    .updateTable('monitoring.duty')
    .set({ done_at: null, done_by: null, escalate_at: isOver ? ctx.now : duty.due_at })
    .where('id', '=', duty.id)
    .execute()
  return true
}
