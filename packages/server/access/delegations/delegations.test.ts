import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { ownerQuery } from '../../testing/database.ts'
import type { TestAccount, TestOffice } from '../../testing/office.ts'
import {
  delegate,
  delegation,
  homeDetention,
  inDays,
  officeOfDesignees,
  ofSheriff,
} from '../testing/delegations.ts'
import type { DelegationView } from './list-delegations.ts'

let office: TestOffice
let sheriff: TestAccount
let administrator: TestAccount
let sergeant: TestAccount
beforeAll(async () => {
  office = await officeOfDesignees()
  sheriff = await office.account(['sheriff'])
  administrator = await office.account(['administrator'])
})
afterAll(() => office.stop())
beforeEach(async () => {
  sergeant = await office.account(['sergeant'])
})

const make = (by: TestAccount, different: Record<string, unknown> = {}, to = sergeant) =>
  by.post('/api/access/delegations', delegation(by, to, different))
const end = (by: TestAccount, delegationId: string, fromDay: string, reason = 'Back on duty') =>
  by.post('/api/access/delegations/end', { delegationId, fromDay, reason })
const listed = async (id: string, by = sheriff): Promise<DelegationView> => {
  const { body } = await by.get('/api/access/delegations')
  return body.delegations.find((one: DelegationView) => one.id === id)
}
/** The field that was refused, and its message. */
const refused = async (answer: ReturnType<typeof make>) => {
  const { status, body } = await answer
  expect([status, body.error?.fields?.length]).toEqual([422, 1])
  return body.error.fields[0] as { path: string; message: string }
}
const paper = (by: TestAccount) => ({ signedPaper: 'Order 2026-14', signedOn: inDays(by, 0) })

describe('who makes a delegation', () => {
  test('SCC-2.A1 the Sheriff, with their own hand and without a paper', async () => {
    const ids = await delegate(sheriff, sergeant, {
      decisions: [ofSheriff('admit'), ofSheriff('deny'), ofSheriff('admit')],
      untilDay: inDays(sheriff, 30),
    })
    expect(ids).toHaveLength(2)
    expect(await listed(ids[0]!)).toEqual({
      id: ids[0],
      to: { id: sergeant.id, name: 'Test sergeant' },
      decision: { en: 'Admit to the program', es: expect.any(String) },
      clause: 'SCC-2.A1',
      program: 'Home Detention',
      rank: { en: 'Sheriff', es: 'Sheriff' },
      fromDay: inDays(sheriff, 0),
      untilDay: inDays(sheriff, 30),
      state: 'in-force',
      signedPaper: null,
      signedOn: null,
      madeBy: 'Test sheriff',
      madeAt: expect.any(String),
      ended: null,
    })
  })

  test('an administrator records what the Sheriff signed, and names the paper', async () => {
    const { path } = await refused(make(administrator, { signedOn: inDays(sheriff, 0) }))
    expect(path).toBe('signedPaper')
    expect((await refused(make(administrator, { signedPaper: 'Order 2026-14' }))).path).toBe('signedOn')
    const later = { ...paper(administrator), signedOn: inDays(administrator, 1) }
    expect((await refused(make(administrator, later))).path).toBe('signedOn')
    const [id] = await delegate(administrator, sergeant, paper(administrator))
    expect(await listed(id!)).toMatchObject({
      madeBy: 'Test administrator',
      signedPaper: 'Order 2026-14',
      signedOn: inDays(administrator, 0),
    })
  })

  test('no other rank, and an administrator not for themself', async () => {
    for (const role of ['sergeant', 'bureau-commander', 'deputy', 'auditor'] as const)
      expect((await make(await office.account([role]), paper(sheriff))).status, role).toBe(403)
    const both = await office.account(['administrator', 'lieutenant'])
    const { path, message } = await refused(make(both, paper(both), both))
    expect(path).toBe('toAccount')
    expect(message).toContain('Somebody else')
  })

  test('a designee does not pass it on', async () => {
    await delegate(sheriff, sergeant)
    const deputy = await office.account(['deputy'])
    expect((await make(sergeant, {}, deputy)).status).toBe(403)
  })
})

