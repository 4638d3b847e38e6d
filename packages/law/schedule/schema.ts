import {
  byDay,
  day,
  integer,
  list,
  number,
  type ObjectSchema,
  object,
  oneOf,
  orNull,
  text,
  yesNo,
} from '../schema/schema.ts'

const site = object({
  id: text(),
  kind: oneOf(['county', 'state', 'city', 'non-profit']),
  distanceMiles: orNull(number(0, 10_000, 'Miles from the residence')),
  placesLeft: orNull(integer(0, 1_000_000)),
  peopleADay: orNull(integer(0, 100_000)),
  cannotTake: list(text(), 200, 'Work limits the site cannot take'),
  reachable: orNull(yesNo('Can the person get there?')),
  underContract: yesNo('Is a signed contract in force?'),
})

export const sitesSchema: ObjectSchema = object({
  purpose: oneOf(['first', 're-schedule']),
  limits: orNull(list(text(), 200, 'Work limits of the person')),
  sites: list(site, 10_000),
})

const weekday = integer(1, 7, '1 is Monday, 7 is Sunday')

const exception = object(
  {
    kind: oneOf(['medical', 'job-loss']),
    verified: yesNo(),
    weekdays: list(weekday, 7),
    daysAWeek: integer(1, 7),
  },
  ['daysAWeek'],
)

export const daysSchema: ObjectSchema = object({
  purpose: oneOf(['first', 're-schedule-valid', 're-schedule-not-valid']),
  daysToSchedule: integer(0, 36_500),
  employed: orNull(yesNo('Is the person employed?')),
  exceptions: list(exception, 20),
  availableWeekdays: orNull(list(weekday, 7)),
  unavailableDays: list(day(), 5_000),
  notBefore: orNull(day('Start postponed for a temporary illness or injury')),
  bookedOn: day(),
  earlyStartAllowed: yesNo('Does a supervisor allow a first day within the notice?'),
  siteOpenWeekdays: list(weekday, 7),
  closures: list(object({ on: day(), kind: oneOf(['holiday', 'site-closed']) }), 5_000),
  placesLeft: byDay(integer(0, 1_000_000), 'Places left by day'),
  alreadyScheduled: list(day(), 5_000),
  lastDay: day(),
})
