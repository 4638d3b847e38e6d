import { Temporal } from 'temporal-polyfill'

/** A stretch of days as a scale from 0 to 100. Days are `YYYY-MM-DD`. */
export type Scale = {
  days: number
  /** Where a day begins. */
  at: (day: string) => number
  /** How wide the days from one to the other are, both included. */
  width: (from: string, until: string) => number
  /** First days of the months that begin in the stretch; of long stretches only so many that they can be read. */
  months: string[]
}

const mostMonths = 12

/** The scale on which all the spans stand; undefined when there are none. */
export function scaleOf(spans: readonly { from: string; until: string }[]): Scale | undefined {
  const first = spans.map(({ from }) => from).sort()[0]
  const last = spans
    .map(({ until }) => until)
    .sort()
    .at(-1)
  if (first === undefined || last === undefined) return undefined
  const days = between(first, last) + 1
  return {
    days,
    at: (day) => (between(first, day) / days) * 100,
    width: (from, until) => ((between(from, until) + 1) / days) * 100,
    months: monthsIn(first, last),
  }
}

const between = (from: string, until: string): number => Temporal.PlainDate.from(from).until(until).days

function monthsIn(first: string, last: string): string[] {
  const months: string[] = []
  let month = Temporal.PlainDate.from(first).with({ day: 1 }).add({ months: 1 })
  for (; Temporal.PlainDate.compare(month, last) <= 0; month = month.add({ months: 1 }))
    months.push(month.toString())
  const step = Math.ceil(months.length / mostMonths)
  return months.filter((_, index) => index % step === 0)
}
