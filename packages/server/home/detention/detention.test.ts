import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestAccount, type TestOffice, testOffice } from '../../testing/office.ts'
import { type DetentionCase, done, homeBody, openDetention } from '../testing/detention-case.ts'

let office: TestOffice
let deputy: TestAccount
let today: string
beforeAll(async () => {
  office = await testOffice()
  deputy = await office.account(['deputy'])
  today = deputy.ctx.today.toString()
})
afterAll(() => office.stop())

const terms = async ({ home }: DetentionCase) => (await deputy.get(`${home}/terms`)).body
const condition = (different: Record<string, unknown> = {}) => ({
  kind: 'communication',
  content: 'No contact with J. Doe',
  commitmentId: null,
  orderReference: 'Protective order 77',
  orderedOn: today,
  supervisedBy: 'monitoring',
  fromDay: today,
  ...different,
})

describe('EMP-1.4 a condition', () => {
  test('names the order that set it: a commitment of the case, or another order', async () => {
    const one = await openDetention(deputy)
    await done(deputy.post(`${one.home}/conditions`, condition()))
    await done(
      deputy.post(
        `${one.home}/conditions`,
        condition({ commitmentId: one.commitmentId, orderReference: '', orderedOn: null }),
      ),
    )
    expect((await terms(one)).conditions).toMatchObject([
      { orderReference: 'Protective order 77', orderedOn: today, setBy: 'Test deputy' },
      {
        commitmentId: one.commitmentId,
        orderReference: expect.stringContaining('Walnut Creek'),
        orderedOn: today,
      },
    ])
  })

  test.each([
    ['no order', { orderReference: '' }, 'orderReference'],
    ['no day of the order', { orderedOn: null }, 'orderedOn'],
    ['an order of tomorrow', { orderedOn: () => deputy.ctx.today.add({ days: 1 }).toString() }, 'orderedOn'],
    [
      'a beginning before the order',
      { fromDay: () => deputy.ctx.today.subtract({ days: 1 }).toString() },
      'fromDay',
    ],
    ['another person’s commitment', { commitmentId: '3f2504e0-4f89-41d3-9a0c-0305e82c3301' }, 'commitmentId'],
  ])('with %s is refused at the field', async (_name, different, path) => {
    const one = await openDetention(deputy)
    const made = Object.fromEntries(
      Object.entries(different).map(([name, value]) => [name, typeof value === 'function' ? value() : value]),
    )
    const { status, body } = await deputy.post(`${one.home}/conditions`, condition(made))
    expect(status).toBe(422)
    expect(body.error.fields[0].path).toBe(path)
  })

  test('is ended with a reason, once, and stays on record', async () => {
    const one = await openDetention(deputy)
    const { id } = await done(deputy.post(`${one.home}/conditions`, condition()))
    const end = () => deputy.post(`/api/home/conditions/${id}/end`, { reason: 'Order lifted' })
    await done(end())
    expect((await terms(one)).conditions).toMatchObject([{ endedBecause: 'Order lifted' }])
    expect((await end()).status).toBe(409)
  })
})

describe('EMP-1.5 the kinds of absence', () => {
  test('are set for the person, none among them; the latest holds and the earlier stay', async () => {
    const one = await openDetention(deputy)
    const set = (version: number, kinds: string[], why = 'By the terms') =>
      deputy.post(`${one.home}/absence-kinds`, { version, kinds, why })
    expect(await done(set(0, ['medical', 'work']))).toEqual({ version: 1 })
    expect(await done(set(1, [], 'Lost all privileges'))).toEqual({ version: 2 })
    expect((await terms(one)).absenceKinds).toMatchObject([
      { number: 2, kinds: [], why: 'Lost all privileges' },
      { number: 1, kinds: ['work', 'medical'] },
    ])
    expect((await set(2, ['shopping'])).status).toBe(400)
    expect((await set(2, ['work'], '')).status).toBe(400)
  })

  test.each([
    ['nobody had set them', 0],
    ['an earlier choice', 1],
    ['what is yet to come', 3],
  ])('set by a page that showed %s are a conflict, with who set what stands now', async (_, version) => {
    const one = await openDetention(deputy)
    const set = (of: number, kinds: string[], account = deputy) =>
      account.post(`${one.home}/absence-kinds`, { version: of, kinds, why: 'By the terms' })
    await done(set(0, ['work']))
    await done(set(1, ['work', 'medical'], await office.account(['sergeant'])))
    const late = await set(version, ['school'])
    expect(late.status).toBe(409)
    expect(late.body.error.conflict).toMatchObject({
      changedBy: 'Test sergeant',
      current: { kinds: ['work', 'medical'], version: 2 },
    })
    expect((await terms(one)).absenceKinds).toHaveLength(2)
    await done(set(2, ['school']))
  })
})

