import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openEnrolment } from '../programs/index.ts'
import { openTestPerson } from '../programs/testing/case.ts'
import { ownerQuery } from '../testing/database.ts'
import { type TestAccount, type TestOffice, testOffice } from '../testing/office.ts'
import { goodTimeProblems } from './good-time.ts'
import { completeFields, completePaper } from './testing/paper.ts'

describe('which office takes good time', () => {
  const problems = (goodTimeDays: number | null, county: string, serving: string | null = null) =>
    goodTimeProblems(completeFields({ goodTimeDays }), county, serving)

  test('SCC-2.D one with a program of home detention', () => {
    expect(problems(10, 'Sacramento')).toEqual([])
    expect(problems(10, 'Sacramento', 'sacramento/home-detention-expanded')).toEqual([])
  })

  test.each(['Contra Costa', 'Yolo'])(
    'WAP-GT.1 not one of %s: refused at the field, also where none is granted',
    (county) => {
      for (const days of [0, 10])
        expect(problems(days, county)).toEqual([
          { path: 'goodTimeDays', message: expect.stringContaining('(WAP-GT.1)') },
        ])
      expect(problems(null, county)).toEqual([])
    },
  )

  test.each([
    [{ days: 60 }, 59, null],
    [{ days: 60 }, 60, null],
    [{ days: 60 }, 61, '60 days'],
    // A month from the last day of January ends on the last day of February: 28 days.
    [{ days: null, months: 1, startsOn: '2026-01-31' }, 28, null],
    [{ days: null, months: 1, startsOn: '2026-01-31' }, 29, '28 days'],
    [{ days: null, months: 1, startsOn: '2028-01-31' }, 29, null],
    [{ days: null }, 61, null],
  ])(
    'SCC-2.D a term of %j and %i days of good time: never more than the term',
    (length, goodTimeDays, said) => {
      const found = goodTimeProblems(completeFields({ ...length, goodTimeDays }), 'Sacramento', null)
      expect(found).toEqual(
        said === null ? [] : [{ path: 'goodTimeDays', message: expect.stringContaining(said) }],
      )
    },
  )

  test('SWR-2 not for somebody who serves in a program that knows none', () => {
    expect(problems(10, 'Sacramento', 'sacramento/work-project')).toMatchObject([
      { path: 'goodTimeDays', message: expect.stringContaining('SCC-2.D') },
    ])
  })
})

describe('good time of a commitment', () => {
  let office: TestOffice
  let clerk: TestAccount
  let elsewhere: TestAccount
  beforeAll(async () => {
    office = await testOffice()
    elsewhere = await office.account(['clerk'])
    clerk = await office.account(
      ['clerk'],
      await office.agency('Work Release', 'law-as-it-stands', 'Sacramento'),
    )
  })
  afterAll(() => office.stop())

  const paper = (by: TestAccount, different: Record<string, unknown>) => {
    const today = by.ctx.today.toString()
    return completePaper({ receivedOn: today, sentencedOn: today, startsOn: today, ...different })
  }
  const receive = async (by: TestAccount, different: Record<string, unknown>) =>
    by.post('/api/court/commitments', {
      ...paper(by, different),
      personId: await openTestPerson(by),
      evenSo: true,
    })

  test('SCC-2.D is received, shown, changed, and stands in the list of changes', async () => {
    const { body } = await receive(clerk, { goodTimeDays: 10 })
    const path = `/api/court/commitments/${body.commitmentId}`
    expect((await clerk.get(path)).body.fields.goodTimeDays).toBe(10)
    expect((await clerk.post(path, { ...paper(clerk, { goodTimeDays: 12 }), version: 1 })).status).toBe(200)
    expect((await clerk.get(path)).body.fields.goodTimeDays).toBe(12)
    expect((await clerk.post(path, { ...paper(clerk, {}), version: 2 })).status).toBe(200)
    expect((await clerk.get(path)).body.fields.goodTimeDays).toBeNull()
    const changed = await ownerQuery(office.urls, clerk.agencyId, (client) =>
      client.query(
        `select payload -> 'after' ->> 'good_time_days' as days from audit.entry
         where record = 'commitment' and row_id = $1 and operation = 'update' order by id`,
        [body.commitmentId],
      ),
    )
    expect(changed.rows.map(({ days }) => days)).toEqual(['12', null])
  })

  test.each([
    [-1, 400],
    [0, 200],
    [36_500, 200],
    [36_501, 400],
  ])('%i days: %i', async (goodTimeDays, status) => {
    expect((await receive(clerk, { days: 36_500, goodTimeDays })).status).toBe(status)
  })

  test('SCC-2.D more than the term is refused at the field, received or changed', async () => {
    const refusal = [{ path: 'goodTimeDays', message: expect.stringContaining('30 days') }]
    const refused = await receive(clerk, { days: 30, goodTimeDays: 31 })
    expect([refused.status, refused.body.error.fields]).toEqual([422, refusal])
    const { body } = await receive(clerk, { days: 31, goodTimeDays: 31 })
    const shorter = { ...paper(clerk, { days: 30, goodTimeDays: 31 }), version: 1 }
    const changed = await clerk.post(`/api/court/commitments/${body.commitmentId}`, shorter)
    expect([changed.status, changed.body.error.fields]).toEqual([422, refusal])
  })

  test('WAP-GT.1 in the other office: refused at the field, received or changed', async () => {
    const refused = await receive(elsewhere, { goodTimeDays: 1 })
    expect(refused.status).toBe(422)
    expect(refused.body.error.fields).toEqual([
      { path: 'goodTimeDays', message: expect.stringContaining('WAP-GT.1') },
    ])
    const { body } = await receive(elsewhere, {})
    const path = `/api/court/commitments/${body.commitmentId}`
    const changed = await elsewhere.post(path, { ...paper(elsewhere, { goodTimeDays: 1 }), version: 1 })
    expect(changed.body.error.fields).toMatchObject([{ path: 'goodTimeDays' }])
  })

  test('WAP-GT.1 no enrolment in work is opened over it: served without it, it would be longer than it says', async () => {
    const { body } = await receive(clerk, { goodTimeDays: 10 })
    const given = { personId: body.personId, commitmentIds: [body.commitmentId] }
    await expect(
      clerk.act(openEnrolment, { ...given, pack: 'contra-costa/work-alternative' }),
    ).rejects.toThrow('WAP-GT.1')
    await expect(
      clerk.act(openEnrolment, { ...given, pack: 'sacramento/home-detention' }),
    ).resolves.toMatchObject({
      id: expect.any(String),
    })
  })
})
