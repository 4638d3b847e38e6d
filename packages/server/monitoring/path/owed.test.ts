import pg from 'pg'
import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { wallNow } from '../../platform/clock.ts'
import { type TestAccount, type TestOffice, testOffice } from '../../testing/office.ts'
import {
  home,
  rowsOf,
  type TestWatch,
  tell,
  testWatch,
  until,
  type Wearer,
  wearer,
} from '../testing/watched.ts'

// What the record refuses for a while is owed, and nobody else waits for it.

let office: TestOffice
let deputy: TestAccount
let watch: TestWatch
let owner: pg.Client
beforeAll(async () => {
  office = await testOffice()
  deputy = await office.account(['deputy'])
  watch = await testWatch(office)
  owner = new pg.Client({ connectionString: office.urls.owner })
  await owner.connect()
  await owner.query(`create table public.refused (person_id uuid);
    grant select on public.refused to public;
    create function public.refuse() returns trigger language plpgsql as $$
    begin
      if exists (select from public.refused r where r.person_id = new.person_id) then raise exception 'not now'; end if;
      return new;
    end $$;
    create trigger refuse before insert on monitoring.alarm for each row execute function public.refuse();
    create trigger refuse before update on monitoring.happening for each row execute function public.refuse()`)
}, 60_000)
afterAll(async () => {
  await watch.close()
  await owner.end()
  await office.stop()
})

const straps = (one: Wearer) =>
  rowsOf(office, deputy.agencyId, `select from monitoring.alarm where person_id = $1 and kind = 'strap'`, [
    one.personId,
  ])
const notEvaluated = async () =>
  (
    await rowsOf<{ n: number }>(
      office,
      deputy.agencyId,
      'select not_evaluated as n from monitoring.heartbeat',
    )
  )[0]?.n
const lastCommit = async () =>
  Number(
    (
      await rowsOf<{ n: string }>(office, deputy.agencyId, 'select max(number) as n from monitoring.batch')
    )[0]!.n,
  )
const pulse = async () => (await deputy.get('/api/monitoring/pulse')).body
const strap = { at: '', event: 'strap' }
const refuse = (one: Wearer) => owner.query('insert into public.refused values ($1)', [one.personId])
const allow = () => owner.query('delete from public.refused')

test('an alarm that the record refuses is said as soon as it takes it, and shows until then', async () => {
  const one = await wearer(deputy)
  const other = await wearer(deputy)
  await refuse(one)
  const sent = { ...strap, at: wallNow().toString() }
  expect(await watch.records(one.secret, [sent])).toMatchObject({ status: 200 })
  expect(await watch.records(other.secret, [sent])).toMatchObject({ status: 200 })
  expect(await straps(other)).toHaveLength(1)
  await until(async () => (await notEvaluated()) === 1)
  expect(await pulse()).toMatchObject({ notEvaluated: 1 })
  expect(await straps(one)).toHaveLength(0)
  const asides = () =>
    rowsOf(office, deputy.agencyId, `select from monitoring.set_aside where reason = 'not-evaluated'`)
  expect(await asides()).toHaveLength(1)
  // Tried again each second, written down once.
  const tried = await lastCommit()
  await until(async () => (await lastCommit()) > tried + 2)
  expect(await asides()).toHaveLength(1)
  await allow()
  await until(async () => (await straps(one)).length === 1)
  await until(async () => (await notEvaluated()) === 0)
})

test('what is owed when the watch stops is found missing at its next start, and said', async () => {
  const one = await wearer(deputy)
  await refuse(one)
  await watch.records(one.secret, [{ ...strap, at: wallNow().toString() }])
  expect(await straps(one)).toHaveLength(0)
  await watch.close()
  await allow()
  watch = await testWatch(office)
  expect(watch.log[0]).toMatch(/ [1-9] happenings missing/)
  await until(async () => (await straps(one)).length === 1)
  await until(async () => (await notEvaluated()) === 0)
})

