import type { Temporal } from 'temporal-polyfill'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { setOfficeAhead } from '../../platform/clock.ts'
import { ownerQuery } from '../../testing/database.ts'
import { keptWrongly } from '../../testing/kept.ts'
import { type TestAccount, type TestOffice, testOffice } from '../../testing/office.ts'
import { bookedPerson, openTestSite, type TestCase, today, weekdayFrom } from '../testing/lay-out.ts'

let office: TestOffice
let clerk: TestAccount
let deputy: TestAccount
let site: string
beforeAll(async () => {
  office = await testOffice()
  clerk = await office.account(['clerk'])
  deputy = await office.account(['deputy'])
  site = await openTestSite(clerk, 100, { name: 'Yard' })
})
afterEach(() => setOfficeAhead(0))
afterAll(() => office.stop())

interface Contracted extends TestCase {
  days: { id: string; day: string }[]
}

/** A person with a contract of so many days from Monday in a week on; the office is moved to after the last. */
async function contracted(count = 3, ahead = 21): Promise<Contracted> {
  setOfficeAhead(0)
  const one = await bookedPerson(office, clerk.agencyId, { days: count })
  const monday = weekdayFrom(today().add({ days: 7 }), 1)
  const days = Array.from({ length: count }, (_, n) => ({
    day: monday.add({ days: n }).toString(),
    siteId: site,
  }))
  const made = await clerk.post(`/api/work-release/enrolments/${one.enrolmentId}/contract`, {
    version: 0,
    days,
    reason: 'Asked',
  })
  if (made.status !== 200) throw new Error(JSON.stringify(made.body))
  const shown = (await contract(one)).days
  setOfficeAhead(ahead * 86_400)
  return { ...one, days: shown }
}

const contract = async (of: TestCase) =>
  (await clerk.get(`/api/work-release/enrolments/${of.enrolmentId}/contract`)).body
const mark = (day: { id: string }, body: Record<string, unknown>, who = clerk, version = 0) =>
  who.post('/api/work-release/attendance', { contractDayId: day.id, version, ...body })
const worked = (day: { id: string }, minutes = 480, version = 0) =>
  mark(day, { mark: 'worked', minutes }, clerk, version)
const history = async (day: { id: string }) =>
  (await clerk.get(`/api/work-release/contract-days/${day.id}`)).body
const excused = { mark: 'absent-excused', excuse: 'sick', verification: 'Note of Dr. Lee' }
const nextMonday = (): Temporal.PlainDate => weekdayFrom(today().add({ days: 7 }), 1)
const reschedule = async (of: Contracted, days: Temporal.PlainDate[], version = 1) =>
  clerk.post(`/api/work-release/enrolments/${of.enrolmentId}/contract`, {
    version, days: days.map((day) => ({ day: day.toString(), siteId: site })), reason: 'In place of the day lost',
  }) // biome-ignore format: one body

describe('WAP-CRED.1 credit for hours', () => {
  test.each([
    [479, 0, true],
    [480, 1, false],
    [600, 1, false],
    [601, 1, false],
  ])('%i minutes credit %i days; an officer is asked: %s', async (minutes, credited, asked) => {
    const one = await contracted(1)
    expect((await worked(one.days[0]!, minutes)).status).toBe(200)
    const [kept] = (await history(one.days[0]!)).marks
    expect(kept).toMatchObject({
      minutes,
      creditedDays: credited,
      askOfficer: asked,
      because: { clause: 'WAP-CRED.1' },
    })
  })

  test('an officer decides about less than a full day, with a reason; a clerk cannot', async () => {
    const one = await contracted(1)
    const day = one.days[0]!
    await worked(day, 300)
    const decide = (who: TestAccount, version = 1, days = 1) =>
      who.post(`/api/work-release/contract-days/${day.id}/credit`, {
        version,
        days,
        reason: 'Site closed for lightning',
      })
    const refused = await decide(clerk)
    expect(refused.status).toBe(403)
    expect(refused.body.error.message).toContain('WAP-CRED.1')
    expect((await decide(deputy)).body).toEqual({ version: 2 })
    expect((await contract(one)).creditedDays).toBe(1)
    const { marks } = await history(day)
    expect(marks[0]).toMatchObject({
      creditedDays: 1,
      askOfficer: false,
      decided: { days: 1, reason: 'Site closed for lightning' },
    })
    expect(marks[1]).toMatchObject({ creditedDays: 0 })
    const stale = await decide(deputy, 1)
    expect(stale.status).toBe(409)
    expect(stale.body.error.conflict).toMatchObject({
      changedBy: 'Test deputy',
      current: { version: 2, mark: 'worked', minutes: 300 },
    })
  })

  test('where the hours leave nothing open, and where nobody worked, there is nothing to credit', async () => {
    const one = await contracted(2)
    const [full, absent] = [one.days[0]!, one.days[1]!]
    await worked(full)
    const decide = (day: { id: string }) =>
      deputy.post(`/api/work-release/contract-days/${day.id}/credit`, {
        version: 1,
        days: 1,
        reason: 'Asked',
      })
    expect((await decide(full)).status).toBe(422)
    await mark(absent, { mark: 'sent-home', minutes: 0 })
    expect((await decide(absent)).body.error.fields[0].path).toBe('days')
  })
})

