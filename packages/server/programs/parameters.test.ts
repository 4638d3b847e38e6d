import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { read } from '../platform/read.ts'
import { ownerQuery } from '../testing/database.ts'
import { type TestAccount, type TestOffice, testOffice } from '../testing/office.ts'
import { parametersOn } from './parameters-on.ts'
import { wap } from './testing/case.ts'

let office: TestOffice
let enters: TestAccount
let approves: TestAccount
beforeAll(async () => {
  office = await testOffice()
  enters = await office.account(['administrator'])
  approves = await office.account(['bureau-manager'])
})
afterAll(() => office.stop())

const inDays = (days: number) => enters.ctx.today.add({ days })
const board = { authority: 'Board of Supervisors', resolution: '2026/12' }
const enter = (body: Record<string, unknown>, account = enters) =>
  account.post('/api/programs/parameters', { ...board, ...body })
const decide = (id: string, what: 'approve' | 'withdraw', account = approves, body = {}) =>
  account.post(`/api/programs/parameters/${id}/${what}`, body)

interface Shown {
  name: string
  inForce: { value: unknown; source: string; resolution: string | null }
  entered: { id: string; state: string }[]
}

async function shown(name: string, on?: string, account = enters): Promise<Shown> {
  const { body } = await account.get(`/api/programs/parameters${on ? `?on=${on}` : ''}`)
  return body.parameters.find((parameter: Shown) => parameter.name === name)
}

