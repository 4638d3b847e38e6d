import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestAccount, type TestOffice, testOffice } from '../testing/office.ts'
import { bookingNumber, openEnrolment } from './open-enrolment.ts'
import { openCase, openTestPerson, receive, startWork, take, wap } from './testing/case.ts'

let office: TestOffice
let clerk: TestAccount
beforeAll(async () => {
  office = await testOffice()
  clerk = await office.account(['clerk'])
})
afterAll(() => office.stop())

describe('opening an enrolment', () => {
  test('gives the booking number of the year, the next for the next', async () => {
    const first = await openCase(clerk)
    const second = await openCase(clerk)
    const numbers = await Promise.all(
      [first, second].map(async ({ path }) => (await clerk.get(path)).body.number),
    )
    const [one, two] = numbers.map((number: string) => Number(number.slice(-5)))
    expect(numbers[0]).toMatch(new RegExp(`^WAP-${clerk.ctx.today.year}-\\d{5}$`))
    expect(two).toBe(one! + 1)
  })

  test('a booking number grows past 99,999 in a year', () => {
    expect(bookingNumber('WAP', 2026, 1)).toBe('WAP-2026-00001')
    expect(bookingNumber('WAP', 2026, 99_999)).toBe('WAP-2026-99999')
    expect(bookingNumber('WAP', 2026, 100_000)).toBe('WAP-2026-100000')
  })

  test('an opening that fails takes no number: there is no gap', async () => {
    const before = await openCase(clerk)
    const personId = await openTestPerson(clerk)
    const other = await openTestPerson(clerk)
    const commitmentId = await receive(clerk, other)
    await expect(
      clerk.act(openEnrolment, { personId, pack: wap, commitmentIds: [commitmentId] }),
    ).rejects.toThrow('of another person')
    const after = await openCase(clerk)
    const numberOf = async ({ path }: { path: string }) =>
      Number((await clerk.get(path)).body.number.slice(-5))
    expect(await numberOf(after)).toBe((await numberOf(before)) + 1)
  })

  test('a person has one open at a time in a program, and after it has ended another', async () => {
    const { personId, enrolmentId, path } = await openCase(clerk)
    const commitmentId = await receive(clerk, personId)
    const again = { personId, commitmentIds: [commitmentId] }
    const refused = await clerk.post('/api/programs/enrolments', again)
    expect(refused.status).toBe(409)
    expect(refused.body.error.message).toContain((await clerk.get(path)).body.number)
    await take(clerk, enrolmentId, 'returned-to-court')
    expect((await clerk.post('/api/programs/enrolments', again)).status).toBe(200)
  })

  test('two clerks at once open one enrolment for a person, not two', async () => {
    const personId = await openTestPerson(clerk)
    const commitments = [await receive(clerk, personId), await receive(clerk, personId)]
    const replies = await Promise.all(
      commitments.map((id) => clerk.post('/api/programs/enrolments', { personId, commitmentIds: [id] })),
    )
    expect(replies.map((reply) => reply.status).sort()).toEqual([200, 409])
  })

  test('WAP-AUTH.2 a photocopy opens nothing', async () => {
    const personId = await openTestPerson(clerk)
    const commitmentId = await receive(clerk, personId, { form: 'photocopy' })
    const refused = await clerk.post('/api/programs/enrolments', { personId, commitmentIds: [commitmentId] })
    expect(refused.status).toBe(422)
    expect(refused.body.error.fields[0].message).toContain('WAP-AUTH')
  })

  test('WAP-AUTH.2 a fax opens an enrolment while the original is owed', async () => {
    const { path } = await openCase(clerk, { form: 'fax' })
    expect((await clerk.get(path)).body.commitments[0].outcome).toBe('accepted-pending-original')
  })

  test('WAP-P1.2 a modification without what it modifies opens nothing', async () => {
    const personId = await openTestPerson(clerk)
    const original = await receive(clerk, personId)
    const modification = await receive(clerk, personId, {
      modification: true,
      activeFileFound: true,
      modifiesCommitmentId: original,
    })
    const open = (commitmentIds: string[]) =>
      clerk.post('/api/programs/enrolments', { personId, commitmentIds })
    const refused = await open([modification])
    expect(refused.status).toBe(422)
    expect(refused.body.error.message).toContain('WAP-P1.2')
    expect((await open([original, modification])).status).toBe(200)
  })

  test('a commitment belongs to one enrolment', async () => {
    const { personId, commitmentId, enrolmentId } = await openCase(clerk)
    await take(clerk, enrolmentId, 'withdrawn')
    const refused = await clerk.post('/api/programs/enrolments', { personId, commitmentIds: [commitmentId] })
    expect(refused.status).toBe(422)
    expect(refused.body.error.message).toContain('already')
  })

  test('nothing chosen, an unknown program, an unknown commitment, an unknown person', async () => {
    const { personId, commitmentId } = await openCase(clerk)
    const post = (body: object) => clerk.post('/api/programs/enrolments', body)
    const nobody = crypto.randomUUID()
    expect((await post({ personId, commitmentIds: [] })).status).toBe(400)
    expect((await post({ personId, commitmentIds: [nobody] })).status).toBe(409)
    const other = await openTestPerson(clerk)
    expect((await post({ personId: other, commitmentIds: [nobody] })).status).toBe(404)
    expect((await post({ personId: nobody, commitmentIds: [commitmentId] })).status).toBe(422)
    const free = await receive(clerk, other)
    expect((await post({ personId: other, commitmentIds: [free], pack: 'nowhere' })).status).toBe(422)
  })

  test('the same request sent twice opens one', async () => {
    const personId = await openTestPerson(clerk)
    const commitmentId = await receive(clerk, personId)
    const key = { 'idempotency-key': crypto.randomUUID() }
    const body = { personId, commitmentIds: [commitmentId] }
    const first = await clerk.post('/api/programs/enrolments', body, key)
    const second = await clerk.post('/api/programs/enrolments', body, key)
    expect(first.status).toBe(200)
    expect(second.body).toEqual(first.body)
  })

  test("another office sees nothing of it, and cannot use this office's papers", async () => {
    const elsewhere = await office.account(['clerk'], await office.agency())
    const { personId, commitmentId, path } = await openCase(clerk)
    expect((await elsewhere.get(path)).status).toBe(404)
    const body = { personId, commitmentIds: [commitmentId] }
    expect((await elsewhere.post('/api/programs/enrolments', body)).status).toBe(404)
  })
})

