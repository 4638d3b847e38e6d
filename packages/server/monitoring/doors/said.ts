import { Temporal } from 'temporal-polyfill'
import type { JsonObject } from '../path/json.ts'
import type { FixRecord, Reading, SignalRecord } from '../path/reading.ts'
import type { Aside } from './message.ts'
import { clean } from './values.ts'

// From what a protocol says to readings of the watch: one place where a time, a place and a number are believed.

const hour = 3_600_000
/** A fix older than this has no place in the record any more (DESIGN: days are packed after thirty). */
export const oldest = 30 * 24 * hour
/** A clock this far ahead tells nothing. What is nearer is judged by the watch itself. */
export const furthestAhead = 24 * hour
const year2000 = 946_684_800_000

/** One record as a protocol gave it, in the watch's units; what it did not say is absent. */
export interface Said {
  /** Epoch milliseconds; null when it is no number or no time. */
  at: number | null
  lat?: number
  lon?: number
  accuracy?: number
  /** Metres a second. */
  speed?: number
  course?: number
  satellites?: number
  /** 0 to 1. */
  battery?: number
  charging?: boolean
  strap?: boolean
  case?: boolean
  motion?: boolean
  beacon?: boolean
  lastKnown?: boolean
  /** What it says besides a position. */
  events: readonly Event[]
  /** What has no column. */
  extra: JsonObject
  /** As it came, for the record of what was set aside. */
  raw: unknown
}

export type Event = SignalRecord extends infer R ? (R extends unknown ? Omit<R, 'at'> : never) : never

const flags = ['charging', 'strap', 'case', 'motion', 'beacon', 'lastKnown'] as const
const measures = ['accuracy', 'speed', 'course', 'battery'] as const
const limits: Record<(typeof measures)[number], readonly [number, number]> = {
  accuracy: [0, 100_000],
  speed: [0, 1_000],
  course: [0, 360],
  battery: [0, 1],
}

/**
 * The readings of one record. Its time must be one that can be: what else it says of strap, case or help counts from
 * when it came, whatever its clock says, and is never dropped with its position.
 * @param received epoch milliseconds, ours
 */
export function readingsOf(said: Said, received: number): { readings: Reading[]; aside: Aside | null } {
  const extra: JsonObject = { ...said.extra }
  const aside = timeProblem(said, received) ?? placeProblem(said)
  const timeIsGood = timeProblem(said, received) === null
  const at = timeIsGood ? said.at! : received
  if (!timeIsGood && said.at !== null) extra.measuredAt = said.at
  const told = measured(said, extra)
  const readings: Reading[] = []
  if (timeIsGood && said.lat !== undefined && said.lon !== undefined) {
    const good = placeProblem(said) === null
    if (!good) Object.assign(extra, { lat: String(said.lat), lon: String(said.lon) })
    const record: FixRecord = { at, lat: good ? said.lat : null, lon: good ? said.lon : null, ...told }
    readings.push({ kind: 'fix', record, extra: kept(extra) })
  }
  const events = eventsOf(said, readings.length > 0)
  for (const event of events) {
    const own = readings.length === 0 ? unitSays(told) : {}
    readings.push({
      kind: 'signal',
      record: { ...own, ...event, at } as SignalRecord,
      extra: readings.length === 0 ? kept(extra) : null,
    })
  }
  return { readings, aside }
}

const kept = (extra: JsonObject) => (Object.keys(extra).length > 0 ? clean(extra) : null)

/** What is said besides the position; a message with neither is a sign of life. */
function eventsOf(said: Said, hasFix: boolean): Event[] {
  const events = [...said.events]
  // Without a fix to carry them, the flags speak for themselves.
  if (!hasFix && said.strap) events.unshift({ event: 'strap' })
  if (!hasFix && said.case) events.unshift({ event: 'case' })
  if (!hasFix && events.length === 0) events.push({ event: 'heartbeat' })
  return events
}

function measured(said: Said, extra: JsonObject): Omit<FixRecord, 'at' | 'lat' | 'lon'> {
  const told: Omit<FixRecord, 'at' | 'lat' | 'lon'> = {}
  for (const name of measures) {
    const value = said[name]
    if (value === undefined) continue
    const [least, most] = limits[name]
    if (Number.isFinite(value) && value >= least && value <= most) told[name] = value
    else extra[name] = Number.isFinite(value) ? value : String(value)
  }
  const { satellites } = said
  if (satellites !== undefined) {
    if (Number.isInteger(satellites) && satellites >= 0 && satellites <= 200) told.satellites = satellites
    else extra.satellites = String(satellites)
  }
  for (const name of flags) if (said[name] !== undefined) told[name] = said[name]
  return told
}

/** What a signal may carry of the unit; a position's own numbers it has not. */
function unitSays({
  battery,
  charging,
  motion,
  beacon,
}: Omit<FixRecord, 'at' | 'lat' | 'lon'>): Partial<SignalRecord> {
  return {
    ...(battery === undefined ? {} : { battery }),
    ...(charging === undefined ? {} : { charging }),
    ...(motion === undefined ? {} : { motion }),
    ...(beacon === undefined ? {} : { beacon }),
  }
}

function timeProblem(said: Said, received: number): Aside | null {
  const { at, raw } = said
  if (at === null || !Number.isFinite(at))
    return { reason: 'not-understood', detail: 'The time is not one.', record: raw }
  if (at < year2000) return { reason: 'before-2000', detail: `Measured at ${iso(at)}.`, record: raw }
  if (at < received - oldest) return { reason: 'too-old', detail: `Measured at ${iso(at)}.`, record: raw }
  if (at > received + furthestAhead)
    return { reason: 'future', detail: `Measured at ${iso(at)}.`, record: raw }
  return null
}

function placeProblem({ lat, lon, raw }: Said): Aside | null {
  if (lat === undefined && lon === undefined) return null
  const there = Number.isFinite(lat) && Number.isFinite(lon) && Math.abs(lat!) <= 90 && Math.abs(lon!) <= 180
  if (there) return null
  return { reason: 'out-of-range', detail: `Latitude ${lat}, longitude ${lon}.`, record: raw }
}

/** An instant for a reader; a number beyond the calendar as the number it is. */
function iso(millis: number): string {
  return Math.abs(millis) <= 8.64e15
    ? Temporal.Instant.fromEpochMilliseconds(Math.trunc(millis)).toString()
    : String(millis)
}
