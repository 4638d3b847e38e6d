import type { FactDefinition, FactValue, Pack, Step } from '@inlieu/law'
import type { RoomTx } from '../platform/database.ts'
import { Problem } from '../platform/problem.ts'
import { completenessOf } from './application-form.ts'
import { readApplication } from './application-record.ts'
import type { IntakeEnrolment } from './enrolment.ts'
import { factsOfHome, type HomeFound, homeFound } from './home-found.ts'

/** Where the value of a fact came from. `asked`: somebody of the office answered the question. */
export type FactSource = 'worksheet' | 'commitments' | 'application' | 'home' | 'asked'

/** A fact that the record answers by itself. It is changed where it comes from, not in the screening. */
export interface KnownFact {
  value: FactValue
  source: Exclude<FactSource, 'asked'>
}

/** What the record says; null or left out is unknown. */
export interface RecordedFacts {
  adjustedDays: number | null
  creditedDays: number
  violationsIndicated: readonly (boolean | null)[]
  application: {
    signed: boolean
    complete: boolean
    refused: boolean
    daysAWeek: number | null
    employed?: boolean | null
  } | null
  /** What a visit to the home found; null: nobody has visited it. */
  home: HomeFound | null
}

/** The steps that the screening has pages for. */
export type ScreenedStep = Extract<Step, 'admission' | 'early-release'>

/** The questions that the screening has a form for. */
export type AskedFact = Extract<FactDefinition, { type: 'yes-no' | 'count' | 'choice' }>

/**
 * The facts that a step of the program reads.
 * @throws Error for a fact that the screening has no form for
 */
export function factsOf(pack: Pack, step: Step): AskedFact[] {
  const read = new Set(pack.rules.filter((rule) => rule.steps.includes(step)).flatMap((rule) => rule.facts))
  return pack.facts.filter((fact) => read.has(fact.name)).map(asked)
}

function asked(fact: FactDefinition): AskedFact {
  if (fact.type === 'yes-no' || fact.type === 'count' || fact.type === 'choice') return fact
  throw new Error(`The screening has no form for ${fact.name}, which is a ${fact.type}.`)
}

/** The steps a program has questions for, the court's referral first. */
export const stepsOf = (pack: Pack): ScreenedStep[] =>
  pack.steps.filter((step) => step === 'admission' || step === 'early-release')

/**
 * Refuses a step that the program does not have.
 * @throws Problem `cannot-be`
 */
export function refuseOtherStep(pack: Pack, step: ScreenedStep): void {
  if (!stepsOf(pack).includes(step))
    throw new Problem('cannot-be', `${pack.title} has no early release to screen for.`)
}

/**
 * What the record answers of the questions of a step. An application that is not signed yet says nothing about
 * being incomplete, and one that refuses nothing does not say that nothing else was refused.
 */
export function knownFacts(step: Step, recorded: RecordedFacts): Readonly<Record<string, KnownFact>> {
  const known: Record<string, KnownFact> = {}
  const put = (name: string, value: FactValue, source: KnownFact['source']) => {
    if (value !== null) known[name] = { value, source }
  }
  // In custody the days left are those of the M.D.F.'s list (WAP-P8.2), which the worksheet does not know.
  if (step === 'admission' && recorded.adjustedDays !== null)
    put('daysLeftToServe', Math.max(0, recorded.adjustedDays - recorded.creditedDays), 'worksheet')
  put('violationOnCommitment', anyOf(recorded.violationsIndicated), 'commitments')
  const { application } = recorded
  if (application?.signed) put('applicationIncomplete', !application.complete, 'application')
  if (application?.refused) put('informationRefused', true, 'application')
  if (application?.signed) put('daysAWeekWilling', application.daysAWeek, 'application')
  if (application?.signed) put('employed', application.employed ?? null, 'application')
  for (const [name, value] of Object.entries(recorded.home ? factsOfHome(recorded.home) : {}))
    put(name, value, 'home')
  return known
}

/** One yes is a yes; only all no is a no; else nobody has said yet. */
function anyOf(answers: readonly (boolean | null)[]): boolean | null {
  if (answers.includes(true)) return true
  return answers.length === 0 || answers.includes(null) ? null : false
}

/** Reads what the record says for a screening. */
export async function recordedFacts(
  tx: RoomTx<'intake'>,
  enrolment: Pick<IntakeEnrolment, 'id' | 'adjustedDays'>,
): Promise<RecordedFacts> {
  const commitments = await tx
    .selectFrom('programs.v_enrolment_commitment as j')
    .innerJoin('court.v_commitment as c', 'c.id', 'j.commitment_id')
    .select('c.violation_indicated')
    .where('j.enrolment_id', '=', enrolment.id)
    .execute()
  const progress = await tx
    .selectFrom('work.v_progress')
    .select('credited_days')
    .where('enrolment_id', '=', enrolment.id)
    .executeTakeFirst()
  const application = await readApplication(tx, enrolment.id)
  const completeness = application && completenessOf(application.answers)
  return {
    adjustedDays: enrolment.adjustedDays,
    creditedDays: progress?.credited_days ?? 0,
    violationsIndicated: commitments.map((row) => row.violation_indicated),
    application: application &&
      completeness && {
        signed: application.signedOn !== null,
        complete: completeness.complete,
        refused: completeness.refused.length > 0,
        daysAWeek: application.answers.daysAWeek,
        employed: application.answers.employed,
      },
    home: await homeFound(tx, enrolment.id),
  }
}

/** Answers that were given once and hold for a later screening: all but how the person is on the day. */
export function carriedOver(
  answers: Readonly<Record<string, FactValue>>,
  facts: readonly AskedFact[],
): Record<string, FactValue> {
  const ofTheDay = ['intoxicatedAtInterview', 'underTheInfluence']
  const kept = facts.filter((fact) => !ofTheDay.includes(fact.name) && answers[fact.name] != null)
  return Object.fromEntries(kept.map((fact) => [fact.name, answers[fact.name]!]))
}

/**
 * What is wrong with answers as they were sent, each at its field; empty when nothing is.
 * @param known facts that the record answers: they are not asked
 */
export function answersTrouble(
  answers: Readonly<Record<string, FactValue>>,
  facts: readonly AskedFact[],
  known: Readonly<Record<string, KnownFact>>,
): { path: string; message: string }[] {
  return Object.entries(answers).flatMap(([name, value]) => {
    const message = wrongWith(
      facts.find((fact) => fact.name === name),
      value,
    )
    if (message) return [{ path: name, message }]
    const recorded = known[name]
    return recorded && value !== null && value !== recorded.value
      ? [{ path: name, message: 'The record answers this. Change it where it comes from.' }]
      : []
  })
}

function wrongWith(fact: AskedFact | undefined, value: FactValue): string | null {
  if (!fact) return 'This is no question of this step. Load the page again.'
  if (value === null) return null
  if (fact.type === 'yes-no') return typeof value === 'boolean' ? null : 'Answer yes or no.'
  if (fact.type === 'choice')
    return fact.choices.some((choice) => choice.value === value) ? null : 'Choose one of the answers offered.'
  const fits = typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= fact.maximum
  return fits ? null : `Give a whole number from 0 to ${fact.maximum}.`
}