describe('WAP-P6.3 attendance', () => {
  test('is not marked for a day that has not come; on the day it is', async () => {
    const one = await contracted(2, 0)
    const refused = await worked(one.days[0]!)
    expect(refused.status).toBe(422)
    expect(refused.body.error.message).toContain('has not come yet')
    const ahead = today().until(one.days[0]!.day).days
    setOfficeAhead(ahead * 86_400)
    expect((await worked(one.days[0]!)).status).toBe(200)
    expect((await worked(one.days[1]!)).status).toBe(422)
  })

  test.each([
    ['worked without hours', { mark: 'worked' }, 'minutes'],
    ['excused without why', { mark: 'absent-excused', verification: 'Note' }, 'excuse'],
    ['excused without verification', { mark: 'absent-excused', excuse: 'sick' }, 'verification'],
  ])('%s is refused at the field', async (_name, body, path) => {
    const one = await contracted(1)
    const answer = await mark(one.days[0]!, body)
    expect(answer.status).toBe(422)
    expect(answer.body.error.fields[0].path).toBe(path)
  })

  test.each([[{ mark: 'asleep' }], [{ mark: 'worked', minutes: 1441 }], [{ mark: 'worked', minutes: -1 }]])(
    '%j is not understood',
    async (body) => {
      const one = await contracted(1)
      expect((await mark(one.days[0]!, body)).status).toBe(400)
    },
  )

  test('a correction keeps the earlier mark, who made it and when it stopped counting', async () => {
    const one = await contracted(1)
    const day = one.days[0]!
    await mark(day, { mark: 'absent' })
    expect((await worked(day, 480, 1)).body).toEqual({ version: 2 })
    const { marks } = await history(day)
    expect(marks.map((kept: { mark: string }) => kept.mark)).toEqual(['worked', 'absent'])
    expect(marks[1].supersededAt).not.toBeNull()
    expect(marks[0].supersededAt).toBeNull()
    const tampered = await ownerQuery(office.urls, clerk.agencyId, (client) =>
      client.query(`select has_column_privilege('inlieu_app', 'work.attendance', 'mark', 'update') as may`),
    )
    expect(tampered.rows[0].may).toBe(false)
  })

  test('two people who tick the same day: the same is no conflict, another is and shows what stands', async () => {
    const one = await contracted(1)
    const day = one.days[0]!
    await mark(day, { mark: 'absent' }, deputy)
    expect((await mark(day, { mark: 'absent' })).body).toEqual({ version: 1 })
    const { status, body } = await worked(day)
    expect(status).toBe(409)
    expect(body.error.conflict).toMatchObject({
      changedBy: 'Test deputy',
      current: { version: 1, mark: 'absent' },
    })
  })

  test('eight at once on one day: one mark stands, nothing is lost', async () => {
    const one = await contracted(1)
    const day = one.days[0]!
    const answers = await Promise.all(
      [400, 410, 420, 430, 440, 450, 460, 470].map((minutes) => worked(day, minutes)),
    )
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1)
    expect(answers.filter((answer) => answer.status === 409)).toHaveLength(7)
    expect((await history(day)).marks).toHaveLength(1)
  })

  test('a day that was taken out of the contract, or of another office, is not marked', async () => {
    const one = await contracted(1, 0)
    const day = one.days[0]!
    await reschedule(one, [nextMonday().add({ days: 3 })])
    setOfficeAhead(30 * 86_400)
    expect((await worked(day)).body.error.message).toContain('taken out')
    const stranger = await office.account(['clerk'], await office.agency())
    const [standing] = (await contract(one)).days
    expect((await mark(standing, { mark: 'absent' }, stranger)).status).toBe(404)
    expect((await stranger.get(`/api/work-release/contract-days/${standing.id}`)).status).toBe(404)
  })
})

