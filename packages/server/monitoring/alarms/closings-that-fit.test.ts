import type { Happening, Kind } from '@inlieu/watch'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type TestAccount, type TestOffice, testOffice } from '../../testing/office.ts'
import { happening, somebody } from '../testing/happenings.ts'
import { justNow, type TestWatch, testWatch } from '../testing/open-alarm.ts'
import { closingCodes } from './closing-codes.ts'

let office: TestOffice
let watch: TestWatch
let ana: TestAccount
let person: string
beforeAll(async () => {
  office = await testOffice()
  watch = await testWatch(office)
  ana = await office.account(['operator'])
})
beforeEach(async () => {
  person = await somebody(office, ana.agencyId)
})
afterAll(async () => {
  await watch.stop()
  await office.stop()
})

const page = async (alarm: string) => (await ana.get(`/api/monitoring/alarms/${alarm}`)).body
const close = async (alarm: string, code: string) =>
  ana.post(`/api/monitoring/alarms/${alarm}/close`, {
    code,
    note: 'x',
    whyNot: 'Nothing to do',
    seen: (await page(alarm)).record.at(-1).number,
  })

/** Something of the person, of one incident. */
const said = (kind: Kind, different: Partial<Happening> = {}): Happening => ({
  ...justNow(happening(person, kind, 0)),
  ...different,
})
const says = (...happenings: Happening[]) => watch.says(ana.agencyId, happenings)

/** Opens an alarm of this kind, and says how the watch saw it end. */
async function ended(kind: Kind, by: Kind) {
  const first = said(kind)
  const [news] = await says(first)
  const end = said(by, { incident: first.key, ends: first.key })
  await says(end)
  return { alarm: news!.subject.alarm, first, end }
}

describe('field 4.2 closed as returned only where the watch saw a return', () => {
  test.each<[Kind, Kind, 200 | 422]>([
    ['zone-left', 'returned', 200],
    ['zone-entered', 'returned', 200],
    ['absent-at-start', 'returned', 200],
    // The zone binds no more, or nobody need be there: where the person was, nobody has seen.
    ['zone-left', 'cleared', 422],
    ['absent-at-start', 'cleared', 422],
    // A unit that is heard again says nothing of where its wearer is.
    ['zone-left', 'restored', 422],
    ['rf-out', 'restored', 200],
    ['rf-out', 'cleared', 422],
    ['no-contact', 'restored', 200],
    // The unit was taken off.
    ['no-contact', 'cleared', 422],
    ['no-position', 'cleared', 422],
    ['battery-low', 'restored', 200],
    ['shut-down', 'restored', 200],
    ['strap', 'cleared', 422],
  ])('%s that ended as %s: %i', async (kind, by, status) => {
    const { alarm } = await ended(kind, by)
    expect((await page(alarm)).closings.includes('returned')).toBe(status === 200)
    const answer = await close(alarm, 'returned')
    expect(answer.status).toBe(status)
    if (status === 422) expect(answer.body.error.fields[0].path).toBe('code')
  })

  test('the return is withdrawn by later evidence: it is none', async () => {
    const { alarm, end } = await ended('zone-left', 'returned')
    await says({ ...end, withdrawn: true })
    expect((await close(alarm, 'returned')).status).toBe(422)
  })

  test('back in the zone, and silent still: not until that is over too', async () => {
    const { alarm, first } = await ended('zone-left', 'returned')
    const silent = said('no-contact', { incident: first.key })
    await says(silent)
    expect((await close(alarm, 'returned')).status).toBe(422)
    await says(said('restored', { incident: first.key, ends: silent.key }))
    expect((await close(alarm, 'returned')).status).toBe(200)
  })

  test('the page offers what the office accepts, and nothing else', async () => {
    const left = said('zone-left')
    const [news] = await says(left)
    const alarm = news!.subject.alarm
    const { closings } = await page(alarm)
    expect(closings).toEqual(
      closingCodes.filter((code) => !['returned', 'withdrawn', 'drill-over'].includes(code)),
    )
    for (const code of closingCodes.filter((one) => !closings.includes(one)))
      expect((await close(alarm, code)).status).toBe(422)
    await says({ ...left, withdrawn: true })
    expect((await page(alarm)).closings).toContain('withdrawn')
    expect((await close(alarm, 'withdrawn')).status).toBe(200)
  })

  test('a drill ends as a drill', async () => {
    const supervisor = await office.account(['operator-supervisor'])
    const { id } = (await supervisor.post('/api/monitoring/drills', { kind: 'strap', story: 'x' })).body
    expect((await page(id)).closings).toEqual(['drill-over'])
    expect((await close(id, 'returned')).status).toBe(422)
    expect((await close(id, 'drill-over')).status).toBe(200)
    expect((await page(id)).closings).toEqual([])
  })
})
