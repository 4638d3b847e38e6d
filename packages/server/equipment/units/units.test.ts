import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestAccount, type TestOffice, testOffice } from '../../testing/office.ts'
import { acceptedPerson, addTestModel, fitTestUnit, receiveTestUnit } from '../testing/units.ts'

let office: TestOffice
let deputy: TestAccount
let modelId: string
beforeAll(async () => {
  office = await testOffice()
  deputy = await office.account(['deputy'])
  modelId = await addTestModel(deputy)
})
afterAll(() => office.stop())

const day = (days: number) => deputy.ctx.today.add({ days }).toString()
const receive = (different: Record<string, unknown> = {}) =>
  deputy.post('/api/equipment/units', {
    modelId,
    acquiredOn: day(-1),
    serials: ['X-1'],
    carrier: '',
    note: '',
    ...different,
  })
const page = async (unitId: string) => (await deputy.get(`/api/equipment/units/${unitId}`)).body
const step = (unitId: string, body: Record<string, unknown>) =>
  deputy.post(`/api/equipment/units/${unitId}/steps`, body)

describe('receiving units', () => {
  test('takes a whole delivery into the stock', async () => {
    const { status, body } = await receive({ serials: ['D-1', 'D-2', 'D-3'], carrier: 'Example Mobile' })
    expect(status).toBe(200)
    expect(await page(body.ids[1])).toMatchObject({
      serial: 'D-2',
      carrier: 'Example Mobile',
      state: 'in-stock',
      steps: ['fault', 'to-repair', 'lost', 'retired'],
      history: [{ kind: 'received', number: 1 }],
      fittings: [],
      heard: null,
    })
  })

  test('names each serial number that is there twice or on record, and takes in nothing', async () => {
    await receive({ serials: ['S-1'] })
    const { status, body } = await receive({ serials: ['S-2', 'S-1', 'S-2'] })
    expect(status).toBe(422)
    expect(body.error.fields).toEqual([
      { path: 'serials.1', message: 'S-1 is in the inventory already.' },
      { path: 'serials.2', message: 'S-2 is in the list twice.' },
    ])
    expect((await deputy.get('/api/equipment/units?text=S-2')).body.units).toEqual([])
  })

  test.each([
    ['acquired today', { acquiredOn: () => day(0), serials: () => ['A-0'] }, 200],
    ['acquired tomorrow', { acquiredOn: () => day(1), serials: () => ['A-1'] }, 422],
    ['no serial number', { serials: () => [] }, 400],
    ['200 of them', { serials: () => Array.from({ length: 200 }, (_, n) => `H-${n}`) }, 200],
    ['201 of them', { serials: () => Array.from({ length: 201 }, (_, n) => `I-${n}`) }, 400],
    ['a serial number with a blank', { serials: () => ['A 1'] }, 400],
    ['64 signs', { serials: () => ['x'.repeat(64)] }, 200],
    ['65 signs', { serials: () => ['x'.repeat(65)] }, 400],
  ])('%s', async (_name, different, status) => {
    const made = Object.fromEntries(Object.entries(different).map(([name, value]) => [name, value()]))
    expect((await receive(made)).status).toBe(status)
  })
})

describe('what happens to a unit', () => {
  test('goes from stock to repair and back, is lost and found, and is retired for good', async () => {
    const unit = await receiveTestUnit(deputy, modelId)
    const states: string[] = []
    for (const kind of ['to-repair', 'repaired', 'lost', 'found', 'retired']) {
      expect((await step(unit, { kind })).status, kind).toBe(200)
      states.push((await page(unit)).state)
    }
    expect(states).toEqual(['in-repair', 'in-stock', 'lost', 'in-stock', 'retired'])
    const { status, body } = await step(unit, { kind: 'found' })
    expect(status).toBe(422)
    expect(body.error.message).toContain('is retired')
  })

  test('a fault stays in its history with what was wrong, and changes nothing else', async () => {
    const unit = await receiveTestUnit(deputy, modelId)
    expect((await step(unit, { kind: 'fault', code: 'battery', note: 'Dead after 6 hours' })).status).toBe(
      200,
    )
    expect(await page(unit)).toMatchObject({
      state: 'in-stock',
      history: [{ kind: 'fault', code: 'battery', note: 'Dead after 6 hours', by: 'Test deputy' }, {}],
    })
    expect((await step(unit, { kind: 'fault' })).body.error.fields[0].path).toBe('code')
    expect((await step(unit, { kind: 'fault', code: 'other' })).body.error.fields[0].path).toBe('note')
    expect((await step(unit, { kind: 'lost', code: 'battery' })).body.error.fields[0].path).toBe('code')
  })

  test('happens neither in the future nor before what is on record', async () => {
    const unit = await receiveTestUnit(deputy, modelId)
    const now = deputy.ctx.now
    const at = (hours: number) => now.add({ hours }).toString()
    expect((await step(unit, { kind: 'to-repair', at: at(-2) })).status).toBe(200)
    expect((await step(unit, { kind: 'repaired', at: at(-3) })).body.error.fields[0].path).toBe('at')
    expect((await step(unit, { kind: 'repaired', at: at(1) })).body.error.fields[0].path).toBe('at')
    expect((await step(unit, { kind: 'repaired', at: at(-1) })).status).toBe(200)
  })

  test('a unit on a person is not repaired or retired there; lost, nobody wears it any more', async () => {
    const unit = await receiveTestUnit(deputy, modelId)
    const { enrolmentId } = await acceptedPerson(deputy)
    await fitTestUnit(deputy, unit, enrolmentId, { at: deputy.ctx.now.subtract({ hours: 1 }).toString() })
    expect((await step(unit, { kind: 'to-repair' })).body.error.message).toContain('Take it off first')
    expect((await step(unit, { kind: 'retired' })).status).toBe(422)
    expect((await step(unit, { kind: 'lost', note: 'Found cut at the river' })).status).toBe(200)
    expect(await page(unit)).toMatchObject({
      state: 'lost',
      fittings: [{ removalCode: 'lost', removalNote: 'Found cut at the river' }],
    })
  })
})

