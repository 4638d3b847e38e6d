import type { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ownerQuery } from '../../testing/database.ts'
import { keptWrongly } from '../../testing/kept.ts'
import { type TestAccount, type TestOffice, testOffice } from '../../testing/office.ts'
import {
  bookedPerson,
  nextWorksheet,
  openTestSite,
  type TestCase,
  today,
  weekdayFrom,
} from '../testing/lay-out.ts'

let office: TestOffice
let clerk: TestAccount
let site: string
beforeAll(async () => {
  office = await testOffice()
  clerk = await office.account(['clerk'])
  site = await openTestSite(clerk, 100, { name: 'County Yard' })
})
afterAll(() => office.stop())

const person = (options: Parameters<typeof bookedPerson>[2] = {}) =>
  bookedPerson(office, clerk.agencyId, options)
const schedule = async (of: TestCase, query = '') =>
  (await clerk.get(`/api/work-release/enrolments/${of.enrolmentId}/schedule${query}`)).body
const contract = async (of: TestCase) =>
  (await clerk.get(`/api/work-release/enrolments/${of.enrolmentId}/contract`)).body
const make = (of: TestCase, body: unknown, who = clerk) =>
  who.post(`/api/work-release/enrolments/${of.enrolmentId}/contract`, body)
const at = (days: readonly (string | Temporal.PlainDate)[], siteId = site) =>
  days.map((day) => ({ day: day.toString(), siteId }))
const proposed = async (of: TestCase) => at((await schedule(of)).plan.days)
const taken = async (siteId: string, day: string) =>
  (await clerk.get(`/api/work-release/sites/${siteId}/days?from=${day}&lastDay=${day}`)).body.days[0].taken
/** The first Monday at which nobody needs a supervisor's permission. */
const monday = () => weekdayFrom(today().add({ days: 7 }), 1)
const weekdays = (count: number, from = monday()) =>
  Array.from({ length: count * 2 }, (_, n) => from.add({ days: n }))
    .filter((day) => day.dayOfWeek <= 5)
    .slice(0, count)

