import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dayInWords } from '../platform/words.ts'
import { type TestAccount, type TestOffice, testOffice } from '../testing/office.ts'
import { layOutDays, openCase, receive, startWork, type TestCase, take } from './testing/case.ts'

let office: TestOffice
let clerk: TestAccount
let deputy: TestAccount
beforeAll(async () => {
  office = await testOffice()
  clerk = await office.account(['clerk'])
  deputy = await office.account(['deputy'])
})
afterAll(() => office.stop())

const inDays = (days: number) => clerk.ctx.today.add({ days })

/** A person who works 3 days, so many of them marked as worked, the rest not reported. */
async function working(worked: number, given: { open?: number; missed?: number } = {}): Promise<TestCase> {
  const opened = await openCase(clerk, { days: 3 })
  await clerk.post(`${opened.path}/worksheet`)
  await startWork(clerk, opened.enrolmentId)
  const { open = 0, missed = 0 } = given
  await layOutDays(office, clerk, opened, [
    ...Array.from({ length: worked }, (_, index) => ({ day: inDays(-20 + index), mark: 'worked' as const })),
    ...Array.from({ length: missed }, (_, index) => ({
      day: inDays(-10 + index),
      mark: 'absent-unexcused' as const,
    })),
    ...Array.from({ length: open }, (_, index) => ({ day: inDays(1 + index) })),
  ])
  return opened
}

describe('WAP-P6.4 completing an enrolment of 3 days', () => {
  const complete = ({ path }: TestCase, account = clerk) =>
    account.post(`${path}/complete`, { note: 'All done.' })

  test('2 credited: refused with what is missing', async () => {
    const refused = await complete(await working(2))
    expect(refused.status).toBe(422)
    expect(refused.body.error.fields).toEqual([
      { path: 'days-short', message: '2 of 3 days are credited; 1 must still be worked (WAP-CRED.1).' },
    ])
  })

  test('3 credited: complete, and it shows', async () => {
    const opened = await working(3)
    expect((await clerk.get(opened.path)).body.next.kind).toBe('complete')
    const done = await complete(opened)
    expect(done.status).toBe(200)
    expect(done.body).toMatchObject({ state: 'completed', next: { kind: 'nothing' }, daysLeft: 0 })
    expect(done.body.steps.at(-1)).toMatchObject({
      kind: 'completed',
      byName: 'Test clerk',
      note: 'All done.',
    })
    expect((await complete(opened)).status).toBe(422)
  })

  test('a missed day that another made good does not stand in the way', async () => {
    expect((await complete(await working(3, { missed: 1 }))).status).toBe(200)
  })

  test('a day that nobody reported does', async () => {
    const refused = await complete(await working(3, { open: 1 }))
    expect(refused.status).toBe(422)
    expect(refused.body.error.fields[0]).toEqual({
      path: 'days-open',
      message: `Attendance is not recorded for ${dayInWords(inDays(1))} (WAP-P6.3).`,
    })
  })

  test('before anything is scheduled: everything that is missing', async () => {
    const opened = await openCase(clerk, { days: 3 })
    expect((await complete(opened)).body.error.fields.map(({ path }: { path: string }) => path)).toEqual([
      'no-worksheet',
    ])
    await clerk.post(`${opened.path}/worksheet`)
    expect((await complete(opened)).body.error.fields[0].path).toBe('no-contract')
  })

  test('another office and a role without the right cannot', async () => {
    const opened = await working(3)
    const elsewhere = await office.account(['clerk'], await office.agency())
    expect((await complete(opened, elsewhere)).status).toBe(404)
    expect((await complete(opened, await office.account(['auditor']))).status).toBe(403)
  })
})

describe('a participant withdraws', () => {
  const withdraw = ({ path }: TestCase, toldRestDays: number, account = clerk) =>
    account.post(`${path}/withdraw`, { toldRestDays, reason: 'I would rather serve it.' })

  test('the rest is computed and told before it is confirmed', async () => {
    const opened = await working(1, { open: 2 })
    expect((await clerk.get(`${opened.path}/withdrawal`)).body).toEqual({
      adjustedDays: 3,
      creditedDays: 1,
      restDays: 2,
    })
    const done = await withdraw(opened, 2)
    expect(done.status).toBe(200)
    expect(done.body).toMatchObject({ state: 'withdrawn', daysLeft: 2 })
  })

  test('told another number than there is: the person is told again', async () => {
    const opened = await working(1, { open: 2 })
    const refused = await withdraw(opened, 3)
    expect(refused.status).toBe(409)
    expect(refused.body.error.conflict.current).toEqual({ toldRestDays: 2 })
    expect((await clerk.get(opened.path)).body.state).toBe('active')
  })

  test('while nobody can say what is left, it is not confirmed', async () => {
    const opened = await openCase(clerk)
    expect((await clerk.get(`${opened.path}/withdrawal`)).body.restDays).toBeNull()
    expect((await withdraw(opened, 0)).status).toBe(422)
  })

  test('without a reason, or below zero, is not understood', async () => {
    const { path } = await openCase(clerk)
    expect((await clerk.post(`${path}/withdraw`, { toldRestDays: 1, reason: '' })).status).toBe(400)
    expect((await clerk.post(`${path}/withdraw`, { toldRestDays: -1, reason: 'x' })).status).toBe(400)
    expect((await clerk.post(`${path}/withdraw`, { toldRestDays: 1.5, reason: 'x' })).status).toBe(400)
  })

  test('another office cannot, nor look at the rest', async () => {
    const elsewhere = await office.account(['clerk'], await office.agency())
    const opened = await working(1)
    expect((await elsewhere.get(`${opened.path}/withdrawal`)).status).toBe(404)
    expect((await withdraw(opened, 2, elsewhere)).status).toBe(404)
  })
})

describe('reopening', () => {
  const reopen = ({ path }: TestCase, account = deputy) =>
    account.post(`${path}/reopen`, { reason: 'Recorded on the wrong person.' })

  test('an officer opens an ended enrolment again, where it was', async () => {
    const opened = await working(1, { open: 2 })
    await take(clerk, opened.enrolmentId, 'withdrawn')
    const again = await reopen(opened)
    expect(again.status).toBe(200)
    expect(again.body.state).toBe('active')
    expect(again.body.steps.at(-1)).toMatchObject({ kind: 'reopened', note: 'Recorded on the wrong person.' })
  })

  test('one that has not ended, or a clerk, or beside another open one: refused', async () => {
    const opened = await openCase(clerk)
    expect((await reopen(opened)).status).toBe(422)
    await take(clerk, opened.enrolmentId, 'withdrawn')
    expect((await reopen(opened, clerk)).status).toBe(403)
    const commitmentIds = [await receive(clerk, opened.personId)]
    await clerk.post('/api/programs/enrolments', { personId: opened.personId, commitmentIds })
    expect((await reopen(opened)).status).toBe(409)
  })
})
