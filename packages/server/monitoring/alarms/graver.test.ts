import pg from 'pg'
import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { officeNow } from '../../platform/clock.ts'
import { type TestAccount, type TestOffice, testOffice } from '../../testing/office.ts'
import { type DutyList, dutyList } from '../testing/duty-list.ts'
import { committed, happening, somebody } from '../testing/happenings.ts'
import { justNow, type TestWatch, testWatch } from '../testing/open-alarm.ts'
import { openAlarms } from './open-alarms.ts'

// An alarm that grows graver while people owe something for it: low, then medium, then critical.

let office: TestOffice
let watch: TestWatch
beforeAll(async () => {
  office = await testOffice()
  watch = await testWatch(office)
})
afterAll(async () => {
  await watch.stop()
  await office.stop()
})

let agency: string
let ana: TestAccount
let list: DutyList
let person: string
let begun: Temporal.Instant
let incident: string
beforeEach(async () => {
  agency = await office.agency()
  ana = await office.account(['operator'], agency)
  begun = officeNow()
  list = dutyList(office, agency, begun.subtract({ hours: 1 }))
  await list.onCall(1, 'Officer Diaz')
  person = await somebody(office, agency)
})

/** So many minutes after the alarm was opened. */
const after = (minutes: number) => begun.add({ seconds: minutes * 60 })
/** The watch says it of one incident, so many minutes after the beginning. */
async function says(kind: 'battery-low' | 'battery-critical' | 'strap', minutes: number): Promise<void> {
  const one = justNow(happening(person, kind, 0))
  incident = kind === 'battery-low' ? one.key : incident
  await committed(watch.client, () =>
    openAlarms(watch.client, agency, [{ ...one, incident }], after(minutes)),
  )
}
interface Duty {
  kind: string
  dueAt: string
  missedAt: string | null
  doneAt: string | null
  doneBy: string | null
  dropped: boolean
}
async function page(): Promise<{ duties: Duty[]; record: { kind: string; code: string; note: string }[] }> {
  const { alarms } = (await ana.get('/api/monitoring/alarms')).body
  return (await ana.get(`/api/monitoring/alarms/${alarms[0].id}`)).body
}
const owed = async () => (await page()).duties.filter((one) => one.doneAt === null)
const dueIn = (duty: Duty | undefined) =>
  duty && Temporal.Instant.from(duty.dueAt).since(begun).total('minutes')

describe('EMP-8.4 an alarm that grows graver', () => {
  test('what the graver protocol asks for takes the place of what is owed: nothing is owed twice', async () => {
    await says('battery-low', 0)
    await says('battery-critical', 1)
    await says('strap', 2)
    expect((await owed()).map((one) => one.kind).sort()).toEqual(['acknowledge', 'notify', 'resolve'])
    expect(dueIn((await owed()).find((one) => one.kind === 'acknowledge'))).toBe(4)
    // What was replaced is no debt that somebody met.
    const replaced = (await page()).duties.filter((one) => one.doneAt !== null)
    expect(replaced.length).toBeGreaterThanOrEqual(4)
    for (const one of replaced) expect(one).toMatchObject({ dropped: true, doneBy: null })
  })

  test('the officer on call is asked once for each, not once for each grade', async () => {
    await says('battery-low', 0)
    await says('battery-critical', 1)
    await says('strap', 2)
    // The times of all three protocols, and later.
    for (const minutes of [4, 6, 16, 60, 62, 240, 481, 1440, 2000]) await watch.passes(after(minutes))
    const asked = (await page()).record.filter((one) => one.kind === 'escalated' && one.note !== '')
    expect(asked.map((one) => one.code).sort()).toEqual(['acknowledge', 'notify', 'resolve'])
  })

  test('all had been asked for the lesser alarm: they are asked again for the graver, when its time runs out', async () => {
    const acknowledging = async () =>
      (await page()).record.filter(
        (one) => one.kind === 'escalated' && one.code === 'acknowledge' && one.note !== '',
      )
    await says('battery-low', 0)
    for (const minutes of [60, 120, 180]) await watch.passes(after(minutes))
    expect(await acknowledging()).toHaveLength(1)
    await says('battery-critical', 200)
    await watch.passes(after(214.9))
    expect(await acknowledging()).toHaveLength(1)
    await watch.passes(after(215))
    expect(await acknowledging()).toHaveLength(2)
  })

  test('what was missed stays on record and owed, and is shown as missed', async () => {
    await says('battery-low', 0)
    await watch.passes(after(60))
    await says('battery-critical', 61)
    const { duties } = await page()
    const acknowledging = duties.filter((one) => one.kind === 'acknowledge')
    expect(acknowledging).toHaveLength(2)
    for (const one of acknowledging) expect(one.missedAt).toBe(after(60).toString())
    // Its own miss is not noted again.
    await watch.passes(after(200))
    const missed = (await page()).record.filter((one) => one.kind === 'missed' && one.code === 'acknowledge')
    expect(missed).toHaveLength(1)
  })

  test.each([
    ['before', 44, 59],
    ['at', 45, 60],
    ['after', 46, 60],
  ])(
    'no time limit gets later by it: 60 minutes were left to acknowledge, the graver kind gives 15; %s',
    async (_word, minutes, due) => {
      await says('battery-low', 0)
      await says('battery-critical', minutes)
      const acknowledge = (await owed()).filter((one) => one.kind === 'acknowledge')
      expect(acknowledge.map(dueIn)).toEqual([due])
    },
  )

  test('what somebody has done is acknowledged anew', async () => {
    await says('battery-low', 0)
    const { alarms } = (await ana.get('/api/monitoring/alarms')).body
    await ana.post(`/api/monitoring/alarms/${alarms[0].id}/acknowledge`)
    await says('battery-critical', 1)
    const acknowledging = (await page()).duties.filter((one) => one.kind === 'acknowledge')
    expect(acknowledging.map((one) => one.doneBy).sort()).toEqual(['Test operator', null])
  })

  test('a duty that somebody is meeting at this moment holds the watch up for nobody', async () => {
    await says('battery-low', 0)
    const hands = new pg.Client({ connectionString: office.urls.app })
    await hands.connect()
    try {
      await hands.query('begin')
      await hands.query(`select set_config('inlieu.agency', $1, true)`, [agency])
      await hands.query(`select from monitoring.duty where kind = 'acknowledge' for update`)
      await watch.client.query(`set lock_timeout = '200ms'`)
      await says('battery-critical', 1)
      await hands.query('rollback')
      expect((await owed()).filter((one) => one.kind === 'acknowledge')).toHaveLength(2)
    } finally {
      await watch.client.query('set lock_timeout = 0')
      await hands.end()
    }
  })
})