describe('EMP-0.10 the named deputy', () => {
  test('is one who is sworn; naming another ends the one before; their caseload counts', async () => {
    const [first, second] = [await office.account(['deputy']), await office.account(['sergeant'])]
    const clerk = await office.account(['clerk'])
    const one = await openDetention(deputy)
    const name = (accountId: string) => deputy.post(`${one.home}/deputy`, { accountId })
    expect((await name(clerk.id)).body.error.fields[0].path).toBe('accountId')
    await done(name(first.id))
    expect((await name(first.id)).status).toBe(422)
    await done(name(second.id))
    expect((await deputy.get(`${one.home}/detention`)).body.deputies).toMatchObject([
      { name: 'Test sergeant', endedAt: null },
      { name: 'Test deputy', endedAt: expect.any(String) },
    ])
    const { deputies } = (await deputy.get('/api/home/deputies')).body
    const people = (id: string) =>
      deputies.find((found: { accountId: string }) => found.accountId === id)?.people
    expect([people(first.id), people(second.id), people(clerk.id)]).toEqual([0, 1, undefined])
  })
})

describe('EMP-0.1 approved places', () => {
  test('are approved, corrected in the version that was shown, and ended; the home only by the next one', async () => {
    const one = await openDetention(deputy)
    const work = homeBody({ kind: 'work', name: 'Mill', address: '2 Mill Rd' })
    const { id } = await done(deputy.post(`${one.home}/places`, work))
    const correct = (version: number, different: Record<string, unknown> = {}) =>
      deputy.post(`/api/home/places/${id}`, { version, ...work, ...different })
    expect((await correct(1, { name: 'Old Mill' })).body).toEqual({ id, version: 2 })
    expect((await correct(1)).status).toBe(409)
    expect((await correct(2, { kind: 'home' })).body.error.fields[0].path).toBe('kind')
    expect((await correct(2, { lat: null })).body.error.fields[0].path).toBe('lat')
    await done(deputy.post(`/api/home/places/${id}/end`, { reason: 'Lost the job' }))
    expect((await deputy.post(`/api/home/places/${id}/end`, { reason: 'x' })).status).toBe(409)
    const home = await done(deputy.post(`${one.home}/places`, homeBody()))
    expect((await deputy.post(`/api/home/places/${home.id}/end`, { reason: 'x' })).status).toBe(422)
  })
})

describe('EMP-4.3 the program contract', () => {
  test('is made from what binds the person, signed in its latest version, and says when it is outdated', async () => {
    const one = await openDetention(deputy)
    await done(deputy.post(`${one.home}/conditions`, condition()))
    const first = await done(deputy.post(`${one.home}/contract`, {}))
    const made = (await terms(one)).contracts[0]
    expect(made).toMatchObject({ number: 1, language: 'en', signedOn: null })
    expect(made.terms.at(-1)).toMatchObject({ clause: 'EMP-1.4', en: expect.stringContaining('J. Doe') })
    expect((await terms(one)).contractOutdated).toBe(false)
    await done(deputy.post(`${one.home}/absence-kinds`, { version: 0, kinds: ['work'], why: 'By the terms' }))
    expect((await terms(one)).contractOutdated).toBe(true)
    const second = await done(deputy.post(`${one.home}/contract`, { language: 'es' }))
    const sign = (id: string, signedOn = today) =>
      deputy.post(`/api/home/contracts/${id}/signed`, { signedOn, paperId: null })
    expect((await sign(first.id)).body.error.message).toContain('Version 2')
    const yesterday = deputy.ctx.today.subtract({ days: 1 }).toString()
    expect((await sign(second.id, yesterday)).body.error.fields[0].path).toBe('signedOn')
    await done(sign(second.id))
    expect((await sign(second.id)).status).toBe(409)
    expect((await terms(one)).contracts).toMatchObject([
      { number: 2, language: 'es', signedOn: today },
      { number: 1, signedOn: null },
    ])
  })
})

describe('what is not served at home, or has ended', () => {
  test('has nothing to set here', async () => {
    const { openCase } = await import('../../programs/testing/case.ts')
    const atWork = await openCase(deputy)
    const home = `/api/home/enrolments/${atWork.enrolmentId}`
    expect((await deputy.post(`${home}/conditions`, condition())).status).toBe(422)
    expect((await deputy.get(`${home}/detention`)).status).toBe(404)
  })

  test('is changed by nobody of another office', async () => {
    const one = await openDetention(deputy)
    const { id } = await done(deputy.post(`${one.home}/conditions`, condition()))
    const stranger = await office.account(['deputy'], await office.agency())
    const across = [
      await stranger.post(`${one.home}/conditions`, condition()),
      await stranger.post(`/api/home/conditions/${id}/end`, { reason: 'x' }),
      await stranger.post(`${one.home}/absence-kinds`, { version: 0, kinds: [], why: 'x' }),
      await stranger.post(`${one.home}/contract`, {}),
      await stranger.get(`${one.home}/terms`),
    ]
    expect(across.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404])
  })
})
