import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { verb, type Work } from '../../platform/act.ts'
import { Problem } from '../../platform/problem.ts'
import { isAgencyTold, lastDuty } from './deeds.ts'
import { type AlarmRow, addStep, holdAlarm, protocolOfAlarm, sayChanged } from './hold.ts'

/**
 * Opens a closed alarm again: it stands in the queue as before, in the hands of who opened it. The closing stays on
 * record.
 * @throws Problem `already-done` where it is open; `conflict` where the same incident is open as another alarm
 */
export const reopenAlarm = verb(
  'monitoring.reopen-alarm',
  async (work, { alarmId, reason }: { alarmId: string; reason: string }) => {
    const { ctx, db } = work
    const alarm = await holdAlarm(work, alarmId, true)
    if (!alarm.closed_at) throw new Problem('already-done', 'This alarm is open.')
    await refuseWhereOpen(work, alarm)
    await db
      .updateTable('monitoring.alarm')
      .set({
        closed_at: null,
        closed_by: null,
        closed_code: null,
        acknowledged_at: ctx.now,
        acknowledged_by: ctx.actor,
        version: alarm.version + 1,
      })
      .where('id', '=', alarmId)
      .execute()
    await oweAgain(work, alarmId)
    await addStep(work, alarmId, { kind: 'reopened', note: reason, about: { closedCode: alarm.closed_code } })
    await sayChanged(work, alarm)
  },
)

/** It is to be resolved; and the agency is to be told, where a step tells it and nobody was told before the closing. */
async function oweAgain({ ctx, db }: Work<'monitoring'>, alarmId: string): Promise<void> {
  const { minutes } = await protocolOfAlarm(db, alarmId)
  const telling = await lastDuty(db, alarmId, 'notify')
  const owesTelling = telling !== undefined && !(await isAgencyTold(db, alarmId, telling.made_at))
  for (const kind of owesTelling ? (['notify', 'resolve'] as const) : (['resolve'] as const)) {
    const dueAt = ctx.now.add({ minutes: minutes[kind] })
    await db
      .insertInto('monitoring.duty')
      .values({
        agency_id: ctx.agency.id,
        id: randomUUID(),
        alarm_id: alarmId,
        kind,
        made_at: ctx.now,
        due_at: dueAt,
        escalate_at: dueAt,
      })
      .execute()
  }
}

/** What it was about may have gone over to an alarm that was opened since, and left nothing here but its incident. */
async function refuseWhereOpen({ db }: Work<'monitoring'>, alarm: AlarmRow): Promise<void> {
  const { rows } = await sql<{ number: number }>`
    select a.number from monitoring.alarm a
    where a.closed_at is null and a.id <> ${alarm.id} and (a.incident = ${alarm.incident} or a.id in (
      select other.alarm_id from monitoring.alarm_happening other
      join monitoring.alarm_happening own on own.agency_id = other.agency_id and own.incident = other.incident
      where own.alarm_id = ${alarm.id}))
    order by a.number limit 1`.execute(db)
  const [open] = rows
  if (open) throw new Problem('conflict', `The same incident is open as alarm ${open.number}. Work it there.`)
}
