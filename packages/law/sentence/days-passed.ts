import { isDay } from '../days.ts'
import { refuse } from '../errors.ts'
import type { Day } from '../pack.types.ts'
import { countBefore, dayNumber, union } from './spans.ts'
import type { Worksheet } from './types.ts'

/**
 * The days of a computed sentence that lie before a day, that day left out: each calendar day that any of its terms
 * covers (SWR-3, own). What happened since it was computed makes no difference.
 *
 * Throws `LawInputError` where `on` is no day.
 *
 * @example
 * const bars = [{ commitment: 'a', docket: 'M-1', start: '2026-03-02', end: '2026-03-11' }]
 * daysPassed({ bars }, '2026-03-02') // => 0
 * daysPassed({ bars }, '2026-03-11') // => 9
 * daysPassed({ bars }, '2026-04-01') // => 10
 */
export function daysPassed({ bars }: Pick<Worksheet, 'bars'>, on: Day): number {
  if (!isDay(on)) refuse('days passed', 'on', 'is not a day')
  const covered = union(bars.map(({ start, end }) => ({ from: dayNumber(start), to: dayNumber(end) + 1 })))
  return countBefore(covered, dayNumber(on))
}