describe('changing a unit', () => {
  test('names the version that was shown', async () => {
    const unit = await receiveTestUnit(deputy, modelId)
    const form = { phone: '(916) 555-0100', carrier: 'Other', acquiredOn: day(-3), note: 'New SIM' }
    expect((await deputy.post(`/api/equipment/units/${unit}`, { version: 1, ...form })).body).toEqual({
      version: 2,
    })
    expect(await page(unit)).toMatchObject({ ...form, version: 2 })
    const { status, body } = await deputy.post(`/api/equipment/units/${unit}`, { version: 1, ...form })
    expect(status).toBe(409)
    expect(body.error.conflict.current).toMatchObject({ note: 'New SIM', version: 2 })
  })

  test('EMP-8.7 its service ends so many months after it was acquired', async () => {
    const unit = await receiveTestUnit(deputy, await addTestModel(deputy, { lifeMonths: 12 }))
    await deputy.post(`/api/equipment/units/${unit}`, {
      version: 1,
      phone: '',
      carrier: '',
      note: '',
      acquiredOn: '2025-01-31',
    })
    expect((await page(unit)).lifeEndsOn).toBe('2026-01-31')
  })
})

describe('the list of units', () => {
  test('is narrowed by words, state, model and wearer, counted, and leaves as CSV', async () => {
    const model = await addTestModel(deputy, { name: 'Listed' })
    const worn = await receiveTestUnit(deputy, model, 'L-WORN')
    await receiveTestUnit(deputy, model, 'L-FREE')
    const person = await acceptedPerson(deputy)
    await fitTestUnit(deputy, worn, person.enrolmentId)
    const serials = async (query: string) =>
      (await deputy.get(`/api/equipment/units?${query}`)).body.units.map(
        (unit: { serial: string }) => unit.serial,
      )
    expect(await serials(`modelId=${model}`)).toEqual(['L-FREE', 'L-WORN'])
    expect(await serials(`modelId=${model}&state=in-stock`)).toEqual(['L-FREE'])
    expect(await serials('text=l-wor')).toEqual(['L-WORN'])
    expect(await serials(`enrolmentId=${person.enrolmentId}`)).toEqual(['L-WORN'])
    const one = (await deputy.get(`/api/equipment/units?modelId=${model}&limit=1`)).body
    expect([one.units.length, one.total]).toEqual([1, 2])
    const { body } = await deputy.get(`/api/equipment/units?modelId=${model}&format=csv`)
    expect(body).toContain('L-WORN,Example Works Listed,GPS,Fitted,')
  })

  test('shows what is still on people whose program has ended', async () => {
    const unit = await receiveTestUnit(deputy, modelId, 'L-ENDED')
    const person = await acceptedPerson(deputy)
    await fitTestUnit(deputy, unit, person.enrolmentId)
    const toTakeOff = async () => (await deputy.get('/api/equipment/units?state=take-off')).body.units
    expect(await toTakeOff()).toEqual([])
    const denied = await deputy.post(`/api/programs/enrolments/${person.enrolmentId}/return-to-court`, {
      reason: 'court-asked',
      onDay: day(0),
    })
    if (denied.status !== 200) throw new Error(JSON.stringify(denied.body))
    expect(await toTakeOff()).toMatchObject([{ serial: 'L-ENDED', wearer: { ended: true } }])
  })
})

describe('who may', () => {
  test('a clerk reads, an operator does not, another office finds nothing', async () => {
    const unit = await receiveTestUnit(deputy, modelId)
    const clerk = await office.account(['clerk'])
    expect((await clerk.get(`/api/equipment/units/${unit}`)).status).toBe(200)
    expect((await clerk.post(`/api/equipment/units/${unit}/steps`, { kind: 'lost' })).status).toBe(403)
    const operator = await office.account(['operator'])
    expect((await operator.get('/api/equipment/units')).status).toBe(403)
    const stranger = await office.account(['deputy'], await office.agency())
    expect((await stranger.get(`/api/equipment/units/${unit}`)).status).toBe(404)
    expect((await stranger.post(`/api/equipment/units/${unit}/steps`, { kind: 'lost' })).status).toBe(404)
    expect((await stranger.get('/api/equipment/units')).body).toEqual({ units: [], total: 0 })
  })
})
