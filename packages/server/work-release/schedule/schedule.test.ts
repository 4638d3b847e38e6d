import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ownerQuery } from '../../testing/database.ts'
import { type TestAccount, type TestOffice, testOffice } from '../../testing/office.ts'
import {
  bookedPerson,
  noContract,
  openTestSite,
  type TestCase,
  today,
  weekdayFrom,
} from '../testing/lay-out.ts'

let office: TestOffice
let clerk: TestAccount
let near: string
let far: string
beforeAll(async () => {
  office = await testOffice()
  clerk = await office.account(['clerk'])
  near = await openTestSite(clerk, 3, { name: 'Near', kind: 'city', cannotTake: ['no-lifting'] })
  far = await openTestSite(clerk, [3, 3, 3, 3, 3, 0, 0], {
    name: 'Far',
    zip: '94806',
    city: 'San Pablo',
    cannotTake: [],
  })
})
afterAll(() => office.stop())

const person = (options: Parameters<typeof bookedPerson>[2] = {}) =>
  bookedPerson(office, clerk.agencyId, options)
const schedule = async (of: TestCase, query = '') =>
  (await clerk.get(`/api/work-release/enrolments/${of.enrolmentId}/schedule${query}`)).body
const nothing = {
  employed: null, limits: null, exceptions: [], availableWeekdays: null, unavailableDays: [],
  notBefore: null, notBeforeReason: '', reach: [],
} // biome-ignore format: one answer
const ask = (of: TestCase, asked: Record<string, unknown>, version = 0) =>
  clerk.post(`/api/work-release/enrolments/${of.enrolmentId}/circumstances`, {
    version,
    ...nothing,
    ...asked,
  })
const weekdaysOf = (days: string[]) =>
  days.map((day) => ((new Date(`${day}T12:00:00Z`).getUTCDay() + 6) % 7) + 1)

describe('the sites proposed', () => {
  test('WAP-P4.1 the closest with current vacancies comes first, with its reasons in words', async () => {
    const page = await schedule(await person())
    expect(page.sites.map((site: { name: string }) => site.name)).toEqual(['Near', 'Far'])
    expect(page.rankingClause).toBe('WAP-P4.1')
    const [first] = page.sites
    expect(first).toMatchObject({ rank: 1, miles: 0, kind: 'city' })
    expect(first.reasons.map((reason: { text: { en: string } }) => reason.text.en)).toContain(
      '0 miles from home',
    )
    expect(first.reasons.every((reason: { clause: string }) => reason.clause.startsWith('WAP-P4.1'))).toBe(
      true,
    )
  })

  test('what nobody has asked is asked, and a site beyond the limits is left out with why', async () => {
    const one = await person()
    expect((await schedule(one)).missing).toContainEqual(expect.objectContaining({ name: 'limits' }))
    await ask(one, { limits: ['no-lifting'] })
    const page = await schedule(one)
    expect(page.missing.map((missing: { name: string }) => missing.name)).not.toContain('limits')
    expect(page.sites.at(-1)).toMatchObject({ name: 'Near', rank: null })
    expect(page.siteId).toBe(far)
  })

  test('an unknown residence guesses no distance', async () => {
    const page = await schedule(await person({ zip: null }))
    expect(page.residence).toBeNull()
    expect(page.sites.every((site: { miles: number | null }) => site.miles === null)).toBe(true)
  })

  test('a site without a contract, or full for four weeks, is left out', async () => {
    await openTestSite(clerk, 5, { name: 'No contract', ...noContract })
    await openTestSite(clerk, 0, { name: 'Full' })
    const out = (await schedule(await person())).sites.filter(
      (site: { rank: number | null }) => site.rank === null,
    )
    const why = Object.fromEntries(
      out.map((site: { name: string; reasons: { code: string }[] }) => [
        site.name,
        site.reasons.map((r) => r.code),
      ]),
    )
    expect(why['No contract']).toContain('sites.no-contract')
    expect(why.Full).toContain('sites.full')
  })

  test('an unknown site is not looked at', async () => {
    const one = await person()
    const answer = await clerk.get(
      `/api/work-release/enrolments/${one.enrolmentId}/schedule?siteId=3f2504e0-4f89-41d3-9a0c-0305e82c3301`,
    )
    expect(answer.status).toBe(404)
  })
})

