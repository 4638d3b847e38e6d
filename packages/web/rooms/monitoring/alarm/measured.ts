/** How what the watch measured is written: `moment` is epoch milliseconds, `share` 0 to 1, lengths are meters. */
export type WrittenAs = 'moment' | 'm' | 'share' | 'h' | 'g/dL' | 'fixes' | 'readings' | 'units' | 'word'

/** Everything that the watch tells of a finding besides positions, by its name. */
export const measuredAs = {
  level: 'share',
  hoursLeft: 'h',
  emptyAt: 'moment',
  beyondSince: 'moment',
  boundSince: 'moment',
  fixesBeyond: 'fixes',
  buffer: 'm',
  since: 'moment',
  depth: 'm',
  way: 'm',
  positionSince: 'moment',
  lastContact: 'moment',
  alcohol: 'g/dL',
  confirms: 'word',
  identity: 'word',
  until: 'moment',
  readings: 'readings',
  peak: 'g/dL',
  fellTo: 'g/dL',
  test: 'word',
  from: 'moment',
  to: 'moment',
  result: 'word',
  verdict: 'word',
  carrier: 'word',
  units: 'units',
  changedAt: 'moment',
} as const satisfies Record<string, WrittenAs>

export type Measured = keyof typeof measuredAs

export const isMeasured = (name: string): name is Measured => Object.hasOwn(measuredAs, name)

/** How a value is written; the tracking level is told under the name of the battery's. */
export const writtenAs = (name: Measured, value: unknown): WrittenAs =>
  typeof value === 'number' ? measuredAs[name] : 'word'

/** The fixes that decided, then the others; of each the newest first. */
export function decidedFirst<Fix extends { decided: boolean }>(
  fixes: readonly Fix[],
): { decided: Fix[]; others: Fix[] } {
  const newest = fixes.toReversed()
  return { decided: newest.filter((fix) => fix.decided), others: newest.filter((fix) => !fix.decided) }
}