describe('what cannot be delegated is told at its field', () => {
  test('to an account that is ended, that is not here, or of another office', async () => {
    const change = { accountId: sergeant.id, version: 1, displayName: 'Gone', email: '', roles: ['sergeant'] }
    await administrator.post('/api/access/accounts/change', { ...change, ended: true })
    expect(await refused(make(sheriff))).toEqual({
      path: 'toAccount',
      message: 'The account of Gone is ended: nobody signs in with it. Choose another.',
    })
    const stranger = await office.account(['sergeant'], await office.agency())
    expect((await refused(make(sheriff, {}, stranger))).path).toBe('toAccount')
  })

  test('to who holds the rank, and to who could not open the page of the decision', async () => {
    const other = await office.account(['sheriff'])
    expect((await refused(make(sheriff, {}, other))).message).toContain('holds this rank (sheriff)')
    expect((await refused(make(sheriff, {}, sheriff))).path).toBe('toAccount')
    const clerk = await office.account(['clerk'])
    for (const decision of ['admit', 'deny', 'fee-waiver', 'return-to-custody', 'remove'])
      expect((await refused(make(sheriff, { decisions: [ofSheriff(decision)] }, clerk))).message).toContain(
        'do not open the page',
      )
    expect((await make(sheriff, { decisions: [ofSheriff('ability-to-pay')] }, clerk)).status).toBe(200)
    const auditor = await office.account(['auditor'])
    const ability = { decisions: [ofSheriff('ability-to-pay')] }
    expect((await refused(make(sheriff, ability, auditor))).path).toBe('toAccount')
  })

  test.each(['return-to-court', 'good-time-lost', 'reopen'])(
    'SCC-2.D a clerk could not use it: %s is refused before anybody asks who may decide',
    async (act) => {
      const clerk = await office.account(['clerk'])
      const path = `/api/programs/enrolments/${randomUUID()}/${act}`
      expect((await clerk.post(path, {})).status).toBe(403)
    },
  )

  test.each([
    ['SCC-5.A', ofSheriff('policy-approval'), 'knows no designee for it (SCC-5.A)'],
    ['EMP-4.2', { ...ofSheriff('arrest'), byRank: 'deputy' }, 'knows no designee for it (EMP-4.2)'],
    ['no such decision', ofSheriff('parole-referral'), 'do not know this decision'],
    ['another county’s program', ofSheriff('admit', 'contra-costa/work-alternative'), 'does not run'],
    ['a program that is none', ofSheriff('admit', 'nowhere/nothing'), 'does not run'],
    ['SCC-2.A1 by another rank', { ...ofSheriff('admit'), byRank: 'sergeant' }, 'only this rank'],
  ])('%s', async (_, decision, words) => {
    const { path, message } = await refused(make(sheriff, { decisions: [decision] }))
    expect(path).toBe('decisions')
    expect(message).toContain(words)
  })

  test('from yesterday: what was decided must not become authorized afterwards', async () => {
    const { path, message } = await refused(make(sheriff, { fromDay: inDays(sheriff, -1) }))
    expect(path).toBe('fromDay')
    expect(message).toContain('cannot begin before today')
    expect((await make(sheriff, { fromDay: inDays(sheriff, 0) })).status).toBe(200)
  })

  test('nor past the form: the database holds the day as well', async () => {
    const direct = ownerQuery(office.urls, sheriff.agencyId, (client) =>
      client.query(
        `insert into access.delegation (agency_id, id, decision, pack, from_role, to_account, from_day, made_by, made_at, made_on)
         values ($1, gen_random_uuid(), 'admit', $2, 'sheriff', $3, $4, $5, clock_timestamp(), $6)`,
        [sheriff.agencyId, homeDetention, sergeant.id, inDays(sheriff, -1), sheriff.id, inDays(sheriff, 0)],
      ),
    )
    await expect(direct).rejects.toThrow('delegation_not_past')
  })

  test.each([
    [1, 422],
    [2, 422],
    [3, 200],
  ])('from the second day until the day %d from now: %d', async (until, status) => {
    const days = { fromDay: inDays(sheriff, 2), untilDay: inDays(sheriff, until) }
    const answer = await make(sheriff, days)
    expect(answer.status).toBe(status)
    if (status !== 200) expect(answer.body.error.fields[0].path).toBe('untilDay')
  })

  test('the same for days on which it holds already; after its end, or in another program, it can be', async () => {
    await delegate(sheriff, sergeant, { untilDay: inDays(sheriff, 10) })
    const { path, message } = await refused(make(sheriff, { fromDay: inDays(sheriff, 9) }))
    expect(path).toBe('decisions')
    expect(message).toContain('has this already')
    expect(message).toContain('Admit to the program, Home Detention')
    expect((await make(sheriff, { fromDay: inDays(sheriff, 10) })).status).toBe(200)
    const expanded = [ofSheriff('admit', 'sacramento/home-detention-expanded')]
    expect((await make(sheriff, { decisions: expanded })).status).toBe(200)
  })

  test('two at the same moment: one is made', async () => {
    const answers = await Promise.all([make(sheriff), make(administrator, paper(administrator))])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422])
  })
})

describe('an office whose texts know no designee (WAP)', () => {
  test('offers nothing to delegate', async () => {
    const elsewhere = await office.account(['sheriff'], await office.agency())
    const { body } = await elsewhere.get('/api/access/delegations/choices')
    expect(body).toEqual({ decisions: [], accounts: [] })
    expect((await elsewhere.get('/api/access/delegations')).body).toEqual({ delegations: [] })
  })
})

