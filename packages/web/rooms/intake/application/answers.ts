import type { ApplicationPage } from '../queries.ts'
import type { WorkLimit } from '../words.ts'
import type { Values } from './fields.ts'

type Answers = ApplicationPage['answers']
type Question = ApplicationPage['missing'][number]

/** The answers as the office takes them: no limits is an answer, not asked is none. */
export function answersOf({ hasLimits, daysAvailable, ...values }: Values): Answers {
  return {
    ...values,
    daysAvailable: daysAvailable.length === 0 ? null : daysAvailable.map(Number),
    workLimits: hasLimits === null ? null : hasLimits ? (values.workLimits as WorkLimit[]) : [],
    otherWorkLimits: hasLimits ? values.otherWorkLimits : '',
    unableUntil: hasLimits ? values.unableUntil : null,
    diagnosis: hasLimits ? values.diagnosis : null,
    jobLoss: values.employed ? values.jobLoss : null,
    jobLossNote: values.employed ? values.jobLossNote : '',
    refused: values.refused as Question[],
  }
}

/** The answers on record as the form shows them. */
export function recordOf({ answers, version }: Pick<ApplicationPage, 'answers' | 'version'>) {
  return {
    ...formValues(answers),
    ...(version === null ? {} : { version }),
  }
}

/** The answers as the form holds them. */
export function formValues(answers: Answers): Values {
  const limited =
    (answers.workLimits ?? []).length > 0 || answers.otherWorkLimits !== '' || answers.unableUntil !== null
  return {
    ...answers,
    daysAvailable: (answers.daysAvailable ?? []).map(String),
    hasLimits: limited ? true : answers.workLimits === null ? null : false,
    workLimits: answers.workLimits ?? [],
  }
}
