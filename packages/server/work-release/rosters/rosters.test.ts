import { Temporal } from 'temporal-polyfill'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { setOfficeAhead } from '../../platform/clock.ts'
import { ownerQuery } from '../../testing/database.ts'
import { type TestAccount, type TestOffice, testOffice } from '../../testing/office.ts'
import { bookedPerson, openTestSite, type TestCase, today, weekdayFrom } from '../testing/lay-out.ts'
import { rosterReturnOf } from './late-rosters.ts'
import { stateOf } from './roster-list.ts'

let office: TestOffice
let clerk: TestAccount
beforeAll(async () => {
  office = await testOffice()
  clerk = await office.account(['clerk'])
})
afterEach(() => setOfficeAhead(0))
afterAll(() => office.stop())

const aheadDays = (days: number) => setOfficeAhead(days * 86_400)
/** The Monday of the week that the tests below put people into. */
const monday = () => weekdayFrom(today().add({ days: 7 }), 1)

/** A site with people, each down for the first days of the week. */
async function sheet(
  people = 2,
  days = 2,
): Promise<{ site: string; week: Temporal.PlainDate; cases: TestCase[] }> {
  setOfficeAhead(0)
  const site = await openTestSite(clerk, 50)
  const week = monday()
  const cases = []
  for (let n = 0; n < people; n++) {
    const one = await bookedPerson(office, clerk.agencyId, { days })
    await contract(
      one,
      0,
      Array.from({ length: days }, (_, d) => week.add({ days: d })),
      site,
    )
    cases.push(one)
  }
  return { site, week, cases }
}
const contract = (of: TestCase, version: number, days: Temporal.PlainDate[], siteId: string) =>
  clerk.post(`/api/work-release/enrolments/${of.enrolmentId}/contract`, {
    version, days: days.map((day) => ({ day: day.toString(), siteId })), reason: 'Asked',
  }) // biome-ignore format: one body
const roster = async (site: string, week: Temporal.PlainDate) =>
  (await clerk.get(`/api/work-release/rosters/${site}/${week}`)).body
const allWorked = (page: { people: { days: { contractDayId: string; version: number }[] }[] }) =>
  page.people.flatMap((person) =>
    person.days.map((day) => ({
      contractDayId: day.contractDayId,
      version: day.version,
      mark: 'worked',
      minutes: 480,
    })),
  )
const send = (site: string, week: Temporal.PlainDate, onDay = today()) =>
  clerk.post(`/api/work-release/rosters/${site}/${week}/sent`, { onDay: onDay.toString(), how: 'mail' })
const giveBack = (site: string, week: Temporal.PlainDate, marks: unknown[], who = clerk) =>
  who.post(`/api/work-release/rosters/${site}/${week}/returned`, {
    onDay: today().toString(),
    how: 'mail',
    marks,
  })

describe('WAP-P6.1 a week’s roster', () => {
  test('is prepared by the contracts: name, date of birth and days, by name', async () => {
    const { site, week } = await sheet(2, 2)
    const page = await roster(site, week)
    expect(page.people).toHaveLength(2)
    expect(page.people[0]).toMatchObject({ birthDate: '1990-04-01', limits: [] })
    expect(page.people[0].name).toMatch(/^Rivera, /)
    expect(page.people[0].days.map((day: { day: string }) => day.day)).toEqual([
      week.toString(),
      week.add({ days: 1 }).toString(),
    ])
    expect(page.sent).toEqual([])
  })

  test('WAP-SITE.3 shows limits by code, and nothing of a case or a diagnosis', async () => {
    const { site, week, cases } = await sheet(1, 1)
    await clerk.post(`/api/work-release/enrolments/${cases[0]!.enrolmentId}/circumstances`, {
      version: 0, employed: null, limits: ['no-heat'], exceptions: [], availableWeekdays: null, unavailableDays: [],
      notBefore: null, notBeforeReason: '', reach: [],
    }) // biome-ignore format: one body
    const page = await roster(site, week)
    expect(page.people[0].limits).toEqual(['no-heat'])
    expect(Object.keys(page.people[0]).sort()).toEqual(['birthDate', 'days', 'enrolmentId', 'limits', 'name'])
  })

  test('leaves as CSV, a line for a person and day', async () => {
    const { site, week } = await sheet(1, 2)
    const { body } = await clerk.get(`/api/work-release/rosters/${site}/${week}?format=csv`)
    expect(body.trim().split('\r\n')).toHaveLength(3)
    expect(body).toContain('1990-04-01')
  })

  test('is asked for as a paper; of a week without people there is none', async () => {
    const { site, week } = await sheet(1, 1)
    const printed = await clerk.post(`/api/work-release/rosters/${site}/${week}/print`, { language: 'es' })
    expect(printed.status).toBe(200)
    const { rows } = await ownerQuery(office.urls, clerk.agencyId, (client) =>
      client.query(`select kind, data from platform.document where id = '${printed.body.documentId}'`),
    )
    expect(rows[0].kind).toBe('work/roster')
    expect(rows[0].data.people).toHaveLength(1)
    expect(JSON.stringify(rows[0].data)).not.toContain('WAP-')
    expect(
      (await clerk.post(`/api/work-release/rosters/${site}/${week.add({ days: 7 })}/print`, {})).status,
    ).toBe(422)
  })

  test.each([
    ['a Tuesday', '2026-03-03', 400],
    ['a day that does not exist', '2026-02-30', 400],
    ['a Monday', '2026-03-02', 200],
  ])('%s names a week: %s', async (_name, week, status) => {
    const site = await openTestSite(clerk)
    expect((await clerk.get(`/api/work-release/rosters/${site}/${week}`)).status).toBe(status)
  })

  test('of another office’s site is not found', async () => {
    const { site, week } = await sheet(1, 1)
    const stranger = await office.account(['clerk'], await office.agency())
    expect((await stranger.get(`/api/work-release/rosters/${site}/${week}`)).status).toBe(404)
    expect((await stranger.post(`/api/work-release/rosters/${site}/${week}/print`, {})).status).toBe(404)
    expect((await giveBack(site, week, [], stranger)).status).toBe(404)
    expect((await stranger.get('/api/work-release/rosters')).body.rosters).toEqual([])
  })
})