describe('what the form offers', () => {
  test('SCC-2.A1, SCC-2.C1, SCC-2.D, SCC-4.B1 the Sheriff’s decisions of both programs, to who could use them', async () => {
    const clerk = await office.account(['clerk'])
    const { body } = await sheriff.get('/api/access/delegations/choices')
    const clauses = body.decisions
      .filter((one: { pack: string }) => one.pack === homeDetention)
      .map((one: { decision: string; clause: string }) => `${one.decision} ${one.clause}`)
    expect(clauses).toEqual([
      'admit SCC-2.A1',
      'deny SCC-2.A1',
      'remove SCC-2.A1',
      'ability-to-pay SCC-2.C1',
      'custody-for-nonpayment SCC-2.C1',
      'return-to-custody SCC-2.D',
      'fee-waiver SCC-4.B1',
      'fee-method SCC-4.B1',
      'flash-incarceration EMP-10.1',
    ])
    expect(body.decisions.every((one: { byOwnHand: boolean }) => one.byOwnHand)).toBe(true)
    const offered = body.accounts.map(({ id }: { id: string }) => id)
    expect(offered).toEqual(expect.arrayContaining([sergeant.id, clerk.id]))
    expect(offered).not.toContain(sheriff.id)
    expect(offered).not.toContain(administrator.id)
    const { body: recorded } = await administrator.get('/api/access/delegations/choices')
    expect(recorded.decisions.some((one: { byOwnHand: boolean }) => one.byOwnHand)).toBe(false)
  })
})

describe('an end', () => {
  test('is from a day, with who and why; what was delegated stays on record', async () => {
    const [id] = await delegate(sheriff, sergeant)
    expect((await refused(end(sheriff, id!, inDays(sheriff, -1)))).path).toBe('fromDay')
    expect((await end(sheriff, id!, inDays(sheriff, 3))).status).toBe(200)
    expect(await listed(id!)).toMatchObject({ state: 'in-force', untilDay: inDays(sheriff, 3) })
    expect((await refused(end(sheriff, id!, inDays(sheriff, 3)))).message).toContain('give an earlier day')
    expect((await end(administrator, id!, inDays(sheriff, 0), 'Transferred')).status).toBe(200)
    expect(await listed(id!)).toMatchObject({
      state: 'ended',
      fromDay: inDays(sheriff, 0),
      untilDay: inDays(sheriff, 0),
      madeBy: 'Test sheriff',
      ended: { by: 'Test administrator', at: expect.any(String), reason: 'Transferred' },
    })
    expect((await end(sheriff, id!, inDays(sheriff, 0))).status).toBe(409)
    expect((await make(sheriff)).status).toBe(200)
  })

  test('of one to come: it never holds, and stands in nobody’s way', async () => {
    const later = { fromDay: inDays(sheriff, 5) }
    const [id] = await delegate(sheriff, sergeant, later)
    expect((await listed(id!)).state).toBe('to-come')
    expect((await end(sheriff, id!, inDays(sheriff, 0))).status).toBe(200)
    expect((await listed(id!)).state).toBe('ended')
    expect((await make(sheriff, later)).status).toBe(200)
  })

  test('needs a reason, a delegation of this office, and the rank or an administrator', async () => {
    const [id] = await delegate(sheriff, sergeant)
    expect((await end(sheriff, id!, inDays(sheriff, 0), ' ')).body.error.fields[0].path).toBe('reason')
    const elsewhere = await office.account(['sheriff', 'administrator'], await office.agency())
    expect((await end(elsewhere, id!, inDays(sheriff, 0))).status).toBe(404)
    expect((await end(sergeant, id!, inDays(sheriff, 0))).status).toBe(403)
    expect((await listed(id!)).state).toBe('in-force')
  })

  test('the trail keeps each step with what it was before; the office can rewrite none of it', async () => {
    const [id] = await delegate(sheriff, sergeant)
    await end(sheriff, id!, inDays(sheriff, 7), 'End of the duty')
    const query = new URLSearchParams({ room: 'access', record: 'delegation', id: id! })
    const { body } = await sheriff.get(`/api/desk/changes?${query}`)
    expect(body.changes).toMatchObject([
      {
        verb: 'access.end-delegation',
        before: { end_reason: null },
        after: { end_reason: 'End of the duty' },
      },
      { verb: 'access.make-delegation', actorName: 'Test sheriff' },
    ])
    const { rows } = await ownerQuery(office.urls, sheriff.agencyId, (client) =>
      client.query(
        `select a.attname as name from pg_attribute a
         where a.attrelid = 'access.delegation'::regclass and a.attnum > 0
           and has_column_privilege('inlieu_app', a.attrelid, a.attname, 'UPDATE') order by 1`,
      ),
    )
    expect(rows.map(({ name }) => name)).toEqual(['end_reason', 'ended_at', 'ended_by', 'ended_from'])
  })
})

describe('one’s own page', () => {
  test('tells what was delegated to oneself and holds or will, and nobody else’s', async () => {
    const other = await office.account(['lieutenant'])
    await delegate(sheriff, other)
    const [now] = await delegate(sheriff, sergeant)
    const [later] = await delegate(sheriff, sergeant, {
      decisions: [ofSheriff('fee-waiver')],
      fromDay: inDays(sheriff, 2),
    })
    const [over] = await delegate(sheriff, sergeant, { decisions: [ofSheriff('remove')] })
    await end(sheriff, over!, inDays(sheriff, 0))
    const { body } = await sergeant.get('/api/access/own/delegations')
    expect(body.delegations.map(({ id }: DelegationView) => id)).toEqual([later, now])
  })
})