describe('WAP-BOOK.5 the work schedule contract', () => {
  test('the days proposed are taken without a reason; the places are gone and the step is recorded', async () => {
    const one = await person({ days: 3 })
    const page = await schedule(one)
    expect(page).toMatchObject({ version: 0, purpose: 'first', daysOwed: 3, daysShort: 3, siteId: site })
    expect(page.plan.days).toHaveLength(3)
    const made = await make(one, { version: 0, days: at(page.plan.days) })
    expect(made.status).toBe(200)
    expect(made.body.version).toBe(1)
    expect(await taken(site, page.plan.days[0])).toBe(1)
    const shown = await contract(one)
    expect(shown.days.map((day: { day: string }) => day.day)).toEqual(page.plan.days)
    expect(shown).toMatchObject({ adjustedDays: 3, creditedDays: 0, daysShort: 0 })
    expect(shown.versions[0]).toMatchObject({
      version: 1,
      purpose: 'first',
      daysOwed: 3,
      departures: [],
      madeBy: 'Test clerk',
    })
    const steps = await ownerQuery(office.urls, clerk.agencyId, (client) =>
      client.query(
        `select kind, about from programs.step where enrolment_id = '${one.enrolmentId}' order by number desc limit 1`,
      ),
    )
    expect(steps.rows[0]).toMatchObject({ kind: 'scheduled', about: { version: 1 } })
  })

  test('what was decided is kept whole: facts, ranking, plan, pack and parameters', async () => {
    const one = await person({ days: 2 })
    await make(one, { version: 0, days: await proposed(one) })
    const { rows } = await ownerQuery(office.urls, clerk.agencyId, (client) =>
      client.query(`select decision from work.contract where enrolment_id = '${one.enrolmentId}'`),
    )
    const { decision } = rows[0]
    expect(decision.ranking.input.sites.length).toBeGreaterThan(0)
    expect(decision.plans[0]).toMatchObject({ siteId: site, result: { outcome: 'planned' } })
    expect(decision.pack).toMatchObject({
      name: 'contra-costa/work-alternative',
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
    expect(decision.parameters.values.daysAWeek.value).toBe(3)
  })

  test.each([
    ['one day too few', 4],
    ['one day too many', 6],
  ])('%s is refused: a contract covers exactly what is owed', async (_name, count) => {
    const one = await person({ days: 5 })
    const { status, body } = await make(one, { version: 0, days: at(weekdays(count)), reason: 'Asked' })
    expect(status).toBe(422)
    expect(body.error.fields[0]).toMatchObject({
      path: 'days',
      message: expect.stringContaining(`choose 5, not ${count}`),
    })
  })

  test('exactly the days owed are taken', async () => {
    const one = await person({ days: 5 })
    expect(
      (await make(one, { version: 0, days: at(weekdays(5)), reason: 'All in one week, as asked' })).status,
    ).toBe(200)
  })

  test('no day, a day twice, a day that has come, an unknown site: each is refused and nothing is saved', async () => {
    const one = await person({ days: 1 })
    const refused = async (days: unknown, text: string) => {
      const { status, body } = await make(one, { version: 0, days, reason: 'Asked' })
      expect([404, 422]).toContain(status)
      expect(body.error.message).toContain(text)
    }
    await refused([], 'Choose the days')
    await refused(at([monday(), monday()]), 'twice')
    await refused(at([today()]), 'has come already')
    await refused(at([monday()], '3f2504e0-4f89-41d3-9a0c-0305e82c3301'), 'not in this office')
    expect((await contract(one)).versions).toEqual([])
  })

  test('a person who is not accepted, or has no adjusted sentence, gets no contract', async () => {
    const applied = await person({ state: 'applied' })
    expect((await make(applied, { version: 0, days: at(weekdays(5)) })).body.error.message).toContain(
      'once a person is accepted',
    )
    const open = await person({ days: null })
    expect((await make(open, { version: 0, days: at(weekdays(5)) })).body.error.message).toContain(
      'WAP-SENT.1',
    )
    const accepted = await person({ state: 'accepted', days: 1 })
    expect((await make(accepted, { version: 0, days: await proposed(accepted) })).status).toBe(200)
  })

  test('an enrolment of another office, or none, is not found', async () => {
    const one = await person()
    const stranger = await office.account(['clerk'], await office.agency())
    expect((await make(one, { version: 0, days: at(weekdays(5)) }, stranger)).status).toBe(404)
    expect((await stranger.get(`/api/work-release/enrolments/${one.enrolmentId}/contract`)).status).toBe(404)
    expect((await stranger.get(`/api/work-release/enrolments/${one.enrolmentId}/schedule`)).status).toBe(404)
    const nobody = { enrolmentId: '3f2504e0-4f89-41d3-9a0c-0305e82c3301', personId: '' }
    expect((await make(nobody, { version: 0, days: at(weekdays(5)) })).status).toBe(404)
  })
})

describe('departing from what is proposed', () => {
  test('WAP-P4.2 other days need a reason, and departure and reason are kept', async () => {
    const one = await person({ days: 1 })
    const days = at([monday().add({ days: 10 })])
    const refused = await make(one, { version: 0, days })
    expect(refused.body.error.fields[0]).toMatchObject({
      path: 'reason',
      message: expect.stringContaining('WAP-P4.2'),
    })
    await make(one, { version: 0, days, reason: 'In court until then' })
    const [version] = (await contract(one)).versions
    expect(version).toMatchObject({
      reason: 'In court until then',
      departures: [{ clause: 'WAP-P4.2', what: 'other-days', values: [days[0]!.day] }],
    })
  })

  test('WAP-P4.1 another site than the first needs a reason', async () => {
    const far = await openTestSite(clerk, 5, { name: 'Far Yard', zip: '94806', city: 'San Pablo' })
    const one = await person({ days: 2 })
    const { plan } = await schedule(one, `?siteId=${far}`)
    const refused = await make(one, { version: 0, days: at(plan.days, far) })
    expect(refused.body.error.fields[0].message).toContain(
      'Far Yard is not the first site by the policy (WAP-P4.1)',
    )
    await make(one, { version: 0, days: at(plan.days, far), reason: 'Works next door' })
    expect((await contract(one)).versions[0].departures).toEqual([
      { clause: 'WAP-P4.1', what: 'site-not-first', values: ['Far Yard'] },
    ])
  })

  test('a site that cannot take the person’s limits can be departed to only with a reason that is kept', async () => {
    const one = await person({ days: 1 })
    const asked = {
      employed: false, limits: ['no-standing'], exceptions: [], availableWeekdays: null, unavailableDays: [],
      notBefore: null, notBeforeReason: '', reach: [],
    } // biome-ignore format: one answer
    await clerk.post(`/api/work-release/enrolments/${one.enrolmentId}/circumstances`, {
      version: 0,
      ...asked,
    })
    const page = await schedule(one)
    const excluded = page.sites.find((shown: { siteId: string }) => shown.siteId === site)
    expect(excluded).toMatchObject({ rank: null })
    expect(excluded.reasons[0].text.en).toContain('no long standing')
    const { plan } = await schedule(one, `?siteId=${site}`)
    expect((await make(one, { version: 0, days: at(plan.days) })).body.error.fields[0].message).toContain(
      'ruled out',
    )
    expect(
      (await make(one, { version: 0, days: at(plan.days), reason: 'Seated work arranged there' })).status,
    ).toBe(200)
  })
})

describe('WAP-P6.1 the first day within seven days (own)', () => {
  test.each([
    [6, 422],
    [7, 200],
    [8, 200],
  ])('%i days ahead answers %i', async (ahead, status) => {
    const one = await person({ days: 1 })
    const answer = await make(one, { version: 0, days: at([today().add({ days: ahead })]), reason: 'Asked' })
    expect(answer.status).toBe(status)
    if (status === 422) expect(answer.body.error.message).toContain('WAP-P6.1')
  })

  test('a supervisor allows it once; a clerk cannot, and a second contract needs it anew', async () => {
    const one = await person({ days: 1 })
    const sergeant = await office.account(['sergeant'])
    const allow = (who: TestAccount) =>
      who.post(`/api/work-release/enrolments/${one.enrolmentId}/early-start`, {
        reason: 'Starts a job next week',
      })
    expect((await allow(clerk)).status).toBe(403)
    expect((await allow(sergeant)).status).toBe(200)
    expect((await allow(sergeant)).status).toBe(409)
    expect((await schedule(one)).earlyStart).toMatchObject({
      reason: 'Starts a job next week',
      allowedBy: 'Test sergeant',
    })
    const early = (ahead: number) => at([today().add({ days: ahead })])
    expect((await make(one, { version: 0, days: early(2), reason: 'Allowed' })).status).toBe(200)
    expect((await schedule(one)).earlyStart).toBeNull()
    expect((await make(one, { version: 1, days: early(3), reason: 'Again' })).status).toBe(422)
  })

  test('even then not today', async () => {
    const one = await person({ days: 1 })
    const sergeant = await office.account(['sergeant'])
    await sergeant.post(`/api/work-release/enrolments/${one.enrolmentId}/early-start`, { reason: 'Now' })
    expect((await make(one, { version: 0, days: at([today()]), reason: 'Allowed' })).status).toBe(422)
  })
})

describe('WAP-BOOK.8 a change of the contract', () => {
  test('is a new version with a reason; places move with it, and the version before stays on record', async () => {
    const one = await person({ days: 2 })
    const [first, second, third] = weekdays(3).map(String) as [string, string, string]
    const before = await taken(site, third)
    await make(one, { version: 0, days: at([first, second]), reason: 'Asked' })
    expect((await make(one, { version: 1, days: at([first, third]) })).body.error.fields[0].path).toBe(
      'reason',
    )
    const changed = await make(one, { version: 1, days: at([first, third]), reason: 'Funeral' })
    expect(changed.body.version).toBe(2)
    expect(await taken(site, third)).toBe(before + 1)
    const { versions } = await contract(one)
    expect(versions.map((version: { version: number }) => version.version)).toEqual([2, 1])
    expect(versions[1].days.map((day: { day: string }) => day.day)).toEqual([first, second])
    expect(versions[0]).toMatchObject({ purpose: 'change', reason: 'Funeral' })
  })

  test('the same days again are no version', async () => {
    const one = await person({ days: 1 })
    const days = await proposed(one)
    await make(one, { version: 0, days })
    expect((await make(one, { version: 1, days, reason: 'Again' })).body.error.message).toContain(
      'Nothing is different',
    )
  })

  test('of a version that another clerk has replaced is a conflict that shows theirs', async () => {
    const one = await person({ days: 1 })
    const other = await office.account(['deputy'])
    await make(one, { version: 0, days: at(weekdays(1)), reason: 'Asked' }, other)
    const { status, body } = await make(one, {
      version: 0,
      days: at([monday().add({ days: 3 })]),
      reason: 'Mine',
    })
    expect(status).toBe(409)
    expect(body.error.conflict).toMatchObject({
      changedBy: 'Test deputy',
      current: { version: 1, days: [{ day: weekdays(1)[0]!.toString(), siteName: 'County Yard' }] },
    })
  })

  test('is never made by site personnel, nor read by them', async () => {
    const one = await person({ days: 1 })
    const supervisor = await office.account(['site-supervisor'])
    await clerk.post(`/api/work-release/sites/${site}/supervisors`, { accountId: supervisor.id })
    expect((await make(one, { version: 0, days: at(weekdays(1)) }, supervisor)).status).toBe(403)
    expect((await supervisor.get(`/api/work-release/enrolments/${one.enrolmentId}/contract`)).status).toBe(
      403,
    )
    expect((await supervisor.get(`/api/work-release/enrolments/${one.enrolmentId}/schedule`)).status).toBe(
      403,
    )
  })

  test('WAP-P1.3 a sentence made shorter shows as days too many, and a contract without them is made', async () => {
    const one = await person({ days: 3 })
    const days = await proposed(one)
    await make(one, { version: 0, days })
    await nextWorksheet(office, clerk.agencyId, one.enrolmentId, 2)
    expect((await contract(one)).daysShort).toBe(-1)
    const before = await taken(site, days[2]!.day)
    expect((await make(one, { version: 1, days, reason: 'Same' })).body.error.fields[0].message).toContain(
      'choose 2, not 3',
    )
    expect(
      (await make(one, { version: 1, days: days.slice(0, 2), reason: 'Sentence modified' })).status,
    ).toBe(200)
    expect(await taken(site, days[2]!.day)).toBe(before - 1)
  })
})

describe('the paper', () => {
  test('is asked for with each version, and again in the other language', async () => {
    const one = await person({ days: 1, language: 'es' })
    const made = await make(one, { version: 0, days: await proposed(one) })
    const { rows } = await ownerQuery(office.urls, clerk.agencyId, (client) =>
      client.query(
        `select kind, language, title, data, person_id from platform.document where id = '${made.body.documentId}'`,
      ),
    )
    expect(rows[0]).toMatchObject({ kind: 'work/contract', language: 'es', person_id: one.personId })
    expect(rows[0].title).toContain('Contrato de trabajo')
    expect(rows[0].data.reminders[0]).toBe('Llegue a tiempo')
    expect(rows[0].data.days).toHaveLength(1)
    const print = (version: number) =>
      clerk.post(`/api/work-release/enrolments/${one.enrolmentId}/contract/print`, {
        version,
        language: 'en',
      })
    expect((await print(1)).status).toBe(200)
    expect((await print(2)).status).toBe(404)
  })
})

// Stands last: everything above has been done by now.
test('the progress and the unmarked days that are kept agree with every version of a contract', async () => {
  const { rows, wrong } = await ownerQuery(office.urls, clerk.agencyId, async (client) => ({
    rows: (await client.query('select from work.unmarked_day')).rowCount,
    wrong: await keptWrongly(client),
  }))
  expect(rows).toBeGreaterThan(0)
  expect(wrong).toEqual({})
})
