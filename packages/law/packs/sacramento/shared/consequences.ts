import type { Decision } from '../../../authority/types.ts'
import type { DeadlineDefinition, ProcessDefinition, ProcessName } from '../../../deadlines/types.ts'
import type { EndingDefinition, RungName, SanctionRung } from '../../../sanctions/types.ts'
import type { WordingCode } from '../../../wording/index.ts'

function rung(
  name: RungName,
  clause: string,
  decision: Decision,
  about: Partial<Pick<SanctionRung, 'own' | 'custody' | 'longestDaysParameter' | 'goodTimeLoss'>> = {},
): SanctionRung {
  return {
    name,
    clause,
    decision,
    own: false,
    custody: false,
    longestDaysParameter: null,
    goodTimeLoss: false,
    textCode: `sanction.rung.${name}` as WordingCode,
    ...about,
  }
}

/** EMP-10.1, lowest first. SCC-2.D: whoever is returned for a rule violation may lose good time. */
export const homeDetentionLadder: readonly SanctionRung[] = [
  rung('lose-privileges', 'EMP-10.1', 'lesser-sanction'),
  rung('change-monitoring', 'EMP-10.1', 'lesser-sanction'),
  rung('flash-incarceration', 'EMP-10.1', 'flash-incarceration', {
    custody: true,
    longestDaysParameter: 'flashDaysMost',
    goodTimeLoss: true,
  }),
  rung('rest-in-custody', 'EMP-10.1', 'return-to-custody', { custody: true, goodTimeLoss: true }),
]

/** A pretrial person serves no sentence: no flash incarceration, no good time to lose (own). */
export const pretrialLadder = (clause: string): readonly SanctionRung[] => [
  rung('lose-privileges', clause, 'lesser-sanction', { own: true }),
  rung('change-monitoring', clause, 'lesser-sanction', { own: true }),
  rung('return-to-custody', clause, 'return-to-custody', { custody: true }),
]

/** Where the source names no sanction, the case goes back to the court (own). */
export const courtLadder = (clause: string): readonly SanctionRung[] => [
  rung('return-to-court', clause, 'return-to-court', { own: true }),
]

export function ending(
  name: string,
  clause: string,
  decision: Decision | null,
  about: Partial<Pick<EndingDefinition, 'own' | 'restInCustody' | 'goodTimeLoss'>> = {},
): EndingDefinition {
  const textCode = `sac.ending.${name}` as WordingCode
  const nothing = { own: false, restInCustody: false, goodTimeLoss: false }
  return { name, clause, decision, textCode, ...nothing, ...about }
}

function process(
  name: ProcessName,
  clause: string,
  decision: Decision,
  days: { readonly file: string | null; readonly decide: string | null },
): ProcessDefinition {
  return {
    name,
    clause,
    own: true,
    decision,
    fileDaysParameter: days.file,
    decideDaysParameter: days.decide,
    textCode: `process.${name}` as WordingCode,
  }
}

/** SCC-5: a challenge to a denial or removal, with dates and another reviewer (own). */
export const challenge = (clause: string): ProcessDefinition =>
  process('challenge', clause, 'challenge-review', { file: 'challengeDays', decide: 'reviewDays' })

/** SCC-5.A, SCC-4.B2: how ability to pay is determined, and disputes about it, at any time. */
export const feeProcesses: readonly ProcessDefinition[] = [
  process('ability-to-pay', 'SCC-4.B2', 'fee-waiver', { file: null, decide: 'reviewDays' }),
  process('fee-dispute', 'SCC-5.A', 'dispute-review', { file: null, decide: 'reviewDays' }),
]

export const transmittal: DeadlineDefinition = {
  name: 'treasurer-transmittal',
  clause: 'SCC-4.A',
  own: false,
  parameter: 'transmittalMonths',
  weekdays: [],
  warnParameter: null,
  textCode: 'deadline.treasurer-transmittal',
}

/** The yearly or other review of an approved policy, where the office sets one (own). */
export const policyReviewDue = (clause: string): DeadlineDefinition => ({
  name: 'policy-review',
  clause,
  own: true,
  parameter: 'policyReviewMonths',
  weekdays: [],
  warnParameter: null,
  textCode: 'deadline.policy-review',
})
