import { Temporal } from 'temporal-polyfill'

/** Why a typed day is not one. `no-such-day` names the last day of that month, for the message. */
export type DayTrouble =
  | { code: 'not-a-day' }
  | { code: 'no-such-month' }
  | { code: 'no-such-day'; lastDay: number }
  | { code: 'day-out-of-range' }

export type DayContext = {
  /** The office's today, for `today`, `+7` and two-digit years. */
  today: Temporal.PlainDate
  /** Two-digit years: `past` for births (never after today), `near` for the year nearest to today. */
  years?: 'past' | 'near'
}

const earliest = 1900
const latest = 2199

const months: Record<string, number> = {
  jan: 1, feb: 2, mar: 3, apr: 4, may: 5, jun: 6, jul: 7, aug: 8, sep: 9, oct: 10, nov: 11, dec: 12,
  ene: 1, abr: 4, ago: 8, set: 9, dic: 12,
} // biome-ignore format: one line for each language

/**
 * Reads a day as people type it: month first (`3/2/2026`, `03-02-26`, `03022026`), `2026-03-02`, the month in letters
 * (`Mar 2, 2026`, `2 marzo 2026`), or from today (`today`, `t`, `hoy`, `+7`, `-1`).
 *
 * @returns the day as `YYYY-MM-DD`, or why it is none
 */
export function readDay(text: string, context: DayContext): { day: string } | DayTrouble {
  const typed = text.trim().toLowerCase()
  const relative = fromToday(typed, context.today)
  if (relative) return relative
  const parts = numbersOf(typed)
  if (!parts) return { code: 'not-a-day' }
  const year = parts.yearDigits === 2 ? fullYear(parts, context) : parts.year
  return existing(year, parts.month, parts.day)
}

function fromToday(typed: string, today: Temporal.PlainDate): { day: string } | undefined {
  if (['t', 'today', 'hoy'].includes(typed)) return { day: today.toString() }
  const shift = /^([+-])\s?(\d{1,3})$/.exec(typed)
  if (!shift) return undefined
  return { day: today.add({ days: Number(`${shift[1]}${shift[2]}`) }).toString() }
}

type Parts = { year: number; yearDigits: number; month: number; day: number }

function numbersOf(typed: string): Parts | undefined {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(typed)
  if (iso) return parts(iso[1]!, iso[2]!, iso[3]!)
  const us = /^(\d{1,2})\s?[/.\s-]\s?(\d{1,2})\s?[/.\s-]\s?(\d{4}|\d{2})$/.exec(typed)
  if (us) return parts(us[3]!, us[1]!, us[2]!)
  const run = /^(\d{2})(\d{2})(\d{4}|\d{2})$/.exec(typed)
  if (run) return parts(run[3]!, run[1]!, run[2]!)
  return inLetters(typed)
}

function inLetters(typed: string): Parts | undefined {
  const words = typed
    .replaceAll(/\bde\b|[.,]/g, ' ')
    .split(/\s+/)
    .filter(Boolean)
  if (words.length !== 3) return undefined
  const name = words.find((word) => /^\p{L}{3,}$/u.test(word))
  const month = name && months[name.slice(0, 3)]
  const [day, year] = words.filter((word) => /^\d+$/.test(word))
  if (!month || !day || !year || !/^(\d{4}|\d{2})$/.test(year) || day.length > 2) return undefined
  return parts(year, String(month), day)
}

const parts = (year: string, month: string, day: string): Parts => ({
  year: Number(year),
  yearDigits: year.length,
  month: Number(month),
  day: Number(day),
})

function fullYear({ year, month, day }: Parts, { today, years = 'near' }: DayContext): number {
  const century = today.year - (today.year % 100)
  const candidates = [century - 100, century, century + 100].map((start) => start + year)
  if (years === 'near') {
    return candidates.reduce((a, b) => (Math.abs(b - today.year) < Math.abs(a - today.year) ? b : a))
  }
  const isPast = (candidate: number): boolean =>
    Temporal.PlainDate.compare(Temporal.PlainDate.from({ year: candidate, month, day }), today) <= 0
  return candidates.findLast(isPast) ?? candidates[0]!
}

function existing(year: number, month: number, day: number): { day: string } | DayTrouble {
  if (month < 1 || month > 12) return { code: 'no-such-month' }
  if (year < earliest || year > latest) return { code: 'day-out-of-range' }
  const lastDay = Temporal.PlainYearMonth.from({ year, month }).daysInMonth
  if (day < 1 || day > lastDay) return { code: 'no-such-day', lastDay }
  return { day: Temporal.PlainDate.from({ year, month, day }).toString() }
}

/** A day as the field shows it, `03/02/2026`. */
export function writeDay(day: string): string {
  const [year, month, date] = day.split('-')
  return `${month}/${date}/${year}`
}
