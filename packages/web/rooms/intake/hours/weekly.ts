import type { Hours } from '../queries.ts'

type Opening = NonNullable<Hours['inForce']>['hours'][number]

/** Hours that are the same on several days of the week, as the form has them. `1` is Monday. */
export type WeeklyRow = { weekdays: string[]; opens: string; closes: string }

/** The hours by weekday as rows of a form: what is the same on several days stands in one. */
export function weeklyOf(hours: readonly Opening[]): WeeklyRow[] {
  const rows = new Map<string, WeeklyRow>()
  for (const { weekday, opens, closes } of hours) {
    const key = `${opens} ${closes}`
    const row = rows.get(key) ?? { weekdays: [], opens, closes }
    row.weekdays.push(String(weekday))
    rows.set(key, row)
  }
  return [...rows.values()]
}

/** The rows of the form as the office takes them, one for each weekday. */
export const byWeekday = (rows: readonly WeeklyRow[]): Opening[] =>
  rows.flatMap(({ weekdays, opens, closes }) =>
    weekdays.map((weekday) => ({ weekday: Number(weekday), opens, closes })),
  )

/** The place in the form of a field that the office names: `hours.7.opens` stands in the row it came from. */
export function placeOfHours(path: string, rows: readonly WeeklyRow[]): string {
  const [, index, field] = /^hours\.(\d+)(?:\.(\w+))?$/.exec(path) ?? []
  if (index === undefined) return path
  let before = 0
  for (const [row, { weekdays }] of rows.entries()) {
    before += weekdays.length
    if (Number(index) < before) return field === undefined ? `hours.${row}` : `hours.${row}.${field}`
  }
  return 'hours'
}
