import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { changeCommitment, commitmentBody } from '../court/index.ts'
import { ownerQuery } from '../testing/database.ts'
import { type TestAccount, type TestOffice, testOffice } from '../testing/office.ts'
import {
  layOutDays,
  openCase,
  openTestPerson,
  receive,
  startWork,
  type TestCase,
  wap,
} from './testing/case.ts'

let office: TestOffice
let clerk: TestAccount
let deputy: TestAccount
let today: string
beforeAll(async () => {
  office = await testOffice()
  clerk = await office.account(['clerk'])
  deputy = await office.account(['deputy'])
  today = clerk.ctx.today.toString()
})
afterAll(() => office.stop())

const inDays = (days: number) => clerk.ctx.today.add({ days })
const compute = ({ path }: TestCase, account = clerk, body = {}) => account.post(`${path}/worksheet`, body)
const page = async ({ path }: TestCase) => (await clerk.get(`${path}/worksheet`)).body

/** Opens an enrolment over several commitments at once. */
async function openOver(
  ...papers: Record<string, unknown>[]
): Promise<TestCase & { commitmentIds: string[] }> {
  const personId = await openTestPerson(clerk)
  const commitmentIds: string[] = []
  for (const given of papers) {
    const consecutiveTo = given.after === undefined ? {} : { consecutiveTo: [commitmentIds[0]] }
    const { after: _, ...paper } = given
    commitmentIds.push(await receive(clerk, personId, { ...paper, ...consecutiveTo }))
  }
  const opened = await clerk.post('/api/programs/enrolments', { personId, pack: wap, commitmentIds })
  if (opened.status !== 200) throw new Error(JSON.stringify(opened.body))
  const enrolmentId = opened.body.id
  const path = `/api/programs/enrolments/${enrolmentId}`
  return { personId, commitmentId: commitmentIds[0]!, commitmentIds, enrolmentId, path }
}

/** A commitment as its form has it. */
const formOf = async (commitmentId: string) =>
  (await clerk.get(`/api/court/commitments/${commitmentId}`)).body

/** Changes fields of a commitment as a clerk who corrects what was typed. */
async function correct(commitmentId: string, change: Record<string, unknown>): Promise<void> {
  const { version, fields } = await formOf(commitmentId)
  await clerk.act(changeCommitment, {
    commitmentId,
    version,
    commitment: commitmentBody.parse({ ...fields, ...change }),
  })
}

describe('computing the worksheet', () => {
  test('WAP-SENT.4 every step with its clause, the days and the release day', async () => {
    const opened = await openCase(clerk, { days: 30, creditDays: 5 })
    const reply = await compute(opened)
    expect(reply.status).toBe(200)
    const { current, history } = reply.body
    expect(history).toEqual([])
    expect(current).toMatchObject({
      number: 1,
      cause: 'asked',
      computedByName: 'Test clerk',
      packIsOlder: false,
    })
    expect(current.result).toMatchObject({ adjustedDays: 25, daysServed: 0, daysLeft: 25, askOfficer: false })
    expect(current.result.releaseDate).toBe(inDays(24).toString())
    const [term] = current.result.steps
    expect(term).toMatchObject({ kind: 'term', termDays: 30, creditDays: 5, start: today, days: 25 })
    expect(term.reasons.map((reason: { clause: string }) => reason.clause)).toContain('WAP-SENT.4')
    expect(current.result.notes.map((note: { clause: string }) => note.clause)).toContain('WAP-GT.1')
  })

  test('WAP-SENT.5 two that say nothing run at the same time', async () => {
    const opened = await openOver({ days: 20, relation: 'unstated' }, { days: 30, relation: 'unstated' })
    expect((await compute(opened)).body.current.result.adjustedDays).toBe(30)
  })

  test('WAP-SENT.4 a consecutive one starts the day after the other ends, and names its docket', async () => {
    const opened = await openOver(
      { days: 20, docket: 'M-100' },
      { days: 10, relation: 'consecutive', startsOn: null, after: 0 },
    )
    const { result } = (await compute(opened)).body.current
    expect(result.adjustedDays).toBe(30)
    expect(result.bars[1].start).toBe(inDays(20).toString())
    const said = result.steps.flatMap((step: { reasons?: { text: { en: string } }[] }) =>
      (step.reasons ?? []).map((reason) => reason.text.en),
    )
    expect(said.join(' ')).toContain('M-100')
  })

  test('what was computed is stored whole, with policy and hash', async () => {
    const opened = await openCase(clerk)
    await compute(opened)
    const { rows } = await ownerQuery(office.urls, clerk.agencyId, (client) =>
      client.query('select * from programs.worksheet where enrolment_id = $1', [opened.enrolmentId]),
    )
    expect(rows).toHaveLength(1)
    expect(rows[0]).toMatchObject({ pack: wap, reading: 'days-owed', reading_by: null })
    expect(rows[0].pack_hash).toMatch(/^[0-9a-f]{64}$/)
    expect(rows[0].input.commitments[0]).toMatchObject({ id: opened.commitmentId, length: { days: 20 } })
  })

  test('computed again with nothing changed, nothing is written', async () => {
    const opened = await openCase(clerk)
    await compute(opened)
    const again = await compute(opened)
    expect(again.status).toBe(200)
    expect(again.body.current.number).toBe(1)
    const { rows } = await ownerQuery(office.urls, clerk.agencyId, (client) =>
      client.query(
        `select count(*)::int as n from platform.event where kind = 'programs.worksheet-computed' and subject ->> 'enrolment' = $1`,
        [opened.enrolmentId],
      ),
    )
    expect(rows[0].n).toBe(1)
  })

  test('days that were credited since make it stale; computed again they stand in it', async () => {
    const opened = await openCase(clerk)
    await compute(opened)
    await startWork(clerk, opened.enrolmentId)
    await layOutDays(office, clerk, opened, [{ day: inDays(-2), mark: 'worked' }, { day: inDays(1) }])
    expect(await page(opened)).toMatchObject({ stale: true, now: { daysServed: 1, daysLeft: 19 } })
    expect((await compute(opened)).body).toMatchObject({ stale: false, current: { number: 2 } })
  })
})

