import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ownerQuery } from '../testing/database.ts'
import { type TestAccount, type TestOffice, testOffice } from '../testing/office.ts'
import { openCase, openTestPerson, receive, startWork, type TestCase, take } from './testing/case.ts'

let office: TestOffice
let clerk: TestAccount
let opened: TestCase
let active: TestCase
let withdrawn: TestCase
beforeAll(async () => {
  office = await testOffice()
  clerk = await office.account(['clerk'])
  opened = await openCase(clerk, { docket: 'M-OPEN' })
  active = await openCase(clerk, { docket: 'M-ACTIVE' })
  await clerk.post(`${active.path}/worksheet`)
  await startWork(clerk, active.enrolmentId)
  withdrawn = await openCase(clerk)
  await take(clerk, withdrawn.enrolmentId, 'withdrawn')
})
afterAll(() => office.stop())

const list = async (query = '', account = clerk) =>
  (await account.get(`/api/programs/enrolments${query}`)).body
const ids = async (query: string) => (await list(query)).rows.map((row: { id: string }) => row.id)

describe('the list of enrolments', () => {
  test('shows the open ones unless asked otherwise', async () => {
    expect(await ids('')).toEqual([active.enrolmentId, opened.enrolmentId])
    expect(await ids('?state=ended')).toEqual([withdrawn.enrolmentId])
    expect(await ids('?state=all')).toHaveLength(3)
    expect(await ids('?state=active')).toEqual([active.enrolmentId])
    expect(await ids('?state=completed')).toEqual([])
  })

  test('carries what a row needs', async () => {
    const { rows } = await list('?state=active')
    expect(rows[0]).toMatchObject({
      state: 'active',
      dockets: ['M-ACTIVE'],
      adjustedDays: 20,
      creditedDays: 0,
      daysLeft: 20,
      givenNames: 'Rosa',
    })
    expect((await list('?state=opened')).rows[0]).toMatchObject({ adjustedDays: null, daysLeft: null })
  })

  test('by day of opening: the days themselves count', async () => {
    const day = '2026-03-02'
    await ownerQuery(office.urls, clerk.agencyId, (client) =>
      client.query('update programs.enrolment set opened_on = $2 where id = $1', [opened.enrolmentId, day]),
    )
    expect(await ids(`?openedFrom=${day}&openedUntil=${day}`)).toEqual([opened.enrolmentId])
    expect(await ids('?openedFrom=2026-03-01&openedUntil=2026-03-01')).toEqual([])
    expect(await ids('?openedUntil=2026-03-03')).toEqual([opened.enrolmentId])
    expect(await ids('?openedFrom=2026-03-03')).toEqual([active.enrolmentId])
  })

  test('cut short it says how many there are', async () => {
    const cut = await list('?state=all&limit=1')
    expect(cut.rows).toHaveLength(1)
    expect(cut.total).toBe(3)
  })

  test('as CSV; a name that begins like a formula is text', async () => {
    const personId = await openTestPerson(clerk, '=cmd()')
    await clerk.post('/api/programs/enrolments', {
      personId,
      commitmentIds: [await receive(clerk, personId)],
    })
    const file = await list('?format=csv')
    expect(file).toContain('Booking number,Family name')
    expect(file).toContain('M-ACTIVE')
    expect(file).toContain("'=cmd()")
  })

  test('what makes no sense is not understood', async () => {
    for (const query of ['?state=sleeping', '?limit=0', '?limit=5001', '?openedFrom=2026-02-30'])
      expect((await clerk.get(`/api/programs/enrolments${query}`)).status).toBe(400)
  })

  test('of another office is empty', async () => {
    const elsewhere = await office.account(['clerk'], await office.agency())
    expect(await list('?state=all', elsewhere)).toEqual({ rows: [], total: 0 })
  })
})
