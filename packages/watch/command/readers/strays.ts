import type { ReadTrack, TrackRecord } from './record.ts'
import { iso } from './values.ts'

const YEAR = 366 * 86_400_000

/**
 * The track without records that came more than a year before or after all the others: a unit without a clock writes
 * 2099 or 2001, and one such record would make every other too late. The largest part without such a gap is kept, of two
 * as large the later; the rest is told of.
 */
export function withoutStrays(track: ReadTrack): ReadTrack {
  const parts: TrackRecord[][] = []
  for (const record of [...track.records].sort((a, b) => a.fix.received - b.fix.received)) {
    const last = parts.at(-1)?.at(-1)
    if (last && record.fix.received - last.fix.received <= YEAR) parts.at(-1)!.push(record)
    else parts.push([record])
  }
  if (parts.length < 2) return track
  const kept = new Set(parts.reduce((most, part) => (part.length >= most.length ? part : most)))
  const strays = track.records.filter((record) => !kept.has(record))
  return {
    records: track.records.filter((record) => kept.has(record)),
    complaints: [
      ...track.complaints,
      ...strays.map(({ line, fix }) => ({
        line,
        what: `it came ${iso(fix.received)}, more than a year apart from the rest of the track`,
        kept: false,
      })),
    ],
  }
}