describe('what cannot be computed', () => {
  test('WAP-SENT.3 a missing length: 422 with what to ask about which paper, and it is on record', async () => {
    const opened = await openCase(clerk, { days: null, docket: 'M-77' })
    const reply = await compute(opened)
    expect(reply.status).toBe(422)
    expect(reply.body.error.fields).toEqual([
      {
        path: `commitments.${opened.commitmentId}.no-length`,
        message: expect.stringMatching(
          /^Docket M-77: The length of the sentence is not stated: ask the court \(WAP-/,
        ),
      },
    ])
    const { current } = await page(opened)
    expect(current).toMatchObject({ number: 1, result: { kind: 'cannot-compute' } })
    expect((await clerk.get(opened.path)).body).toMatchObject({
      worksheet: { kind: 'cannot-compute', adjustedDays: null },
      daysLeft: null,
      next: { kind: 'settle-worksheet' },
    })
  })

  test('asked again it says the same, and writes nothing more', async () => {
    const opened = await openCase(clerk, { startsOn: null })
    await compute(opened)
    expect((await compute(opened)).status).toBe(422)
    expect((await page(opened)).history).toEqual([])
  })

  test('WAP-P1.3 once the court has answered, it computes itself', async () => {
    const opened = await openCase(clerk, { days: null })
    await compute(opened)
    const { fields } = await formOf(opened.commitmentId)
    await correct(opened.commitmentId, { days: 12, items: { ...fields.items, sentence: 'present' } })
    const { current, history } = await page(opened)
    expect(current).toMatchObject({ number: 2, cause: 'commitment-changed', result: { adjustedDays: 12 } })
    expect(history[0].result.kind).toBe('cannot-compute')
  })
})

describe('WAP-P1.3 changes of a commitment', () => {
  test('compute the worksheet again and keep the earlier', async () => {
    const opened = await openCase(clerk, { days: 20 })
    await compute(opened)
    await correct(opened.commitmentId, { days: 25 })
    const { current, history } = await page(opened)
    expect(current).toMatchObject({ number: 2, cause: 'commitment-changed', result: { adjustedDays: 25 } })
    expect(history).toHaveLength(1)
    expect(history[0].result.adjustedDays).toBe(20)
  })

  test('that do not touch the sentence write nothing', async () => {
    const opened = await openCase(clerk)
    await compute(opened)
    await correct(opened.commitmentId, { judgeName: 'Hon. B. Ito' })
    expect((await page(opened)).current.number).toBe(1)
  })

  test('before the first worksheet, or in no enrolment, there is nothing to compute', async () => {
    const opened = await openCase(clerk)
    await correct(opened.commitmentId, { days: 5 })
    expect((await page(opened)).current).toBeNull()
    const personId = await openTestPerson(clerk)
    const free = await receive(clerk, personId)
    await correct(free, { days: 5 })
  })

  test('a change that leaves the sentence open is not stopped; it is on record', async () => {
    const opened = await openCase(clerk)
    await compute(opened)
    const { fields } = await formOf(opened.commitmentId)
    await correct(opened.commitmentId, { startsOn: null, items: { ...fields.items, 'start-date': 'absent' } })
    expect((await page(opened)).current).toMatchObject({ number: 2, result: { kind: 'cannot-compute' } })
  })

  test('WAP-P1.2 a modification whose paper is in order is followed at once', async () => {
    const opened = await openCase(clerk, { days: 20 })
    await compute(opened)
    const modification = await receive(clerk, opened.personId, {
      modification: true,
      activeFileFound: true,
      modifiesCommitmentId: opened.commitmentId,
      days: 12,
    })
    const { current } = await page(opened)
    expect(current).toMatchObject({ number: 2, cause: 'commitment-joined', result: { adjustedDays: 12 } })
    expect(current.result.superseded).toEqual([
      { commitment: opened.commitmentId, by: modification, on: today },
    ])
  })

  test('WAP-P1.2 one that still lacks something waits, and is followed once it is in order', async () => {
    const opened = await openCase(clerk, { days: 20 })
    await compute(opened)
    const modification = await receive(clerk, opened.personId, {
      modification: true,
      activeFileFound: true,
      modifiesCommitmentId: opened.commitmentId,
      days: 12,
      items: {},
    })
    expect((await clerk.get(opened.path)).body.next).toEqual({
      kind: 'follow-modification',
      commitment: modification,
    })
    expect((await page(opened)).current.result.adjustedDays).toBe(20)
    const { fields } = await formOf(opened.commitmentId)
    await correct(modification, { items: fields.items })
    expect((await page(opened)).current).toMatchObject({ number: 2, result: { adjustedDays: 12 } })
    expect((await clerk.get(opened.path)).body.waiting).toEqual([])
  })
})

describe('WAP-SENT.6 received while active', () => {
  /** 20 days, 10 of them worked, and then a further commitment. */
  async function halfway(given: Record<string, unknown>): Promise<TestCase> {
    const opened = await openCase(clerk, {
      days: 20,
      startsOn: inDays(-15).toString(),
      receivedOn: inDays(-15).toString(),
      sentencedOn: inDays(-15).toString(),
    })
    await compute(opened)
    await startWork(clerk, opened.enrolmentId)
    await layOutDays(
      office,
      clerk,
      opened,
      Array.from({ length: 20 }, (_, index) => ({
        day: inDays(index - 10),
        ...(index < 10 ? { mark: 'worked' as const } : {}),
      })),
    )
    const commitmentId = await receive(clerk, opened.personId, given)
    await clerk.post(`${opened.path}/commitments`, { commitmentId })
    return opened
  }

  test('10 concurrent days beside the 10 left: 20 owed, with the calendar beside it, and an officer is asked', async () => {
    const opened = await halfway({ days: 10, startsOn: null, relation: 'unstated' })
    const { current } = await page(opened)
    expect(current.result).toMatchObject({
      adjustedDays: 20,
      daysLeft: 10,
      askOfficer: true,
      reading: 'days-owed',
      readings: { 'days-owed': 20, calendar: 25 },
    })
    expect((await clerk.get(opened.path)).body).toMatchObject({
      worksheet: { readingAsked: true },
      next: { kind: 'choose-reading' },
    })
  })

  test('more days than are left: served and the new ones', async () => {
    const opened = await halfway({ days: 15, startsOn: null })
    expect((await page(opened)).current.result.adjustedDays).toBe(25)
  })

  test('an officer chooses with a reason, and it is kept while the commitments are the same', async () => {
    const opened = await halfway({ days: 10, startsOn: null })
    const reading = { choice: 'calendar', reason: 'The judge said so from the bench.' }
    const chosen = await compute(opened, deputy, { reading })
    expect(chosen.status).toBe(200)
    expect(chosen.body.current).toMatchObject({
      cause: 'reading-chosen',
      reading: { choice: 'calendar', byName: 'Test deputy', reason: reading.reason },
      result: { adjustedDays: 25, reading: 'calendar' },
    })
    expect((await clerk.get(opened.path)).body.worksheet.readingAsked).toBe(false)
    expect((await compute(opened)).body.current.result.adjustedDays).toBe(25)
    await correct(opened.commitmentId, { days: 22 })
    const { current } = await page(opened)
    expect(current.reading).toEqual({ choice: 'days-owed', byName: null, reason: '' })
    expect(current.result.askOfficer).toBe(true)
  })

  test('a clerk cannot choose; nobody chooses where both give the same', async () => {
    const reading = { choice: 'calendar', reason: 'Because.' }
    const refused = await compute(await halfway({ days: 10, startsOn: null }), clerk, { reading })
    expect(refused.status).toBe(403)
    expect(refused.body.error.message).toContain('WAP-SENT.6')
    const same = await openCase(clerk)
    await compute(same)
    expect((await compute(same, deputy, { reading })).status).toBe(422)
    expect((await compute(same, deputy, { reading: { ...reading, reason: '  ' } })).status).toBe(400)
  })

  test('a correction of the booking commitment on the day of booking does not make it one received later', async () => {
    const opened = await openOver({ days: 20 }, { days: 20, startsOn: inDays(5).toString() })
    await compute(opened)
    await startWork(clerk, opened.enrolmentId)
    await correct(opened.commitmentId, { days: 21 })
    expect((await page(opened)).current.result).toMatchObject({ adjustedDays: 25, askOfficer: false })
  })
})

describe('a preview', () => {
  test('shows another reading or a further commitment, and stores nothing', async () => {
    const opened = await openCase(clerk, { days: 20 })
    await compute(opened)
    const further = await receive(clerk, opened.personId, { days: 40 })
    const preview = (body: object) => clerk.post(`${opened.path}/worksheet/preview`, body)
    expect((await preview({})).body.result.adjustedDays).toBe(20)
    expect((await preview({ besides: [further] })).body.result.adjustedDays).toBe(40)
    expect((await preview({ reading: 'calendar' })).body.result.reading).toBe('calendar')
    expect((await page(opened)).current.number).toBe(1)
  })

  test('says what it cannot compute as an answer', async () => {
    const opened = await openCase(clerk, { days: null })
    const preview = await clerk.post(`${opened.path}/worksheet/preview`, {})
    expect(preview.status).toBe(200)
    expect(preview.body).toMatchObject({ result: { kind: 'cannot-compute' }, fees: null })
  })

  test("of another person's or office's paper shows nothing of it", async () => {
    const opened = await openCase(clerk, { days: 20 })
    const other = await receive(clerk, await openTestPerson(clerk), { days: 40 })
    const elsewhere = await office.account(['clerk'], await office.agency())
    const theirs = await receive(elsewhere, await openTestPerson(elsewhere), { days: 50 })
    for (const id of [other, theirs, crypto.randomUUID()]) {
      const preview = await clerk.post(`${opened.path}/worksheet/preview`, { besides: [id] })
      expect(preview.status).toBe(404)
    }
  })
})

describe('WAP-FEE.1 the fees beside', () => {
  test('as the source reads: $50 and $7 a day of adjusted sentence', async () => {
    const opened = await openCase(clerk, { days: 20 })
    const { fees } = (await compute(opened)).body
    expect(fees).toMatchObject({ basis: 'as-the-source-reads', printedCents: 19_000, chargedCents: 19_000 })
    expect(
      fees.lines.map((line: { code: string; amountCents: number }) => [line.code, line.amountCents]),
    ).toEqual([
      ['administrative', 5_000],
      ['daily', 14_000],
    ])
  })

  test('by the law as it stands nothing is charged, and the repeal is named', async () => {
    const elsewhere = await office.account(['clerk'], await office.agency())
    const opened = await openCase(elsewhere, { days: 20 })
    const { fees } = (await compute(opened, elsewhere)).body
    expect(fees).toMatchObject({ basis: 'law-as-it-stands', printedCents: 19_000, chargedCents: 0 })
    expect(fees.lines[0]).toMatchObject({ reason: 'repealed', repeal: { operative: '2021-07-01' } })
    expect(fees.lines[0].repeal.text.es).not.toBe(fees.lines[0].repeal.text.en)
  })
})

test('another office, and a role without the right, get nothing', async () => {
  const opened = await openCase(clerk)
  const elsewhere = await office.account(['clerk'], await office.agency())
  const treasurer = await office.account(['treasurer'])
  expect((await elsewhere.get(`${opened.path}/worksheet`)).status).toBe(404)
  expect((await compute(opened, elsewhere)).status).toBe(404)
  expect((await elsewhere.post(`${opened.path}/worksheet/preview`, {})).status).toBe(404)
  expect((await treasurer.get(`${opened.path}/worksheet`)).status).toBe(403)
  expect((await compute(opened, treasurer)).status).toBe(403)
})
