import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openCase, take } from '../../programs/testing/case.ts'
import { ownerQuery } from '../../testing/database.ts'
import { type TestAccount, type TestOffice, testOffice } from '../../testing/office.ts'
import { acceptedPerson, addTestModel, fitTestUnit, receiveTestUnit } from '../testing/units.ts'

let office: TestOffice
let deputy: TestAccount
let modelId: string
beforeAll(async () => {
  office = await testOffice()
  deputy = await office.account(['deputy'])
  modelId = await addTestModel(deputy, { levels: ['active', 'passive'] })
})
afterAll(() => office.stop())

const page = async (unitId: string) => (await deputy.get(`/api/equipment/units/${unitId}`)).body
const fit = (unitId: string, enrolmentId: string, different: Record<string, unknown> = {}) =>
  deputy.post(`/api/equipment/units/${unitId}/fit`, { enrolmentId, level: 'active', ...different })
const remove = (unitId: string, different: Record<string, unknown> = {}) =>
  deputy.post(`/api/equipment/units/${unitId}/remove`, { code: 'program-ended', ...different })
const ago = (minutes: number) => deputy.ctx.now.subtract({ minutes }).toString()
const events = (kind: string, unit: string) =>
  ownerQuery(office.urls, deputy.agencyId, async (client) => {
    const { rows } = await client.query(
      `select subject from platform.event where kind = $1 and subject ->> 'unit' = $2 order by id`,
      [kind, unit],
    )
    return rows.map((row) => row.subject)
  })

describe('EMP-4.2i fitting a unit', () => {
  test('puts it on the person of the enrolment from that moment on, and says so', async () => {
    const unit = await receiveTestUnit(deputy, modelId)
    const { enrolmentId, personId } = await acceptedPerson(deputy)
    const { status, body } = await fit(unit, enrolmentId, { at: ago(5), note: 'Left ankle' })
    expect(status).toBe(200)
    expect(await page(unit)).toMatchObject({
      state: 'fitted',
      fittings: [
        { id: body.id, personId, enrolmentId, level: 'active', note: 'Left ankle', removedAt: null },
      ],
    })
    const timeline = await deputy.get(`/api/desk/people/${personId}/timeline`)
    expect(JSON.stringify(timeline.body)).toContain('equipment.fitted')
  })

  test.each([
    ['opened', []],
    ['appointed', ['appointed']],
    ['applied', ['appointed', 'applied']],
  ] as const)('is refused for somebody who is only %s', async (_state, steps) => {
    const unit = await receiveTestUnit(deputy, modelId)
    const { enrolmentId } = await openCase(deputy)
    await take(deputy, enrolmentId, ...steps)
    const { status, body } = await fit(unit, enrolmentId)
    expect(status).toBe(422)
    expect(body.error.fields[0].path).toBe('enrolmentId')
    expect((await page(unit)).state).toBe('in-stock')
  })

  test('is refused in a way of reporting that the model does not have, and in the future', async () => {
    const unit = await receiveTestUnit(deputy, modelId)
    const { enrolmentId } = await acceptedPerson(deputy)
    expect((await fit(unit, enrolmentId, { level: 'on-demand' })).body.error.fields[0].path).toBe('level')
    expect((await fit(unit, enrolmentId, { at: ago(-5) })).body.error.fields[0].path).toBe('at')
  })

  test('is refused while another wears it, and while the person wears one that tells places', async () => {
    const unit = await receiveTestUnit(deputy, modelId)
    const one = await acceptedPerson(deputy)
    await fitTestUnit(deputy, unit, one.enrolmentId)
    expect((await fit(unit, (await acceptedPerson(deputy)).enrolmentId)).status).toBe(422)
    const second = await receiveTestUnit(deputy, modelId)
    const twice = await fit(second, one.enrolmentId)
    expect(twice.status).toBe(409)
    expect(twice.body.error.message).toContain('Take that one off first')
    const breath = await addTestModel(deputy, { kind: 'breath', levels: ['on-demand'] })
    const breathUnit = await receiveTestUnit(deputy, breath)
    expect((await fit(breathUnit, one.enrolmentId, { level: 'on-demand' })).status).toBe(200)
  })

  test('of two who fit one unit at once one succeeds', async () => {
    const unit = await receiveTestUnit(deputy, modelId)
    const people = await Promise.all([acceptedPerson(deputy), acceptedPerson(deputy)])
    const answers = await Promise.all(people.map(({ enrolmentId }) => fit(unit, enrolmentId)))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422])
    expect(await events('equipment.unit-fitted', unit)).toHaveLength(1)
  })

  test('of two units fitted to one person at once one is', async () => {
    const units = await Promise.all([receiveTestUnit(deputy, modelId), receiveTestUnit(deputy, modelId)])
    const { enrolmentId } = await acceptedPerson(deputy)
    const answers = await Promise.all(units.map((unit) => fit(unit, enrolmentId)))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
  })
})

