import { gapsOf, type Span, type TrackFix } from './track.ts'

/** How well a unit did over a time. */
export interface Quality {
  /** Whole minutes in which it was worn, until now. */
  minutes: number
  /** Of these, how many have a position that a decision may rest on. */
  minutesWithFix: number
  /** Positions received, and of these unfit. */
  fixes: number
  unfit: number
  /** Metres; of the fit ones that say it. */
  medianAccuracy: number | null
  /** Minutes of the longest time without a usable position. */
  longestGap: number
  /** Positions that came more than five minutes after they were measured (EMP-8.6). */
  late: number
  /** Milliseconds that its clock is behind ours at most: the least delay of a message. */
  clockOffsetMs: number | null
}

const minute = 60_000
const lateAfter = 5 * minute

/** Reckons how well a unit did from what it sent, within the spans in which it was worn. */
export function qualityOf(
  fixes: readonly (TrackFix & { received: number })[],
  worn: readonly Span[],
): Quality {
  const within = fixes.filter(({ at }) => worn.some(({ from, to }) => at >= from && at < to))
  const fit = within.filter(({ unfit }) => unfit === null)
  const delays = within.map(({ at, received }) => received - at)
  const minutes = worn.reduce((sum, { from, to }) => sum + Math.floor((to - from) / minute), 0)
  return {
    minutes,
    // A span that begins within a minute touches one more than it holds.
    minutesWithFix: Math.min(minutes, new Set(fit.map(({ at }) => Math.floor(at / minute))).size),
    fixes: within.length,
    unfit: within.length - fit.length,
    medianAccuracy: medianOf(fit.flatMap(({ accuracy }) => accuracy ?? [])),
    longestGap: Math.floor(
      gapsOf(within, worn, 0).reduce((most, { from, to }) => Math.max(most, to - from), 0) / minute,
    ),
    late: delays.filter((delay) => delay > lateAfter).length,
    clockOffsetMs: delays.length > 0 ? delays.reduce((a, b) => Math.min(a, b)) : null,
  }
}

function medianOf(values: readonly number[]): number | null {
  if (values.length === 0) return null
  const sorted = values.toSorted((a, b) => a - b)
  const half = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2
}
