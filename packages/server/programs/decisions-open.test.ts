import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Role } from '../access/index.ts'
import { type TestOffice, testOffice } from '../testing/office.ts'

let office: TestOffice
beforeAll(async () => {
  office = await testOffice()
})
afterAll(() => office.stop())

const allowed = async (role: Role) => {
  const account = await office.account([role])
  const { body } = await account.get('/api/programs/decisions')
  return (body.decisions as { decision: string; allowed: boolean }[])
    .filter((one) => one.allowed)
    .map((one) => one.decision)
}

test('WAP-CRED.1, P2.5 a deputy decides credit and returns; a clerk neither; fees are WAP-FEE.3’s three ranks', async () => {
  expect(await allowed('clerk')).toEqual([])
  const deputy = await allowed('deputy')
  expect(deputy).toEqual(expect.arrayContaining(['admit', 'deny', 'return-to-court', 'partial-day-credit']))
  expect(deputy).not.toContain('fee-waiver')
  expect(await allowed('sergeant')).toContain('fee-waiver')
  expect(await allowed('bureau-commander')).not.toContain('fee-waiver')
})

test('who may is told by clause and rank to those who may not', async () => {
  const clerk = await office.account(['clerk'])
  const { body } = await clerk.get('/api/programs/decisions')
  expect(body.decisions).toContainEqual({
    decision: 'fee-waiver',
    text: { en: 'Waive or reduce fees', es: expect.any(String) },
    allowed: false,
    because: expect.objectContaining({ en: expect.any(String), es: expect.any(String) }),
    clause: 'WAP-FEE.3',
    own: false,
    ranks: [
      { en: 'Bureau manager', es: expect.any(String) },
      { en: 'Sergeant', es: expect.any(String) },
      { en: 'Lieutenant', es: expect.any(String) },
    ],
  })
})

test('a role without parameters has no table', async () => {
  expect((await (await office.account(['site-supervisor'])).get('/api/programs/decisions')).status).toBe(403)
})