describe('taking a unit off', () => {
  test('ends the fitting with its reason and puts the unit back in stock, ready for the next', async () => {
    const unit = await receiveTestUnit(deputy, modelId)
    await fitTestUnit(deputy, unit, (await acceptedPerson(deputy)).enrolmentId, { at: ago(60) })
    expect((await remove(unit, { at: ago(30), note: 'Last day' })).status).toBe(200)
    expect(await page(unit)).toMatchObject({
      state: 'in-stock',
      fittings: [{ removalCode: 'program-ended', removalNote: 'Last day', removedBy: 'Test deputy' }],
    })
    const [removed] = await events('equipment.unit-removed', unit)
    expect(removed).toMatchObject({ unit, fitting: expect.any(String), person: expect.any(String) })
    expect((await remove(unit)).status).toBe(422)
    expect((await fit(unit, (await acceptedPerson(deputy)).enrolmentId, { at: ago(31) })).status).toBe(422)
    expect((await fit(unit, (await acceptedPerson(deputy)).enrolmentId, { at: ago(29) })).status).toBe(200)
  })

  test.each([
    ['to-repair', 'in-repair'],
    ['retired', 'retired'],
  ])('and %s leaves it %s', async (goesTo, state) => {
    const unit = await receiveTestUnit(deputy, modelId)
    await fitTestUnit(deputy, unit, (await acceptedPerson(deputy)).enrolmentId, { at: ago(10) })
    await deputy.post(`/api/equipment/units/${unit}/credentials`, { door: 'json' })
    expect((await remove(unit, { code: 'faulty', goesTo })).status).toBe(200)
    const after = await page(unit)
    expect(after.state).toBe(state)
    // What is retired gets in nowhere; what is repaired is tried before it is worn again.
    expect(after.credentials[0].endedAt === null).toBe(state === 'in-repair')
  })

  test('for another reason says which', async () => {
    const unit = await receiveTestUnit(deputy, modelId)
    await fitTestUnit(deputy, unit, (await acceptedPerson(deputy)).enrolmentId, { at: ago(10) })
    expect((await remove(unit, { code: 'other' })).body.error.fields[0].path).toBe('note')
    expect((await remove(unit, { code: 'lost' })).status).toBe(400)
    expect((await remove(unit, { code: 'other', note: 'Airport security' })).status).toBe(200)
  })
})

describe('handing a unit over', () => {
  test('ends one fitting and begins the other at the same moment', async () => {
    const unit = await receiveTestUnit(deputy, modelId)
    const [first, second] = [await acceptedPerson(deputy), await acceptedPerson(deputy)]
    await fitTestUnit(deputy, unit, first.enrolmentId, { at: ago(60) })
    const body = { enrolmentId: second.enrolmentId, level: 'passive', at: ago(20) }
    expect((await deputy.post(`/api/equipment/units/${unit}/hand-over`, body)).status).toBe(200)
    const { fittings } = await page(unit)
    expect(fittings).toMatchObject([
      { personId: second.personId, level: 'passive', removedAt: null },
      { personId: first.personId, removalCode: 'handed-over' },
    ])
    expect(fittings[0].fittedAt).toBe(fittings[1].removedAt)
    expect(await events('equipment.unit-removed', unit)).toMatchObject([{ person: first.personId }])
    expect(await events('equipment.unit-fitted', unit)).toMatchObject([
      { person: first.personId },
      { person: second.personId },
    ])
  })

  test('to who wears it, or of what nobody wears, is refused', async () => {
    const unit = await receiveTestUnit(deputy, modelId)
    const { enrolmentId } = await acceptedPerson(deputy)
    const handOver = () =>
      deputy.post(`/api/equipment/units/${unit}/hand-over`, { enrolmentId, level: 'active' })
    expect((await handOver()).body.error.message).toContain('Nobody wears it')
    await fitTestUnit(deputy, unit, enrolmentId, { at: ago(5) })
    expect((await handOver()).body.error.fields[0].path).toBe('enrolmentId')
  })
})

describe('people a unit can be put on', () => {
  test('are those accepted, by name, with what they wear', async () => {
    const unit = await receiveTestUnit(deputy, modelId, 'F-WORN')
    const worn = await acceptedPerson(deputy)
    await fitTestUnit(deputy, unit, worn.enrolmentId)
    const waiting = await openCase(deputy)
    const { people } = (await deputy.get('/api/equipment/fittable')).body
    const of = (id: string) => people.find((one: { enrolmentId: string }) => one.enrolmentId === id)
    expect(of(worn.enrolmentId).wears).toEqual(['F-WORN'])
    expect(of(waiting.enrolmentId)).toBeUndefined()
  })
})

describe('who may', () => {
  test('a clerk fits nothing; another office fits neither our unit nor our person', async () => {
    const unit = await receiveTestUnit(deputy, modelId)
    const { enrolmentId } = await acceptedPerson(deputy)
    const clerk = await office.account(['clerk'])
    expect(
      (await clerk.post(`/api/equipment/units/${unit}/fit`, { enrolmentId, level: 'active' })).status,
    ).toBe(403)
    const stranger = await office.account(['deputy'], await office.agency())
    const theirs = await receiveTestUnit(stranger)
    const across = [
      await stranger.post(`/api/equipment/units/${unit}/fit`, { enrolmentId, level: 'active' }),
      await stranger.post(`/api/equipment/units/${theirs}/fit`, { enrolmentId, level: 'active' }),
      await stranger.post(`/api/equipment/units/${unit}/remove`, { code: 'exchanged' }),
    ]
    expect(across.map(({ status }) => status)).toEqual([404, 404, 404])
  })
})
