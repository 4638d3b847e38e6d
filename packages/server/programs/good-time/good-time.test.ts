import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { documentTemplates } from '../../documents.ts'
import { renderPdf } from '../../platform/typst.ts'
import { ownerQuery } from '../../testing/database.ts'
import { type TestAccount, type TestOffice, testOffice } from '../../testing/office.ts'
import { receive, type TestCase, take } from '../testing/case.ts'
import { type HomeSentence, openHomeCase } from '../testing/home-case.ts'

let office: TestOffice
let sheriff: TestAccount
let deputy: TestAccount
beforeAll(async () => {
  office = await testOffice()
  const sacramento = await office.agency('Work Release', 'law-as-it-stands', 'Sacramento')
  sheriff = await office.account(['sheriff'], sacramento)
  deputy = await office.account(['deputy'], sacramento)
})
afterAll(() => office.stop())

const inDays = (days: number) => sheriff.ctx.today.add({ days }).toString()
const open = (given: HomeSentence = {}) => openHomeCase(office, sheriff, given)
const read = async ({ path }: TestCase) => (await sheriff.get(path)).body

/** Returned today for breaking the rules, with so many days of good time lost. */
const returned = (one: TestCase, days: number, different: Record<string, unknown> = {}, by = sheriff) =>
  by.post(`${one.path}/return-to-court`, {
    reason: 'rules-broken',
    onDay: inDays(0),
    goodTimeLost: [{ commitmentId: one.commitmentId, days }],
    goodTimeReason: 'Left home at night three times.',
    ...different,
  })
const lost = (one: TestCase, days: number, by = sheriff) =>
  by.post(`${one.path}/good-time-lost`, {
    commitmentId: one.commitmentId,
    days,
    reason: 'Heard on the report of the deputy.',
  })
const putRight = (one: TestCase, lossId: string, days: number, by = sheriff) =>
  by.post(`${one.path}/good-time-lost/${lossId}/put-right`, { days, reason: 'Typed a digit too many.' })
const papers = async (kind: string, { personId }: TestCase) => {
  const { rows } = await ownerQuery(office.urls, sheriff.agencyId, (client) =>
    client.query(
      'select data, kind from platform.document where kind = $1 and person_id = $2 order by asked_at',
      [kind, personId],
    ),
  )
  return rows as { kind: string; data: Record<string, unknown> }[]
}

describe('SCC-2.D good time that was granted', () => {
  test('SWR-3 shortens the sentence: days, last day, days left, and what the page shows', async () => {
    const detail = await read(await open())
    expect(detail.worksheet).toMatchObject({ adjustedDays: 50, releaseDay: inDays(39) })
    expect(detail.atHome.servedDays).toBe(10)
    expect(detail.daysLeft).toBe(40)
    expect(detail.commitments).toMatchObject([{ goodTimeDays: 10 }])
    expect(detail.goodTime).toMatchObject({
      commitments: [{ standingDays: 10, lostDays: 0 }],
      reasons: ['rules-broken', 'law-or-probation-violated'],
      lossFor: null,
      decisions: [],
    })
  })

  test.each([
    // Nobody has put a unit on: that comes before all supervision.
    [-48, 'fit-unit', 200],
    [-49, 'complete', 200],
    [-50, 'complete', 422],
  ])(
    'SWR-3 50 of 60 days to serve, begun %i days from today: next is to %s; good time lost on that day: %i',
    async (startsIn, next, status) => {
      const one = await open({ startsIn, atHomeFor: -startsIn })
      expect((await read(one)).next.kind).toBe(next)
      expect((await returned(one, 3)).status).toBe(status)
    },
  )

  test.each([
    [-49, 200],
    [-50, 422],
  ])(
    'a return dated back one day, of 50 days begun %i days from today: good time lost on the day it is entered: %i',
    async (startsIn, status) => {
      const one = await open({ startsIn, atHomeFor: -startsIn })
      expect((await returned(one, 3, { onDay: inDays(-1) })).status).toBe(status)
    },
  )

  test('none granted: every day is served', async () => {
    const detail = await read(await open({ goodTimeDays: null }))
    expect(detail.worksheet).toMatchObject({ adjustedDays: 60, releaseDay: inDays(49) })
    expect(detail.goodTime.commitments).toMatchObject([{ standingDays: 0 }])
  })
})

