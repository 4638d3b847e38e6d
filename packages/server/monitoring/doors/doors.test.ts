import { connect } from 'node:net'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { wallNow } from '../../platform/clock.ts'
import { ownerQuery } from '../../testing/database.ts'
import { type TestAccount, type TestOffice, testOffice } from '../../testing/office.ts'
import {
  rowsOf,
  secretIn,
  secretOf,
  type TestWatch,
  testWatch,
  until,
  type Wearer,
  wearer,
} from '../testing/watched.ts'
import { Flood } from './flood.ts'

// The doors over HTTP: who gets in, what is answered, and that nothing anybody sends is an error of ours.

let office: TestOffice
let deputy: TestAccount
let watch: TestWatch
let phone: Wearer
let feed: Wearer
beforeAll(async () => {
  office = await testOffice()
  deputy = await office.account(['deputy'])
  phone = await wearer(deputy, 'osmand')
  feed = await wearer(deputy, 'json')
  watch = await testWatch(office)
}, 60_000)
afterAll(async () => {
  await watch.close()
  await office.stop()
})

const seconds = () => Math.floor(wallNow().epochMilliseconds / 1000)
const query = (secret: string, more = '') =>
  `/?id=${secret}&lat=38.58&lon=-121.5&timestamp=${seconds()}&accuracy=5${more}`
const post = (body: string | Buffer, headers: Record<string, string>): RequestInit => ({
  method: 'POST',
  body: typeof body === 'string' ? body : new Uint8Array(body),
  headers,
})
const fixesOf = (unitId: string) =>
  rowsOf(
    office,
    deputy.agencyId,
    'select lat, extra from monitoring.fix where unit_id = $1 order by received_at',
    [unitId],
  )
const lastAside = async () => {
  // Of an unknown unit no agency may read it: only the watch itself.
  const watchRole = new pg.Client({ connectionString: office.urls.ingest })
  await watchRole.connect()
  const found = await watchRole.query(
    'select agency_id, unit_id, reason, body, address from monitoring.set_aside order by id desc limit 1',
  )
  await watchRole.end()
  return found.rows[0]
}

describe('who gets in', () => {
  test('a unit by its identifier, in a query, a form, or the path /osmand', async () => {
    expect((await watch.send(query(phone.secret))).status).toBe(200)
    const form = query(phone.secret, '&batt=50').slice(2)
    expect(
      (await watch.send('/osmand', post(form, { 'content-type': 'application/x-www-form-urlencoded' })))
        .status,
    ).toBe(200)
    expect(await fixesOf(phone.unitId)).toHaveLength(2)
  })

  test('an unknown identifier: 404 with what to do, and on record without the identifier', async () => {
    const guess = 'guessed-identifier-9876'
    const { status, body } = await watch.send(query(guess))
    expect(status).toBe(404)
    expect(body).toMatchObject({ error: 'unknown-unit', message: expect.stringContaining('Ask the office') })
    const aside = await lastAside()
    expect(aside).toMatchObject({ agency_id: null, reason: 'unknown-unit' })
    expect(aside.body).not.toContain(guess)
    expect(aside.body).toContain('9876')
  })

  test('an identifier of no letters is refused like another, and its end can be kept', async () => {
    expect(await watch.send('/?id=abcd%00%F0%9F%98%80%0A&lat=1&lon=2')).toMatchObject({
      status: 404,
      body: { message: expect.stringContaining('(…????)') },
    })
    expect((await lastAside()).reason).toBe('unknown-unit')
  })

  test('no identifier: 401 that names what is missing', async () => {
    expect(await watch.send('/?lat=1&lon=2')).toMatchObject({
      status: 401,
      body: { message: expect.stringContaining('`id`') },
    })
  })

  test('a credential of another door opens nothing', async () => {
    expect((await watch.send(query(feed.secret))).status).toBe(404)
    expect(await lastAside()).toMatchObject({ unit_id: feed.unitId, reason: 'other-door' })
    expect((await watch.records(phone.secret, [])).status).toBe(401)
    expect(await lastAside()).toMatchObject({ unit_id: phone.unitId, reason: 'other-door' })
  })

  test('a replaced credential ends at once; the new one works', async () => {
    const old = phone.secret
    phone.secret = await secretOf(deputy, phone.unitId, 'osmand')
    expect((await watch.send(query(phone.secret))).status).toBe(200)
    await until(async () => (await watch.send(query(old))).status === 404)
    expect(await lastAside()).toMatchObject({
      agency_id: deputy.agencyId,
      unit_id: phone.unitId,
      reason: 'replaced-credential',
    })
  })

  test('a unit speaks for itself only, whatever serial its record names', async () => {
    await watch.records(feed.secret, [{ unit: 'BT-somebody-else', at: seconds(), lat: 38.5, lon: -121.5 }])
    expect((await fixesOf(feed.unitId)).at(-1)).toMatchObject({ lat: 38.5 })
  })

  test('a forwarder names units by serial; a serial that the office has not is set aside', async () => {
    const made = await deputy.post('/api/equipment/forwarders', { name: 'Vendor feed', door: 'json' })
    const secret = secretIn(made.body.setUp.lines)
    const [unit] = await rowsOf<{ serial: string }>(
      office,
      deputy.agencyId,
      'select serial from equipment.unit where id = $1',
      [feed.unitId],
    )
    const record = { at: seconds(), lat: 38.4, lon: -121.5 }
    const { body } = await watch.records(secret, [
      { ...record, unit: unit!.serial },
      { ...record, unit: 'NOBODY' },
      record,
    ])
    expect(body).toMatchObject({
      accepted: 1,
      setAside: [{ reason: 'unknown-unit' }, { reason: 'unknown-unit' }],
    })
    expect((await fixesOf(feed.unitId)).at(-1)).toMatchObject({ lat: 38.4 })
  })
})

