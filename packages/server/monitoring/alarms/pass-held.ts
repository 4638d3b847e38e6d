import { randomUUID } from 'node:crypto'
import type { Work } from '../../platform/act.ts'
import { acknowledge } from './acknowledge.ts'
import { type AlarmRow, addStep, holdAlarm, protocolOfAlarm, sayChanged } from './hold.ts'

/** What stands on the record of an alarm whose operator left the post with nobody in their place. */
export const leftPost = 'post-left'

/** Takes on every alarm that this account has, as part of taking its post over; each record tells it (EMP-8.4). */
export async function takeHeld(work: Work<'monitoring'>, from: string): Promise<void> {
  for (const alarm of await heldBy(work, from)) {
    await acknowledge(work, alarm, 'Taken over with the post.')
    await sayChanged(work, alarm)
  }
}

/**
 * Whoever has this account's alarms leaves the post, and nobody takes it over: each alarm is nobody's, and is to be
 * acknowledged anew within the time of its protocol (EMP-8.4).
 */
export async function giveUpHeld(work: Work<'monitoring'>, from: string): Promise<void> {
  const { ctx, db } = work
  for (const alarm of await heldBy(work, from)) {
    const { minutes } = await protocolOfAlarm(db, alarm.id)
    const dueAt = ctx.now.add({ minutes: minutes.acknowledge })
    await db
      .insertInto('monitoring.duty')
      .values({
        agency_id: ctx.agency.id,
        id: randomUUID(),
        alarm_id: alarm.id,
        kind: 'acknowledge',
        made_at: ctx.now,
        due_at: dueAt,
        escalate_at: dueAt,
      })
      .execute()
    await addStep(work, alarm.id, { kind: 'note', code: leftPost, about: { from } })
    await sayChanged(work, alarm)
  }
}

/** Open alarms that the account has taken on, each held; always in the same order, so that two never wait crosswise. */
async function heldBy(work: Work<'monitoring'>, account: string): Promise<AlarmRow[]> {
  const rows = await work.db
    .selectFrom('monitoring.v_alarm')
    .select('id')
    .where('closed_at', 'is', null)
    .where('acknowledged_at', 'is not', null)
    .where('acknowledged_by', '=', account)
    .orderBy('id')
    .execute()
  const held: AlarmRow[] = []
  for (const { id } of rows) {
    const alarm = await holdAlarm(work, id!)
    // Somebody may have closed it or taken it over since it was read.
    if (!alarm.closed_at && alarm.acknowledged_by === account) held.push(alarm)
  }
  return held
}
