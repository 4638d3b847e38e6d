import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { officeNow } from '../../platform/clock.ts'
import { type TestAccount, type TestOffice, testOffice } from '../../testing/office.ts'
import { happening, somebody } from '../testing/happenings.ts'
import { justNow, type TestWatch, testWatch } from '../testing/open-alarm.ts'

// A strap: four minutes to notify the agency.

let office: TestOffice
let watch: TestWatch
let ana: TestAccount
let alarm: string
beforeAll(async () => {
  office = await testOffice()
  watch = await testWatch(office)
  ana = await office.account(['operator'])
})
beforeEach(async () => {
  alarm = await watch.alarm(ana.agencyId, await somebody(office, ana.agencyId))
})
afterAll(async () => {
  await watch.stop()
  await office.stop()
})

const at = (path = '') => `/api/monitoring/alarms/${alarm}${path}`
const page = async () => (await ana.get(at())).body
const close = async () =>
  ana.post(at('/close'), {
    code: 'false',
    whyNot: 'Nothing to do',
    seen: (await page()).record.at(-1).number,
  })
const reopen = () => ana.post(at('/reopen'), { reason: 'The officer found it cut' })
const call = (outcome: string) =>
  ana.post(at('/steps'), { code: 'call-on-call', deed: { as: 'call', outcome } })
const owed = async () =>
  (await page()).duties
    .filter((one: { doneAt: string | null }) => one.doneAt === null)
    .map((one: { kind: string }) => one.kind)

describe('monitoring rule 5, an alarm that is opened again', () => {
  test('nobody was told before it was closed: the agency is to be told, in the time of the protocol', async () => {
    await close()
    expect(await owed()).toEqual([])
    await reopen()
    expect(await owed()).toEqual(['notify', 'resolve'])
    const notify = (await page()).duties.findLast((one: { kind: string }) => one.kind === 'notify')
    const minutes = Temporal.Instant.from(notify.dueAt).since(officeNow()).total('minutes')
    expect(Math.round(minutes)).toBe(4)
    await watch.passes(officeNow().add({ minutes: 5 }))
    expect(
      (await page()).record.map((one: { kind: string; code: string }) => [one.kind, one.code]),
    ).toContainEqual(['missed', 'notify'])
  })

  test('a call that nobody answered told nobody', async () => {
    await call('no-answer')
    await close()
    await reopen()
    expect(await owed()).toEqual(['notify', 'resolve'])
  })

  test('who has been told is not told again', async () => {
    await call('reached')
    await close()
    await reopen()
    expect(await owed()).toEqual(['resolve'])
  })

  test('closed and opened again and again: one of each is owed', async () => {
    for (let times = 0; times < 3; times++) {
      await close()
      await reopen()
    }
    expect(await owed()).toEqual(['notify', 'resolve'])
    await call('reached')
    await close()
    await reopen()
    expect(await owed()).toEqual(['resolve'])
  })

  test('its cause is open as another alarm that took its place: it is worked there', async () => {
    const said = justNow(happening(await somebody(office, ana.agencyId), 'zone-left', 0))
    const [first] = await watch.says(ana.agencyId, [said])
    alarm = first!.subject.alarm
    await watch.says(ana.agencyId, [{ ...said, withdrawn: true }])
    const seen = (await page()).record.at(-1).number
    expect((await ana.post(at('/close'), { code: 'withdrawn', whyNot: 'Nothing', seen })).status).toBe(200)
    const news = await watch.says(ana.agencyId, [said])
    const next = news.find(({ kind }) => kind === 'monitoring.alarm-opened')!.subject.alarm
    const { number } = (await ana.get(`/api/monitoring/alarms/${next}`)).body.alarm
    const refused = await reopen()
    expect([refused.status, refused.body.error.message]).toEqual([
      409,
      expect.stringContaining(`open as alarm ${number}`),
    ])
  })
})
