import { randomBytes } from 'node:crypto'
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { alarmBooks, balances, type OpenWatch, openWatch, VirtualClock } from '../../monitoring/index.ts'
import { dayIn, officeAheadSeconds, officeNow, setOfficeAhead, wallNow } from '../../platform/clock.ts'
import { openDatabase } from '../../platform/database.ts'
import { keysFrom } from '../../platform/keys.ts'
import { createTestDatabase, ownerQuery, type TestUrls } from '../../testing/database.ts'
import { timeZone } from '../found-office.ts'
import { type InProcessOffice, openInProcess } from '../in-process.ts'
import { loadDemonstration } from '../index.ts'
import { participant } from '../sacramento/participants.ts'
import { doorsAt } from './doors.ts'
import { type KnownTruth, Life } from './lives.ts'
import { Simulation, type SimulationOptions } from './simulation.ts'

// The second office fills through its routes and lives for two hours of a night on a virtual clock, its units at the
// real doors of a real watch: what should alarm did, and nobody else.

const MINUTE = 60_000
/** By every door; of some something is true in these hours, of the others nothing. */
const followed = [8, 11, 60, 86, 142, 144, 201].map(participant)
const others = [20, 21, 23, 24, 22].map(participant)
const hours = 1.5

let urls: TestUrls
let office: InProcessOffice
let watch: OpenWatch
let folder: string
let options: SimulationOptions
let virtual: number | null = null
let began = 0
const log: string[] = []
const keys = keysFrom(Buffer.alloc(32, 7))
const now = () => virtual ?? officeNow().epochMilliseconds

/** The time of the units, which is the wall's, as these hours go by. */
class LivedClock extends VirtualClock {
  readonly #ahead: number

  constructor(ahead: number) {
    super(officeNow())
    this.#ahead = ahead * 1000
  }