describe('sending a roster', () => {
  test('is recorded, and what changed afterwards is named until it is sent again', async () => {
    const { site, week, cases } = await sheet(2, 1)
    expect((await send(site, week)).status).toBe(200)
    expect((await roster(site, week)).changedSinceSent).toEqual([])
    await contract(cases[0]!, 1, [week.add({ days: 3 })], site)
    const { changedSinceSent, sent } = await roster(site, week)
    expect(sent).toHaveLength(1)
    expect(changedSinceSent).toMatchObject([
      { day: week.toString(), what: 'taken-out' },
      { day: week.add({ days: 3 }).toString(), what: 'added' },
    ])
    await send(site, week)
    expect((await roster(site, week)).changedSinceSent).toEqual([])
  })

  test('a week without people, or a day that has not come, is refused', async () => {
    const { site, week } = await sheet(1, 1)
    expect((await send(site, week.add({ days: 7 }))).status).toBe(422)
    expect((await send(site, week, today().add({ days: 1 }))).body.error.fields[0].path).toBe('onDay')
  })
})

describe('WAP-P6.3 a roster that came back', () => {
  test('is entered as one act: ticks and return', async () => {
    const { site, week } = await sheet(3, 2)
    aheadDays(30)
    const page = await roster(site, week)
    expect((await giveBack(site, week, allWorked(page))).body).toMatchObject({ marked: 6 })
    const after = await roster(site, week)
    expect(after.returned).toMatchObject({ how: 'mail', recordedBy: 'Test clerk' })
    expect(
      after.people.every((person: { days: { standing: string }[] }) =>
        person.days.every((day) => day.standing === 'worked'),
      ),
    ).toBe(true)
  })

  test('twice, or by two at once, is entered once', async () => {
    const { site, week } = await sheet(1, 1)
    aheadDays(30)
    const marks = allWorked(await roster(site, week))
    const other = await office.account(['deputy'])
    const answers = await Promise.all([giveBack(site, week, marks), giveBack(site, week, marks, other)])
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409])
    expect((await giveBack(site, week, marks)).body.error.message).toContain('entered this roster')
  })

  test('with one tick over another’s is refused whole, and shows which', async () => {
    const { site, week } = await sheet(2, 1)
    aheadDays(30)
    const marks = allWorked(await roster(site, week))
    const deputy = await office.account(['deputy'])
    await deputy.post('/api/work-release/attendance', {
      contractDayId: marks[1]!.contractDayId,
      version: 0,
      mark: 'absent',
    })
    const { status, body } = await giveBack(site, week, marks)
    expect(status).toBe(409)
    expect(body.error.conflict).toMatchObject({
      changedBy: 'Test deputy',
      current: { 'marks.1': { mark: 'absent', version: 1 } },
    })
    const page = await roster(site, week)
    expect(page.returned).toBeNull()
    expect(
      page.people
        .flatMap((person: { days: { mark: string }[] }) => person.days.map((day) => day.mark))
        .filter(Boolean),
    ).toEqual(['absent'])
  })

  test('before its week is worked it is refused; with the last day it is taken', async () => {
    const { site, week } = await sheet(1, 2)
    aheadDays(today().until(week).days)
    expect((await giveBack(site, week, [])).body.error.message).toContain('when its week is worked')
    setOfficeAhead(0)
    aheadDays(today().until(week).days + 1)
    expect((await giveBack(site, week, [])).status).toBe(200)
  })

  test('with a day of another sheet, or a day ticked twice, is refused at the tick', async () => {
    const [mine, other] = [await sheet(1, 1), await sheet(1, 1)]
    aheadDays(30)
    const [tick] = allWorked(await roster(mine.site, mine.week))
    const [strange] = allWorked(await roster(other.site, other.week))
    expect((await giveBack(mine.site, mine.week, [tick, strange])).body.error.fields[0].path).toBe(
      'marks.1.contractDayId',
    )
    expect((await giveBack(mine.site, mine.week, [tick, tick])).body.error.fields[0].message).toContain(
      'twice',
    )
    const bad = { ...tick, mark: 'absent-excused', minutes: null }
    expect((await giveBack(mine.site, mine.week, [bad])).body.error.fields[0].path).toBe('marks.0.excuse')
  })
})

