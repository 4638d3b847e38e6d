import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ownerQuery } from '../testing/database.ts'
import { type TestAccount, type TestOffice, testOffice } from '../testing/office.ts'
import { openEnrolment } from './open-enrolment.ts'
import { recordStep } from './record-step.ts'
import { canTake, type EnrolmentState, enrolmentStates, isActive, isEnded, stepKinds } from './steps.ts'
import { takeNumber } from './take-number.ts'
import { openCase, receive, startWork, take, wap } from './testing/case.ts'

let office: TestOffice
let clerk: TestAccount
beforeAll(async () => {
  office = await testOffice()
  clerk = await office.account(['clerk'])
})
afterAll(() => office.stop())

const stateOf = async ({ path }: { path: string }): Promise<EnrolmentState> =>
  (await clerk.get(path)).body.state

describe('the state of an enrolment', () => {
  test('is the furthest step', async () => {
    const opened = await openCase(clerk)
    const states = [await stateOf(opened)]
    for (const kind of ['appointed', 'applied', 'accepted', 'booked', 'scheduled'] as const) {
      await take(clerk, opened.enrolmentId, kind)
      states.push(await stateOf(opened))
    }
    expect(states).toEqual(['opened', 'appointed', 'applied', 'accepted', 'booked', 'active'])
  })

  test('an appointment made again takes nothing back', async () => {
    const opened = await openCase(clerk)
    await startWork(clerk, opened.enrolmentId)
    await take(clerk, opened.enrolmentId, 'appointed')
    expect(await stateOf(opened)).toBe('active')
  })

  test('an ending holds until it is reopened, and then the furthest step counts again', async () => {
    const opened = await openCase(clerk)
    await take(clerk, opened.enrolmentId, 'appointed', 'applied', 'denied')
    expect(await stateOf(opened)).toBe('denied')
    await take(clerk, opened.enrolmentId, 'reopened')
    expect(await stateOf(opened)).toBe('applied')
    await take(clerk, opened.enrolmentId, 'accepted', 'withdrawn')
    expect(await stateOf(opened)).toBe('withdrawn')
  })

  test('of an earlier day is what it was then', async () => {
    const { enrolmentId } = await openCase(clerk)
    await ownerQuery(office.urls, clerk.agencyId, async (client) => {
      await client.query(`update programs.enrolment set opened_on = '2026-03-01' where id = $1`, [
        enrolmentId,
      ])
      await client.query(`update programs.step set on_day = '2026-03-01' where enrolment_id = $1`, [
        enrolmentId,
      ])
      await client.query(
        `insert into programs.step (agency_id, id, enrolment_id, number, kind, on_day, at)
         values ($1, gen_random_uuid(), $2, 2, 'appointed', '2026-03-05', clock_timestamp()),
           ($1, gen_random_uuid(), $2, 3, 'withdrawn', '2026-03-10', clock_timestamp())`,
        [clerk.agencyId, enrolmentId],
      )
      const on = async (day: string) =>
        (
          await client.query(
            'select state, since::text from programs.enrolment_state($1) where enrolment_id = $2',
            [day, enrolmentId],
          )
        ).rows[0]
      expect(await on('2026-02-28')).toBeUndefined()
      expect(await on('2026-03-01')).toEqual({ state: 'opened', since: '2026-03-01' })
      expect(await on('2026-03-04')).toMatchObject({ state: 'opened' })
      expect(await on('2026-03-05')).toEqual({ state: 'appointed', since: '2026-03-05' })
      expect(await on('2026-03-09')).toMatchObject({ state: 'appointed' })
      expect(await on('2026-03-10')).toEqual({ state: 'withdrawn', since: '2026-03-10' })
    })
  })
})

