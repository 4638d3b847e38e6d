import type { Happening, Silence } from '@inlieu/watch'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ownerQuery } from '../../testing/database.ts'
import { type TestAccount, type TestOffice, testOffice } from '../../testing/office.ts'
import { upsertHappenings } from '../path/rows.ts'
import { committed, happening, minute, somebody } from '../testing/happenings.ts'
import { openWithOutages } from './outages.ts'
import { endOutages, standingOutages } from './outages-over.ts'

// Field 6, monitoring rule 4: what a carrier does to many is one alarm. On a real database, as the watch's role.

let office: TestOffice
let watch: pg.Client
let operator: TestAccount
let agency: string
beforeAll(async () => {
  office = await testOffice()
  watch = new pg.Client({ connectionString: office.urls.ingest })
  await watch.connect()
  operator = await office.account(['operator'])
  agency = operator.agencyId
})
afterAll(async () => {
  await watch.end()
  await office.stop()
})

/** A unit that fell silent at a minute, and was found to be fifteen minutes later. */
interface Fallen {
  person: string
  said: Happening
  silence: Silence
}

let days = 0
/** Each test has a carrier and a day of its own, so that none is part of another's outage. */
async function fallen(count: number, every = 0.5): Promise<Fallen[]> {
  const from = ++days * 1440
  return Promise.all(
    Array.from({ length: count }, async (_, place) => {
      const person = await somebody(office, agency)
      const at = from + place * every
      const said = happening(person, 'no-contact', at + 15)
      const lastContact = minute(at).epochMilliseconds
      return {
        person,
        said,
        silence: { person, carrier: `Carrier ${days}`, alarm: said.key, lastContact },
      }
    }),
  )
}

const later = (minutes: number) => minute(days * 1440 + minutes)

/** As a commit of the watch: these are said, and all of those are silent. */
const say = (said: readonly Happening[], silent: readonly Fallen[], at = 20) =>
  committed(watch, async () => {
    await upsertHappenings(watch, agency, said, 1)
    return openWithOutages(
      watch,
      agency,
      said,
      silent.map((one) => one.silence),
      later(at),
    )
  })
const pass = (at: number) =>
  committed(watch, async () => endOutages(watch, await standingOutages(watch, later(at)), later(at)))

const backAt = ({ person, said }: Fallen, at: number): Happening =>
  happening(person, 'restored', days * 1440 + at, { ends: said.key, incident: said.incident })

interface Seen {
  id: string
  kind: string
  person_id: string | null
  why: string
  units: number
  ended: boolean
  after: string | null
}
async function rows<R>(text: string, values: unknown[] = []): Promise<R[]> {
  return ownerQuery(office.urls, agency, async (client) => (await client.query(text, values)).rows as R[])
}
/** Alarms of this test that are open. */
const open = (of: readonly Fallen[]) =>
  rows<Seen>(
    `select a.id, a.kind, a.person_id, a.why, a.ended_at is not null as ended, a.after_alarm_id as after,
       (select count(*)::integer from monitoring.alarm_happening h where h.alarm_id = a.id and h.kind = 'no-contact') as units
     from monitoring.v_alarm a where a.closed_at is null and (a.person_id = any($1) or a.incident like $2) order by a.number`,
    [of.map(({ person }) => person), `Carrier ${days}|%`],
  )
const close = (id: string, at: number) =>
  rows(`update monitoring.alarm set closed_at = $2, closed_by = $3, closed_code = 'network' where id = $1`, [
    id,
    later(at).toString(),
    operator.id,
  ])
const saidOf = (list: readonly Fallen[]) => list.map(({ said }) => said)

