import type { DeviceInput, Fix, Input } from '@inlieu/watch'
import { unpackFlags } from './flags.ts'
import type { JsonObject } from './json.ts'
import { storedKey } from './reading.ts'

// Rows of the record as inputs of the watch: what was stepped live is stepped again exactly, in a replay, a what-if
// and after a crash.

/** Milliseconds of a column, as a number. */
const millis = (column: string) => `(extract(epoch from ${column}) * 1000)::float8`

/** What is read of `monitoring.fix` (as `f`) to make an input of it. */
export const fixColumns = `f.unit_id, ${millis('f.at')} as at, f.digest::text as digest, ${millis('f.received_at')} as received,
  f.lat, f.lon, f.accuracy, f.speed, f.course, f.battery, f.satellites, f.flags`

/** What is read of `monitoring.signal` (as `s`). */
export const signalColumns = `s.unit_id, ${millis('s.at')} as at, s.digest::text as digest, ${millis('s.received_at')} as received,
  s.content`

/** What is read of `monitoring.told` (as `t`). */
export const toldColumns = `t.id, ${millis('t.at')} as at, ${millis('t.told_at')} as received, t.content`

interface Row {
  at: number
  received: number
}

export interface FixRow extends Row {
  unit_id: string
  digest: string
  lat: number | null
  lon: number | null
  accuracy: number | null
  speed: number | null
  course: number | null
  battery: number | null
  satellites: number | null
  flags: number
}

export interface SignalRow extends Row {
  unit_id: string
  digest: string
  content: JsonObject
}

export interface ToldRow extends Row {
  id: string | number
  content: JsonObject
}

/** A stored position as it was given to the watch. */
export function fixInput(row: FixRow): Fix {
  const fix: Fix = {
    kind: 'fix',
    key: storedKey(row.unit_id, row.at, BigInt(row.digest)),
    at: row.at,
    received: row.received,
    device: row.unit_id,
    lat: row.lat,
    lon: row.lon,
    ...unpackFlags(row.flags),
  }
  for (const name of ['accuracy', 'speed', 'course', 'battery', 'satellites'] as const) {
    if (row[name] !== null) fix[name] = row[name]
  }
  return fix
}

/** A stored signal as it was given to the watch. */
export function signalInput(row: SignalRow): DeviceInput {
  return {
    ...row.content,
    kind: 'device',
    key: storedKey(row.unit_id, row.at, BigInt(row.digest)),
    at: row.at,
    received: row.received,
    device: row.unit_id,
  } as unknown as DeviceInput
}

/** What the office told of a person, as it was given to the watch. */
export function toldInput(row: ToldRow): Input {
  return { ...row.content, key: `told:${row.id}`, at: row.at, received: row.received } as unknown as Input
}
