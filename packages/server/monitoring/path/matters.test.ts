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

// What the map says is the matter with somebody follows what the watch said last, and from the same moment.

let office: TestOffice
let deputy: TestAccount
let watch: TestWatch
beforeAll(async () => {
  office = await testOffice()
  deputy = await office.account(['deputy'])
  watch = await testWatch(office)
}, 60_000)
afterAll(async () => {
  await watch.close()
  await office.stop()
})

const at = (secondsAgo: number) => wallNow().subtract({ seconds: secondsAgo }).round('second')
const here = (secondsAgo: number) => ({
  ...{ at: at(secondsAgo).toString(), lat: 38.58, lon: -121.5, accuracy: 8 },
})
const away = (secondsAgo: number) => ({ ...here(secondsAgo), lat: 38.59 })

/** Somebody who was away from home and is back. */
async function returned(): Promise<Wearer> {
  const one = await wearer(deputy)
  await tell(office, deputy.agencyId, one.personId, at(3000), {
    zones: [home],
    worn: true,
    devices: [one.unitId],
  })
  await until(
    async () =>
      (await rowsOf(office, deputy.agencyId, 'select from monitoring.told where batch is null')).length === 0,
  )
  await watch.records(one.secret, [here(1200), away(1100), away(1040), away(980), away(920)])
  expect(await mattersOf(one)).toEqual(['zone-left'])
  await watch.records(one.secret, [here(600), here(540), here(480), here(420)])
  expect(await mattersOf(one)).toEqual([])
  return one
}

const mattersOf = async ({ unitId }: Wearer) =>
  (
    await rowsOf<{ matters: string[] }>(
      office,
      deputy.agencyId,
      'select matters from monitoring.standing where unit_id = $1',
      [unitId],
    )
  )[0]!.matters

test('a return that later evidence takes back: they are away again at once, and after a restart', async () => {
  const one = await returned()
  await watch.records(one.secret, [570, 510, 450, 390].map(away))
  const ends = await rowsOf<{ withdrawn: boolean }>(
    office,
    deputy.agencyId,
    `select withdrawn from monitoring.happening where person_id = $1 and kind = 'returned'`,
    [one.personId],
  )
  expect(ends).toEqual([{ withdrawn: true }])
  expect(await mattersOf(one)).toEqual(['zone-left'])
  await watch.close()
  // All that came in is taken in again, as after a kill: the return, and what took it back.
  await rowsOf(office, deputy.agencyId, 'delete from monitoring.snapshot')
  watch = await testWatch(office)
  await watch.records(one.secret, [away(60)])
  expect(await mattersOf(one)).toEqual(['zone-left'])
})

test('an alarm that is said again after its end, with one fix more, is not the matter again', async () => {
  const one = await returned()
  const evidence = () =>
    rowsOf(
      office,
      deputy.agencyId,
      `select evidence from monitoring.happening where person_id = $1 and kind = 'zone-left'`,
      [one.personId],
    )
  const before = await evidence()
  await watch.records(one.secret, [away(1070)])
  expect(await evidence()).not.toEqual(before)
  expect(await mattersOf(one)).toEqual([])
})
