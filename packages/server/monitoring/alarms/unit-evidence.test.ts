import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { officeNow } from '../../platform/clock.ts'
import { type TestAccount, type TestOffice, testOffice } from '../../testing/office.ts'
import { committed, somebody } from '../testing/happenings.ts'
import { type TestWatch, testUnit, testWatch, wears } from '../testing/open-alarm.ts'
import { writeFixes, writeStanding } from '../testing/positions.ts'
import { rowsOf } from '../testing/watched.ts'
import { openUnitAlarm } from './open-unit-alarm.ts'

let office: TestOffice
let watch: TestWatch
let operator: TestAccount
let agency: string
beforeAll(async () => {
  office = await testOffice()
  watch = await testWatch(office)
  operator = await office.account(['operator'])
  agency = operator.agencyId
})
afterAll(async () => {
  await watch.stop()
  await office.stop()
})

describe('monitoring rule 8, the evidence of a unit that nobody wore', () => {
  const ago = (seconds: number) => officeNow().subtract({ seconds })
  const evidenceNow = async (alarm: string) =>
    (await operator.post(`/api/monitoring/alarms/${alarm}/evidence`)).body
  const lats = async (alarm: string) =>
    (await evidenceNow(alarm)).fixes.map((one: { lat: number }) => one.lat)

  /** A unit in stock said that its strap was open, and was heard once. */
  async function inStock() {
    const unit = await testUnit(office, agency)
    const [news] = await committed(watch.client, () =>
      openUnitAlarm(
        watch.client,
        agency,
        { unitId: unit, kind: 'strap', at: ago(600), why: 'The strap was opened.' },
        officeNow(),
      ),
    )
    const of = (personId: string | null) => ({ agencyId: agency, unitId: unit, personId })
    await writeFixes(office, of(null), [{ at: ago(590), lat: 38.6, lon: -121.5 }])
    return { unit, of, alarm: news!.subject.alarm }
  }

  test('its own places are shown, and where it lies now; nobody is looked at', async () => {
    const { unit, of, alarm } = await inStock()
    await writeStanding(office, of(null), { at: ago(5), lat: 38.6, lon: -121.5 })
    expect(await lats(alarm)).toEqual([38.6])
    expect((await evidenceNow(alarm)).units).toMatchObject([{ unitId: unit, lat: 38.6 }])
    expect(await rowsOf(office, agency, 'select from monitoring.look where alarm_id = $1', [alarm])).toEqual(
      [],
    )
  })

  test('who was fitted with it later is not shown: neither the places since nor where it is now', async () => {
    const { unit, of, alarm } = await inStock()
    const person = await somebody(office, agency)
    await wears(office, agency, { person, unit, by: operator.id, secondsAgo: 400 })
    const hers = [300, 200, 100].map((seconds) => ({ at: ago(seconds), lat: 38.7, lon: -121.5 }))
    await writeFixes(office, of(person), hers)
    await writeStanding(office, of(person), { at: ago(5), lat: 38.7, lon: -121.5 })
    expect(await lats(alarm)).toEqual([38.6])
    expect((await evidenceNow(alarm)).units).toEqual([])
  })

  test('what came before a fitting was put on record is the wearer’s all the same', async () => {
    const { unit, of, alarm } = await inStock()
    await writeFixes(office, of(null), [{ at: ago(300), lat: 38.7, lon: -121.5 }])
    // The watch has not heard from it since: it still stands as nobody's.
    await writeStanding(office, of(null), { at: ago(300), lat: 38.7, lon: -121.5 })
    const person = await somebody(office, agency)
    await wears(office, agency, { person, unit, by: operator.id, secondsAgo: 400 })
    expect(await lats(alarm)).toEqual([38.6])
    expect((await evidenceNow(alarm)).units).toEqual([])
  })
})