describe('what is answered', () => {
  test('a command that waits, once', async () => {
    await ownerQuery(office.urls, deputy.agencyId, (client) =>
      client.query(
        `insert into monitoring.command (agency_id, id, unit_id, person_id, kind, asked_at, keep_until)
         values ($1, gen_random_uuid(), $2, $3, 'vibrate', $4, $4::timestamptz + interval '1 hour')`,
        [deputy.agencyId, phone.unitId, phone.personId, wallNow().toString()],
      ),
    )
    await until(async () => (await watch.send(query(phone.secret, `&n=${Math.random()}`))).body === 'vibrate')
    expect((await watch.send(query(phone.secret, '&n=after'))).body).toBe('')
    await until(async () => {
      const rows = await rowsOf(
        office,
        deputy.agencyId,
        'select from monitoring.command where sent_at is not null',
      )
      return rows.length === 1
    })
  })

  test('gzip is unpacked; what is not gzip is said so; a bomb is stopped', async () => {
    const packed = gzipSync(JSON.stringify({ records: [{ at: seconds(), lat: 38.41, lon: -121.5 }] }))
    const headers = {
      authorization: `Bearer ${feed.secret}`,
      'content-encoding': 'gzip',
      'content-type': 'application/json',
    }
    expect((await watch.send('/json', post(packed, headers))).status).toBe(200)
    expect((await watch.send('/json', post('plain', headers))).status).toBe(400)
    expect((await watch.send('/json', post(gzipSync(Buffer.alloc(64 * 1024 * 1024)), headers))).status).toBe(
      413,
    )
    expect((await watch.send('/json', post('x', { ...headers, 'content-encoding': 'br' }))).status).toBe(415)
  })

  test('more than a message may hold: 413', async () => {
    const headers = { authorization: `Bearer ${feed.secret}`, 'content-type': 'application/json' }
    expect((await watch.send('/json', post('['.padEnd(3 * 1024 * 1024, '1,'), headers))).status).toBe(413)
    const many = { records: Array.from({ length: 5_001 }, () => ({})) }
    expect((await watch.send('/json', post(JSON.stringify(many), headers))).status).toBe(413)
  })

  test('another path: 404 that names the doors', async () => {
    expect(await watch.send('/nothing')).toMatchObject({
      status: 404,
      body: { message: expect.stringContaining('/owntracks') },
    })
  })
})