describe('joining a commitment', () => {
  test('WAP-SENT.6 one received while active joins the open enrolment and the worksheet is computed again', async () => {
    const { personId, enrolmentId, path } = await openCase(clerk)
    await clerk.post(`${path}/worksheet`)
    await startWork(clerk, enrolmentId)
    const commitmentId = await receive(clerk, personId, { days: 30 })
    expect((await clerk.get(path)).body.next).toEqual({ kind: 'join-commitment', commitment: commitmentId })
    const joined = await clerk.post(`${path}/commitments`, { commitmentId })
    expect(joined.status).toBe(200)
    expect(joined.body.commitments).toHaveLength(2)
    expect(joined.body.waiting).toEqual([])
    expect(joined.body.worksheet).toMatchObject({ number: 2, adjustedDays: 30 })
  })

  test('an ended enrolment takes no further commitment', async () => {
    const { personId, enrolmentId, path } = await openCase(clerk)
    await take(clerk, enrolmentId, 'withdrawn')
    const commitmentId = await receive(clerk, personId)
    const refused = await clerk.post(`${path}/commitments`, { commitmentId })
    expect(refused.status).toBe(422)
    expect(refused.body.error.message).toContain('withdrawn')
  })

  test('a commitment of another person, or of another office, is refused', async () => {
    const { path } = await openCase(clerk)
    const other = await receive(clerk, await openTestPerson(clerk))
    expect((await clerk.post(`${path}/commitments`, { commitmentId: other })).status).toBe(422)
    const elsewhere = await office.account(['clerk'], await office.agency())
    const theirs = await receive(elsewhere, await openTestPerson(elsewhere))
    expect((await clerk.post(`${path}/commitments`, { commitmentId: theirs })).status).toBe(404)
  })

  test('a role without the right cannot', async () => {
    const auditor = await office.account(['auditor'])
    const { path, commitmentId } = await openCase(clerk)
    expect((await auditor.get(path)).status).toBe(403)
    expect((await auditor.post(`${path}/commitments`, { commitmentId })).status).toBe(403)
  })
})
