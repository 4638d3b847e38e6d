import { Temporal } from 'temporal-polyfill'
import { realDay } from '../../../parts/day/real-day.ts'

/** A span of days as `YYYY-MM-DD`, both included. */
export interface Period {
  from: string
  until: string
}

/** The span that the address names; the month of today where it names none, or a day that does not exist. */
export function periodOf(search: { from?: string; until?: string }, today: string): Period {
  const day = Temporal.PlainDate.from(today)
  const month = { from: day.with({ day: 1 }), until: day.with({ day: day.daysInMonth }) }
  const from = realDay(search.from) ?? month.from
  const until = realDay(search.until) ?? lastOf(search.from ? from : month.from)
  return { from: from.toString(), until: until.toString() }
}

/** The month before or after the one in which a span begins. */
export function monthBeside({ from }: Period, months: number): Period {
  const first = Temporal.PlainDate.from(from).with({ day: 1 }).add({ months })
  return { from: first.toString(), until: lastOf(first).toString() }
}

/** Whether a span is exactly one month; then it is called by its name. */
export function isMonth({ from, until }: Period): boolean {
  const first = Temporal.PlainDate.from(from)
  return first.day === 1 && until === lastOf(first).toString()
}

const lastOf = (day: Temporal.PlainDate): Temporal.PlainDate => day.with({ day: day.daysInMonth })
