import { describe, expect, test } from 'vitest'
import type { Message, Understood } from './message.ts'
import { type DoorName, doors } from './reception.ts'

// Messages as the applications and servers send them (traccar.org/osmand; Traccar's forwarded JSON as in its issue
// 4529; the booklet of OwnTracks), and what is made of them.

const received = Date.UTC(2026, 2, 2, 20)

function message(query: string, body: unknown = '', headers: Record<string, string> = {}): Message {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  const json: Record<string, string> = typeof body === 'string' ? {} : { 'content-type': 'application/json' }
  return {
    method: body === '' ? 'GET' : 'POST',
    query: new URLSearchParams(query),
    headers: { ...json, ...headers },
    body: Buffer.from(text),
    received,
  }
}

const read = (door: DoorName, sent: Message): Understood => doors[door].read(sent)
const records = (understood: Understood) => understood.readings.map(({ reading }) => reading.record)
const at = received - 5_000
const seconds = at / 1000

describe('OsmAnd, as Traccar Client before version 9 sends it', () => {
  const query = `id=Kx9&timestamp=${seconds}&lat=38.5816&lon=-121.4944&speed=10&bearing=90.5&altitude=12.5&accuracy=4.5&batt=77&charge=true`

  test('a query: knots, per cent, epoch seconds', () => {
    const sent = message(query)
    expect(doors.osmand.secretOf(sent)).toBe('Kx9')
    const understood = read('osmand', sent)
    expect(records(understood)).toEqual([
      {
        at,
        lat: 38.5816,
        lon: -121.4944,
        speed: 10 * (1852 / 3600),
        course: 90.5,
        accuracy: 4.5,
        battery: 0.77,
        charging: true,
      },
    ])
    expect(understood.readings[0]!.reading.extra).toEqual({ altitude: '12.5' })
  })

  test('the same as a form', () => {
    const sent = message('', query, { 'content-type': 'application/x-www-form-urlencoded' })
    expect(doors.osmand.secretOf(sent)).toBe('Kx9')
    expect(records(read('osmand', sent))).toEqual(records(read('osmand', message(query))))
  })

  test('a press for help', () => {
    const found = records(read('osmand', message(`${query}&alarm=sos`)))
    expect(found).toHaveLength(2)
    expect(found[1]).toEqual({ at, event: 'sos' })
  })

  test('several words in one alarm: battery low, and taken off', () => {
    const found = records(read('osmand', message(`${query}&alarm=lowBattery,removing`)))
    expect(found[0]).toMatchObject({ strap: true })
    expect(found[1]).toEqual({ at, event: 'battery-low' })
  })

  test('without a place it is a sign of life', () => {
    expect(records(read('osmand', message(`id=Kx9&timestamp=${seconds}&batt=50`)))).toEqual([
      { at, event: 'heartbeat', battery: 0.5 },
    ])
  })

  test.each([
    [String(at), at],
    [new Date(at).toISOString(), at],
    ['2026-03-02 19:59:55', at],
    ['2026-03-02T19:59:55.000+0000', at],
  ])('a time as %s', (stamp, expected) => {
    expect(
      records(read('osmand', message(`id=a&lat=1&lon=2&timestamp=${encodeURIComponent(stamp)}`)))[0]!.at,
    ).toBe(expected)
  })

  test('no time: now', () => {
    expect(records(read('osmand', message('id=a&lat=1&lon=2')))[0]!.at).toBe(received)
  })

  test('the speed of the OsmAnd application has no known unit: kept, not used', () => {
    const understood = read(
      'osmand',
      message(`id=a&lat=1&lon=2&timestamp=${at}&hdop=1.2&altitude=3&speed=2.5&bearing=10`),
    )
    expect(records(understood)[0]).toEqual({ at, lat: 1, lon: 2, course: 10 })
    expect(understood.readings[0]!.reading.extra).toEqual({
      hdop: '1.2',
      altitude: '3',
      speed: 2.5,
      speedUnit: 'unknown',
    })
  })

  test('a last known position says so', () => {
    expect(records(read('osmand', message(`id=a&lat=1&lon=2&valid=false&timestamp=${at}`)))[0]).toMatchObject(
      { lastKnown: true },
    )
  })
})

describe('OsmAnd as JSON, as Traccar Client from version 9 sends it', () => {
  const location = {
    timestamp: '2026-03-02T19:59:55.000Z',
    coords: { latitude: 38.58, longitude: -121.49, accuracy: 5, speed: -1, heading: -1, altitude: 10 },
    is_moving: false,
    odometer: 1200,
    event: 'motionchange',
    battery: { level: 0.5, is_charging: false },
    activity: { type: 'still' },
    extras: {},
  }
  test('minus one is unknown and never a number', () => {
    const sent = message('', { location, device_id: 'Kx9' })
    expect(doors.osmand.secretOf(sent)).toBe('Kx9')
    expect(records(read('osmand', sent))).toEqual([
      { at, lat: 38.58, lon: -121.49, accuracy: 5, battery: 0.5, charging: false, motion: false },
    ])
  })

  test('a battery of minus one is not there', () => {
    const unknown = { ...location, battery: { level: -1, is_charging: false } }
    expect(records(read('osmand', message('', { location: unknown, device_id: 'a' })))[0]).not.toHaveProperty(
      'battery',
    )
  })
})

