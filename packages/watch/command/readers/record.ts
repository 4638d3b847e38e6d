import type { Fix, Millis, UnitFlags } from '../../types.ts'
import { instantOf, iso, numberOf, short } from './values.ts'

/** One record of a track as read. */
export interface TrackRecord {
  /** Line of the file on which it begins, from 1. */
  line: number
  fix: Omit<Fix, 'kind' | 'key'>
}

/** Something in a track that could not be read. */
export interface Complaint {
  line: number
  what: string
  /** True: the rest of the record is used. */
  kept: boolean
}

/** What a reader makes of a file. */
export interface ReadTrack {
  records: TrackRecord[]
  complaints: Complaint[]
}

/** The fields of a record as the file gives them, numbers as numbers or as text. Absent or empty: not said. */
export interface RawRecord {
  time?: unknown
  received?: unknown
  lat?: unknown
  lon?: unknown
  accuracy?: unknown
  speed?: unknown
  course?: unknown
  battery?: unknown
  strap?: unknown
  case?: unknown
  charging?: unknown
  motion?: unknown
  beacon?: unknown
}

export type FieldName = keyof RawRecord

/** Nothing was measured before; a record that says so and not when it came has no time at all. */
const YEAR_2000 = 946_684_800_000

const absent = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === 'string' && value.trim() === '')

/**
 * A record from its fields, put into `track`. Without a time it is lost; without a position it is a sign of life; another
 * field that cannot be read is told of and left out, for a position is not lost over a battery.
 */
export function take(track: ReadTrack, line: number, raw: RawRecord): void {
  const complain: Complain = (what, kept) => {
    track.complaints.push({ line, what, kept })
  }
  const at = instantOf(raw.time)
  const lat = coordinate('lat', raw.lat)
  const lon = coordinate('lon', raw.lon)
  const wrong = [at, lat, lon].find((value) => typeof value === 'string')
  if (typeof at === 'string' || typeof lat === 'string' || typeof lon === 'string') {
    complain(String(wrong), false)
    return
  }
  const received = receivedOf(raw.received, at, complain)
  if (received === null) {
    const what = `the time ${iso(at)} is before 2000 (the unit had lost its clock), and when it came is not said`
    complain(what, false)
    return
  }
  const fix = { at, received, lat, lon, ...measured(raw, complain), ...flags(raw, complain) }
  track.records.push({ line, fix })
}

function coordinate(name: 'lat' | 'lon', value: unknown): number | null | string {
  if (absent(value)) return null
  return numberOf(value) ?? `${name} "${short(value)}" is no number`
}

type Complain = (what: string, kept: boolean) => void

function receivedOf(value: unknown, at: Millis, complain: Complain): Millis | null {
  const received = absent(value) ? at : instantOf(value)
  if (typeof received === 'number' && received >= YEAR_2000) return received
  if (!absent(value)) {
    complain(`received: ${typeof received === 'string' ? received : `${iso(received)} is before 2000`}`, true)
  }
  return at >= YEAR_2000 ? at : null
}

/** Units write -1 or 0 for what they do not know of accuracy, -1 for speed and course. */
const ranges = {
  accuracy: { known: (value: number) => value > 0, fits: () => true, range: 'metres' },
  speed: { known: (value: number) => value >= 0, fits: () => true, range: 'metres a second' },
  course: {
    known: (value: number) => value >= 0,
    fits: (value: number) => value <= 360,
    range: '0 to 360 degrees',
  },
  battery: { known: (value: number) => value >= 0, fits: (value: number) => value <= 1, range: '0 to 1' },
} as const

type Measured = Partial<Record<keyof typeof ranges, number>>

function measured(raw: RawRecord, complain: Complain): Measured {
  const found: Measured = {}
  for (const name of Object.keys(ranges) as (keyof typeof ranges)[]) {
    if (absent(raw[name])) continue
    const { known, fits, range } = ranges[name]
    const value = numberOf(raw[name])
    if (value === null || !fits(value)) complain(`${name} "${short(raw[name])}" is not ${range}`, true)
    else if (known(value)) found[name] = value
  }
  return found
}

const yes = ['1', 'true', 'yes']
const no = ['0', 'false', 'no']
const flagNames = ['strap', 'case', 'charging', 'motion', 'beacon'] as const

function flags(raw: RawRecord, complain: Complain): UnitFlags {
  const found: UnitFlags = {}
  for (const name of flagNames) {
    if (absent(raw[name])) continue
    const text = String(raw[name]).trim().toLowerCase()
    if (yes.includes(text)) found[name] = true
    else if (no.includes(text)) found[name] = false
    else complain(`${name} "${short(raw[name])}" is not true or false`, true)
  }
  return found
}
