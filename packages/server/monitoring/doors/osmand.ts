import type { JsonObject } from '../path/json.ts'
import { type Message, objectOf, Refusal, type Understood } from './message.ts'
import { type Event, readingsOf, type Said } from './said.ts'
import { knots, known, number, object, text, time, truth, without } from './values.ts'
import { meaningOf } from './words.ts'

// The OsmAnd protocol as Traccar Client speaks it (traccar.org/osmand): one position a request, in the query, a form
// or, since version 9, JSON.

const taken = new Set([
  'id', 'deviceid', 'lat', 'lon', 'location', 'timestamp', 'valid', 'bearing', 'heading', 'accuracy', 'batt',
  'charge', 'alarm',
]) // biome-ignore format: a list

/** The secret that names the unit: `id` or `deviceid`, or `device_id` in JSON; null when there is none. */
export function osmandIdentity(message: Message): string | null {
  if (isJson(message)) return text(objectOf(message.body).device_id as never) ?? null
  const fields = fieldsOf(message)
  return fields.get('id') ?? fields.get('deviceid')
}

/** @throws Refusal 400 when there is nothing to be read */
export function readOsmand(message: Message): Understood {
  const said = isJson(message)
    ? fromJson(objectOf(message.body), message)
    : fromFields(fieldsOf(message), message)
  const { readings, aside } = readingsOf(said, message.received)
  return {
    readings: readings.map((reading) => ({ serial: null, reading })),
    asides: aside ? [{ serial: null, aside }] : [],
  }
}

const isJson = ({ headers }: Message) => (headers['content-type'] ?? '').includes('json')

function fieldsOf({ query, body, headers }: Message): URLSearchParams {
  const fields = new URLSearchParams(query)
  if ((headers['content-type'] ?? '').includes('x-www-form-urlencoded')) {
    for (const [name, value] of new URLSearchParams(body.toString('utf8'))) fields.append(name, value)
  }
  return fields
}

function fromFields(fields: URLSearchParams, { received }: Message): Said {
  const raw = Object.fromEntries([...fields].filter(([name]) => !/^(id|deviceid)$/.test(name)))
  const [lat, lon] = fields.get('location')?.split(',').map(number) ?? [
    number(fields.get('lat')),
    number(fields.get('lon')),
  ]
  const stamp = fields.get('timestamp')
  const alarm = meaningOf(fields.get('alarm') ?? '')
  const extra: JsonObject = {}
  for (const name of new Set(fields.keys())) {
    if (taken.has(name) || name === 'speed') continue
    const values = fields.getAll(name)
    extra[name] = values.length > 1 ? values : values[0]!
  }
  if (alarm.other.length > 0) extra.alarm = alarm.other.join(',')
  // Traccar Client gives knots; another application fills in what it likes. Where it does not show who spoke, the
  // number is kept and not used.
  const speed = known(fields.get('speed'))
  const isTraccar = fields.has('batt') || fields.has('accuracy')
  if (speed !== undefined && !isTraccar) Object.assign(extra, { speed, speedUnit: 'unknown' })
  return {
    at: stamp === null ? received : time(stamp),
    ...place(lat, lon, fields),
    ...defined({
      accuracy: known(fields.get('accuracy')),
      speed: speed !== undefined && isTraccar ? speed * knots : undefined,
      course: known(fields.get('bearing') ?? fields.get('heading')),
      battery: share(known(fields.get('batt'))),
      charging: truth(fields.get('charge')),
      lastKnown: truth(fields.get('valid')) === false ? true : undefined,
      strap: alarm.strap || undefined,
      case: alarm.case || undefined,
    }),
    events: alarm.events.map((event) => ({ event }) as Event),
    extra,
    raw,
  }
}

/** What was said of the place; a place of which half is missing or no number is one out of range, not a heartbeat. */
function place(
  lat: number | undefined,
  lon: number | undefined,
  fields: URLSearchParams,
): Pick<Said, 'lat' | 'lon'> {
  const said = fields.has('location') || fields.has('lat') || fields.has('lon')
  return said ? { lat: lat ?? Number.NaN, lon: lon ?? Number.NaN } : {}
}

function fromJson(body: JsonObject, { received }: Message): Said {
  const location = object(body.location)
  if (body.location === undefined)
    throw new Refusal(400, 'not-understood', 'The body has no `location`: see the OsmAnd protocol.')
  const coords = object(location.coords)
  const battery = object(location.battery)
  const alarm = meaningOf(text(location.alarm) ?? '')
  const hasPlace = coords.latitude !== undefined || coords.longitude !== undefined
  return {
    at: location.timestamp === undefined ? received : time(location.timestamp),
    ...(hasPlace
      ? { lat: number(coords.latitude) ?? Number.NaN, lon: number(coords.longitude) ?? Number.NaN }
      : {}),
    ...defined({
      accuracy: known(coords.accuracy),
      speed: known(coords.speed),
      course: known(coords.heading),
      battery: known(battery.level),
      charging: truth(battery.is_charging),
      motion: truth(location.is_moving),
      strap: alarm.strap || undefined,
      case: alarm.case || undefined,
    }),
    events: alarm.events.map((event) => ({ event }) as Event),
    extra: {
      ...without(location, new Set(['timestamp', 'coords', 'battery', 'is_moving', 'alarm'])),
      ...(alarm.other.length > 0 ? { alarm: alarm.other.join(',') } : {}),
      ...(typeof coords.altitude === 'number' ? { altitude: coords.altitude } : {}),
    },
    raw: location,
  }
}

const share = (percent: number | undefined) => (percent === undefined ? undefined : percent / 100)

/** An object without what is undefined. */
function defined<T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as never
}
