import { type DeviceInput, type Fix, keyOf } from '@inlieu/watch'
import type { JsonObject } from './json.ts'

/** A position without what the office adds: its key, its unit and when it was received. */
export type FixRecord = Omit<Fix, 'key' | 'received' | 'kind' | 'device'>

/** What a unit said besides a position, likewise. */
export type SignalRecord = Omit<DeviceInput, 'key' | 'received' | 'kind' | 'device'>

/** One record of a message, read by a door. Times are epoch milliseconds, by the unit. */
export type Reading =
  | { kind: 'fix'; record: FixRecord; extra: JsonObject | null }
  | { kind: 'signal'; record: SignalRecord; extra: JsonObject | null }

/** A reading of a known unit, on its way to the record. */
export interface Received {
  agencyId: string
  unitId: string
  /** Epoch milliseconds, ours. */
  received: number
  reading: Reading
  /** Unit, measured time and digest of the record: the same sent again has no effect. */
  key: string
  digest: bigint
}

/** Gives a reading its key. */
export function receive(agencyId: string, unitId: string, received: number, reading: Reading): Received {
  // What has no column is part of what was said: two records that differ there are two.
  const said = reading.extra === null ? reading.record : { ...reading.record, extra: reading.extra }
  const key = keyOf(unitId, { ...said, ...(reading.kind === 'signal' ? { signal: true } : {}) } as never)
  return { agencyId, unitId, received, reading, key, digest: digestOf(key) }
}

/** The digest in a key as the database keeps it: a signed number of 64 bits. */
export function digestOf(key: string): bigint {
  return BigInt.asIntN(64, BigInt(`0x${key.slice(key.lastIndexOf(':') + 1)}`))
}

/** The key of a stored row. */
export function storedKey(unitId: string, at: number, digest: bigint): string {
  return `${unitId}:${at}:${BigInt.asUintN(64, digest).toString(16).padStart(16, '0')}`
}
