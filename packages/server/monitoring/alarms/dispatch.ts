import { sql } from 'kysely'
import { verb, type Work } from '../../platform/act.ts'
import { Problem } from '../../platform/problem.ts'
import { takeOn } from './acknowledge.ts'
import { falseAtThisAddress, plainAddress } from './dispatch-rule.ts'
import { type AlarmRow, addStep, holdOpenAlarm, sayChanged } from './hold.ts'
import type { Done } from './outcomes.ts'

/** Where asking a supervisor stands. */
export interface Asking {
  state: 'not-asked' | 'asked' | 'approved' | 'refused'
  askedBy: string | null
  /** Where somebody is to be sent, and why again, as it was asked. */
  where: string
  why: string
}

/**
 * Asks a supervisor to approve sending somebody to an address at which it was false before.
 * @throws Problem `already-done` where it was asked or approved
 */
export const askDispatch = verb(
  'monitoring.ask-dispatch',
  async (work, { alarmId, where, note }: { alarmId: string; where: string; note: string }) => {
    const alarm = await holdOpenAlarm(work, alarmId)
    const { state } = await askingOf(work.db, alarmId)
    if (state === 'asked')
      throw new Problem('already-done', 'A supervisor has been asked. Call them if they do not answer.')
    if (state === 'approved')
      throw new Problem('already-done', 'A supervisor has approved. Send the officer.')
    await takeOn(work, alarm)
    await addStep(work, alarmId, { kind: 'dispatch-asked', note, about: { where } })
    await sayChanged(work, alarm)
  },
)

/**
 * A supervisor approves or refuses, with a reason. Nobody decides on what they asked for themselves.
 * @throws Problem `not-ready` where nobody asked; `not-allowed` for who asked
 */
export const decideDispatch = verb(
  'monitoring.decide-dispatch',
  async (work, { alarmId, approve, reason }: { alarmId: string; approve: boolean; reason: string }) => {
    const alarm = await holdOpenAlarm(work, alarmId)
    const { state, askedBy } = await askingOf(work.db, alarmId)
    if (state !== 'asked')
      throw new Problem('already-done', 'There is nothing to decide: nobody is asking now.')
    if (askedBy === work.ctx.actor)
      throw new Problem('not-allowed', 'You asked for this yourself. Another supervisor decides.')
    await addStep(work, alarmId, { kind: approve ? 'dispatch-approved' : 'dispatch-refused', note: reason })
    await sayChanged(work, alarm)
  },
)

/**
 * Sends somebody, in a drill nobody. Where it was false before, a supervisor has approved it.
 * @throws Problem `not-allowed`, naming the earlier alarm, where a supervisor must approve and has not
 */
export async function sendTo(work: Work<'monitoring'>, alarm: AlarmRow, where: string): Promise<Done> {
  if (!alarm.drill) await refuseWithoutApproval(work, alarm, where)
  return {
    outcome: alarm.drill ? 'drill' : 'sent-out',
    about: { dispatch: where, place: plainAddress(where) },
  }
}

/** An approval is for the address that it was asked for, and for one sending. */
async function refuseWithoutApproval(
  work: Work<'monitoring'>,
  alarm: AlarmRow,
  where: string,
): Promise<void> {
  const earlier = await falseAtThisAddress(work.db, work.ctx, alarm, where)
  if (!earlier) return
  const { state, where: approved } = await askingOf(work.db, alarm.id)
  if (state === 'approved' && plainAddress(approved) === plainAddress(where)) return
  if (state === 'approved')
    throw new Problem(
      'not-allowed',
      `A supervisor has approved sending somebody to ${approved}, and not here. Ask again for this address.`,
    )
  throw new Problem(
    'not-allowed',
    `Somebody was sent to ${earlier.where} for alarm ${earlier.number}, which was false. A supervisor must approve sending somebody there again.`,
  )
}

const stateAfter: Readonly<Record<string, Asking['state'] | undefined>> = {
  'dispatch-asked': 'asked',
  'dispatch-approved': 'approved',
  'dispatch-refused': 'refused',
}

/** The last word about asking, on an alarm. An approval is used up by the sending that follows it. */
export async function askingOf(db: Work<'monitoring'>['db'], alarmId: string): Promise<Asking> {
  const rows = await db
    .selectFrom('monitoring.alarm_step')
    .select(['kind', 'by', 'note', 'about'])
    .where('alarm_id', '=', alarmId)
    .where((eb) =>
      eb.or([
        eb('kind', 'in', ['dispatch-asked', 'dispatch-approved', 'dispatch-refused']),
        sql<boolean>`about ? 'dispatch'`,
      ]),
    )
    .orderBy('number')
    .execute()
  const last = rows.at(-1)
  const asked = rows.findLast(({ kind }) => kind === 'dispatch-asked')
  const state = last && stateAfter[last.kind]
  if (!asked || !state) return { state: 'not-asked', askedBy: null, where: '', why: '' }
  const { where } = asked.about as { where: string }
  return { state, askedBy: last.by, where, why: asked.note }
}
