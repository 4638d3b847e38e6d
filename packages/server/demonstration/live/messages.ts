import type { WornUnit } from '../sacramento/notes.ts'
import type { Measured } from './lives.ts'

// What units and applications of each kind send for the same measurement. Times are the unit's own, which are the
// wall's: an office that was moved ahead reckons the difference in.

/** A request at a device door. */
export interface DoorRequest {
  method: 'GET' | 'POST'
  path: string
  headers: Record<string, string>
  body?: string
}

/** Measurements of one unit as its protocol sends them: several at once only where it can. */
export function requestsOf(
  unit: WornUnit,
  forwarder: string,
  measured: readonly Measured[],
  /** Milliseconds that the office's clock is ahead of the unit's. */
  ahead: number,
): DoorRequest[] {
  const own = measured.map((one) => ({ ...one, at: one.at - ahead }))
  switch (unit.reportsBy) {
    case 'json':
      return own.length === 0 ? [] : [json(unit.secret, own)]
    case 'osmand':
      return own.map((one) => osmand(unit.secret, one))
    case 'owntracks':
      return own.map((one) => owntracks(unit, one))
    case 'forwarded':
      return own.map((one) => forwarded(unit.serial, forwarder, one))
  }
}

const asJson = { 'content-type': 'application/json' }
const placeOf = (one: Measured) =>
  one.kind === 'fix' && one.lat !== null && one.lon !== null
    ? { lat: round(one.lat), lon: round(one.lon), accuracy: one.accuracy ?? 30 }
    : null
/** A tenth of a metre. */
const round = (degrees: number) => Math.round(degrees * 1e6) / 1e6

/** Our own form: several measurements in one message. */
export function json(secret: string, measured: readonly Measured[]): DoorRequest {
  const records = measured.map((one) => ({
    at: one.at,
    ...(placeOf(one) ?? { event: 'heartbeat' }),
    battery: one.battery,
    charging: one.charging,
    ...(one.strap ? { strap: true } : {}),
  }))
  return {
    method: 'POST',
    path: '/json',
    headers: { ...asJson, authorization: `Bearer ${secret}` },
    body: JSON.stringify({ records }),
  }
}

/** As Traccar Client: one position in the query. */
function osmand(secret: string, one: Measured): DoorRequest {
  const query = new URLSearchParams({ id: secret, timestamp: String(Math.floor(one.at / 1000)) })
  for (const [name, value] of Object.entries(placeOf(one) ?? {})) query.set(name, String(value))
  query.set('batt', String(Math.round((one.battery ?? 1) * 100)))
  if (one.charging) query.set('charge', 'true')
  if (one.strap) query.set('alarm', 'removing')
  return { method: 'GET', path: `/osmand?${query}`, headers: {} }
}

function owntracks({ secret, serial }: WornUnit, one: Measured): DoorRequest {
  const place = placeOf(one)
  const password = Buffer.from(`unit:${secret}`).toString('base64')
  return {
    method: 'POST',
    path: '/owntracks',
    headers: { ...asJson, authorization: `Basic ${password}` },
    body: JSON.stringify({
      _type: 'location',
      tid: serial.slice(-2),
      tst: Math.floor(one.at / 1000),
      ...(place ? { lat: place.lat, lon: place.lon, acc: place.accuracy } : {}),
      batt: Math.round((one.battery ?? 1) * 100),
      bs: one.charging ? 2 : 1,
    }),
  }
}

/** As a Traccar server forwards a position (`forward.type` json). */
function forwarded(serial: string, secret: string, one: Measured): DoorRequest {
  const place = placeOf(one)
  return {
    method: 'POST',
    path: '/traccar',
    headers: { ...asJson, authorization: `Bearer ${secret}` },
    body: JSON.stringify({
      device: { uniqueId: serial, name: serial },
      position: {
        fixTime: one.at,
        deviceTime: one.at,
        valid: place !== null,
        ...(place ? { latitude: place.lat, longitude: place.lon, accuracy: place.accuracy } : {}),
        attributes: {
          batteryLevel: Math.round((one.battery ?? 1) * 100),
          charge: one.charging ?? false,
          ...(one.strap ? { alarm: 'removing' } : {}),
        },
      },
    }),
  }
}
