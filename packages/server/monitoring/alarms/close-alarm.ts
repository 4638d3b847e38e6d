import type { SettledInput } from '@inlieu/watch'
import { z } from 'zod'
import { type InputOf, verb, type Work } from '../../platform/act.ts'
import { fieldProblem, Problem } from '../../platform/problem.ts'
import { text } from '../../platform/schemas.ts'
import { meetDuty, takeOn } from './acknowledge.ts'
import { type ClosingCode, closingCodes } from './closing-codes.ts'
import { type Closing, closingOf, closingsThatFit, whyUnfit } from './closings-that-fit.ts'
import { endCommandsOfAlarm } from './commands.ts'
import { type AlarmRow, addStep, holdOpenAlarm, sayChanged } from './hold.ts'

export const closeBody = z.strictObject({
  code: z.enum(closingCodes),
  note: text(2000, false).default(''),
  /** Why steps of the protocol were not done. */
  whyNot: text(1000, false).default(''),
  /** Number of the last entry that the page showed: what came later has not been seen by who closes. */
  seen: z.int().min(0),
})

/**
 * What is wrong with a closing, or null: coded, with the steps done or a reason why not.
 */
export function closingProblem(
  closing: Closing,
  asked: { code: ClosingCode; note: string; whyNot: string },
): { path: string; message: string } | null {
  const { code, note, whyNot } = asked
  if (!closingsThatFit(closing).includes(code)) return { path: 'code', message: whyUnfit(closing, code) }
  if (code === 'other' && note === '') return { path: 'note', message: 'Say what ended it.' }
  if (closing.undone.length > 0 && whyNot === '' && !closing.drill)
    return { path: 'whyNot', message: `Not done: ${closing.undone.join(' ')} Do them, or say why not.` }
  return null
}

/**
 * Closes an alarm with a coded reason. What the watch added since the page was shown must be seen first. Of strap,
 * case, worn sensor and a call for help the watch is told that a person has ended it: the next is a new incident.
 * @throws Problem `cannot-be` at the field; `conflict` with what was added, or who closed it
 */
export const closeAlarm = verb(
  'monitoring.close-alarm',
  async (work, input: InputOf<typeof closeBody> & { alarmId: string }) => {
    const { ctx, db } = work
    const alarm = await holdOpenAlarm(work, input.alarmId, true)
    await refuseUnseen(work, alarm, input.seen)
    const problem = closingProblem(await closingOf(work.db, alarm), input)
    if (problem) throw fieldProblem(problem.path, problem.message)
    await takeOn(work, alarm)
    await meetDuty(work, alarm.id, 'resolve')
    await db
      .updateTable('monitoring.duty')
      .set({ done_at: ctx.now, done_by: ctx.actor, dropped: true })
      .where('alarm_id', '=', alarm.id)
      .where('done_at', 'is', null)
      .execute()
    await db
      .updateTable('monitoring.alarm')
      .set((row) => ({
        closed_at: ctx.now,
        closed_by: ctx.actor,
        closed_code: input.code,
        version: row('version', '+', 1),
      }))
      .where('id', '=', alarm.id)
      .execute()
    await addStep(work, alarm.id, {
      kind: 'closed',
      code: input.code,
      note: input.note,
      about: input.whyNot === '' ? {} : { whyNot: input.whyNot },
    })
    await endCommandsOfAlarm(work, alarm.id)
    await settle(work, alarm)
    await sayChanged(work, alarm)
  },
)

// What somebody closing an alarm must have seen: what makes it graver, or alive again.
const mustBeSeen = ['folded', 'raised', 'supported']

async function refuseUnseen({ db }: Work<'monitoring'>, alarm: AlarmRow, seen: number): Promise<void> {
  const added = await db
    .selectFrom('monitoring.alarm_step')
    .select(['number', 'at', 'code', 'note'])
    .where('alarm_id', '=', alarm.id)
    .where('number', '>', seen)
    .where('kind', 'in', mustBeSeen)
    .orderBy('number', 'desc')
    .executeTakeFirst()
  if (!added) return
  throw new Problem(
    'conflict',
    `The watch has added to this alarm: ${added.note} Look at it before you close.`,
    {
      conflict: { changedBy: 'The watch', changedAt: added.at.toString(), current: { seen: added.number } },
    },
  )
}

const endedByAPerson: readonly string[] = [
  'strap',
  'case',
  'alcohol-tamper',
  'sos',
] satisfies SettledInput['of'][]

async function settle({ ctx, db }: Work<'monitoring'>, alarm: AlarmRow): Promise<void> {
  if (alarm.person_id === null || alarm.drill) return
  const kinds = await db
    .selectFrom('monitoring.alarm_happening')
    .select('kind')
    .distinct()
    .where('alarm_id', '=', alarm.id)
    .where('kind', 'in', endedByAPerson)
    .orderBy('kind')
    .execute()
  for (const { kind } of kinds) {
    await db
      .insertInto('monitoring.told')
      .values({
        agency_id: ctx.agency.id,
        kind: 'input',
        person_id: alarm.person_id,
        at: ctx.now,
        told_at: ctx.now,
        content: JSON.stringify({ kind: 'settled', of: kind }),
      })
      .execute()
  }
}
