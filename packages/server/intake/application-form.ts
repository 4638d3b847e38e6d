import { z } from 'zod'
import { day, text } from '../platform/schemas.ts'
import { workLimits } from '../work-release/index.ts'

/** How the person gets to a work site. */
export const transports = ['own-vehicle', 'ride', 'public-transit', 'bicycle-or-walk', 'none'] as const
/** Whether work on weekdays would cost the person the job (WAP-P4.2), and whether that was verified. */
export const jobLosses = ['no', 'claimed', 'verified'] as const
/** A doctor's diagnosis that explains a limiting condition (WAP-APPT.1). */
export const diagnoses = ['brought', 'asked-for', 'not-needed'] as const
/** Whether the person says to have been booked or fingerprinted in this county before (WAP-P2.0). */
export const histories = ['yes', 'no', 'not-sure'] as const

/** The questions of the application form, in its order. */
export const questions = [
  'employed',
  'employer',
  'jobLoss',
  'daysAvailable',
  'daysAWeek',
  'workLimits',
  'diagnosis',
  'transport',
  'priorHistory',
] as const
export type Question = (typeof questions)[number]

/** The answers as typed; null or '' is unanswered. */
export const applicationAnswers = z.strictObject({
  employed: z.boolean().nullable(),
  /** Present or last place of employment. */
  employer: text(200, false),
  occupation: text(120, false),
  jobLoss: z.enum(jobLosses).nullable(),
  /** How it was verified: who was asked, which letter. */
  jobLossNote: text(500, false),
  /** 1 is Monday, 7 is Sunday. */
  daysAvailable: z.array(z.int().min(1).max(7)).max(7).nullable(),
  /** Days a week the person is willing to work. */
  daysAWeek: z.int().min(0).max(7).nullable(),
  /** Limits, not diagnoses; an empty list: the person has none. */
  workLimits: z.array(z.enum(workLimits)).max(workLimits.length).nullable(),
  otherWorkLimits: text(500, false),
  /** A temporary illness or injury: unable to work before this day (WAP-P4.1). */
  unableUntil: day.nullable(),
  diagnosis: z.enum(diagnoses).nullable(),
  transport: z.enum(transports).nullable(),
  priorHistory: z.enum(histories).nullable(),
  /** Questions that the person refuses to answer (WAP-ELIG.j). */
  refused: z.array(z.enum(questions)).max(questions.length),
})

export type ApplicationAnswers = z.output<typeof applicationAnswers>

/** The same answers with each list in its order and nothing in it twice. */
export const tidied = (answers: ApplicationAnswers): ApplicationAnswers => ({
  ...answers,
  daysAvailable: answers.daysAvailable && [...new Set(answers.daysAvailable)].sort(),
  workLimits: answers.workLimits && workLimits.filter((limit) => answers.workLimits?.includes(limit)),
  refused: questions.filter((question) => answers.refused.includes(question)),
})

/** What an application lacks. */
export interface Completeness {
  complete: boolean
  missing: Question[]
  refused: Question[]
}

/**
 * Which questions have no answer yet (WAP-BOOK.2, WAP-ELIG.j). A question that does not arise is not missing:
 * the loss of a job for who has none, a diagnosis for who has no limits.
 */
export function completenessOf(answers: ApplicationAnswers): Completeness {
  const open = questions.filter((question) => arises(question, answers) && isOpen(question, answers))
  const refused = open.filter((question) => answers.refused.includes(question))
  const missing = open.filter((question) => !answers.refused.includes(question))
  return { complete: open.length === 0, missing, refused }
}

/** Whether the person has said that something limits their work. */
export const hasLimits = (
  answers: Pick<ApplicationAnswers, 'workLimits' | 'otherWorkLimits' | 'unableUntil'>,
): boolean =>
  (answers.workLimits ?? []).length > 0 || answers.otherWorkLimits !== '' || answers.unableUntil !== null

function arises(question: Question, answers: ApplicationAnswers): boolean {
  if (question === 'jobLoss') return answers.employed === true
  if (question === 'diagnosis') return hasLimits(answers)
  return true
}

function isOpen(question: Question, answers: ApplicationAnswers): boolean {
  const answer = answers[question]
  if (question === 'daysAvailable') return (answers.daysAvailable ?? []).length === 0
  return answer === null || answer === ''
}

/** An application that nobody has begun. */
export const unanswered: ApplicationAnswers = {
  employed: null,
  employer: '',
  occupation: '',
  jobLoss: null,
  jobLossNote: '',
  daysAvailable: null,
  daysAWeek: null,
  workLimits: null,
  otherWorkLimits: '',
  unableUntil: null,
  diagnosis: null,
  transport: null,
  priorHistory: null,
  refused: [],
}