describe('the list of rosters', () => {
  const listed = async (site: string, query = '') =>
    (await clerk.get(`/api/work-release/rosters?siteId=${site}${query}`)).body.rosters

  test('tells what each week lacks', async () => {
    const { site, week } = await sheet(2, 1)
    expect(await listed(site)).toMatchObject([
      { week: week.toString(), people: 2, days: 2, marked: 0, state: 'to-send' },
    ])
    await send(site, week)
    expect((await listed(site))[0].state).toBe('sent')
    expect(await listed(site, '&state=to-send')).toEqual([])
    aheadDays(28)
    expect((await listed(site))[0].state).toBe('to-return')
    await giveBack(site, week, allWorked(await roster(site, week)).slice(0, 1))
    expect((await listed(site))[0].state).toBe('to-mark')
    const csv = (await clerk.get(`/api/work-release/rosters?siteId=${site}&format=csv`)).body
    expect(csv).toContain('to-mark')
  })

  test('of too many weeks is refused', async () => {
    expect((await clerk.get('/api/work-release/rosters?from=2020-01-01&lastDay=2026-01-01')).status).toBe(422)
  })

  test.each([
    [
      { sent_on: null, returned_on: null, last_day: '2026-03-06', days: 1, marked: 0 },
      '2026-03-06',
      'to-send',
    ],
    [
      { sent_on: '2026-02-27', returned_on: null, last_day: '2026-03-06', days: 1, marked: 0 },
      '2026-03-06',
      'sent',
    ],
    [
      { sent_on: '2026-02-27', returned_on: null, last_day: '2026-03-06', days: 1, marked: 0 },
      '2026-03-07',
      'to-return',
    ],
    [
      { sent_on: null, returned_on: '2026-03-07', last_day: '2026-03-06', days: 2, marked: 1 },
      '2026-03-07',
      'to-mark',
    ],
    [
      { sent_on: null, returned_on: '2026-03-07', last_day: '2026-03-06', days: 2, marked: 2 },
      '2026-03-07',
      'done',
    ],
  ])('%j on %s: %s', (row, on, state) => {
    const day = (text: string | null) => (text === null ? null : Temporal.PlainDate.from(text))
    const asRow = {
      ...row,
      sent_on: day(row.sent_on),
      returned_on: day(row.returned_on),
      last_day: day(row.last_day)!,
    }
    expect(stateOf(asRow, Temporal.PlainDate.from(on))).toBe(state)
  })
})

describe('WAP-P6.3 sites without a roster for two weeks or more', () => {
  test.each([
    [13, false],
    [14, true],
    [15, true],
  ])('%i days after the first day owed: listed %s', async (silent, listed) => {
    const { site, week } = await sheet(1, 1)
    aheadDays(today().until(week).days + silent)
    const { sites } = (await clerk.get('/api/work-release/late-rosters')).body
    const mine = sites.find((late: { siteId: string }) => late.siteId === site)
    expect(mine !== undefined).toBe(listed)
    if (listed)
      expect(mine).toMatchObject({ owedSince: week.toString(), lastRosterOn: null, daysSilent: silent })
  })

  test('a roster that came back ends the silence', async () => {
    const { site, week } = await sheet(1, 1)
    aheadDays(today().until(week).days + 20)
    await giveBack(site, week, [])
    const { sites } = (await clerk.get('/api/work-release/late-rosters')).body
    expect(sites.some((late: { siteId: string }) => late.siteId === site)).toBe(false)
  })

  test('weeks in which nobody was down are no silence', () => {
    const day = Temporal.PlainDate.from
    const owed = { siteId: 's', lastRosterOn: day('2026-01-04'), owedSince: day('2026-03-02') }
    expect(rosterReturnOf(owed)).toEqual({ siteId: 's', lastRosterOn: '2026-03-01', since: '2026-03-02' })
    expect(rosterReturnOf({ ...owed, lastRosterOn: null })).toEqual({
      siteId: 's',
      lastRosterOn: null,
      since: '2026-03-02',
    })
  })
})