describe('SCC-2.D good time lost with a return for a rule violation', () => {
  test.each([
    [1, 51],
    [9, 59],
    [10, 60],
  ])('%i of ten days: %i to serve; eleven never', async (days, adjustedDays) => {
    const one = await open()
    const { status, body } = await returned(one, 11)
    expect(status).toBe(422)
    expect(body.error.fields).toMatchObject([
      { path: `goodTimeLost.${one.commitmentId}`, message: expect.stringContaining('At most 10') },
    ])
    expect((await read(one)).worksheet.adjustedDays).toBe(50)
    expect((await returned(one, days)).body).toMatchObject({
      state: 'returned-to-court',
      worksheet: { adjustedDays },
      daysLeft: adjustedDays - 10,
    })
  })

  test('none: the return is what it was, and asks for no reason', async () => {
    const one = await open()
    expect((await returned(one, 0, { goodTimeReason: '' })).status).toBe(200)
    expect(await read(one)).toMatchObject({
      worksheet: { adjustedDays: 50 },
      goodTime: { lossFor: inDays(0) },
    })
  })

  test('stands with its clause, who decided it and why; the paper of the return names it', async () => {
    const one = await open()
    const { body } = await returned(one, 4)
    expect(body.goodTime).toMatchObject({
      commitments: [{ standingDays: 6, lostDays: 4 }],
      decisions: [
        {
          days: 4,
          clause: 'SCC-2.D',
          byName: 'Test sheriff',
          reason: 'Left home at night three times.',
          returnedOn: inDays(0),
          onDay: inDays(0),
          stands: true,
          documentId: null,
        },
      ],
    })
    const [paper] = await papers('programs/return-to-court', one)
    expect(paper!.data).toMatchObject({
      goodTimeLost: [{ days: 4 }],
      goodTimeReason: 'Left home at night three times.',
      adjustedDays: 54,
      creditedDays: 10,
      restDays: 44,
    })
    expect(renderPdf(documentTemplates[paper!.kind]!, paper!.data).subarray(0, 5).toString()).toBe('%PDF-')
    const sheet = (await sheriff.get(`${one.path}/worksheet`)).body
    expect(sheet).toMatchObject({
      stale: false,
      current: { cause: 'good-time-lost', result: { adjustedDays: 54 } },
    })
    const reasons = sheet.current.result.steps.flatMap((step: { reasons?: unknown[] }) => step.reasons ?? [])
    expect(reasons).toContainEqual(
      expect.objectContaining({ code: 'sentence.good-time-lost', clause: 'SCC-2.D', values: { days: 4 } }),
    )
    const timeline = (await sheriff.get(`/api/desk/people/${one.personId}/timeline`)).body.entries
    expect(timeline).toContainEqual(expect.objectContaining({ kind: 'programs.good-time-lost' }))
  })

  test('for another reason, because the court asks, SCC-2.C1 for fees: none can be lost, and nobody is returned', async () => {
    const one = await open()
    for (const reason of ['other', 'court-asked']) {
      const { status, body } = await returned(one, 1, { reason, note: 'See the file.' })
      expect(status).toBe(422)
      expect(body.error.fields).toMatchObject([
        { path: `goodTimeLost.${one.commitmentId}`, message: expect.stringContaining('SCC-2.D') },
      ])
    }
    expect((await returned(one, 1, { reason: 'fees-not-paid' })).body.error.fields[0].path).toBe('reason')
    expect((await returned(one, 1, { reason: 'cannot-work' })).body.error.fields[0].path).toBe('reason')
    expect(await read(one)).toMatchObject({ state: 'active', worksheet: { adjustedDays: 50 } })
  })

  test('without a reason, by a deputy, of somebody who was never at home: refused', async () => {
    const one = await open()
    expect((await returned(one, 1, { goodTimeReason: ' ' })).body.error.fields).toMatchObject([
      { path: 'goodTimeReason' },
    ])
    const refused = await returned(one, 1, {}, deputy)
    expect([refused.status, refused.body.error.message]).toEqual([403, expect.stringContaining('SCC-2.D')])
    const waiting = await open({ atHomeFor: 0 })
    await ownerQuery(office.urls, sheriff.agencyId, (client) =>
      client.query(`update programs.step set kind = 'booked' where enrolment_id = $1 and kind = 'placed'`, [
        waiting.enrolmentId,
      ]),
    )
    expect((await returned(waiting, 1)).body.error.fields[0].message).toContain('No unit was ever put on')
  })

  test('in both programs of home detention', async () => {
    const one = await open({ pack: 'sacramento/home-detention-expanded' })
    expect((await returned(one, 2)).body.worksheet.adjustedDays).toBe(52)
  })
})

