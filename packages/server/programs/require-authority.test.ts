import { randomUUID } from 'node:crypto'
import type { Decision } from '@inlieu/law'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ranksOf } from '../access/index.ts'
import { verb } from '../platform/act.ts'
import { ownerQuery } from '../testing/database.ts'
import { type TestAccount, type TestOffice, testOffice } from '../testing/office.ts'
import { requireAuthority } from './require-authority.ts'

let office: TestOffice
beforeAll(async () => {
  office = await testOffice()
})
afterAll(() => office.stop())

const ask = verb('programs.ask-authority', (work, asked: Parameters<typeof requireAuthority>[1]) =>
  requireAuthority(work, asked),
)
const may = async (account: TestAccount, decision: Decision, more = {}) => {
  try {
    return (await account.act(ask, { decision, ...more })).because
  } catch (error) {
    return (error as Error).message
  }
}

describe('authority is asked at the moment of decision', () => {
  test.each(['bureau-manager', 'sergeant', 'lieutenant'] as const)(
    'WAP-FEE.3 a %s may waive fees',
    async (role) => {
      expect(await may(await office.account([role]), 'fee-waiver')).toBe('rank')
    },
  )

  test.each(['clerk', 'deputy', 'administrator'] as const)(
    'WAP-FEE.3 a %s may not, and is told who may',
    async (role) => {
      const refusal = await may(await office.account([role]), 'fee-waiver')
      expect(refusal).toContain('(WAP-FEE.3)')
      expect(refusal).toContain('bureau manager, sergeant, lieutenant')
    },
  )

  test('WAP-FEE.3 nobody waives what they asked for, whatever their rank', async () => {
    const sergeant = await office.account(['sergeant'])
    expect(await may(sergeant, 'fee-waiver', { requestedBy: sergeant.id })).toContain('asked for it')
    expect(await may(sergeant, 'fee-waiver', { requestedBy: randomUUID() })).toBe('rank')
  })

  test('nobody reviews a decision of their own', async () => {
    const sergeant = await office.account(['sergeant'])
    expect(await may(sergeant, 'challenge-review', { decidedBy: sergeant.id })).toContain('own decision')
    expect(await may(sergeant, 'challenge-review', { decidedBy: randomUUID() })).toBe('rank')
  })

  test('WAP-P3.3 custody for nonpayment is nobody’s, ever', async () => {
    expect(await may(await office.account(['sheriff', 'sergeant']), 'custody-for-nonpayment')).toContain(
      'Nobody may decide this (WAP-P3.3).',
    )
  })

  test('a delegation counts only where the text knows a designee: this policy knows none', async () => {
    const clerk = await office.account(['clerk'])
    const sergeant = await office.account(['sergeant'])
    await ownerQuery(office.urls, clerk.agencyId, (client) =>
      client.query(
        `insert into access.delegation (agency_id, id, decision, from_role, to_account, from_day, made_by, made_at)
         values ($1, $2, 'admit', 'sergeant', $3, '2026-01-01', $4, clock_timestamp()),
           ($1, $5, 'admit', 'treasurer', $3, '2026-01-01', $4, clock_timestamp())`,
        [clerk.agencyId, randomUUID(), clerk.id, sergeant.id, randomUUID()],
      ),
    )
    expect(await may(clerk, 'admit')).toContain('does not let this decision be delegated')
  })
})

test('only the ranks of the texts count; the other roles decide nothing', () => {
  expect(ranksOf(['clerk', 'sheriff', 'auditor', 'administrator', 'treasurer', 'site-supervisor'])).toEqual([
    'clerk',
    'sheriff',
  ])
})
