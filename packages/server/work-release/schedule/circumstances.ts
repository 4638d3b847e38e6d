import { randomUUID } from 'node:crypto'
import type { Weekday } from '@inlieu/law'
import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { type InputOf, verb } from '../../platform/act.ts'
import { changedMeanwhile } from '../../platform/conflict.ts'
import type { RoomTx } from '../../platform/database.ts'
import { fieldProblem, Problem } from '../../platform/problem.ts'
import { day, id, text } from '../../platform/schemas.ts'
import { workLimits } from '../sites/limits.ts'
import { readEnrolment } from './enrolment.ts'

const weekday = z.int().min(1).max(7) as unknown as z.ZodType<Weekday>

/** A special problem that excepts from the normal days (WAP-P4.2); only a verified one changes them. */
export const exceptionForm = z.strictObject({
  kind: z.enum(['medical', 'job-loss']),
  verified: z.boolean(),
  /** How it was verified. */
  verification: text(300, false).default(''),
  weekdays: z.array(weekday).min(1, 'Choose the days of the week on which the person can work.').max(7),
  /** Fewer days a week than normal; null: as normal. */
  daysAWeek: z.int().min(1).max(7).nullable().default(null),
})

/** What is asked of a person for the choice of site and days. */
export const circumstancesForm = z.strictObject({
  /** null: nobody has asked. */
  employed: z.boolean().nullable(),
  /** Limits, not diagnoses; null: nobody has asked. */
  limits: z.array(z.enum(workLimits)).max(50).nullable(),
  exceptions: z.array(exceptionForm).max(10),
  /** null: any. */
  availableWeekdays: z.array(weekday).min(1, 'Choose at least one day of the week.').max(7).nullable(),
  unavailableDays: z.array(day).max(400),
  /** Start postponed for a temporary illness or injury. */
  notBefore: day.nullable(),
  notBeforeReason: text(300, false).default(''),
  reach: z.array(z.strictObject({ siteId: id, can: z.boolean() })).max(1000),
})

/** What was asked of a person. */
export type Circumstances = InputOf<typeof circumstancesForm>

/** Before anything was asked. */
export const nothingAsked: Circumstances = {
  employed: null,
  limits: null,
  exceptions: [],
  availableWeekdays: null,
  unavailableDays: [],
  notBefore: null,
  notBeforeReason: '',
  reach: [],
}

/** What was asked, and as which version; 0 when nobody has asked here yet. */
export interface NumberedCircumstances {
  version: number
  rowId: string | null
  asked: Circumstances
}

/** The newest circumstances of an enrolment. */
export async function readCircumstances(
  tx: RoomTx<'work'>,
  enrolmentId: string,
): Promise<NumberedCircumstances> {
  const row = await tx
    .selectFrom('work.circumstances')
    .selectAll()
    .where('enrolment_id', '=', enrolmentId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row) return { version: 0, rowId: null, asked: nothingAsked }
  return {
    version: row.number,
    rowId: row.id,
    asked: {
      employed: row.employed,
      limits: row.limits as Circumstances['limits'],
      exceptions: row.exceptions,
      availableWeekdays: row.available_weekdays as Circumstances['availableWeekdays'],
      unavailableDays: (row.unavailable_days as string[]).map((text) => Temporal.PlainDate.from(text)),
      notBefore: row.not_before,
      notBeforeReason: row.not_before_reason,
      reach: row.reach,
    },
  }
}

/**
 * Keeps what was asked of a person; what was asked before stays on record.
 * @param input `version`: of the circumstances the page showed, 0 when it showed none
 * @throws Problem `not-found`, `conflict`; `cannot-be` at the field
 */
export const noteCircumstances = verb(
  'work.note-circumstances',
  async (work, input: { enrolmentId: string; version: number; asked: Circumstances }) => {
    const { ctx, db, emit } = work
    await readEnrolment(db, ctx, input.enrolmentId)
    checkCircumstances(input.asked)
    const before = await readCircumstances(db, input.enrolmentId)
    if (before.version !== input.version)
      throw await changedMeanwhile(work, {
        room: 'work',
        record: 'circumstances',
        name: 'what was asked of this person',
        rowId: before.rowId ?? '',
        current: { version: before.version, ...circumstancesForm.encode(before.asked) },
      })
    const version = before.version + 1
    const { asked } = input
    await db
      .insertInto('work.circumstances')
      .values({
        agency_id: ctx.agency.id,
        id: randomUUID(),
        enrolment_id: input.enrolmentId,
        number: version,
        employed: asked.employed,
        limits: asked.limits && [...new Set(asked.limits)],
        exceptions: JSON.stringify(asked.exceptions),
        available_weekdays: asked.availableWeekdays && [...new Set(asked.availableWeekdays)].sort(),
        unavailable_days: JSON.stringify([...new Set(asked.unavailableDays.map(String))].sort()),
        not_before: asked.notBefore,
        not_before_reason: asked.notBefore ? asked.notBeforeReason : '',
        reach: JSON.stringify(asked.reach),
        noted_at: ctx.now,
        noted_by: ctx.actor,
      })
      .execute()
    await emit('work.circumstances-noted', { enrolment: input.enrolmentId })
    return { version }
  },
)

function checkCircumstances(asked: Circumstances): void {
  asked.exceptions.forEach((exception, index) => {
    if (exception.verified && exception.verification === '')
      throw fieldProblem(`exceptions.${index}.verification`, 'Say how it was verified: which paper, by whom.')
  })
  if (asked.notBefore && asked.notBeforeReason === '')
    throw fieldProblem('notBeforeReason', 'Say why the start is postponed (WAP-P4.1).')
  const twice = asked.reach.find(
    (one, index) => asked.reach.findIndex((other) => other.siteId === one.siteId) !== index,
  )
  if (twice)
    throw new Problem('cannot-be', 'The same site is answered twice: can the person get there or not?')
}
