import type { Happening, Kind } from '@inlieu/watch'
import type { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { officeNow } from '../../platform/clock.ts'
import { ownerQuery } from '../../testing/database.ts'
import { keptBeside } from '../../testing/kept.ts'
import { type TestAccount, type TestOffice, testOffice } from '../../testing/office.ts'
import { type DutyList, dutyList } from '../testing/duty-list.ts'
import { committed, happening, somebody } from '../testing/happenings.ts'
import { justNow, type TestWatch, testWatch } from '../testing/open-alarm.ts'
import { openAlarms } from './open-alarms.ts'

// An alarm is as grave as what still stands of it: what later evidence withdrew counts no more.

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
let begun: Temporal.Instant
let low: Happening
let medium: Happening
let critical: Happening
beforeEach(async () => {
  agency = await office.agency()
  ana = await office.account(['operator'], agency)
  begun = officeNow()
  list = dutyList(office, agency, begun.subtract({ hours: 1 }))
  await list.onCall(1, 'Officer Diaz')
  const person = await somebody(office, agency)
  const one = (kind: Kind, secondsAgo: number) => {
    const now = justNow(happening(person, kind, 0))
    const at = now.at - secondsAgo * 1000
    return { ...now, at, confirmedAt: at, key: `${person}|${kind}||${at}` }
  }
  low = one('battery-low', 30)
  const incident = low.key
  low = { ...low, incident }
  medium = { ...one('battery-critical', 20), incident }
  critical = { ...one('zone-entered', 10), incident }
})

const gone = (one: Happening): Happening => ({ ...one, withdrawn: true })
let minutes = 0
const says = (...happenings: Happening[]) =>
  committed(watch.client, () =>
    openAlarms(watch.client, agency, happenings, begun.add({ minutes: ++minutes })),
  )
const queue = async (query = '') => (await ana.get(`/api/monitoring/alarms${query}`)).body
const page = async () => {
  const { alarms } = await queue()
  return (await ana.get(`/api/monitoring/alarms/${alarms[0].id}`)).body
}
const severity = async () => (await page()).alarm.severity
/** What the record says of how grave it became, in order. */
const turns = async () =>
  (await page()).record
    .filter(({ kind }: { kind: string }) => kind === 'raised' || kind === 'lowered')
    .map(({ kind, code, about }: { kind: string; code: string; about: Record<string, string> }) =>
      [kind, code, about.from, about.severity].filter(Boolean).join(' '),
    )

describe('monitoring rule 1, EMP-8.4: what was withdrawn counts no more for how grave an alarm is', () => {
  test('it follows from what still stands, and the record keeps that it was graver, when and by what', async () => {
    await says(low)
    await says(critical)
    expect(await severity()).toBe('critical')
    await says(gone(critical))
    expect(await severity()).toBe('low')
    expect(await turns()).toEqual(['raised zone-entered low critical', 'lowered zone-entered critical low'])
  })

  test('it falls to the gravest that stands, and no further', async () => {
    await says(low, medium, critical)
    await says(gone(critical))
    expect(await severity()).toBe('medium')
    await says(gone(low))
    expect(await severity()).toBe('medium')
    await says(gone(medium))
    expect(await severity()).toBe('low')
  })

  test('what it was opened for can be what is withdrawn', async () => {
    await says(critical)
    await says(low)
    await says(gone(critical))
    expect(await severity()).toBe('low')
  })

  test('where nothing stands it is as grave as the only thing it was about, until a person closes it', async () => {
    await says(critical)
    await says(gone(critical))
    expect(await page()).toMatchObject({ alarm: { severity: 'critical', withdrawn: true } })
    expect(await turns()).toEqual([])
  })

  test('the protocol and the times under which people work stay as they are', async () => {
    await says(low)
    await says(critical)
    const { alarms } = await queue()
    await ana.post(`/api/monitoring/alarms/${alarms[0].id}/acknowledge`)
    const before = await page()
    await says(gone(critical))
    const after = await page()
    expect(after.protocol).toEqual(before.protocol)
    expect(after.steps).toEqual(before.steps)
    expect(after.duties).toEqual(before.duties)
    expect(after.alarm.acknowledgedAt).not.toBeNull()
  })

  test('another as grave takes its place in the same batch: nothing is said of either', async () => {
    await says(low, critical)
    const again = { ...critical, key: `${critical.key}1`, at: critical.at + 1 }
    await says(gone(critical), again)
    expect(await severity()).toBe('critical')
    expect(await turns()).toEqual(['raised zone-entered low critical'])
  })

  test('supported again it is graver again, and acknowledged anew', async () => {
    await says(low, critical)
    const { alarms } = await queue()
    await ana.post(`/api/monitoring/alarms/${alarms[0].id}/acknowledge`)
    await says(gone(critical))
    await says(critical)
    expect(await page()).toMatchObject({ alarm: { severity: 'critical', acknowledgedAt: null } })
    expect((await turns()).at(-1)).toBe('raised zone-entered low critical')
  })

  test('said again it changes nothing', async () => {
    await says(low, critical)
    await says(gone(critical))
    const before = await turns()
    await says(gone(critical))
    expect(await says(low, gone(critical))).toEqual([])
    expect(await turns()).toEqual(before)
  })

  test('lists are narrowed by how grave it is now, open and closed', async () => {
    const found = async (state: string, grave: string) =>
      (await queue(`?state=${state}&severity=${grave}`)).total
    await says(low, critical)
    expect([await found('open', 'critical'), await found('open', 'low')]).toEqual([1, 0])
    await says(gone(critical))
    expect([await found('open', 'critical'), await found('open', 'low')]).toEqual([0, 1])
    const { alarm, record } = await page()
    const body = { code: 'other', note: 'Looked at', whyNot: 'Test', seen: record.at(-1).number }
    expect((await ana.post(`/api/monitoring/alarms/${alarm.id}/close`, body)).status).toBe(200)
    expect([await found('closed', 'critical'), await found('closed', 'low')]).toEqual([0, 1])
  })

  test('whatever the watch says in whatever order, what is kept is what follows from the findings', async () => {
    const rule = keptBeside['how grave each alarm is kept is what follows from what stands of it']!
    let seed = 7
    const dice = (sides: number) => {
      seed = (seed * 48_271) % 2_147_483_647
      return seed % sides
    }
    for (let round = 0; round < 60; round++) {
      const batch = [low, medium, critical]
        .filter(() => dice(2) === 0)
        .map((one) => ({
          ...one,
          withdrawn: dice(2) === 0,
          severity: one === critical && dice(3) === 0 ? ('high' as const) : one.severity,
        }))
      await says(...batch)
      if (dice(12) === 0) await closeWhatIsOpen()
      const wrong = await ownerQuery(office.urls, agency, (client) => client.query(rule))
      expect([round, wrong.rows]).toEqual([round, []])
    }
  })
})

async function closeWhatIsOpen(): Promise<void> {
  for (const { id } of (await queue()).alarms) {
    const { record, closings } = (await ana.get(`/api/monitoring/alarms/${id}`)).body
    const body = { code: closings[0], note: 'Looked at', whyNot: 'Test', seen: record.at(-1).number }
    expect((await ana.post(`/api/monitoring/alarms/${id}/close`, body)).status).toBe(200)
  }
}
