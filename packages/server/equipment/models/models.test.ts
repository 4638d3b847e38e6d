import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestAccount, type TestOffice, testOffice } from '../../testing/office.ts'
import { acceptedPerson, addTestModel, fitTestUnit, modelBody, receiveTestUnit } from '../testing/units.ts'

let office: TestOffice
let deputy: TestAccount
beforeAll(async () => {
  office = await testOffice()
  deputy = await office.account(['deputy'])
})
afterAll(() => office.stop())

const listed = async (modelId: string) =>
  (await deputy.get('/api/equipment/models')).body.models.find(
    (model: { id: string }) => model.id === modelId,
  )
const day = (days: number) => deputy.ctx.today.add({ days }).toString()
const price = (different: Record<string, unknown> = {}) => ({
  fromDay: day(-10),
  inFieldCents: 539,
  onShelfCents: 100,
  authority: 'Contract C-14',
  ...different,
})

describe('EMP-A.1 a model', () => {
  test('is added and read back as it was typed; what it measures follows from its kind', async () => {
    const body = modelBody({ name: 'Read back' })
    const { body: added } = await deputy.post('/api/equipment/models', body)
    expect(await listed(added.id)).toMatchObject({ ...body, version: 1, positions: true, priceToday: null })
    const breath = await addTestModel(deputy, { kind: 'breath', levels: ['on-demand'], signals: [] })
    expect((await listed(breath)).positions).toBe(false)
  })

  test('of one maker and name is there once, whatever its case', async () => {
    await addTestModel(deputy, { name: 'Twice' })
    const second = await deputy.post('/api/equipment/models', modelBody({ name: 'TWICE' }))
    expect(second.status).toBe(422)
    expect(second.body.error.fields[0].path).toBe('name')
  })

  test.each([
    ['no way of reporting', { levels: [] }, 'levels'],
    ['a battery of no hours', { batteryHours: 0 }, 'batteryHours'],
    ['a life of 241 months', { lifeMonths: 241 }, 'lifeMonths'],
    ['an unknown kind', { kind: 'drone' }, 'kind'],
  ])('with %s is refused at the field', async (_name, different, path) => {
    const { status, body } = await deputy.post('/api/equipment/models', modelBody(different))
    expect(status).toBe(400)
    expect(body.error.fields[0].path).toBe(path)
  })

  test('is changed in the version that was shown, keeps its kind, and keeps a way of reporting in use', async () => {
    const id = await addTestModel(deputy, { name: 'Changing' })
    const change = (version: number, different: Record<string, unknown> = {}) =>
      deputy.post(`/api/equipment/models/${id}`, {
        version,
        ...modelBody({ name: 'Changing', ...different }),
      })
    expect((await change(1, { water: 'None' })).body).toEqual({ version: 2 })
    const older = await change(1, { water: 'All' })
    expect(older.status).toBe(409)
    expect(older.body.error.conflict.current).toMatchObject({ water: 'None', version: 2 })
    expect((await change(2, { kind: 'phone' })).body.error.fields[0].path).toBe('kind')
    const { enrolmentId } = await acceptedPerson(deputy)
    await fitTestUnit(deputy, await receiveTestUnit(deputy, id), enrolmentId, { level: 'passive' })
    expect((await change(2, { levels: ['active'] })).body.error.fields[0].path).toBe('levels')
    expect((await change(2, { levels: ['active', 'passive'] })).status).toBe(200)
  })
})

describe('EMP-11.3 a price', () => {
  test('holds from its day; the day before it the earlier one, and a later entry corrects one of the same day', async () => {
    const id = await addTestModel(deputy)
    const enter = (different: Record<string, unknown>) =>
      deputy.post(`/api/equipment/models/${id}/prices`, price(different))
    await enter({})
    await enter({ fromDay: day(1), inFieldCents: 600 })
    expect((await listed(id)).priceToday).toMatchObject({ inFieldCents: 539, onShelfCents: 100 })
    await enter({ fromDay: day(0), inFieldCents: 540 })
    await enter({ fromDay: day(0), inFieldCents: 541 })
    const model = await listed(id)
    expect(model.priceToday).toMatchObject({ inFieldCents: 541 })
    expect(model.prices).toHaveLength(4)
  })

  test.each([
    ['below zero', { inFieldCents: -1 }, 400],
    ['of nothing', { inFieldCents: 0 }, 200],
    ['of $10,000', { inFieldCents: 1_000_000 }, 200],
    ['above that', { inFieldCents: 1_000_001 }, 400],
    ['on nothing', { authority: '' }, 400],
  ])('%s answers accordingly', async (_name, different, status) => {
    const id = await addTestModel(deputy)
    expect((await deputy.post(`/api/equipment/models/${id}/prices`, price(different))).status).toBe(status)
  })
})

describe('EMP-11.3 the stock', () => {
  test('is counted by model and state, and what is past its service apart', async () => {
    const id = await addTestModel(deputy, { name: 'Counted', lifeMonths: 1 })
    const [one, two, three] = [
      await receiveTestUnit(deputy, id),
      await receiveTestUnit(deputy, id),
      await receiveTestUnit(deputy, id),
    ]
    await fitTestUnit(deputy, one, (await acceptedPerson(deputy)).enrolmentId)
    await deputy.post(`/api/equipment/units/${two}/steps`, { kind: 'lost' })
    await deputy.post(`/api/equipment/units/${three}`, {
      version: 1,
      phone: '',
      carrier: '',
      note: '',
      acquiredOn: day(-40),
    })
    expect((await listed(id)).units).toEqual({
      'in-stock': 1,
      fitted: 1,
      'in-repair': 0,
      lost: 1,
      retired: 0,
      lifeOver: 1,
    })
    const { body } = await deputy.get('/api/equipment/models?format=csv')
    expect(body).toContain('Example Works,Counted,gps,1,1,0,1,0,,')
  })
})

describe('who may', () => {
  test('a clerk reads and changes nothing; another office finds nothing', async () => {
    const id = await addTestModel(deputy)
    const clerk = await office.account(['clerk'])
    expect((await clerk.get('/api/equipment/models')).status).toBe(200)
    expect((await clerk.post('/api/equipment/models', modelBody())).status).toBe(403)
    const stranger = await office.account(['deputy'], await office.agency())
    expect((await stranger.get('/api/equipment/models')).body).toEqual({ models: [] })
    expect((await stranger.post(`/api/equipment/models/${id}`, { version: 1, ...modelBody() })).status).toBe(
      404,
    )
    expect((await stranger.post(`/api/equipment/models/${id}/prices`, price())).status).toBe(404)
  })
})