describe('a step out of order', () => {
  test('is refused with the state it is in', async () => {
    const { enrolmentId } = await openCase(clerk)
    await expect(take(clerk, enrolmentId, 'booked')).rejects.toThrow('open, without an appointment')
    await expect(take(clerk, enrolmentId, 'completed')).rejects.toThrow('cannot be recorded')
    await expect(take(clerk, enrolmentId, 'reopened')).rejects.toThrow('cannot be recorded')
  })

  test('nothing but a reopening follows an ending, and a decision is not taken twice', () => {
    for (const state of enrolmentStates.filter(isEnded))
      expect(stepKinds.filter((kind) => canTake(kind, state))).toEqual(['reopened'])
    expect(canTake('accepted', 'accepted')).toBe(false)
    expect(canTake('denied', 'active')).toBe(false)
    expect(
      stepKinds.filter((kind) => kind === 'opened' && enrolmentStates.some((s) => canTake(kind, s))),
    ).toEqual([])
  })

  test('WAP-SENT.6 active is booked or working, and nothing else', () =>
    expect(enrolmentStates.filter(isActive)).toEqual(['booked', 'active']))

  test('an unknown enrolment, and one of another office, are not found', async () => {
    const elsewhere = await office.account(['clerk'], await office.agency())
    const { enrolmentId } = await openCase(clerk)
    const step = (account: TestAccount, id: string) =>
      account.act(recordStep, { enrolmentId: id, kind: 'appointed' })
    await expect(step(elsewhere, enrolmentId)).rejects.toMatchObject({ code: 'not-found' })
    await expect(step(clerk, crypto.randomUUID())).rejects.toMatchObject({ code: 'not-found' })
  })

  test('two who record at once are in order, one after the other', async () => {
    const { enrolmentId, path } = await openCase(clerk)
    const results = await Promise.allSettled([
      take(clerk, enrolmentId, 'denied'),
      take(clerk, enrolmentId, 'withdrawn'),
    ])
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect((await clerk.get(path)).body.steps).toHaveLength(2)
  })
})

test('an enrolment is not reopened beside another that the person has open', async () => {
  const { enrolmentId, personId } = await openCase(clerk)
  await take(clerk, enrolmentId, 'withdrawn')
  const commitmentIds = [await receive(clerk, personId)]
  await clerk.act(openEnrolment, { personId, pack: wap, commitmentIds })
  await expect(take(clerk, enrolmentId, 'reopened')).rejects.toMatchObject({ code: 'already-done' })
})

describe('numbers', () => {
  const number = (kind: string, year: number) => clerk.act(takeNumber, { kind, year })

  test('begin with 1 in each year and each kind', async () => {
    expect([
      await number('receipt', 2026),
      await number('receipt', 2026),
      await number('receipt', 2027),
    ]).toEqual([1, 2, 1])
    expect(await number('letter', 2026)).toBe(1)
  })

  test('taken by many at once have no gap and no double', async () => {
    const taken = await Promise.all(Array.from({ length: 12 }, () => number('many', 2026)))
    expect(taken.sort((a, b) => a - b)).toEqual(Array.from({ length: 12 }, (_, index) => index + 1))
  })

  test('each office counts for itself', async () => {
    await number('own', 2026)
    const elsewhere = await office.account(['clerk'], await office.agency())
    expect(await elsewhere.act(takeNumber, { kind: 'own', year: 2026 })).toBe(1)
  })
})

test('the timeline tells steps, worksheets and later papers of a person', async () => {
  const { enrolmentId, personId, path } = await openCase(clerk)
  await clerk.post(`${path}/worksheet`)
  await startWork(clerk, enrolmentId)
  await clerk.post(`${path}/commitments`, { commitmentId: await receive(clerk, personId) })
  const { rows } = await ownerQuery(office.urls, clerk.agencyId, (client) =>
    client.query('select kind from programs.v_timeline where person_id = $1 order by at, kind', [personId]),
  )
  const kinds = rows.map((row) => row.kind)
  expect(kinds.filter((kind) => kind === 'programs.opened')).toHaveLength(1)
  expect(kinds.filter((kind) => kind === 'programs.commitment-joined')).toHaveLength(1)
  expect(kinds).toContain('programs.worksheet-computed')
  expect(kinds).toContain('programs.scheduled')
})
