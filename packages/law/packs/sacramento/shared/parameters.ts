import type { ParameterDefinition } from '../../../parameters.types.ts'
import { parametersWordedIn } from '../../declare-parameters.ts'
import { adjoining } from './facts.ts'

export const { number, cents, choice, set } = parametersWordedIn('sac')

/** SCC-2.B1: "or its surrounding counties". */
export const surroundingCounties = set('surroundingCounties', 'SCC-2.B1', adjoining, adjoining)

/** SCC-3, SCC-4 and EMP-11.1: amounts that the board sets, and the cost that they are held against. */
export const feeParameters: readonly ParameterDefinition[] = [
  cents('applicationFeeCents', 'SCC-3.A1', 13_000),
  cents('dailyFeeCents', 'SCC-3.A1', 4_900),
  cents('applicationCostCents', 'SCC-3.A2', 13_000, { own: true }),
  cents('dayCostCents', 'SCC-3.A2', 4_900, { own: true }),
  choice('feeBasis', 'SCC-3.A1', ['law-as-it-stands', 'as-the-source-reads']),
  number('interviewCurrentDays', 'SCC-2.C1', 'days', 0, { own: true, maximum: 30 }),
  choice('nonpaymentAgreement', 'SCC-2.C2', ['not-required', 'required']),
  number('transmittalMonths', 'SCC-4.A', 'months', 1, { minimum: 1, maximum: 1 }),
]

/** EMP-11.1: parts of the daily fee, where the office tells them apart. */
export const feePartParameters: readonly ParameterDefinition[] = [
  cents('equipmentRentalCents', 'EMP-11.1', null, { own: true }),
  cents('monitoringFeeCents', 'EMP-11.1', null, { own: true }),
]

/** SCC-5: days that the approved policies set. */
export const processParameters = (clause: string): readonly ParameterDefinition[] => [
  number('challengeDays', clause, 'days', null, { own: true, minimum: 1, maximum: 365 }),
  number('reviewDays', clause, 'days', null, { own: true, minimum: 1, maximum: 365 }),
  number('policyReviewMonths', clause, 'months', null, { own: true, minimum: 1, maximum: 120 }),
]

/** EMP-10.2: ten days is the most that anyone may set. */
export const flashParameter = number('flashDaysMost', 'EMP-10.2', 'days', 10, { minimum: 1, maximum: 10 })

/** EMP-9.2. */
export const testParameter = number('testsAMonth', 'EMP-9.2', 'times', 2, { minimum: 1, maximum: 31 })