describe('the days proposed', () => {
  test('WAP-P4.2 five days or fewer: weekdays, three a week, none within seven days', async () => {
    const { plan, firstDay } = await schedule(await person({ days: 5 }))
    expect(plan.outcome).toBe('planned')
    expect(weekdaysOf(plan.days).every((weekday) => weekday <= 5)).toBe(true)
    expect(firstDay).toBe(today().add({ days: 7 }).toString())
    expect(plan.days[0] >= firstDay).toBe(true)
    expect(plan.reasons.map((reason: { code: string }) => reason.code)).toContain('days.few')
  })

  test('WAP-P4.2 six days or more: weekends as well once it is known that the person is employed', async () => {
    const one = await person({ days: 6 })
    expect((await schedule(one)).missing).toContainEqual(expect.objectContaining({ name: 'employed' }))
    await ask(one, { employed: true })
    expect(weekdaysOf((await schedule(one)).plan.days).some((weekday) => weekday >= 6)).toBe(true)
    await ask(one, { employed: false }, 1)
    expect(weekdaysOf((await schedule(one)).plan.days).every((weekday) => weekday <= 5)).toBe(true)
  })

  test('WAP-P4.2 a verified exception changes the days, one that is not verified is only said', async () => {
    const one = await person({ days: 2 })
    const exception = { kind: 'job-loss', weekdays: [6, 7], daysAWeek: null }
    expect(
      (await ask(one, { exceptions: [{ ...exception, verified: true, verification: '' }] })).body.error
        .fields[0].path,
    ).toBe('exceptions.0.verification')
    await ask(one, { exceptions: [{ ...exception, verified: false, verification: '' }] })
    expect(weekdaysOf((await schedule(one)).plan.days).every((weekday) => weekday <= 5)).toBe(true)
    await ask(
      one,
      { exceptions: [{ ...exception, verified: true, verification: 'Letter of the employer' }] },
      1,
    )
    expect(weekdaysOf((await schedule(one)).plan.days).every((weekday) => weekday >= 6)).toBe(true)
  })

  test('WAP-P4.1 the start is postponed for a temporary illness, with why', async () => {
    const one = await person({ days: 1 })
    const notBefore = today().add({ days: 30 }).toString()
    expect((await ask(one, { notBefore })).body.error.fields[0].path).toBe('notBeforeReason')
    await ask(one, { notBefore, notBeforeReason: 'Broken wrist' })
    const page = await schedule(one)
    expect(page.firstDay).toBe(notBefore)
    expect(page.plan.days[0] >= notBefore).toBe(true)
  })

  test('days on which the person cannot come are passed over', async () => {
    const one = await person({ days: 1 })
    const [first] = (await schedule(one)).plan.days
    await ask(one, { unavailableDays: [first] })
    expect((await schedule(one)).plan.days).not.toContain(first)
  })

  test('a full day is passed over with why', async () => {
    const small = await openTestSite(clerk, 1, { name: 'One place' })
    const one = await person({ days: 1 })
    const { plan } = await schedule(one, `?siteId=${small}`)
    await clerk.post(`/api/work-release/enrolments/${one.enrolmentId}/contract`, {
      version: 0, days: [{ day: plan.days[0], siteId: small }], reason: 'Asked',
    }) // biome-ignore format: one body
    const next = await schedule(await person({ days: 1 }), `?siteId=${small}`)
    expect(next.plan.days).not.toContain(plan.days[0])
    const skipped = next.plan.skipped.find((entry: { day: string }) => entry.day === plan.days[0])
    expect(skipped.reason.code).toBe('days.full')
  })
})

describe('what was asked', () => {
  test('stands by its version; who changes an older one is shown the newer', async () => {
    const one = await person()
    expect((await ask(one, { employed: true })).body).toEqual({ version: 1 })
    const { status, body } = await ask(one, { employed: false })
    expect(status).toBe(409)
    expect(body.error.conflict.current.employed).toBe(true)
    expect((await schedule(one)).circumstances).toMatchObject({
      version: 1,
      asked: { employed: true },
      sources: { employed: 'asked', limits: 'unknown' },
    })
  })

  test('WAP-BOOK.2 the application answers until somebody asks here', async () => {
    const one = await person({ days: 6 })
    await ownerQuery(office.urls, clerk.agencyId, (client) =>
      client.query(
        `insert into intake.application (agency_id, id, enrolment_id, answers, created_at, created_by)
         values ($1, gen_random_uuid(), $2, $3, clock_timestamp(), $4)`,
        [
          clerk.agencyId,
          one.enrolmentId,
          JSON.stringify({
            employed: true,
            daysAvailable: [6, 7],
            workLimits: ['no-heat'],
            jobLoss: 'claimed',
          }),
          clerk.id,
        ],
      ),
    )
    const { circumstances } = await schedule(one)
    expect(circumstances.sources).toMatchObject({ employed: 'application', limits: 'application' })
    expect(circumstances.asked).toMatchObject({
      employed: true,
      limits: ['no-heat'],
      availableWeekdays: [6, 7],
    })
    expect(circumstances.asked.exceptions).toMatchObject([{ kind: 'job-loss', verified: false }])
    await ask(one, { employed: false })
    expect((await schedule(one)).circumstances).toMatchObject({
      asked: { employed: false },
      sources: { employed: 'asked', limits: 'application' },
    })
  })

  test('of a person of another office is not found', async () => {
    const stranger = await office.account(['clerk'], await office.agency())
    const one = await person()
    const answer = await stranger.post(`/api/work-release/enrolments/${one.enrolmentId}/circumstances`, {
      version: 0,
      ...nothing,
    })
    expect(answer.status).toBe(404)
  })
})

test('a contract that begins on a Monday in two weeks is within the days looked at', async () => {
  const page = await schedule(await person({ days: 45 }))
  expect(page.lastDay > weekdayFrom(today().add({ days: 14 }), 1).toString()).toBe(true)
  expect(page.plan.outcome).toBe('planned')
  expect(near).not.toBe(far)
})
