import type { JsonObject } from '../path/json.ts'
import { type Message, objectOf, Refusal, type Understood } from './message.ts'
import { type Event, readingsOf, type Said } from './said.ts'
import { knots, known, number, object, text, time, truth, without } from './values.ts'
import { meaningOf } from './words.ts'

// What a Traccar server forwards as JSON: every position (`forward.type=json`), and events. It sends again and leaves
// out as it likes; the key of a record makes the first harmless, silence is watched for the second.

const taken = new Set([
  'latitude', 'longitude', 'speed', 'course', 'accuracy', 'fixTime', 'deviceTime', 'serverTime', 'valid', 'attributes',
  'id', 'deviceId', 'outdated', 'type',
]) // biome-ignore format: a list
const attributesTaken = new Set([
  'alarm',
  'batteryLevel',
  'charge',
  'motion',
  'sat',
  'distance',
  'totalDistance',
])

/** Events that say by themselves what a position does not: everything else repeats a position that comes as well. */
const events = new Set(['alarm'])

/** @throws Refusal 400 when it is no forward of Traccar's */
export function readTraccar(message: Message): Understood {
  const body = objectOf(message.body)
  const serial = text(object(body.device).uniqueId)
  if (!serial)
    throw new Refusal(400, 'not-understood', 'There is no `device.uniqueId`: is `forward.type` set to json?')
  if (body.event !== undefined) return fromEvent(body, serial, message)
  if (typeof body.position !== 'object' || body.position === null)
    throw new Refusal(400, 'not-understood', 'There is neither a `position` nor an `event`.')
  return understood(said(object(body.position), null), serial, message)
}

function fromEvent(body: JsonObject, serial: string, message: Message): Understood {
  const event = object(body.event)
  const type = text(event.type) ?? ''
  if (!events.has(type)) {
    const aside = { reason: 'not-a-position' as const, detail: `An event of the kind ${type}.`, record: body }
    return { readings: [], asides: [{ serial, aside }] }
  }
  // An alarm whose position has no time of its own happened when the event says.
  const word = text(object(event.attributes).alarm) ?? ''
  const position = typeof body.position === 'object' && body.position !== null ? body.position : {}
  return understood(
    said({ ...object(position), fixTime: object(position).fixTime ?? event.eventTime ?? null }, word),
    serial,
    message,
  )
}

function understood(record: Said, serial: string, { received }: Message): Understood {
  const { readings, aside } = readingsOf(record, received)
  return {
    readings: readings.map((reading) => ({ serial, reading })),
    asides: aside ? [{ serial, aside }] : [],
  }
}

function said(position: JsonObject, word: string | null): Said {
  const attributes = object(position.attributes)
  const alarm = meaningOf([word ?? '', text(attributes.alarm) ?? ''].join(','))
  const speed = known(position.speed)
  const battery = known(attributes.batteryLevel)
  const charging = truth(attributes.charge)
  const motion = truth(attributes.motion)
  const satellites = known(attributes.sat)
  const accuracy = known(position.accuracy)
  const course = known(position.course)
  const hasPlace = position.latitude !== undefined && position.latitude !== null
  return {
    // Where a fix is repeated, its time stands still while the unit's own goes on; then it is the last known one.
    at: time(position.fixTime ?? position.deviceTime),
    ...(hasPlace
      ? { lat: number(position.latitude) ?? Number.NaN, lon: number(position.longitude) ?? Number.NaN }
      : {}),
    // Traccar writes 0 where the unit gave none.
    ...(accuracy ? { accuracy } : {}),
    ...(speed === undefined ? {} : { speed: speed * knots }),
    ...(course === undefined ? {} : { course }),
    ...(satellites === undefined ? {} : { satellites }),
    ...(battery === undefined ? {} : { battery: battery / 100 }),
    ...(charging === undefined ? {} : { charging }),
    ...(motion === undefined ? {} : { motion }),
    ...(truth(position.valid) === false || truth(position.outdated) ? { lastKnown: true } : {}),
    ...(alarm.strap ? { strap: true } : {}),
    ...(alarm.case ? { case: true } : {}),
    events: alarm.events.map((event) => ({ event }) as Event),
    extra: {
      ...without(position, taken),
      ...without(attributes, attributesTaken),
      ...(alarm.other.length > 0 ? { alarm: alarm.other.join(',') } : {}),
    },
    raw: position,
  }
}