describe('SCC-2.D good time lost by a decision after the return', () => {
  test('counts from the decision on, and its paper says the sentence as it is then', async () => {
    const one = await open()
    await returned(one, 4, { onDay: inDays(-3) })
    expect((await lost(one, 6)).status).toBe(200)
    const detail = await read(one)
    expect(detail).toMatchObject({
      worksheet: { adjustedDays: 60 },
      daysLeft: 53,
      goodTime: { lossFor: null },
    })
    expect(detail.goodTime.decisions[0]).toMatchObject({
      days: 6,
      returnedOn: inDays(-3),
      onDay: inDays(0),
      documentId: expect.any(String),
    })
    const [paper] = await papers('programs/good-time', one)
    expect(paper!.data).toMatchObject({ days: 6, daysBefore: null, adjustedDays: 60, lastDay: inDays(49) })
    expect(renderPdf(documentTemplates[paper!.kind]!, paper!.data).subarray(0, 5).toString()).toBe('%PDF-')
  })

  test.each([5, 6])(
    'four are lost already of ten: none more, and seven more, are refused; %i more',
    async (days) => {
      const one = await open()
      await returned(one, 4)
      expect((await lost(one, 0)).status).toBe(400)
      expect((await lost(one, 7)).status).toBe(422)
      expect((await lost(one, days)).status).toBe(200)
      expect((await read(one)).worksheet.adjustedDays).toBe(54 + days)
    },
  )

  test('without a return, after one for another reason, by a deputy, in another office: refused', async () => {
    const one = await open()
    expect((await lost(one, 1)).body.error.message).toContain('No return to custody for a rule violation')
    await returned(one, 0, { reason: 'court-asked' })
    expect((await lost(one, 1)).status).toBe(422)
    const other = await open()
    await returned(other, 0)
    expect((await lost(other, 1, deputy)).status).toBe(403)
    expect((await lost(other, 1, await office.account(['sheriff'], await office.agency()))).status).toBe(404)
    expect((await lost({ ...other, commitmentId: one.commitmentId }, 1)).status).toBe(422)
  })

  test('EMP-10.1 home again after a return: what was lost stays lost, and more can be', async () => {
    const one = await open()
    await returned(one, 4)
    await sheriff.post(`${one.path}/reopen`, { reason: 'Ten days served; home again.' })
    expect(await read(one)).toMatchObject({ state: 'active', worksheet: { adjustedDays: 54 }, daysLeft: 44 })
    expect((await sheriff.get(`${one.path}/worksheet`)).body.stale).toBe(false)
    expect((await lost(one, 1)).status).toBe(200)
    expect((await returned(one, 2)).body.worksheet.adjustedDays).toBe(57)
  })

  test('SWR-3 once the case is completed nothing more is lost', async () => {
    const one = await open({ startsIn: -49, atHomeFor: 49 })
    await returned(one, 0)
    await sheriff.post(`${one.path}/reopen`, { reason: 'Entered for somebody else.' })
    await take(sheriff, one.enrolmentId, 'completed')
    expect((await lost(one, 1)).body.error.message).toContain('completed')
  })
})

