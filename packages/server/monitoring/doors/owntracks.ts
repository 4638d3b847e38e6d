import type { JsonObject } from '../path/json.ts'
import { type Message, objectOf, Refusal, type Understood } from './message.ts'
import { type Event, readingsOf, type Said } from './said.ts'
import { kilometresAnHour, known, number, text, time, truth, without } from './values.ts'

// OwnTracks over HTTP (owntracks.org/booklet/tech/http): one message a request, its name in `_type`. Whatever is
// understood is answered with 200 and a list, or the application sends it again for ever.

const taken = new Set([
  '_type', 'lat', 'lon', 'tst', 'acc', 'vel', 'cog', 'batt', 'bs', 'topic', 'tid', 't', '_id',
]) // biome-ignore format: a list

/** Messages that say nothing of where somebody is; they are kept and answered. */
const notPositions = new Set([
  'waypoint',
  'waypoints',
  'status',
  'cmd',
  'card',
  'steps',
  'beacon',
  'dump',
  'configuration',
])

/** The secret: the password of Basic authentication; null when there is none. */
export function basicPassword(message: Message): string | null {
  const match = /^Basic ([A-Za-z0-9+/=]+)$/i.exec(message.headers.authorization ?? '')
  if (!match) return null
  const pair = Buffer.from(match[1]!, 'base64').toString('utf8')
  const colon = pair.indexOf(':')
  return colon < 0 ? null : pair.slice(colon + 1)
}

/** @throws Refusal for what is no message of OwnTracks; an empty body says nothing and is well */
export function readOwntracks(message: Message): Understood {
  if (message.body.length === 0) return { readings: [], asides: [] }
  const body = objectOf(message.body)
  const type = text(body._type)
  if (type === 'location' || type === 'transition') return understood(said(body, type, message), message)
  if (type === 'lwt') return understood(lost(body), message)
  if (type === 'encrypted')
    throw new Refusal(
      422,
      'not-understood',
      'The message is encrypted: take the encryption key out of the application, the connection itself is encrypted.',
    )
  if (type !== undefined && notPositions.has(type)) {
    const aside = {
      reason: 'not-a-position' as const,
      detail: `A message of the kind ${type}.`,
      record: body,
    }
    return { readings: [], asides: [{ serial: null, aside }] }
  }
  throw new Refusal(400, 'not-understood', '`_type` is none of location, transition, lwt, waypoint, status.')
}

function understood(record: Said | null, { received }: Message): Understood {
  if (!record) return { readings: [], asides: [] }
  const { readings, aside } = readingsOf(record, received)
  return {
    readings: readings.map((reading) => ({ serial: null, reading })),
    asides: aside ? [{ serial: null, aside }] : [],
  }
}

function said(body: JsonObject, type: string, { received }: Message): Said {
  const charging = body.bs === 2 || body.bs === 3 ? true : body.bs === 1 ? false : undefined
  const speed = known(body.vel)
  const battery = known(body.batt)
  const course = known(body.cog)
  const accuracy = known(body.acc)
  const { events, kind } = wordOf(body)
  return {
    at: time(body.tst),
    ...(body.lat !== undefined || body.lon !== undefined
      ? { lat: number(body.lat) ?? Number.NaN, lon: number(body.lon) ?? Number.NaN }
      : {}),
    ...(accuracy === undefined ? {} : { accuracy }),
    ...(speed === undefined ? {} : { speed: speed * kilometresAnHour }),
    ...(course === undefined ? {} : { course }),
    ...(battery === undefined ? {} : { battery: battery / 100 }),
    ...(charging === undefined ? {} : { charging }),
    ...(truth(body.m === 2 || undefined) ? { motion: true } : {}),
    events,
    extra: {
      ...without(body, taken),
      ...(kind === undefined ? {} : { t: kind }),
      ...(type === 'transition' ? { transition: text(body.event) ?? '' } : {}),
      // Made later than measured: it was stored, which is no fault.
      ...(time(body.created_at) !== null && (time(body.created_at) ?? 0) > received
        ? { clockAhead: true }
        : {}),
    },
    raw: body,
  }
}

/** What the trigger says: Queclink units through qtripp report battery and power in it (`t`). */
function wordOf(body: JsonObject): { events: Event[]; kind: string | undefined } {
  const kind = text(body.t)
  const byKind: Record<string, Event> = {
    '9': { event: 'battery-low' },
    '2': { event: 'charging' },
    '3': { event: 'unplugged' },
    e: { event: 'unplugged' },
    E: { event: 'charging' },
  }
  return { kind, events: kind !== undefined && Object.hasOwn(byKind, kind) ? [byKind[kind]!] : [] }
}

/** The broker's word that the connection is gone: no sign of life of the unit, so it counts for nothing but the file. */
function lost(body: JsonObject): Said | null {
  if (time(body.tst) === null) throw new Refusal(400, 'not-understood', 'An `lwt` without a time `tst`.')
  return null
}
