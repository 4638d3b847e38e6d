import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestAccount, type TestOffice, testOffice } from '../testing/office.ts'
import { answered } from './testing/application.ts'
import { openCase } from './testing/case.ts'

let office: TestOffice
let clerk: TestAccount
beforeAll(async () => {
  office = await testOffice()
  clerk = await office.account(['clerk'])
})
afterAll(() => office.stop())

const today = () => clerk.ctx.today.toString()
const page = async (path: string) => (await clerk.get(`${path}/application`)).body

describe('the application', () => {
  test('before anybody wrote anything the form is empty and says what it asks', async () => {
    const one = await openCase(office, clerk)
    const empty = await page(one.path)
    expect(empty).toMatchObject({ version: null, complete: false, signedOn: null })
    expect(empty.missing).toContain('transport')
  })

  test('a draft is kept as far as it is written, and is no application yet', async () => {
    const one = await openCase(office, clerk)
    const draft = { ...answered, transport: null, unableUntil: '2030-02-01', diagnosis: 'brought' }
    const reply = await clerk.post(`${one.path}/application`, { version: null, ...draft })
    expect(reply).toEqual({ status: 200, body: { version: 1 } })
    const shown = await page(one.path)
    expect(shown).toMatchObject({ version: 1, state: 'opened', missing: ['transport'], answers: draft })
  })

  test('WAP-BOOK.2 a complete application is signed, and the enrolment has applied', async () => {
    const one = await openCase(office, clerk)
    await clerk.post(`${one.path}/application`, { version: null, ...answered })
    const reply = await clerk.post(`${one.path}/application/sign`, { version: 1, signedOn: today() })
    expect(reply.status).toBe(200)
    expect(await page(one.path)).toMatchObject({ state: 'applied', complete: true, signedOn: today() })
    const again = await clerk.post(`${one.path}/application/sign`, { version: 2, signedOn: today() })
    expect(again.body.error.code).toBe('already-done')
  })

  test('WAP-ELIG.j an incomplete one is refused with each missing answer, and taken with a reason', async () => {
    const one = await openCase(office, clerk)
    const answers = { ...answered, transport: null, employer: '', refused: ['employer'] }
    await clerk.post(`${one.path}/application`, { version: null, ...answers })
    const refused = await clerk.post(`${one.path}/application/sign`, { version: 1, signedOn: today() })
    expect(refused.status).toBe(422)
    expect(refused.body.error.fields.map((field: { path: string }) => field.path)).toEqual([
      'transport',
      'employer',
      'incompleteReason',
    ])
    const taken = await clerk.post(`${one.path}/application/sign`, {
      version: 1,
      signedOn: today(),
      incompleteReason: 'Refuses to name the employer',
    })
    expect(taken.status).toBe(200)
    expect(await page(one.path)).toMatchObject({ complete: false, refused: ['employer'], state: 'applied' })
  })

  test('signed today or before, not tomorrow', async () => {
    const one = await openCase(office, clerk)
    await clerk.post(`${one.path}/application`, { version: null, ...answered })
    const signOn = (days: number) =>
      clerk.post(`${one.path}/application/sign`, {
        version: 1,
        signedOn: clerk.ctx.today.add({ days }).toString(),
      })
    expect((await signOn(1)).body.error.fields[0].path).toBe('signedOn')
    expect((await signOn(-1)).status).toBe(200)
  })

  test('a signed application that is changed has to be signed again; saved unchanged it stays signed', async () => {
    const one = await openCase(office, clerk)
    await clerk.post(`${one.path}/application`, { version: null, ...answered })
    await clerk.post(`${one.path}/application/sign`, { version: 1, signedOn: today() })
    const same = await clerk.post(`${one.path}/application`, { version: 2, ...answered })
    expect(same.body).toEqual({ version: 2 })
    expect((await page(one.path)).signedOn).toBe(today())
    await clerk.post(`${one.path}/application`, { version: 2, ...answered, daysAWeek: 5 })
    expect(await page(one.path)).toMatchObject({ version: 3, signedOn: null })
  })

  test('two clerks at once: the later one is told who changed it and what stands', async () => {
    const one = await openCase(office, clerk)
    const deputy = await office.account(['deputy'])
    await deputy.post(`${one.path}/application`, {
      version: null,
      ...answered,
      employer: 'City Garage',
    })
    const late = await clerk.post(`${one.path}/application`, { version: null, ...answered })
    expect(late.status).toBe(409)
    expect(late.body.error.conflict).toMatchObject({
      changedBy: 'Test deputy',
      current: { employer: 'City Garage', version: 1 },
    })
    const stale = await clerk.post(`${one.path}/application`, { version: 7, ...answered })
    expect(stale.status).toBe(409)
  })

  test.each([
    ['a weekday that does not exist', { daysAvailable: [8] }],
    ['a limit that has no code', { workLimits: ['flying'] }],
    ['a day that does not exist', { unableUntil: '2026-02-30' }],
    ['too long', { otherWorkLimits: 'x'.repeat(501) }],
    ['a field that is none', { salaryCents: 100 }],
  ])('%s is refused', async (_, wrong) => {
    const one = await openCase(office, clerk)
    const reply = await clerk.post(`${one.path}/application`, {
      version: null,
      ...answered,
      ...wrong,
    })
    expect(reply.status).toBe(400)
  })

  test('another agency finds no application', async () => {
    const one = await openCase(office, clerk)
    const stranger = await office.account(['clerk'], await office.agency())
    expect((await stranger.get(`${one.path}/application`)).status).toBe(404)
    const save = await stranger.post(`${one.path}/application`, { version: null, ...answered })
    expect(save.status).toBe(404)
    const sign = await stranger.post(`${one.path}/application/sign`, { version: 1, signedOn: today() })
    expect(sign.status).toBe(404)
  })
})
