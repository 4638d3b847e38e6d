import { creditFor, type Pack, type Parameters, type Reason } from '@inlieu/law'
import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { type FieldProblem, Problem } from '../../platform/problem.ts'
import { id, text } from '../../platform/schemas.ts'
import { dayInWords } from '../../platform/words.ts'
import { type Mark, marks } from '../schedule/standing.ts'

/** Why an absence was valid (WAP-P5.2). */
export const excuses = ['sick', 'death-in-family', 'other'] as const

/** A day as somebody ticks it. */
export const markForm = z.strictObject({
  contractDayId: id,
  /** Which mark of the day the page showed; 0 when it showed none. */
  version: z.int().min(0).max(100_000),
  mark: z.enum(marks),
  /** Minutes worked; with `worked` and `sent-home` only. */
  minutes: z.int().min(0).max(1440, 'A day has at most 24 hours.').nullable().default(null),
  excuse: z.enum(excuses).nullable().default(null),
  /** How an excused absence was verified. */
  verification: text(500, false).default(''),
  note: text(500, false).default(''),
})

/** A day as ticked, after parsing. */
export type MarkForm = z.output<typeof markForm>

/** What stands of a mark: everything that was said. */
export interface KeptMark {
  mark: Mark
  minutes: number | null
  creditedDays: number
  credit: MarkCredit
  excuse: (typeof excuses)[number] | null
  verification: string
  note: string
}

/** The clause's answer to the hours, and what an officer decided where it leaves that open. */
export interface MarkCredit {
  reason: Reason | null
  /** Below a full day: an officer decides; none until then. */
  askOfficer: boolean
  decided: { days: 0 | 1; reason: string; by: string; clause: string } | null
}

/** Marks that say that somebody worked, for how long. */
export const hasHours = (mark: Mark): boolean => mark === 'worked' || mark === 'sent-home'

/**
 * What a tick stands for: its credit by WAP-CRED.1, nothing beside it that does not belong to it.
 * @param path where in the form the tick stands
 * @throws Problem `cannot-be` at the field
 */
export function keptMark(form: MarkForm, law: { pack: Pack; parameters: Parameters }, path = ''): KeptMark {
  const problems = troublesOf(form).map((problem) => ({ ...problem, path: `${path}${problem.path}` }))
  if (problems.length > 0) throw new Problem('cannot-be', problems[0]!.message, { fields: problems })
  const minutes = hasHours(form.mark) ? (form.minutes ?? 0) : null
  const credit = minutes === null ? null : creditFor(law.pack, law.parameters, minutes / 60)
  const isExcused = form.mark === 'absent-excused'
  return {
    mark: form.mark,
    minutes,
    creditedDays: credit?.days ?? 0,
    credit: { reason: credit?.reason ?? null, askOfficer: credit?.askOfficer ?? false, decided: null },
    excuse: isExcused ? form.excuse : null,
    verification: isExcused ? form.verification : '',
    note: form.note,
  }
}

function troublesOf(form: MarkForm): FieldProblem[] {
  const problems: FieldProblem[] = []
  if (form.mark === 'worked' && !form.minutes)
    problems.push({ path: 'minutes', message: 'Say how long the person worked.' })
  if (form.mark === 'absent-excused' && !form.excuse)
    problems.push({
      path: 'excuse',
      message: 'Say why the absence was valid: sick, death in the family, or other.',
    })
  if (form.mark === 'absent-excused' && form.verification === '')
    problems.push({
      path: 'verification',
      message: 'Say how it was verified: which paper, by whom (WAP-P5.2).',
    })
  return problems
}

/** Whether a tick says nothing that is not on record already. */
export function isSame(kept: KeptMark, current: KeptMark | null): boolean {
  return (
    current !== null &&
    kept.mark === current.mark &&
    kept.minutes === current.minutes &&
    kept.excuse === current.excuse &&
    kept.verification === current.verification &&
    kept.note === current.note
  )
}

/**
 * Attendance is not marked before its day.
 * @throws Problem `cannot-be`
 */
export function refuseBeforeItsDay(day: Temporal.PlainDate, today: Temporal.PlainDate, path = ''): void {
  if (Temporal.PlainDate.compare(day, today) <= 0) return
  const message = `${dayInWords(day)} has not come yet: attendance is marked on the day or after it.`
  throw new Problem('cannot-be', message, { fields: [{ path: `${path}mark`, message }] })
}
