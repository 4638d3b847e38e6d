import { z } from 'zod'
import type { JsonObject } from '../path/json.ts'
import { jsonOf, type Message, Refusal, type Understood } from './message.ts'
import { type Event, readingsOf } from './said.ts'
import { known, number, text, time, truth, without } from './values.ts'

// Our own form: `{ "records": [ … ] }`, plain or gzip. For vendors' feeds, and for units that store and send later. The
// answer holds in `commands` what is asked: of a unit that sends for itself the words (`["vibrate"]`), of a sender of
// many each with its unit (`[{ "unit": "BT-1", "kind": "vibrate" }]`). It is said once: hand it on.

/** Records in one message at most. */
export const mostRecords = 5_000

const taken = new Set([
  'unit', 'at', 'lat', 'lon', 'accuracy', 'speed', 'course', 'battery', 'satellites', 'charging', 'strap', 'case',
  'motion', 'beacon', 'lastKnown', 'event', 'alcohol', 'test', 'identity', 'verdict',
]) // biome-ignore format: a list

const plain = [
  'heartbeat', 'charging', 'unplugged', 'battery', 'battery-low', 'shut-down', 'sos', 'jamming', 'shielding',
  'antenna-cut', 'fall', 'strap', 'strap-closed', 'case', 'case-closed', 'rf-in', 'rf-out', 'base-moved', 'power-lost',
  'power-restored', 'alcohol-obstructed', 'alcohol-tamper',
] as const // biome-ignore format: a list

const alcohol = z.number().min(0).max(1)
const test = z.string().min(1).max(100).optional()
/** An event of a record, with what belongs to it. A result that a person gives (a laboratory's) has no door here. */
const event = z.discriminatedUnion('event', [
  z.object({ event: z.enum(plain) }),
  z.object({
    event: z.literal('breath'),
    alcohol,
    test,
    identity: z.enum(['sure', 'doubtful', 'unknown']).optional(),
  }),
  z.object({ event: z.literal('alcohol'), alcohol }),
  z.object({ event: z.literal('voice'), verdict: z.enum(['passed', 'failed']), test }),
  z.object({ event: z.literal('check-in'), test }),
])

/** The secret: a bearer token; null when there is none. */
export function bearerToken(message: Message): string | null {
  return /^Bearer ([!-~]{1,200})$/i.exec(message.headers.authorization ?? '')?.[1] ?? null
}

/** @throws Refusal for a body that is no list of records */
export function readJsonBatch(message: Message): Understood {
  const body = jsonOf(message.body)
  const records = Array.isArray(body) ? body : body.records
  if (!Array.isArray(records))
    throw new Refusal(400, 'not-understood', 'The body is neither a list of records nor {"records": […]}.')
  if (records.length > mostRecords)
    throw new Refusal(
      413,
      'too-large',
      `There are ${records.length} records in the message: send at most ${mostRecords} in one.`,
    )
  const out: Understood = { readings: [], asides: [] }
  for (const record of records) {
    if (typeof record !== 'object' || record === null || Array.isArray(record)) {
      const aside = { reason: 'not-understood' as const, detail: 'The record is not an object.', record }
      out.asides.push({ serial: null, aside })
    } else readRecord(record, message.received, out)
  }
  return out
}

function readRecord(record: JsonObject, received: number, out: Understood): void {
  const serial = text(record.unit) ?? null
  const parsed = record.event === undefined ? null : event.safeParse(record)
  if (parsed && !parsed.success) {
    const detail = z.prettifyError(parsed.error).slice(0, 300)
    out.asides.push({ serial, aside: { reason: 'not-understood', detail, record } })
    return
  }
  const hasPlace = (record.lat ?? null) !== null || (record.lon ?? null) !== null
  const { readings, aside } = readingsOf(
    {
      at: time(record.at),
      ...(hasPlace ? { lat: number(record.lat) ?? Number.NaN, lon: number(record.lon) ?? Number.NaN } : {}),
      ...numbers(record),
      ...truths(record),
      events: parsed ? [parsed.data as Event] : [],
      extra: without(record, taken),
      raw: record,
    },
    received,
  )
  out.readings.push(...readings.map((reading) => ({ serial, reading })))
  if (aside) out.asides.push({ serial, aside })
}

function numbers(record: JsonObject): Record<string, number> {
  const names = ['accuracy', 'speed', 'course', 'battery', 'satellites']
  return Object.fromEntries(
    names.map((name) => [name, known(record[name])]).filter(([, value]) => value !== undefined),
  )
}

function truths(record: JsonObject): Record<string, boolean> {
  const names = ['charging', 'strap', 'case', 'motion', 'beacon', 'lastKnown']
  return Object.fromEntries(
    names.map((name) => [name, truth(record[name])]).filter(([, value]) => value !== undefined),
  )
}
