import type { ParameterDefinition } from '../../../parameters.types.ts'
import { parametersWordedIn } from '../../declare-parameters.ts'

const { number, cents, choice } = parametersWordedIn('wap')

/** The numbers and choices of the policy. A default of null is open in the text: the office is asked. */
export const parameters: readonly ParameterDefinition[] = [
  number('daysLeftLimit', 'WAP-ELIG.a', 'days', 45),
  number('violentConvictionsLimit', 'WAP-ELIG.f', 'convictions', 1),
  number('earlyReleaseDaysLeast', 'WAP-P8.1', 'days', 10, { own: true }),
  number('earlyReleaseDaysMost', 'WAP-P8.1', 'days', 30, { own: true }),
  number('earlyReleaseDaysAWeek', 'WAP-P8.3', 'days-a-week', 3, { minimum: 1, maximum: 7 }),
  cents('administrativeFeeCents', 'WAP-FEE.1', 5_000),
  cents('dailyFeeCents', 'WAP-FEE.1', 700),
  cents('reschedulingFeeCents', 'WAP-FEE.1', 5_000),
  cents('rescheduledDayFeeCents', 'WAP-FEE.1', 700),
  choice('feeBasis', 'WAP-FEE.1', ['law-as-it-stands', 'as-the-source-reads']),
  choice('reschedulingFeePer', 'WAP-BOOK.10', ['re-scheduling', 'absence']),
  number('fullDayHours', 'WAP-CRED.1', 'hours', 8, { minimum: 1, maximum: 24 }),
  number('fullDayHoursMost', 'WAP-CRED.1', 'hours', 10, { minimum: 1, maximum: 24 }),
  number('distanceStepMiles', 'WAP-P4.1', 'miles', 0.1, { own: true, minimum: 0.1, maximum: 100 }),
  number('smallSiteUpTo', 'WAP-P4.1', 'people-a-day', null, { minimum: 1, maximum: 100_000 }),
  number('daysAWeek', 'WAP-P4.2', 'days-a-week', 3, { minimum: 1, maximum: 7 }),
  number('weekdaysOnlyUpTo', 'WAP-P4.2', 'days', 5),
  number('firstDayNoticeDays', 'WAP-P6.1', 'days', 7, { own: true, maximum: 365 }),
  number('rosterLateDays', 'WAP-P6.3', 'days', 14, { minimum: 1, maximum: 365 }),
  number('policyReviewMonths', 'WAP-UPD.1', 'months', 12, { minimum: 1, maximum: 120 }),
  number('challengeDays', 'WAP-ELIG.1', 'days', null, { own: true, minimum: 1, maximum: 365 }),
]
