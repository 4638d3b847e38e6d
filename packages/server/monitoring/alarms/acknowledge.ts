import { verb, type Work } from '../../platform/act.ts'
import { Problem } from '../../platform/problem.ts'
import { type AlarmRow, addStep, holdOpenAlarm, nameOf, sayChanged } from './hold.ts'

/**
 * Takes an alarm on: from here on this person works it (EMP-8.4).
 * @throws Problem `not-found`; `conflict` with who has it; `conflict` when it was closed
 */
export const acknowledgeAlarm = verb(
  'monitoring.acknowledge-alarm',
  async (work, { alarmId }: { alarmId: string }) => {
    const alarm = await holdOpenAlarm(work, alarmId)
    if (!(await owesAcknowledgement(work, alarmId))) {
      const changedBy = await nameOf(work.db, alarm.acknowledged_by)
      throw new Problem('conflict', `${changedBy} has this alarm.`, {
        conflict: {
          changedBy,
          changedAt: alarm.acknowledged_at!.toString(),
          current: { acknowledgedBy: changedBy },
        },
      })
    }
    await acknowledge(work, alarm)
    await sayChanged(work, alarm)
  },
)

/**
 * Takes an alarm over from who has it, at the end of a shift or when they are called away.
 * @throws Problem `not-found`; `already-done` for who has it; `conflict` when it was closed
 */
export const takeAlarmOver = verb(
  'monitoring.take-alarm-over',
  async (work, { alarmId, note }: { alarmId: string; note: string }) => {
    const alarm = await holdOpenAlarm(work, alarmId)
    const owed = await owesAcknowledgement(work, alarmId)
    if (!owed && alarm.acknowledged_by === work.ctx.actor)
      throw new Problem('already-done', 'You have this alarm.')
    await acknowledge(work, alarm, note)
    await sayChanged(work, alarm)
  },
)

/** Whoever does something about an alarm that nobody has acknowledged has thereby taken it on. */
export async function takeOn(work: Work<'monitoring'>, alarm: AlarmRow): Promise<void> {
  if (await owesAcknowledgement(work, alarm.id)) await acknowledge(work, alarm)
}

async function owesAcknowledgement({ db }: Work<'monitoring'>, alarmId: string): Promise<boolean> {
  const owed = await db
    .selectFrom('monitoring.duty')
    .select('id')
    .where('alarm_id', '=', alarmId)
    .where('kind', '=', 'acknowledge')
    .where('done_at', 'is', null)
    .executeTakeFirst()
  return owed !== undefined
}

/** Puts the alarm into the hands of who acts, whoever had it; the record tells from whom. */
export async function acknowledge(work: Work<'monitoring'>, alarm: AlarmRow, note = ''): Promise<void> {
  const { ctx, db } = work
  await db
    .updateTable('monitoring.alarm')
    .set({ acknowledged_at: ctx.now, acknowledged_by: ctx.actor, version: alarm.version + 1 })
    .where('id', '=', alarm.id)
    .execute()
  await meetDuty(work, alarm.id, 'acknowledge')
  const from = alarm.acknowledged_by === ctx.actor ? null : alarm.acknowledged_by
  await addStep(work, alarm.id, { kind: 'acknowledged', note, about: { from } })
}

/** What was owed is done; late as it may be. */
export async function meetDuty(
  { ctx, db }: Work<'monitoring'>,
  alarmId: string,
  kind: 'acknowledge' | 'notify' | 'resolve',
): Promise<void> {
  await db
    .updateTable('monitoring.duty')
    .set({ done_at: ctx.now, done_by: ctx.actor })
    .where('alarm_id', '=', alarmId)
    .where('kind', '=', kind)
    .where('done_at', 'is', null)
    .execute()
}
