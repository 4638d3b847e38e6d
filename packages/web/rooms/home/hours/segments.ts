import type { WeeklyHours } from '../parts/words.ts'

/** Minutes of a day from midnight, `to` not part of it. */
export interface Segment {
  from: number
  to: number
}

const order = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
const day = 1440

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))

/** Hours as they are kept: `to` at or before `from` is on the next day. */
type Hours = Pick<WeeklyHours, 'zone' | 'days' | 'from' | 'to'>

/**
 * When a zone is in force on one day of the week, the hours of the evening before among them; overlapping and
 * adjoining ones made one.
 * @param weekday 0 is Monday
 */
export function segmentsOf(weekly: readonly Hours[], zone: string, weekday: number): Segment[] {
  const own = weekly.filter((hours) => hours.zone === zone)
  const today = own.filter(({ days }) => days.includes(order[weekday]!)).map(spanOf)
  const before = own.filter(({ days }) => days.includes(order[(weekday + 6) % 7]!)).map(spanOf)
  const all = [
    ...today.map(({ from, to }) => ({ from, to: Math.min(to, day) })),
    ...before.filter(({ to }) => to > day).map(({ to }) => ({ from: 0, to: to - day })),
  ]
  return joined(all)
}

function spanOf({ from, to }: Hours): Segment {
  const begins = minutesOf(from)
  const ends = minutesOf(to)
  return { from: begins, to: ends > begins ? ends : ends + day }
}

function joined(segments: readonly Segment[]): Segment[] {
  const found: Segment[] = []
  for (const segment of [...segments].sort((a, b) => a.from - b.from)) {
    const last = found.at(-1)
    if (last && segment.from <= last.to) last.to = Math.max(last.to, segment.to)
    else found.push({ ...segment })
  }
  return found
}

/** `HH:MM` of minutes; the end of the day is `00:00`, as people write midnight. */
export const timeOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60) % 24).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