describe('WAP-P5.2 re-scheduling after absence', () => {
  const events = async (of: TestCase) =>
    (
      await ownerQuery(office.urls, clerk.agencyId, (client) =>
        client.query(
          `select subject from platform.event where kind = 'work.days-rescheduled' and subject ->> 'enrolment' = '${of.enrolmentId}'`,
        ),
      )
    ).rows.map((row) => row.subject)

  test('an absence is judged first; then its day is put in again, and who is charged hears how many were unexcused', async () => {
    const one = await contracted(3)
    const [first, second, third] = [one.days[0]!, one.days[1]!, one.days[2]!]
    await worked(first)
    await mark(second, { mark: 'absent' })
    await mark(third, { mark: 'absent-unexcused' })
    const days = [nextMonday(), nextMonday().add({ days: 1 })]
    expect((await reschedule(one, days)).body.error.message).toContain('WAP-P5.2')
    await mark(second, excused, clerk, 1)
    expect((await contract(one)).daysShort).toBe(2)
    expect((await reschedule(one, days)).status).toBe(200)
    expect(await events(one)).toMatchObject([{ days: 2, unexcused: 1 }])
    const after = await contract(one)
    expect(after).toMatchObject({ creditedDays: 1, daysShort: 0 })
    expect(after.versions[0]).toMatchObject({ purpose: 're-schedule-not-valid', daysOwed: 2 })
    expect(after.days.filter((day: { rescheduled: boolean }) => day.rescheduled)).toHaveLength(2)
  })

  test('verified absences alone re-schedule as at the first interview; nothing is charged', async () => {
    const one = await contracted(1)
    await mark(one.days[0]!, excused)
    const page = (await clerk.get(`/api/work-release/enrolments/${one.enrolmentId}/schedule`)).body
    expect(page).toMatchObject({ purpose: 're-schedule-valid', rankingClause: 'WAP-P5.1', daysShort: 1 })
    await reschedule(one, [nextMonday()])
    expect(await events(one)).toMatchObject([{ days: 1, unexcused: 0 }])
  })

  test('a day the site stood down is no absence: put in again without charge', async () => {
    const one = await contracted(1)
    await mark(one.days[0]!, { mark: 'stood-down', note: 'Storm' })
    expect((await contract(one)).days[0]).toMatchObject({ standing: 'stood-down' })
    await reschedule(one, [nextMonday()])
    expect(await events(one)).toMatchObject([{ days: 1, unexcused: 0 }])
  })
})

describe('what is on the office’s list', () => {
  const listed = async (view: string, of: TestCase) =>
    (
      await ownerQuery(office.urls, clerk.agencyId, (client) =>
        client.query(`select * from work.${view} where enrolment_id = '${of.enrolmentId}'`),
      )
    ).rows

  test('WAP-P6.4 all days worked: a completion candidate; one day open: not yet', async () => {
    const one = await contracted(2)
    await worked(one.days[0]!)
    expect(await listed('v_completion_candidate', one)).toEqual([])
    await worked(one.days[1]!)
    expect(await listed('v_completion_candidate', one)).toMatchObject([
      { credited_days: 2, adjusted_days: 2 },
    ])
  })

  test.each([
    ['absent', { mark: 'absent' }, 1],
    ['unexcused', { mark: 'absent-unexcused' }, 1],
    ['sent home', { mark: 'sent-home', minutes: 60 }, 1],
    ['half a day', { mark: 'worked', minutes: 240 }, 1],
    ['verified, not yet re-scheduled', excused, 1],
    ['stood down by the site', { mark: 'stood-down' }, 0],
    ['worked', { mark: 'worked', minutes: 480 }, 0],
  ])('WAP-P6.5 a day marked %s draws a letter: %j', async (_name, body, count) => {
    const one = await contracted(1)
    await mark(one.days[0]!, body)
    expect(await listed('v_violation_candidate', one)).toHaveLength(count)
  })

  test('WAP-P6.5 a verified absence that is re-scheduled draws none (own); a day not reported is nobody’s absence', async () => {
    const one = await contracted(1)
    expect(await listed('v_violation_candidate', one)).toEqual([])
    await mark(one.days[0]!, excused)
    await reschedule(one, [nextMonday()])
    expect(await listed('v_violation_candidate', one)).toEqual([])
  })

  test('a missed day stays on the list until it is answered, once', async () => {
    const one = await contracted(1)
    const day = one.days[0]!
    const answer = () =>
      clerk.post(`/api/work-release/contract-days/${day.id}/answer`, {
        answer: 'letter-sent',
        reason: 'First letter',
      })
    expect((await answer()).status).toBe(422)
    await mark(day, { mark: 'absent-unexcused' })
    expect((await answer()).status).toBe(200)
    expect(await listed('v_violation_candidate', one)).toEqual([])
    expect((await answer()).status).toBe(409)
  })

  test('the timeline tells contract and attendance, a corrected mark as such', async () => {
    const one = await contracted(1)
    await mark(one.days[0]!, { mark: 'absent' })
    await worked(one.days[0]!, 480, 1)
    const told = await listed('v_timeline', one)
    expect(told.map((entry) => entry.kind).sort()).toEqual([
      'work.attendance-marked', 'work.attendance-marked', 'work.contract-made',
    ]) // biome-ignore format: one list
    expect(told.filter((entry) => entry.about.corrected === true)).toHaveLength(1)
  })
})

// Stands last: everything above has been done by now.
test('the progress and the unmarked days that are kept agree with the days and their marks', async () => {
  const { rows, wrong } = await ownerQuery(office.urls, clerk.agencyId, async (client) => ({
    rows: (await client.query('select from work.progress')).rowCount,
    wrong: await keptWrongly(client),
  }))
  expect(rows).toBeGreaterThan(0)
  expect(wrong).toEqual({})
})