describe('OwnTracks over HTTP', () => {
  const location = {
    _type: 'location',
    tst: seconds,
    lat: 38.58,
    lon: -121.49,
    acc: 12,
    vel: 36,
    cog: 180,
    batt: 66,
    bs: 2,
    t: 'u',
    tid: 'ab',
  }

  test('Basic authentication: the password is the secret', () => {
    const authorization = `Basic ${Buffer.from('unit:se:cret').toString('base64')}`
    expect(doors.owntracks.secretOf(message('', location, { authorization }))).toBe('se:cret')
  })

  test('kilometers an hour, per cent, charging', () => {
    expect(records(read('owntracks', message('', location)))).toEqual([
      { at, lat: 38.58, lon: -121.49, accuracy: 12, speed: 10, course: 180, battery: 0.66, charging: true },
    ])
  })

  test('a speed of minus one is unknown', () => {
    expect(records(read('owntracks', message('', { ...location, vel: -1 })))[0]).not.toHaveProperty('speed')
  })

  test('an empty body says nothing and is well', () => {
    expect(read('owntracks', message(''))).toEqual({ readings: [], asides: [] })
  })

  test('a transition is a position', () => {
    const sent = {
      _type: 'transition',
      tst: seconds,
      wtst: 1,
      lat: 38.58,
      lon: -121.49,
      acc: 9,
      event: 'leave',
      desc: 'x',
      t: 'c',
    }
    expect(records(read('owntracks', message('', sent)))).toEqual([
      { at, lat: 38.58, lon: -121.49, accuracy: 9 },
    ])
  })

  test('a lost connection is no sign of life; its time may be a text', () => {
    expect(read('owntracks', message('', { _type: 'lwt', tst: String(seconds) }))).toEqual({
      readings: [],
      asides: [],
    })
  })

  test('a waypoint is kept and is no position of anybody', () => {
    const understood = read(
      'owntracks',
      message('', { _type: 'waypoint', tst: seconds, lat: 1, lon: 2, rad: '50', desc: 'home' }),
    )
    expect(understood.readings).toEqual([])
    expect(understood.asides[0]!.aside.reason).toBe('not-a-position')
  })

  test('an encrypted message is refused with what to do', () => {
    expect(() => read('owntracks', message('', { _type: 'encrypted', data: 'x' }))).toThrow(
      'take the encryption key out',
    )
  })

  test('a battery low of a Queclink unit', () => {
    expect(records(read('owntracks', message('', { ...location, t: '9' })))[1]).toEqual({
      at,
      event: 'battery-low',
    })
  })
})

describe('a position that Traccar forwards', () => {
  const position = {
    id: 0,
    attributes: {
      batteryLevel: 53,
      alarm: 'lowBattery,removing',
      motion: false,
      distance: 0,
      totalDistance: 5922.96,
    },
    deviceId: 1,
    protocol: 'osmand',
    serverTime: '2026-03-02T19:59:58.770+00:00',
    deviceTime: '2026-03-02T19:59:55.000+00:00',
    fixTime: '2026-03-02T19:59:55.000+00:00',
    valid: true,
    latitude: 38.58,
    longitude: -121.49,
    altitude: 0,
    speed: 10,
    course: 90,
    address: null,
    accuracy: 20,
    network: null,
  }
  const device = { id: 1, attributes: {}, name: 'x', uniqueId: 'BT-1', status: 'online' }

  test('knots; an alarm is a comma list; the unit is named by its serial', () => {
    const understood = read('traccar', message('', { position, device }))
    expect(understood.readings.map(({ serial }) => serial)).toEqual(['BT-1', 'BT-1'])
    expect(records(understood)).toEqual([
      {
        at,
        lat: 38.58,
        lon: -121.49,
        accuracy: 20,
        speed: 10 * (1852 / 3600),
        course: 90,
        battery: 0.53,
        motion: false,
        strap: true,
      },
      { at, event: 'battery-low' },
    ])
  })

  test('an older server writes the offset without a colon', () => {
    const older = { ...position, fixTime: '2026-03-02T19:59:55.000+0000' }
    expect(records(read('traccar', message('', { position: older, device })))[0]!.at).toBe(at)
  })

  test('not valid: the last known position, and the strap still counts', () => {
    const found = records(read('traccar', message('', { position: { ...position, valid: false }, device })))
    expect(found[0]).toMatchObject({ lastKnown: true, strap: true })
  })

  test('a position without coordinates: the strap still counts', () => {
    const blind = { ...position, latitude: null, longitude: null, accuracy: 0 }
    expect(records(read('traccar', message('', { position: blind, device })))).toEqual([
      { at, event: 'strap', battery: 0.53, motion: false },
      { at, event: 'battery-low' },
    ])
  })

  test('an event: an alarm says what happened, others repeat what a position says', () => {
    const event = {
      id: 3,
      attributes: { alarm: 'tampering' },
      deviceId: 1,
      type: 'alarm',
      eventTime: position.fixTime,
      positionId: 9,
    }
    const bare = { ...position, attributes: {} }
    expect(records(read('traccar', message('', { event, position: bare, device })))[0]).toMatchObject({
      case: true,
    })
    const online = read('traccar', message('', { event: { ...event, type: 'deviceOnline' }, device }))
    expect(online.readings).toEqual([])
    expect(online.asides[0]!.aside.reason).toBe('not-a-position')
  })

  test('an alarm event without a position', () => {
    const event = {
      id: 3,
      attributes: { alarm: 'sos' },
      deviceId: 1,
      type: 'alarm',
      eventTime: position.fixTime,
    }
    expect(records(read('traccar', message('', { event, device })))).toEqual([{ at, event: 'sos' }])
  })

  test('a word that nobody knows is kept', () => {
    const odd = { ...position, attributes: { alarm: 'hardBraking' } }
    const understood = read('traccar', message('', { position: odd, device }))
    expect(understood.readings[0]!.reading.extra).toMatchObject({ alarm: 'hardBraking' })
  })
})
