import type { AsideReason, FixEvidence, Happening } from '../types.ts'
import { iso } from './readers/values.ts'
import type { Replay } from './replay.ts'

/** A happening as one line of JSON, times in ISO 8601. */
export function happeningLine(happening: Happening): string {
  const { kind, zone, severity, at, knownAt, confirmedAt, late, withdrawn, evidence } = happening
  const { key, incident, ends, joined, cause } = happening
  return JSON.stringify({
    kind,
    zone: zone ?? null,
    at: iso(at),
    knownAt: iso(knownAt),
    confirmedAt: iso(confirmedAt),
    late,
    withdrawn,
    severity,
    key,
    incident,
    ...(ends === undefined ? {} : { ends }),
    ...(joined === undefined ? {} : { joined }),
    ...(cause === undefined ? {} : { cause }),
    evidence: { ...evidence, fixes: evidence.fixes.map(fixShown) },
  })
}

const fixShown = (fix: FixEvidence) => ({ ...fix, at: iso(fix.at) })

/** The last line of a replay. */
export function summaryLine({ summary }: Replay): string {
  const { from, to } = summary
  return JSON.stringify({
    summary: { ...summary, from: from === null ? null : iso(from), to: to === null ? null : iso(to) },
  })
}

export const asideWords: Record<AsideReason, string> = {
  'no-position': 'it has no position',
  'zero-zero': 'its position is 0, 0, which units write when they have none',
  'out-of-range': 'its position is on no map',
  'last-known': 'it repeats an earlier position',
  accuracy: 'it is less accurate than the limit',
  'impossible-speed': 'it would need an impossible speed from both neighbours',
  future: 'it was measured after it came',
  'before-2000': 'it was measured before 2000: the unit had lost its clock',
  'bad-time': 'its time is no time',
  'bad-setting': 'it sets what cannot be',
  'bad-value': 'its reading is no number',
  'other-unit': 'it comes from a unit that the person does not wear',
  'too-late': 'it came later than the horizon allows',
}

/** What could not be read, and what was kept out of decisions, by line. */
export function faultLines(file: string, { complaints, track }: Replay): string[] {
  const faults = [
    ...complaints.map(({ line, what, kept }) => ({
      line,
      text: kept ? `${what}; the rest of the record is used` : `not used: ${what}`,
    })),
    ...track.flatMap(({ line, aside }) =>
      aside === undefined ? [] : [{ line, text: `set aside (${aside}): ${asideWords[aside]}` }],
    ),
  ]
  return faults.sort((a, b) => a.line - b.line).map(({ line, text }) => `${file}:${line}: ${text}`)
}