describe('a value of a parameter', () => {
  test('entered by one and approved by another holds from its day on, not before', async () => {
    const from = inDays(10)
    const entered = await enter({ name: 'daysLeftLimit', value: 60, fromDay: from.toString() })
    expect(entered.status).toBe(200)
    expect((await shown('daysLeftLimit', from.toString())).inForce).toMatchObject({
      value: 45,
      source: 'pack',
    })
    expect((await decide(entered.body.id, 'approve')).status).toBe(200)
    const on = async (days: number) => (await shown('daysLeftLimit', from.add({ days }).toString())).inForce
    expect(await on(-1)).toMatchObject({ value: 45, source: 'pack' })
    expect(await on(0)).toMatchObject({ value: 60, source: 'county', resolution: '2026/12' })
    expect(await on(1)).toMatchObject({ value: 60 })
  })

  test('is not approved by who entered it, not even in the database', async () => {
    const both = await office.account(['bureau-manager'])
    const { body } = await enter({ name: 'daysAWeek', value: 4, fromDay: inDays(1).toString() }, both)
    const refused = await decide(body.id, 'approve', both)
    expect(refused.status).toBe(403)
    const forced = ownerQuery(office.urls, both.agencyId, (client) =>
      client.query(
        'update programs.parameter set approved_by = entered_by, approved_at = entered_at where id = $1',
        [body.id],
      ),
    )
    await expect(forced).rejects.toThrow('parameter_two_people')
  })

  test('is not approved by a rank that may not change the policy', async () => {
    const { body } = await enter({ name: 'rosterLateDays', value: 21, fromDay: inDays(1).toString() })
    const sergeant = await office.account(['sergeant'])
    const refused = await decide(body.id, 'approve', sergeant)
    expect(refused.status).toBe(403)
    expect(refused.body.error.message).toContain('WAP-UPD.1')
    expect((await shown('rosterLateDays')).entered[0]).toMatchObject({ state: 'waiting' })
  })

  test('two from one day: the second is refused until the first is withdrawn', async () => {
    const value = { name: 'smallSiteUpTo', fromDay: inDays(5).toString() }
    const first = await enter({ ...value, value: 4 })
    const refused = await enter({ ...value, value: 5 })
    expect(refused.status).toBe(422)
    expect(refused.body.error.fields[0].path).toBe('fromDay')
    expect((await decide(first.body.id, 'withdraw', enters, { reason: 'Typed wrongly.' })).status).toBe(200)
    const second = await enter({ ...value, value: 5 })
    await decide(second.body.id, 'approve')
    expect((await shown('smallSiteUpTo', value.fromDay)).inForce.value).toBe(5)
  })

  test('approved twice, withdrawn twice, or approved when withdrawn, is refused', async () => {
    const { body } = await enter({ name: 'policyReviewMonths', value: 6, fromDay: inDays(3).toString() })
    expect((await decide(body.id, 'approve')).status).toBe(200)
    expect((await decide(body.id, 'approve')).status).toBe(409)
    expect((await decide(body.id, 'withdraw', approves, { reason: 'Not yet.' })).status).toBe(200)
    expect((await decide(body.id, 'withdraw', approves, { reason: 'Not yet.' })).status).toBe(409)
    expect((await decide(body.id, 'approve')).status).toBe(422)
    expect((await shown('policyReviewMonths', inDays(3).toString())).inForce.source).toBe('pack')
  })

  test('that holds already is not withdrawn; one of a later day is, by who may change the policy', async () => {
    const approved = async (fromDay: string, value: number) => {
      const { body } = await enter({ name: 'distanceStepMiles', value, fromDay })
      await decide(body.id, 'approve')
      return body.id
    }
    const reason = { reason: 'The Board took it back.' }
    const today = await approved(inDays(0).toString(), 0.5)
    const tomorrow = await approved(inDays(1).toString(), 0.7)
    expect((await decide(today, 'withdraw', approves, reason)).status).toBe(422)
    expect((await decide(tomorrow, 'withdraw', enters, reason)).status).toBe(403)
    expect((await decide(tomorrow, 'withdraw', approves, reason)).status).toBe(200)
  })

  test.each([
    ['a name that is none', { name: 'goodTimeDays', value: 1 }, 'name'],
    ['a number out of its bounds', { name: 'daysAWeek', value: 8 }, 'value'],
    ['half a day', { name: 'daysLeftLimit', value: 45.5 }, 'value'],
    ['words for a number', { name: 'daysLeftLimit', value: 'many' }, 'value'],
    ['a choice that is not offered', { name: 'feeBasis', value: 'as-we-like' }, 'value'],
    ['a day before the policy', { name: 'daysLeftLimit', value: 45, fromDay: '1995-01-02' }, 'fromDay'],
  ])('%s is refused at its field', async (_what, body, field) => {
    const refused = await enter({ fromDay: inDays(20).toString(), ...body })
    expect(refused.status).toBe(422)
    expect(refused.body.error.fields[0].path).toBe(field)
    expect(refused.body.error.fields[0].message).not.toBe('')
  })

  test('SCC-2.B1 a list of counties is entered whole, and words what it holds', async () => {
    const pack = 'sacramento/home-detention'
    const list = { pack, name: 'surroundingCounties', fromDay: inDays(4).toString() }
    for (const value of [['yolo', 'texas'], 'yolo'])
      expect((await enter({ ...list, value })).body.error.fields[0].path).toMatch(/^value/)
    expect((await enter({ ...list, value: [] })).status).toBe(400)
    const { body } = await enter({ ...list, value: ['yolo', 'placer'] })
    expect((await decide(body.id, 'approve')).status).toBe(200)
    const from = `/api/programs/parameters?pack=${pack}&on=${list.fromDay}`
    const page = await enters.get(from)
    const found = page.body.parameters.find(({ name }: Shown) => name === list.name)
    expect(found).toMatchObject({ type: 'set', inForce: { value: ['yolo', 'placer'], source: 'county' } })
    expect(found.choiceWords['el-dorado'].en).toBe('El Dorado')
    expect((await enters.get(`${from}&format=csv`)).body).toContain('"yolo, placer"')
  })

  test('the day on which the policy took effect is the first it can hold from', async () => {
    const entered = await enter({ name: 'weekdaysOnlyUpTo', value: 6, fromDay: '1995-01-03' })
    expect(entered.status).toBe(200)
  })

  test('without authority or resolution, or with an impossible day, is not understood', async () => {
    const body = { name: 'daysAWeek', value: 5, fromDay: inDays(30).toString() }
    for (const wrong of [{ authority: ' ' }, { resolution: '' }, { fromDay: '2026-02-30' }, { value: null }])
      expect((await enter({ ...body, ...wrong })).status).toBe(400)
  })
})