describe('hostile messages', () => {
  const hostile: [string, string, string | Buffer, Record<string, string>][] = [
    ['no JSON', '/json', '{', {}],
    ['text that is no UTF-8', '/json', Buffer.from([0x7b, 0xff, 0xfe]), {}],
    ['nested a hundred thousand deep', '/json', '['.repeat(100_000), {}],
    ['a number', '/json', '5', {}],
    ['null', '/json', 'null', {}],
    ['records that is no list', '/json', '{"records":{}}', {}],
    [
      'a record that names the prototype',
      '/json',
      '{"records":[{"__proto__":{"at":1},"constructor":1}]}',
      {},
    ],
    ['a NUL in a text', '/json', `{"records":[{"at":${seconds()},"lat":1,"lon":2,"note":"a\\u0000b"}]}`, {}],
    ['half a character', '/json', `{"records":[{"at":${seconds()},"lat":1,"lon":2,"note":"\\ud800"}]}`, {}],
    [
      'numbers beyond numbers',
      '/json',
      `{"records":[{"at":1e308,"lat":1e999,"lon":-1e999,"battery":1e308}]}`,
      {},
    ],
    ['a header that is none', '/json', '{}', { authorization: 'Bearer' }],
    ['a Basic that is none', '/owntracks', '{}', { authorization: 'Basic %%%' }],
    ['an empty Traccar', '/traccar', '{}', {}],
    ['a Traccar of texts', '/traccar', '{"device":"x","position":"y"}', {}],
  ]
  test.each(hostile)('%s is refused or set aside, never an error of ours', async (_, path, body, headers) => {
    const answer = await watch.send(path, post(body, { authorization: `Bearer ${feed.secret}`, ...headers }))
    expect(answer.status).toBeLessThan(500)
    expect((await watch.send(query(phone.secret, `&n=${Math.random()}`))).status).toBe(200)
  })

  test('whatever a record holds', async () => {
    const record = fc.dictionary(
      fc.constantFrom(
        'at',
        'lat',
        'lon',
        'accuracy',
        'speed',
        'battery',
        'event',
        'unit',
        'alcohol',
        'strap',
        'satellites',
        'x',
      ),
      fc.oneof(
        fc.jsonValue(),
        fc.double(),
        fc.string({ unit: 'binary' }),
        fc.constant(seconds()),
        fc.constantFrom('strap', 'breath'),
      ),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(record, { maxLength: 5 }), async (records) => {
        const { status, body } = await watch.records(feed.secret, records)
        expect(status, JSON.stringify(body)).toBe(200)
      }),
      { numRuns: 60 },
    )
  })

  test('whatever a query holds', async () => {
    const name = fc.constantFrom(
      'lat',
      'lon',
      'timestamp',
      'speed',
      'batt',
      'alarm',
      'location',
      'cell',
      'valid',
      'x',
    )
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(name, fc.string({ unit: 'binary' })), { maxLength: 6 }),
        async (fields) => {
          const sent = new URLSearchParams([['id', phone.secret], ...fields])
          expect((await watch.send(`/?${sent}`)).status).toBe(200)
        },
      ),
      { numRuns: 60 },
    )
  })

  test('a line that is no HTTP, and one that never ends, close their own connection only', async () => {
    const { hostname, port } = new URL(watch.url)
    for (const sent of [
      '\x00\x01\x02\r\n\r\n',
      'GET / HTTP/9.9\r\n',
      `GET /?id=${'a'.repeat(100_000)} HTTP/1.1\r\n\r\n`,
    ]) {
      await new Promise<void>((resolve) => {
        const socket = connect(Number(port), hostname, () => socket.end(sent))
        socket.resume()
        socket.on('close', () => resolve())
        socket.on('error', () => resolve())
      })
    }
    expect((await watch.send(query(phone.secret, '&n=last'))).status).toBe(200)
  })

  test('who guesses is slowed down, and the units behind the same address go on', async () => {
    const statuses: number[] = []
    for (let n = 0; n < 40; n++) statuses.push((await watch.send(query(`guess-${n}`))).status)
    expect(statuses).toContain(429)
    expect((await watch.send(query(phone.secret, '&n=on'))).status).toBe(200)
  })
})

describe('floods', () => {
  test('below, at and above a burst; a token comes back with time', () => {
    const flood = new Flood({ burst: 3, perSecond: 0.5 })
    expect([flood.take('a', 0), flood.take('a', 0), flood.take('a', 0)]).toEqual([0, 0, 0])
    expect(flood.take('a', 0)).toBe(2)
    expect(flood.take('b', 0)).toBe(0)
    expect(flood.take('a', 1_999)).toBe(1)
    expect(flood.take('a', 2_000)).toBe(0)
  })
})