  override timeOf(): number {
    return Math.round(now() - this.#ahead)
  }
}

beforeAll(async () => {
  // The lives of a week are the same whichever week it is: on a Tuesday, at one in the morning.
  const today = dayIn(timeZone, wallNow())
  const night = today
    .add({ days: 7 + ((9 - today.dayOfWeek) % 7) })
    .toZonedDateTime({ timeZone, plainTime: '01:00' })
  const ahead = Math.floor((night.epochMilliseconds - wallNow().epochMilliseconds) / 1000)
  setOfficeAhead(ahead)
  folder = await mkdtemp(join(tmpdir(), 'inlieu-simulation-'))
  urls = await createTestDatabase(inject('cluster'), `simulation_${randomBytes(6).toString('hex')}`)
  await loadDemonstration({ appUrl: urls.app, ownerUrl: urls.owner, keys })
  office = await openInProcess(urls.app, keys)
  watch = await openWatch({
    url: urls.ingest,
    now: () => Temporal.Instant.fromEpochMilliseconds(Math.round(now())),
    aheadSeconds: () => ahead,
    virtual: new LivedClock(ahead),
    say: (line) => log.push(line),
  })
  const address = await watch.listen({ host: '127.0.0.1', port: 0 })
  options = {
    office,
    people: [...followed, ...others],
    keysDir: folder,
    dataDir: folder,
    now,
    aheadSeconds: () => ahead,
    send: doorsAt(address, (line) => log.push(line)),
    say: (line) => log.push(line),
  }
  const simulation = (await Simulation.open(options))!
  await simulation.fill()
  expect(officeAheadSeconds()).toBe(ahead)
  began = now()
  for (let at = began; at <= began + hours * 60 * MINUTE; at += MINUTE) {
    virtual = at
    expect(await simulation.units.sendDue(at)).toBe(true)
    await watch.watcher.tick(Temporal.Instant.fromEpochMilliseconds(at))
  }
}, 240_000)
afterAll(async () => {
  setOfficeAhead(0)
  await watch.close()
  await office.close()
  await urls.drop()
  await rm(folder, { recursive: true })
})

interface Alarm {
  number: number
  kind: string
  at: number
}

const rowsOf = async <R extends object>(query: string): Promise<R[]> => {
  const { rows } = await ownerQuery(urls, '00000000-0000-0000-0000-000000000000', (client) =>
    client.query<{ id: string }>(`select id from access.agency where slug = 'demonstration-sacramento'`),
  )
  return ownerQuery(urls, rows[0]!.id, async (client) => (await client.query<R>(query)).rows)
}

/** Alarms that stand, by the participant's number. */
async function alarms(): Promise<Alarm[]> {
  const rows = await rowsOf<{ kind: string; at: number; serial: string }>(
    `select a.kind, extract(epoch from a.happened_at)::float8 * 1000 as at, u.serial
     from monitoring.v_alarm a join equipment.v_unit u on u.agency_id = a.agency_id and u.person_id = a.person_id
     where not a.withdrawn`,
  )
  const { settled } = JSON.parse(await readFile(join(folder, 'demonstration-units.json'), 'utf8'))
  const numbers = new Map(
    Object.entries(settled as Record<string, { unit: { serial: string } | null }>).flatMap(([n, { unit }]) =>
      unit ? [[unit.serial, Number(n)]] : [],
    ),
  )
  return rows.map(({ kind, at, serial }) => ({ kind, at, number: numbers.get(serial)! }))
}

/** What the watch says of each truth. */
const saidOf: Readonly<Record<KnownTruth['kind'], readonly string[]>> = {
  absent: ['zone-left', 'absent-at-start'],
  forbidden: ['zone-entered', 'zone-crossed'],
  silent: ['no-contact'],
  blind: ['no-position'],
  low: ['battery-low', 'battery-critical'],
  strapCut: ['strap'],
}

/** Minutes that a truth must last to be one that alarms: the watch's own numbers, and a fix more. */
const lasts: Readonly<Record<KnownTruth['kind'], number>> = {
  absent: 5,
  forbidden: 5,
  silent: 16,
  blind: 32,
  low: 0,
  strapCut: 0,
}

const truths = () =>
  followed.flatMap((who) =>
    new Life(who, began)
      .truths(began - 12 * 60 * MINUTE, began + hours * 60 * MINUTE)
      .filter(({ to }) => to > began)
      .map((truth) => ({ number: who.number, ...truth })),
  )
/** It counts as far as it lay in these hours, and long enough before their end to be told of. */
const shouldAlarm = ({ kind, from, to }: KnownTruth) =>
  Math.min(to, began + hours * 60 * MINUTE) - Math.max(from, began) > lasts[kind] * MINUTE

const fits = (truth: KnownTruth & { number: number }, alarm: Alarm) =>
  truth.number === alarm.number &&
  saidOf[truth.kind].includes(alarm.kind) &&
  alarm.at > truth.from - 3 * MINUTE &&
  alarm.at < truth.to + 3 * MINUTE

describe('the second office, alive', () => {
  test('everybody is at the stage that was meant, each unit worn and followed', async () => {
    const states = await rowsOf(
      `select s.state, count(*)::int as people from programs.enrolment_state((now() + interval '30 days')::date) s group by 1 order by 1`,
    )
    expect(states).toEqual([
      { state: 'accepted', people: 3 },
      { state: 'active', people: 7 },
      { state: 'applied', people: 1 },
      { state: 'opened', people: 1 },
    ])
    expect(log.filter((line) => line.includes('refused'))).toEqual([])
    const leave = await rowsOf('select state, count(*)::int as n from home.v_leave group by 1 order by 1')
    expect(leave).toEqual([
      { state: 'asked', n: 1 },
      { state: 'granted', n: 2 },
    ])
    expect(await rowsOf('select zone_name from home.v_zone_exception')).toHaveLength(2)
    const [{ fixes }] = (await rowsOf<{ fixes: number }>(
      'select count(*)::int as fixes from monitoring.fix',
    )) as [{ fixes: number }]
    expect(fixes).toBeGreaterThan(followed.length * hours * 60 * 0.8)
    const asides = await rowsOf('select reason, detail from monitoring.set_aside')
    expect(asides).toEqual([])
  })

  test('every truth that should alarm did, by kind and time', async () => {
    const found = await alarms()
    const expected = truths().filter(shouldAlarm)
    expect(new Set(expected.map(({ kind }) => kind))).toEqual(
      new Set(['absent', 'silent', 'blind', 'strapCut']),
    )
    expect(expected.filter((truth) => !found.some((alarm) => fits(truth, alarm)))).toEqual([])
  })

  test('nobody alarmed of whom nothing was true', async () => {
    const known = truths()
    expect((await alarms()).filter((alarm) => !known.some((truth) => fits(truth, alarm)))).toEqual([])
  })

  test('the alarms balance', async () => {
    const database = openDatabase(urls.worker, 1)
    const client = await database.pool.connect()
    await client.query('begin')
    const books = await alarmBooks(client)
    client.release(true)
    await database.close()
    expect(books.filter((one) => !balances(one))).toEqual([])
    expect(books.some(({ opened }) => Number(opened) > 0)).toBe(true)
  })

  test('what was true stands in the data folder, the secrets where only the owner reads them', async () => {
    const lines = (await readFile(join(folder, 'demonstration-truth.jsonl'), 'utf8')).trim().split('\n')
    const kinds = lines.map((line) => JSON.parse(line).kind)
    expect(kinds).toEqual(expect.arrayContaining(['absent', 'silent', 'strapCut']))
    expect((await stat(join(folder, 'demonstration-units.json'))).mode & 0o777).toBe(0o600)
  })

  test('an operator works what is over; what is not over stays', async () => {
    const simulation = (await Simulation.open(options))!
    const before = (await rowsOf<{ id: string }>('select id from monitoring.v_alarm where closed_at is null'))
      .length
    const closed = await simulation.workTheStop(now())
    expect(closed).toBeGreaterThan(0)
    const after = await rowsOf<{ kind: string }>(
      'select kind from monitoring.v_alarm where closed_at is null',
    )
    expect(after).toHaveLength(before - closed)
    expect(after.map(({ kind }) => kind)).toContain('strap')
  })

  test('a further start brings nobody in twice, and goes on', async () => {
    const simulation = (await Simulation.open(options))!
    await simulation.fill()
    expect(simulation.units.count).toBe(followed.length)
    const [{ people }] = (await rowsOf<{ people: number }>(
      'select count(*)::int as people from people.v_person',
    )) as [{ people: number }]
    expect(people).toBe(followed.length + others.length)
  })

  test('without its notes nobody is simulated', async () => {
    expect(await Simulation.open({ ...options, keysDir: join(folder, 'elsewhere') })).toBeNull()
  })
})
