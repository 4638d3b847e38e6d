import type { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { type Door, doors } from '../codes.ts'

/** One line of what is entered at the other end: which setting, and its value. */
const line = z.object({ setting: z.string(), value: z.string() })

/** How a unit or a forwarder is set up, with its secret. Told once. */
export const setUp = z.object({
  door: z.enum(doors),
  /** Settings in the words of the application at the other end, which are not translated there either. */
  lines: z.array(line),
  /** An address that the application opens to set itself up; null where it knows none. */
  link: z.string().nullable(),
  /** A command that sends one message, to try it. */
  example: z.string().nullable(),
})

export type SetUp = z.output<typeof setUp>

/** What a set-up is made of. `address`: of the device doors, without a path, as `https://units.example.gov`. */
export interface SetUpOf {
  address: string
  door: Door
  secret: string
  /** The serial of the unit, or the name of the forwarder. */
  name: string
  /** The time that the example tells. */
  at: Temporal.Instant
}

/**
 * What to enter at the other end of a door (facts: traccar.org/osmand, owntracks.org/booklet/tech/http, Traccar's
 * `forward.*` settings).
 */
export function setUpOf(of: SetUpOf): SetUp {
  switch (of.door) {
    case 'osmand':
      return osmand(of)
    case 'owntracks':
      return owntracks(of)
    case 'traccar':
      return traccar(of)
    case 'json':
      return json(of)
  }
}

/** Where a door is. */
export const doorAddress = (address: string, door: Door): string => `${address}/${door}`

const seconds = (at: Temporal.Instant): number => Math.floor(at.epochMilliseconds / 1000)

function osmand({ address, door, secret, at }: SetUpOf): SetUp {
  const url = doorAddress(address, door)
  // The application takes its address and identifier from an address that is scanned or opened.
  return {
    door,
    lines: [
      { setting: 'Device identifier', value: secret },
      { setting: 'Server URL', value: url },
      { setting: 'Location accuracy', value: 'highest' },
      { setting: 'Interval', value: '60' },
    ],
    link: `${url}?id=${secret}&accuracy=highest&interval=60`,
    example: `curl "${url}?id=${secret}&lat=38.58&lon=-121.49&accuracy=8&batt=90&timestamp=${seconds(at)}"`,
  }
}

function owntracks({ address, door, secret, name, at }: SetUpOf): SetUp {
  const url = doorAddress(address, door)
  // OwnTracks takes its whole configuration from an address (owntracks.org/booklet/features/remoteconfig).
  const configuration = {
    _type: 'configuration',
    mode: 3,
    url,
    auth: true,
    username: 'unit',
    password: secret,
    deviceId: name,
    monitoring: 2,
    moveModeLocatorInterval: 60,
  }
  const inline = Buffer.from(JSON.stringify(configuration)).toString('base64')
  return {
    door,
    lines: [
      { setting: 'Mode', value: 'HTTP' },
      { setting: 'URL', value: url },
      { setting: 'Username', value: 'unit' },
      { setting: 'Password', value: secret },
      { setting: 'Device ID', value: name },
    ],
    link: `owntracks:///config?inline=${encodeURIComponent(inline)}`,
    example: `curl -u "unit:${secret}" -H "Content-Type: application/json" -d '{"_type":"location","tst":${seconds(at)},"lat":38.58,"lon":-121.49,"acc":8,"batt":90}' "${url}"`,
  }
}

function traccar({ address, door, secret, name, at }: SetUpOf): SetUp {
  const url = doorAddress(address, door)
  const device = { uniqueId: name }
  const position = {
    fixTime: at.toString({ smallestUnit: 'second' }),
    valid: true,
    latitude: 38.58,
    longitude: -121.49,
    accuracy: 8,
    attributes: { batteryLevel: 90 },
  }
  return {
    door,
    lines: [
      { setting: 'forward.enable', value: 'true' },
      { setting: 'forward.type', value: 'json' },
      { setting: 'forward.url', value: url },
      { setting: 'forward.header', value: `Authorization: Bearer ${secret}` },
      { setting: 'forward.retry.enable', value: 'true' },
      { setting: 'event.forward.url', value: url },
      { setting: 'event.forward.header', value: `Authorization: Bearer ${secret}` },
    ],
    link: null,
    example: `curl -H "Authorization: Bearer ${secret}" -H "Content-Type: application/json" -d '${JSON.stringify({ position, device })}' "${url}"`,
  }
}

function json({ address, door, secret, name, at }: SetUpOf): SetUp {
  const url = doorAddress(address, door)
  const record = {
    unit: name,
    at: at.toString({ smallestUnit: 'second' }),
    lat: 38.58,
    lon: -121.49,
    accuracy: 8,
    battery: 0.9,
  }
  return {
    door,
    lines: [
      { setting: 'URL', value: url },
      { setting: 'Authorization', value: `Bearer ${secret}` },
      { setting: 'Content-Type', value: 'application/json' },
    ],
    link: null,
    example: `curl -H "Authorization: Bearer ${secret}" -H "Content-Type: application/json" -d '${JSON.stringify({ records: [record] })}' "${url}"`,
  }
}
