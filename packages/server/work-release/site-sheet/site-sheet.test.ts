import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { setOfficeAhead } from '../../platform/clock.ts'
import { type TestAccount, type TestOffice, testOffice } from '../../testing/office.ts'
import { bookedPerson, openTestSite, today, weekdayFrom } from '../testing/lay-out.ts'

let office: TestOffice
let clerk: TestAccount
let supervisor: TestAccount
beforeAll(async () => {
  office = await testOffice()
  clerk = await office.account(['clerk'])
  supervisor = await office.account(['site-supervisor'])
})
afterEach(() => setOfficeAhead(0))
afterAll(() => office.stop())

/** A site of the supervisor with one person on Monday and Tuesday of a week; the office is moved to that Monday. */
async function monday(link = true) {
  setOfficeAhead(0)
  const site = await openTestSite(clerk, 10)
  if (link) await clerk.post(`/api/work-release/sites/${site}/supervisors`, { accountId: supervisor.id })
  const one = await bookedPerson(office, clerk.agencyId, { days: 2 })
  const week = weekdayFrom(today().add({ days: 7 }), 1)
  const days = [week, week.add({ days: 1 })].map((day) => ({ day: day.toString(), siteId: site }))
  await clerk.post(`/api/work-release/enrolments/${one.enrolmentId}/contract`, {
    version: 0,
    days,
    reason: 'Asked',
  })
  const ahead = today().until(week).days
  setOfficeAhead(ahead * 86_400)
  const [first, second] = (await clerk.get(`/api/work-release/enrolments/${one.enrolmentId}/contract`)).body
    .days
  return { site, week, first, second, ahead, enrolmentId: one.enrolmentId }
}
const tick = (day: { id: string }, body: Record<string, unknown>, version = 0, who = supervisor) =>
  who.post('/api/work-release/site-sheet/ticks', { contractDayId: day.id, version, ...body })
const sheetOf = async (site: string) =>
  (await supervisor.get('/api/work-release/site-sheet')).body.sites.find(
    (sheet: { id: string }) => sheet.id === site,
  )

describe('the site supervisor’s sheet', () => {
  test('WAP-SITE.3 shows this week’s people of the own site: name, birth, limits, days; nothing of a case', async () => {
    const { site } = await monday()
    const sheet = await sheetOf(site)
    expect(Object.keys(sheet.people[0]).sort()).toEqual(['birthDate', 'days', 'limits', 'name'])
    expect(Object.keys(sheet.people[0].days[0]).sort()).toEqual([
      'contractDayId',
      'day',
      'mark',
      'minutes',
      'version',
    ])
    expect(sheet.people[0].days).toHaveLength(2)
  })

  test('of the week after shows nobody, and another’s site not at all', async () => {
    const { site, ahead } = await monday()
    const strange = await monday(false)
    expect(await sheetOf(strange.site)).toBeUndefined()
    setOfficeAhead((ahead + 7) * 86_400)
    expect((await sheetOf(site)).people).toEqual([])
  })

  test('WAP-P6.2 a tick is a whole work day of the site unless hours are given', async () => {
    const { site, first } = await monday()
    expect((await tick(first, { mark: 'worked' })).body).toEqual({ version: 1 })
    expect((await sheetOf(site)).people[0].days[0]).toMatchObject({ mark: 'worked', minutes: 480 })
    expect((await tick(first, { mark: 'worked', minutes: 300 }, 1)).body).toEqual({ version: 2 })
  })

  test('a day that has not come, or of another week, is not ticked', async () => {
    const { first, second, ahead } = await monday()
    expect((await tick(second, { mark: 'worked' })).status).toBe(422)
    setOfficeAhead((ahead + 7) * 86_400)
    expect((await tick(first, { mark: 'worked' })).body.error.message).toContain('Only this week')
  })

  test('a day of another’s site is not found, whether it exists or not', async () => {
    const { first } = await monday(false)
    const strange = await tick(first, { mark: 'worked' })
    const none = await tick({ id: '3f2504e0-4f89-41d3-9a0c-0305e82c3301' }, { mark: 'worked' })
    expect(strange.status).toBe(404)
    expect(none.status).toBe(404)
  })

  test('whether an absence was valid is not the site’s to say, and what the office entered is not the site’s to change', async () => {
    const { first } = await monday()
    expect((await tick(first, { mark: 'absent-excused' })).status).toBe(400)
    await tick(first, { mark: 'absent' })
    const excused = { mark: 'absent-excused', excuse: 'sick', verification: 'Note' }
    await clerk.post('/api/work-release/attendance', { contractDayId: first.id, version: 1, ...excused })
    expect((await tick(first, { mark: 'worked' }, 2)).body.error.message).toContain('call the office')
  })

  test('office and site ticking the same day: the later is told what stands', async () => {
    const { first } = await monday()
    const other = await office.account(['site-supervisor'])
    const { site } = await monday()
    await clerk.post(`/api/work-release/sites/${site}/supervisors`, { accountId: other.id })
    await tick(first, { mark: 'absent' })
    const { status, body } = await tick(first, { mark: 'worked' })
    expect(status).toBe(409)
    expect(body.error.conflict.current).toMatchObject({ mark: 'absent', version: 1 })
  })

  test('WAP-P6.2 the week is returned once it is worked, once', async () => {
    const { site, first, second, ahead } = await monday()
    const giveBack = () => supervisor.post(`/api/work-release/site-sheet/${site}/return`)
    expect((await giveBack()).status).toBe(422)
    setOfficeAhead((ahead + 1) * 86_400)
    await tick(first, { mark: 'worked' })
    await tick(second, { mark: 'worked' })
    expect((await giveBack()).status).toBe(200)
    expect((await giveBack()).status).toBe(409)
    expect((await sheetOf(site)).returned).toBe(true)
    expect(
      (await supervisor.post('/api/work-release/site-sheet/3f2504e0-4f89-41d3-9a0c-0305e82c3301/return'))
        .status,
    ).toBe(404)
  })

  test('after the link is ended nothing is shown and nothing can be ticked', async () => {
    const { site, first } = await monday()
    const [link] = (await clerk.get(`/api/work-release/sites/${site}`)).body.supervisors
    await clerk.post(`/api/work-release/sites/${site}/supervisors/${link.id}/end`)
    expect(await sheetOf(site)).toBeUndefined()
    expect((await tick(first, { mark: 'worked' })).status).toBe(404)
  })

  test('a supervisor of another office sees nothing here', async () => {
    const { first } = await monday()
    const stranger = await office.account(['site-supervisor'], await office.agency())
    expect((await stranger.get('/api/work-release/site-sheet')).body.sites).toEqual([])
    expect((await tick(first, { mark: 'worked' }, 0, stranger)).status).toBe(404)
  })

  test('a clerk has no sheet, and a supervisor no roster, site or person', async () => {
    expect((await clerk.get('/api/work-release/site-sheet')).status).toBe(403)
    for (const path of [
      '/api/work-release/rosters',
      '/api/work-release/sites',
      '/api/work-release/late-rosters',
    ])
      expect((await supervisor.get(path)).status).toBe(403)
  })
})
