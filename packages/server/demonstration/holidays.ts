import { Temporal } from 'temporal-polyfill'

/** A holiday on which work sites take nobody. */
export interface Holiday {
  day: Temporal.PlainDate
  name: string
}

const monday = 1
const thursday = 4

/** The nth weekday of a month; -1 is the last. */
function nth(year: number, month: number, weekday: number, n: number): Temporal.PlainDate {
  const first = Temporal.PlainDate.from({ year, month, day: 1 })
  const inMonth = Array.from({ length: first.daysInMonth }, (_, index) => first.add({ days: index })).filter(
    (day) => day.dayOfWeek === weekday,
  )
  return inMonth.at(n > 0 ? n - 1 : n)!
}

function ofYear(year: number): Holiday[] {
  const on = (month: number, day: number) => Temporal.PlainDate.from({ year, month, day })
  return [
    { day: on(1, 1), name: 'New Year’s Day' },
    { day: nth(year, 1, monday, 3), name: 'Martin Luther King Jr. Day' },
    { day: nth(year, 2, monday, 3), name: 'Presidents’ Day' },
    { day: on(3, 31), name: 'Cesar Chavez Day' },
    { day: nth(year, 5, monday, -1), name: 'Memorial Day' },
    { day: on(6, 19), name: 'Juneteenth' },
    { day: on(7, 4), name: 'Independence Day' },
    { day: nth(year, 9, monday, 1), name: 'Labor Day' },
    { day: on(11, 11), name: 'Veterans Day' },
    { day: nth(year, 11, thursday, 4), name: 'Thanksgiving' },
    { day: on(12, 25), name: 'Christmas' },
  ]
}

/** California's holidays on the days of [from, until), in order. */
export function holidaysBetween(from: Temporal.PlainDate, until: Temporal.PlainDate): Holiday[] {
  const holidays: Holiday[] = []
  for (let year = from.year; year <= until.year; year++) holidays.push(...ofYear(year))
  const isBefore = (one: Temporal.PlainDate, other: Temporal.PlainDate) =>
    Temporal.PlainDate.compare(one, other) < 0
  return holidays.filter(({ day }) => !isBefore(day, from) && isBefore(day, until))
}
