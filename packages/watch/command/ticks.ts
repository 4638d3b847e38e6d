import type { Millis } from '../types.ts'

const MINUTE = 60_000
/** Longer than the longest silence a level allows by default, so that it is found to the minute. */
const BY_MINUTE = 30 * 60
const MOST_AFTER = 2000

/**
 * The instants at which time passes between two records of a replay: each minute as live, and where a track was silent
 * for more than 30 hours at most 2,000 more, evenly.
 *
 * @example ticksBetween(0, 150_000) // [60_000, 120_000]
 */
export function ticksBetween(from: Millis, to: Millis): Millis[] {
  const ticks: Millis[] = []
  const first = Math.floor(from / MINUTE) * MINUTE + MINUTE
  const byMinute = Math.min(to, first + BY_MINUTE * MINUTE)
  let at = first
  for (; at < byMinute; at += MINUTE) ticks.push(at)
  const wide = Math.max(MINUTE, Math.ceil((to - at) / MOST_AFTER / MINUTE) * MINUTE)
  for (; at < to; at += wide) ticks.push(at)
  return ticks
}