test('what is found missing and refused again is written down once, and no stop loses it', async () => {
  const one = await wearer(deputy)
  await refuse(one)
  await watch.records(one.secret, [{ ...strap, at: wallNow().toString() }])
  await watch.close()
  watch = await testWatch(office)
  expect(watch.log[0]).toMatch(/ [1-9] happenings missing/)
  await until(async () => watch.log.some((line) => line.includes(one.personId)))
  const begun = await lastCommit()
  await until(async () => (await lastCommit()) > begun + 2)
  const asides = await rowsOf(
    office,
    deputy.agencyId,
    `select from monitoring.set_aside where reason = 'not-evaluated' and detail like $1`,
    [`%${one.personId}%`],
  )
  // Once when it came, and once by the watch that found it missing.
  expect(asides).toHaveLength(2)
  await watch.close()
  await allow()
  watch = await testWatch(office)
  await until(async () => (await straps(one)).length === 1)
})

test('what the record holds otherwise than it was said is found, and put right', async () => {
  const one = await wearer(deputy)
  const at = (secondsAgo: number) => wallNow().subtract({ seconds: secondsAgo }).round('second')
  const here = (secondsAgo: number) => ({
    ...{ at: at(secondsAgo).toString(), lat: 38.58, lon: -121.5, accuracy: 8 },
  })
  const change = { zones: [home], worn: true, devices: [one.unitId] }
  await tell(office, deputy.agencyId, one.personId, at(3000), change)
  await until(
    async () =>
      (await rowsOf(office, deputy.agencyId, 'select from monitoring.told where batch is null')).length === 0,
  )
  const away = [600, 540, 480, 420].map((secondsAgo) => ({ ...here(secondsAgo), lat: 38.59 }))
  await watch.records(one.secret, [here(700), ...away])
  const withdrawn = async () =>
    (
      await rowsOf<{ withdrawn: boolean }>(
        office,
        deputy.agencyId,
        `select withdrawn from monitoring.happening where person_id = $1 and kind = 'zone-left'`,
        [one.personId],
      )
    )[0]!.withdrawn
  expect(await withdrawn()).toBe(false)
  await refuse(one)
  // Between two positions away always one at home: they never left.
  await watch.records(one.secret, [570, 510, 450, 390].map(here))
  expect(await withdrawn()).toBe(false)
  await watch.close()
  await allow()
  watch = await testWatch(office)
  await until(withdrawn)
})

test('a watch that lost its connection while the record went on reads it anew', async () => {
  const one = await wearer(deputy)
  await owner.query(`insert into monitoring.batch (number, committed_at)
    select max(number) + 50, clock_timestamp() from monitoring.batch`)
  // A role may end its own connections.
  const same = new pg.Client({ connectionString: office.urls.ingest })
  await same.connect()
  await same.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'inlieu-watch' and datname = current_database()`,
  )
  await same.end()
  const sent = { at: wallNow().toString(), lat: 38.58, lon: -121.5, accuracy: 8 }
  expect(await watch.records(one.secret, [sent])).toMatchObject({ status: 200, body: { accepted: 1 } })
  expect(watch.log.join('\n')).toContain('The record went on without this watch')
  expect(
    await rowsOf(office, deputy.agencyId, 'select from monitoring.fix where unit_id = $1', [one.unitId]),
  ).toHaveLength(1)
})

test('when the clock goes on by weeks, the days of the record are there with the first message', async () => {
  const one = await wearer(deputy)
  await watch.close()
  let now = wallNow()
  watch = await testWatch(office, { now: () => now })
  now = now.add({ hours: 24 * 21 })
  const sent = { at: now.subtract({ seconds: 5 }).toString(), lat: 38.58, lon: -121.5, accuracy: 8 }
  expect(await watch.records(one.secret, [sent])).toMatchObject({ status: 200, body: { accepted: 1 } })
  expect(
    await rowsOf(office, deputy.agencyId, 'select at from monitoring.fix where unit_id = $1', [one.unitId]),
  ).toEqual([{ at: Temporal.Instant.from(sent.at).round('millisecond') }])
})