describe('parametersOn', () => {
  const on = (account: TestAccount, day = account.ctx.today) =>
    read<'programs', Awaited<ReturnType<typeof parametersOn>>>(office.database.db, account.ctx, (tx) =>
      parametersOn(tx, wap, day),
    )

  test('gives every parameter of the pack with where it comes from; what the text leaves open is unset', async () => {
    const elsewhere = await office.account(['clerk'], await office.agency())
    const { values } = await on(elsewhere)
    expect(values.dailyFeeCents).toMatchObject({ value: 700, source: 'pack', clause: 'WAP-FEE.1' })
    expect(values.challengeDays).toMatchObject({ value: null, source: 'unset', own: true })
  })

  test("the office's own choice of fee law holds until a dated value takes its place", async () => {
    const elsewhere = await office.account(['clerk'], await office.agency())
    expect((await on(elsewhere)).values.feeBasis).toMatchObject({ value: 'law-as-it-stands' })
    expect((await on(enters)).values.feeBasis).toMatchObject({
      value: 'as-the-source-reads',
      source: 'county',
    })
    const from = inDays(40)
    const { body } = await enter({ name: 'feeBasis', value: 'law-as-it-stands', fromDay: from.toString() })
    await decide(body.id, 'approve')
    expect((await on(enters, from.subtract({ days: 1 }))).values.feeBasis!.value).toBe('as-the-source-reads')
    expect((await on(enters, from)).values.feeBasis!.value).toBe('law-as-it-stands')
  })

  test("another office's values are its own", async () => {
    const elsewhere = await office.account(['administrator'], await office.agency())
    const { body } = await enter({ name: 'firstDayNoticeDays', value: 9, fromDay: inDays(0).toString() })
    await decide(body.id, 'approve')
    expect((await shown('firstDayNoticeDays')).inForce.value).toBe(9)
    expect((await shown('firstDayNoticeDays', undefined, elsewhere)).inForce.value).toBe(7)
    const manager = await office.account(['bureau-manager'], elsewhere.agencyId)
    expect((await decide(body.id, 'withdraw', manager, { reason: 'Not ours.' })).status).toBe(404)
    expect((await decide(body.id, 'approve', manager)).status).toBe(404)
  })
})

describe('the list', () => {
  test('says what the policy is, and answers as CSV', async () => {
    const { body } = await enters.get('/api/programs/parameters')
    expect(body.program).toMatchObject({
      policyNumber: '2-1',
      effective: '1995-01-03',
      boardAction: '1995-04-04',
    })
    const file = await enters.get('/api/programs/parameters?format=csv&on=2020-01-01')
    expect(file.body).toContain('dailyFeeCents,WAP-FEE.1,cents,700,1995-01-03,pack')
    expect(file.body).toContain('challengeDays,WAP-ELIG.1,days,unset')
  })

  test('EMP-0.8 a program that stands on an ordinance has its own, without a policy of a number', async () => {
    const { status, body } = await enters.get('/api/programs/parameters?pack=sacramento/home-detention')
    expect(status).toBe(200)
    expect(body.program).toMatchObject({ policyNumber: null, boardAction: null, name: 'Home Detention' })
    expect(body.programs.map(({ name }: { name: string }) => name)).toContain('Work Alternative Program')
    const most = body.parameters.find(({ name }: { name: string }) => name === 'supervisedMost')
    expect(most).toMatchObject({ clause: 'EMP-0.8', inForce: { value: 300 } })
  })

  test('of an unknown program, or on an impossible day, is refused', async () => {
    expect((await enters.get('/api/programs/parameters?pack=nowhere')).status).toBe(422)
    expect((await enters.get('/api/programs/parameters?on=2026-13-01')).status).toBe(400)
  })

  test('a clerk reads, and neither enters nor approves', async () => {
    const clerk = await office.account(['clerk'])
    expect((await clerk.get('/api/programs/parameters')).status).toBe(200)
    expect((await enter({ name: 'daysAWeek', value: 4, fromDay: inDays(1).toString() }, clerk)).status).toBe(
      403,
    )
    expect((await decide(crypto.randomUUID(), 'approve', clerk)).status).toBe(403)
    expect((await decide(crypto.randomUUID(), 'approve')).status).toBe(404)
  })
})
