import type { ParameterDefinition } from '../../../parameters.types.ts'
import { number } from './parameters.ts'

/** SWR-2: the work machinery's numbers, each a setting of the office (own). */
export const workParameters: readonly ParameterDefinition[] = [
  number('fullDayHours', 'SWR-2', 'hours', 8, { own: true, minimum: 1, maximum: 24 }),
  number('fullDayHoursMost', 'SWR-2', 'hours', 10, { own: true, minimum: 1, maximum: 24 }),
  number('distanceStepMiles', 'SWR-2', 'miles', 0.1, { own: true, minimum: 0.1, maximum: 100 }),
  number('smallSiteUpTo', 'SWR-2', 'people-a-day', null, { own: true, minimum: 1, maximum: 100_000 }),
  number('daysAWeek', 'SWR-2', 'days-a-week', 3, { own: true, minimum: 1, maximum: 7 }),
  number('weekdaysOnlyUpTo', 'SWR-2', 'days', 5, { own: true }),
  number('firstDayNoticeDays', 'SWR-2', 'days', 7, { own: true, maximum: 365 }),
  number('rosterLateDays', 'SWR-2', 'days', 14, { own: true, minimum: 1, maximum: 365 }),
]
