import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ownerQuery } from '../../testing/database.ts'
import { type TestAccount, type TestOffice, testOffice } from '../../testing/office.ts'
import { receiveTestUnit } from '../testing/units.ts'
import { digestOf } from './secret.ts'

let office: TestOffice
let deputy: TestAccount
beforeAll(async () => {
  office = await testOffice()
  deputy = await office.account(['deputy'])
})
afterAll(() => office.stop())

const make = (unitId: string, door: string) =>
  deputy.post(
    `/api/equipment/units/${unitId}/credentials`,
    { door },
    { 'idempotency-key': crypto.randomUUID() },
  )
const page = async (unitId: string) => (await deputy.get(`/api/equipment/units/${unitId}`)).body
const secretOf = (body: { setUp: { lines: { setting: string; value: string }[] } }, setting: string) =>
  body.setUp.lines.find((line) => line.setting === setting)!.value
const query = (text: string, values: unknown[] = []) =>
  ownerQuery(office.urls, deputy.agencyId, async (client) => (await client.query(text, values)).rows)

describe('a way in', () => {
  test('is made with what to enter at the other end, and kept as a digest only', async () => {
    const unit = await receiveTestUnit(deputy)
    const { status, body } = await make(unit, 'osmand')
    expect(status).toBe(200)
    const secret = secretOf(body, 'Device identifier')
    expect(body.squareCode).toMatch(/^data:image\/png;base64,/)
    const [row] = await query('select digest, hint, door from equipment.credential where id = $1', [body.id])
    expect(row).toEqual({ digest: digestOf(secret), hint: secret.slice(-4), door: 'osmand' })
    // Neither the page, the trail, the events nor the kept answers know it.
    const everywhere = JSON.stringify([
      await page(unit),
      await query('select payload, reason from audit.entry'),
      await query('select subject from platform.event'),
      await query('select result from platform.answer'),
    ])
    expect(everywhere).toContain(secret.slice(-4))
    expect(everywhere).not.toContain(secret)
  })

  test('takes the place of the one of the same door; another door stays open', async () => {
    const unit = await receiveTestUnit(deputy)
    await make(unit, 'osmand')
    await make(unit, 'json')
    await make(unit, 'osmand')
    const { credentials } = await page(unit)
    expect(
      credentials.map((one: { door: string; endedAt: string | null }) => [one.door, one.endedAt === null]),
    ).toEqual([
      ['osmand', true],
      ['json', true],
      ['osmand', false],
    ])
  })

  test('of which two are made at once leaves one open', async () => {
    const unit = await receiveTestUnit(deputy)
    const answers = await Promise.all([make(unit, 'json'), make(unit, 'json'), make(unit, 'json')])
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    const open = (await page(unit)).credentials.filter(
      (one: { endedAt: string | null }) => one.endedAt === null,
    )
    expect(open).toHaveLength(1)
  })

  test('is ended with the reason, once', async () => {
    const unit = await receiveTestUnit(deputy)
    const { body } = await make(unit, 'owntracks')
    const end = (reason: string) => deputy.post(`/api/equipment/credentials/${body.id}/end`, { reason })
    expect((await end('')).status).toBe(400)
    expect((await end('The phone was sold')).status).toBe(200)
    expect((await page(unit)).credentials[0]).toMatchObject({ endedBecause: 'The phone was sold' })
    expect((await end('Again')).status).toBe(409)
  })

  test('is not made for a unit that is retired', async () => {
    const unit = await receiveTestUnit(deputy)
    await deputy.post(`/api/equipment/units/${unit}/steps`, { kind: 'retired' })
    expect((await make(unit, 'json')).status).toBe(422)
  })
})

describe('a forwarder', () => {
  const make = (name: string, door = 'traccar') => deputy.post('/api/equipment/forwarders', { name, door })

  test('is let in by name, listed without its secret, and ended', async () => {
    const { body } = await make('Vendor feed')
    const secret = secretOf(body, 'forward.header').replace('Authorization: Bearer ', '')
    const [row] = await query('select digest, unit_id from equipment.credential where id = $1', [body.id])
    expect(row).toEqual({ digest: digestOf(secret), unit_id: null })
    const listed = (await deputy.get('/api/equipment/forwarders')).body.forwarders
    expect(listed).toMatchObject([
      { id: body.id, name: 'Vendor feed', hint: secret.slice(-4), endedAt: null },
    ])
    expect((await make('Vendor feed')).status).toBe(409)
    await deputy.post(`/api/equipment/credentials/${body.id}/end`, { reason: 'New contract' })
    expect((await make('Vendor feed', 'json')).status).toBe(200)
  })

  test('is no telephone', async () => {
    expect((await make('Phone', 'osmand')).status).toBe(400)
  })
})

describe('who may', () => {
  test('a clerk sees no way in and makes none; another office makes and ends none of ours', async () => {
    const unit = await receiveTestUnit(deputy)
    const { body } = await make(unit, 'json')
    const clerk = await office.account(['clerk'])
    expect((await clerk.get(`/api/equipment/units/${unit}`)).body.credentials).toEqual([])
    expect((await clerk.post(`/api/equipment/units/${unit}/credentials`, { door: 'json' })).status).toBe(403)
    expect((await clerk.get('/api/equipment/forwarders')).status).toBe(403)
    const stranger = await office.account(['deputy'], await office.agency())
    const across = [
      await stranger.post(`/api/equipment/units/${unit}/credentials`, { door: 'json' }),
      await stranger.post(`/api/equipment/credentials/${body.id}/end`, { reason: 'x' }),
    ]
    expect(across.map(({ status }) => status)).toEqual([404, 404])
  })
})
