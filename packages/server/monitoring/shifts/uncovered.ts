import { Temporal } from 'temporal-polyfill'
import type { Span } from './planned-shifts.ts'

/** A span in which fewer are there than needed. */
export interface Uncovered extends Span {
  /** The fewest who are there in it. */
  there: number
}

/**
 * The spans within [from, to) in which fewer than `needed` shifts run at once (EMP-7.1), in order, joined where
 * they touch.
 */
export function uncovered(
  shifts: readonly Span[],
  needed: number,
  from: Temporal.Instant,
  to: Temporal.Instant,
): Uncovered[] {
  const [first, last] = [from.epochMilliseconds, to.epochMilliseconds]
  const changes = new Map<number, number>([
    [first, 0],
    [last, 0],
  ])
  for (const shift of shifts) {
    const begins = Math.max(shift.from.epochMilliseconds, first)
    const ends = Math.min(shift.to.epochMilliseconds, last)
    if (begins >= ends) continue
    changes.set(begins, (changes.get(begins) ?? 0) + 1)
    changes.set(ends, (changes.get(ends) ?? 0) - 1)
  }
  const found: { from: number; to: number; there: number }[] = []
  let there = 0
  const times = [...changes.keys()].sort((one, other) => one - other)
  times.forEach((time, place) => {
    there += changes.get(time)!
    const next = times[place + 1]
    if (next === undefined || there >= needed) return
    const before = found.at(-1)
    if (before?.to === time) Object.assign(before, { to: next, there: Math.min(before.there, there) })
    else found.push({ from: time, to: next, there })
  })
  return found.map((span) => ({
    from: Temporal.Instant.fromEpochMilliseconds(span.from),
    to: Temporal.Instant.fromEpochMilliseconds(span.to),
    there: span.there,
  }))
}