describe('an outage of a carrier', () => {
  test.each([
    [4, ['no-contact', 'no-contact', 'no-contact', 'no-contact']],
    [5, ['carrier-outage']],
    [6, ['carrier-outage']],
  ])('%i units at once, of 5', async (count, expected) => {
    const units = await fallen(count)
    await say(saidOf(units), units)
    expect((await open(units)).map(({ kind }) => kind)).toEqual(expected)
  })

  test('of two hundred there is one alarm, about nobody, with their number and one set of duties', async () => {
    const units = await fallen(200, 0.01)
    const news = await say(saidOf(units), units)
    const [alarm, ...others] = await open(units)
    expect(others).toEqual([])
    expect(alarm).toMatchObject({ person_id: null, units: 200, ended: false })
    expect(alarm!.why).toBe(`200 units of Carrier ${days} fell silent within 2 minutes.`)
    expect(news).toEqual([
      { agencyId: agency, kind: 'monitoring.alarm-opened', subject: { alarm: alarm!.id } },
    ])
    const { body } = await operator.get(`/api/monitoring/alarms/${alarm!.id}`)
    expect(body.outage).toMatchObject({ carrier: `Carrier ${days}`, units: 200, silent: 200 })
    expect(body.outage.people).toHaveLength(200)
    expect(
      await rows('select kind from monitoring.duty where alarm_id = $1 and kind = $2', [
        alarm!.id,
        'acknowledge',
      ]),
    ).toHaveLength(1)
  })

  test('found one after another: those before the fifth keep their alarms, noted on both; the rest join', async () => {
    const units = await fallen(8)
    for (let place = 0; place < 8; place++) await say([units[place]!.said], units.slice(0, place + 1))
    const alarms = await open(units)
    expect(alarms.map(({ kind, units: of }) => [kind, of])).toEqual([
      ['no-contact', 1],
      ['no-contact', 1],
      ['no-contact', 1],
      ['no-contact', 1],
      ['carrier-outage', 4],
    ])
    const steps = await rows<{ kind: string; note: string }>(
      'select kind, note from monitoring.alarm_step where alarm_id = $1 order by number',
      [alarms[4]!.id],
    )
    expect(steps.map(({ kind }) => kind)).toEqual([
      'opened',
      'folded',
      'folded',
      'folded',
      'folded',
      'folded',
      'folded',
      'folded',
    ])
    expect(steps.at(-1)!.note).toBe('One more unit fell silent.')
    const own = await rows('select from monitoring.alarm_step where alarm_id = $1 and kind = $2', [
      alarms[0]!.id,
      'folded',
    ])
    expect(own).toHaveLength(1)
  })

  test('monitoring rule 6: the same batch again, alone or within a larger one, has no effect', async () => {
    const units = await fallen(6)
    const count = () =>
      rows<{ n: number }>(
        'select (select count(*) from monitoring.alarm)::integer + (select count(*) from monitoring.alarm_step)::integer as n',
      )
    await say(saidOf(units), units)
    const before = await count()
    expect(await say(saidOf(units), units)).toEqual([])
    expect(await say(saidOf(units.slice(2)), units)).toEqual([])
    expect(await count()).toEqual(before)
  })

  test('after a crash: rolled back and run again, it is opened once', async () => {
    const units = await fallen(6)
    await watch.query('begin')
    await upsertHappenings(watch, agency, saidOf(units), 1)
    await openWithOutages(
      watch,
      agency,
      saidOf(units),
      units.map((one) => one.silence),
      later(20),
    )
    await watch.query('rollback')
    await say(saidOf(units), units)
    expect((await open(units)).map(({ kind, units: of }) => [kind, of])).toEqual([['carrier-outage', 6]])
  })

  test('a strap and an exclusion zone of a silent person are alarms of their own, before it and in it', async () => {
    const units = await fallen(6)
    const strap = happening(units[0]!.person, 'strap', days * 1440 + 15, {
      incident: units[0]!.said.incident,
    })
    await say([...saidOf(units), strap], units)
    const entered = happening(units[1]!.person, 'zone-entered', days * 1440 + 18)
    await say([entered], units)
    expect((await open(units)).map(({ kind }) => kind).sort()).toEqual([
      'carrier-outage',
      'strap',
      'zone-entered',
    ])
  })
})

describe('its end', () => {
  test('all units were heard again: it is over, and stays open until a person closes it', async () => {
    const units = await fallen(6)
    await say(saidOf(units), units)
    await say(
      units.map((one) => backAt(one, 40)),
      [],
      40,
    )
    expect(await pass(40)).toHaveLength(1)
    expect(await pass(41)).toEqual([])
    expect(await open(units)).toMatchObject([{ kind: 'carrier-outage', ended: true }])
  })

  test.each([
    [4, 4.9, 1],
    [4, 5, 5],
    [4, 5.1, 5],
    [5, 30, 1],
  ])(
    '%i stay silent %f minutes after the last return, of 5 and 5: %i alarms',
    async (silent, minutes, alarms) => {
      const units = await fallen(12)
      await say(saidOf(units), units)
      await say(
        units.slice(silent).map((one) => backAt(one, 40)),
        units.slice(0, silent),
        40,
      )
      await pass(40 + minutes)
      const seen = await open(units)
      expect(seen).toHaveLength(alarms)
      if (alarms > 1) expect(seen.slice(1).every(({ after }) => after === seen[0]!.id)).toBe(true)
    },
  )

  test('of people who have alarms of their own already: it stands until they are heard', async () => {
    const units = await fallen(6)
    for (const place of [0, 1, 2, 3]) await say([units[place]!.said], units.slice(0, place + 1))
    await say([units[4]!.said, units[5]!.said], units)
    await say([backAt(units[4]!, 30), backAt(units[5]!, 30)], units.slice(0, 4), 30)
    await pass(31)
    expect((await open(units)).at(-1)).toMatchObject({ kind: 'carrier-outage', ended: false, units: 2 })
    const steps = await rows<{ about: { back?: number } }>(
      `select about from monitoring.alarm_step where alarm_id = $1 and kind = 'ended'`,
      [(await open(units)).at(-1)!.id],
    )
    expect(steps).toEqual([])
    await pass(36)
    const ended = await rows<{ about: { back?: number; silent?: number } }>(
      `select about from monitoring.alarm_step where alarm_id = $1 and kind = 'ended'`,
      [(await open(units)).at(-1)!.id],
    )
    expect(ended).toMatchObject([{ about: { back: 2, silent: 4 } }])
    expect(await open(units)).toHaveLength(5)
  })

  test('closed by a person while units are silent: each is an alarm of its own at once, and no outage again', async () => {
    const units = await fallen(7)
    await say(saidOf(units), units)
    const [alarm] = await open(units)
    await close(alarm!.id, 21)
    await pass(21)
    expect((await open(units)).map(({ kind }) => kind)).toEqual(units.map(() => 'no-contact'))
    expect(await pass(22)).toEqual([])
    await say([units[0]!.said], units, 23)
    expect(await open(units)).toHaveLength(7)
  })

  test('who is heard after having got an own alarm ends that', async () => {
    const units = await fallen(6)
    await say(saidOf(units), units)
    await close((await open(units))[0]!.id, 21)
    await pass(21)
    await say([backAt(units[0]!, 30)], units.slice(1), 30)
    const own = (await open(units)).find(({ person_id }) => person_id === units[0]!.person)
    expect(own).toMatchObject({ kind: 'no-contact', ended: true })
  })
})
