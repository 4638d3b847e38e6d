import { randomUUID } from 'node:crypto'
import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { type Subject, verb, type Work } from '../../platform/act.ts'
import { instant } from '../../platform/schemas.ts'
import { type AlarmRow, sayChanged } from './hold.ts'
import type { SignalUnit } from './unit-to-signal.ts'

/** Minutes for which it is worth saying to a unit what it was asked for (own). */
const worthSaying = 120

/** Why something is not said any more: `too-late` where its time ran out first. */
export const notSaid = ['alarm-closed', 'put-on', 'taken-off', 'too-late'] as const
type Ended = Exclude<(typeof notSaid)[number], 'too-late'>

/** What became of something that a unit was asked for. */
export const commandShown = z.object({
  state: z.enum(['waiting', 'said', 'not-said']),
  /** When it was said, or from when it was not said any more; of what waits, until when it does. */
  at: instant,
  because: z.enum(notSaid).nullable(),
})
export type CommandShown = z.output<typeof commandShown>

/** A command as it is stored. */
export type CommandRow = {
  asked_at: Temporal.Instant
  keep_until: Temporal.Instant | null
  sent_at: Temporal.Instant | null
  ended_at: Temporal.Instant | null
  ended_because: string | null
}

/** How a command stands at a moment. What was said was said, whatever ended meanwhile. */
export function commandStanding(row: CommandRow, now: Temporal.Instant): CommandShown {
  if (row.sent_at) return { state: 'said', at: row.sent_at, because: null }
  if (row.ended_at) return { state: 'not-said', at: row.ended_at, because: row.ended_because as Ended }
  const until = row.keep_until ?? row.asked_at
  return Temporal.Instant.compare(now, until) < 0
    ? { state: 'waiting', at: until, because: null }
    : { state: 'not-said', at: until, because: 'too-late' }
}

/** Asks a unit for something at its next message, for whom the alarm is about and for nobody else. @returns its id */
export async function askUnit(
  { ctx, db }: Work<'monitoring'>,
  alarm: Pick<AlarmRow, 'id' | 'person_id'>,
  unit: SignalUnit,
  kind: string,
): Promise<string> {
  const id = randomUUID()
  await db
    .insertInto('monitoring.command')
    .values({
      agency_id: ctx.agency.id,
      id,
      unit_id: unit.id,
      person_id: alarm.person_id,
      kind,
      asked_at: ctx.now,
      asked_by: ctx.actor,
      keep_until: ctx.now.add({ minutes: worthSaying }),
      alarm_id: alarm.id,
    })
    .execute()
  return id
}

/** Nothing that was asked for an alarm is said after it was closed. */
export async function endCommandsOfAlarm(work: Work<'monitoring'>, alarmId: string): Promise<void> {
  await endingCommands(work, 'alarm-closed').where('alarm_id', '=', alarmId).execute()
}

/** A unit was put on somebody: what it was asked for while nobody wore it is not said to them. */
export const endOnPutOn = verb('monitoring.end-commands-on-put-on', (work, { unit }: Subject) =>
  endCommandsOfUnit(work, String(unit), 'put-on'),
)

/** A unit was taken off: what it was asked for is neither said to nobody nor to who wears it next. */
export const endOnTakenOff = verb('monitoring.end-commands-on-taken-off', (work, { unit }: Subject) =>
  endCommandsOfUnit(work, String(unit), 'taken-off'),
)

async function endCommandsOfUnit(work: Work<'monitoring'>, unitId: string, because: Ended): Promise<void> {
  const ended = await endingCommands(work, because)
    .where('unit_id', '=', unitId)
    .returning(['alarm_id', 'person_id'])
    .execute()
  for (const { alarm_id, person_id } of ended)
    if (alarm_id) await sayChanged(work, { id: alarm_id, person_id })
}

const endingCommands = ({ ctx, db }: Work<'monitoring'>, because: Ended) =>
  db
    .updateTable('monitoring.command')
    .set({ ended_at: ctx.now, ended_because: because })
    .where('sent_at', 'is', null)
    .where('ended_at', 'is', null)
    .where('keep_until', '>', ctx.now)
