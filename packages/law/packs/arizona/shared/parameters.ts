import type { ParameterDefinition } from '../../../parameters.types.ts'
import { parametersWordedIn } from '../../declare-parameters.ts'

const { number, choice, set } = parametersWordedIn('ars')

/** What a county's standard for transport requests may name (ARS-F). */
export const leavePurposes = [
  'church-attendance',
  'medical-appointment',
  'funeral',
  'court',
  'illness-in-the-family',
  'school',
  'other',
] as const

/** Leave: the county loads the standard of its jail. Unset, nobody is refused or let go unasked. */
export const leaveParameters: readonly ParameterDefinition[] = [
  set('leavePurposes', 'ARS-F', leavePurposes, null),
  number('leaveNoticeDays', 'ARS-F', 'days', null, { own: true, maximum: 365 }),
]

/** The text says "no less than once every three months": a county may meet oftener, never less often. */
export const committeeParameters: readonly ParameterDefinition[] = [
  number('committeeMonths', 'ARS-H.2', 'months', 3, { minimum: 1, maximum: 3 }),
  number('committeeWarnDays', 'ARS-H.2', 'days', 14, { own: true, maximum: 90 }),
  number('committeeQuorum', 'ARS-H.2', 'people', null, { own: true, minimum: 1, maximum: 7 }),
  number('committeeTermMonths', 'ARS-H.2', 'months', null, { own: true, minimum: 1, maximum: 240 }),
]

/** Thirty dollars a month, in cents: never more. */
export const monthlyFee = (clause: string, own: boolean): ParameterDefinition =>
  number('monthlyFeeCents', clause, 'cents', 3_000, { own, maximum: 3_000 })

/** Days in jail first: the county may ask more by M.5, never less. */
export const jailParameters: readonly ParameterDefinition[] = [
  number('jailDaysFirst', 'ARS-M.2', 'days', 1, { minimum: 1 }),
  number('jailSharePercent', 'ARS-M.3', 'percent', 20, { minimum: 20, maximum: 100 }),
  choice('jailShareOf', 'ARS-M.3', ['whole-term', 'after-suspension']),
  choice('jailCredit', 'ARS-M.3', ['counts', 'does-not-count']),
]

/** Where the text has no challenge, the office may switch one on. */
export const challengeParameters: readonly ParameterDefinition[] = [
  number('challengeDays', 'ARS-I', 'days', null, { own: true, minimum: 1, maximum: 365 }),
]