describe('SCC-2.D a loss that was entered in error', () => {
  const lossOf = async (one: TestCase) => (await read(one)).goodTime.decisions[0].id as string

  test('is put right by a further decision; the earlier one stays on record', async () => {
    const one = await open()
    await returned(one, 4)
    expect((await putRight(one, await lossOf(one), 0)).status).toBe(200)
    const detail = await read(one)
    expect(detail).toMatchObject({ worksheet: { adjustedDays: 50 }, daysLeft: 40 })
    expect(detail.goodTime.decisions).toMatchObject([
      { days: 0, stands: true, insteadOf: expect.any(String), documentId: expect.any(String) },
      { days: 4, stands: false },
    ])
    const [paper] = await papers('programs/good-time', one)
    expect(paper!.data).toMatchObject({ days: 0, daysBefore: 4, adjustedDays: 50 })
    expect(renderPdf(documentTemplates[paper!.kind]!, paper!.data).subarray(0, 5).toString()).toBe('%PDF-')
  })

  test.each([9, 10])(
    'from four days to %i; to eleven, to the same four, by a deputy, twice: refused',
    async (days) => {
      const one = await open()
      await returned(one, 4)
      const loss = await lossOf(one)
      expect((await putRight(one, loss, 11)).status).toBe(422)
      expect((await putRight(one, loss, 4)).status).toBe(422)
      expect((await putRight(one, loss, days, deputy)).status).toBe(403)
      expect((await putRight(one, loss, days)).status).toBe(200)
      expect((await putRight(one, loss, 2)).status).toBe(409)
      expect((await read(one)).worksheet.adjustedDays).toBe(50 + days)
    },
  )

  test('of another case: there is none', async () => {
    const [one, other] = [await open(), await open()]
    await returned(one, 4)
    expect((await putRight(other, await lossOf(one), 1)).status).toBe(404)
  })

  test('WAP-P1.3 an order of the court grants less than was lost: days are given back even so', async () => {
    const one = await open()
    await returned(one, 8)
    await sheriff.post(`${one.path}/reopen`, { reason: 'Home again.' })
    const order = { modification: true, activeFileFound: true, modifiesCommitmentId: one.commitmentId }
    const commitmentId = await receive(sheriff, one.personId, { ...order, goodTimeDays: 5, days: 60 })
    expect((await read(one)).commitments.map(({ id }: { id: string }) => id)).toContain(commitmentId)
    expect((await read(one)).worksheet.kind).toBe('cannot-compute')
    expect((await putRight(one, await lossOf(one), 5)).status).toBe(200)
    expect((await read(one)).worksheet.adjustedDays).toBe(60)
  })
})

test('WAP-GT.1 in the Work Alternative Program nothing can be lost, whoever asks', async () => {
  const contraCosta = await office.account(['sheriff', 'deputy'])
  const one = await openHomeCase(office, contraCosta, { goodTimeDays: null })
  await ownerQuery(office.urls, contraCosta.agencyId, (client) =>
    client.query(`update programs.enrolment set pack = 'contra-costa/work-alternative' where id = $1`, [
      one.enrolmentId,
    ]),
  )
  expect((await lost(one, 1, contraCosta)).body.error.message).toContain('WAP-GT.1')
  const refused = await returned(one, 1, {}, contraCosta)
  expect(refused.body.error.fields[0].message).toContain('WAP-GT.1')
  expect((await contraCosta.get(one.path)).body.goodTime).toBeNull()
})
