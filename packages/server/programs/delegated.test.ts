import type { Decision } from '@inlieu/law'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import {
  delegate,
  homeDetention,
  inDays,
  officeOfDesignees,
  ofSheriff,
} from '../access/testing/delegations.ts'
import { verb } from '../platform/act.ts'
import { setOfficeAhead } from '../platform/clock.ts'
import type { TestAccount, TestOffice } from '../testing/office.ts'
import { requireAuthority } from './require-authority.ts'

// What a delegation opens is asked at the moment of decision, and told to the page beforehand: the two agree.

let office: TestOffice
let sheriff: TestAccount
beforeAll(async () => {
  office = await officeOfDesignees()
  sheriff = await office.account(['sheriff'])
})
afterAll(() => office.stop())
afterEach(() => setOfficeAhead(0))

const ask = verb('programs.ask-authority', (work, asked: Parameters<typeof requireAuthority>[1]) =>
  requireAuthority(work, asked),
)
const expanded = 'sacramento/home-detention-expanded'

/** What is answered at the moment of decision; the page says the same. */
async function may(account: TestAccount, decision: Decision, pack = homeDetention): Promise<string> {
  const { body } = await account.get(`/api/programs/decisions?pack=${encodeURIComponent(pack)}`)
  const open = body.decisions.find((one: { decision: string }) => one.decision === decision)
  try {
    const { because, clause } = await account.act(ask, { decision, pack })
    expect(open.allowed).toBe(true)
    return `${because} ${clause}`
  } catch (error) {
    expect(open.allowed).toBe(false)
    return (error as Error).message
  }
}
const daysOn = (days: number) => setOfficeAhead(days * 86_400)
const end = (delegationId: string, fromDay: string) =>
  sheriff.post('/api/access/delegations/end', { delegationId, fromDay, reason: 'Back on duty' })

describe('a designee of the Sheriff', () => {
  test('SCC-2.A1 may what was delegated, in the program it was delegated in, and nothing else', async () => {
    const sergeant = await office.account(['sergeant'])
    expect(await may(sergeant, 'admit')).toContain('belongs to another rank (SCC-2.A1)')
    await delegate(sheriff, sergeant)
    expect(await may(sergeant, 'admit')).toBe('delegation SCC-2.A1')
    expect(await may(sergeant, 'admit', expanded)).toContain('(SCC-2.A1). The decision belongs to: sheriff.')
    expect(await may(sergeant, 'deny')).toContain('another rank')
  })

  test.each([
    [1, 'not in force'],
    [2, 'delegation SCC-2.D'],
    [3, 'delegation SCC-2.D'],
    [4, 'not in force'],
  ])('SCC-2.D from the second day until the fourth: after %d days %s', async (days, said) => {
    const sergeant = await office.account(['sergeant'])
    await delegate(sheriff, sergeant, {
      decisions: [ofSheriff('return-to-custody')],
      fromDay: inDays(sheriff, 2),
      untilDay: inDays(sheriff, 4),
    })
    expect(await may(sergeant, 'return-to-custody')).toContain('not in force')
    daysOn(days)
    expect(await may(sergeant, 'return-to-custody')).toContain(said)
  })

  test.each([
    ['today', 0, 'not in force', 'not in force'],
    ['tomorrow', 1, 'delegation SCC-4.B1', 'not in force'],
    ['the day after', 2, 'delegation SCC-4.B1', 'delegation SCC-4.B1'],
  ])('SCC-4.B1 ended from %s: it opens nothing from that day on', async (_, days, today, tomorrow) => {
    const sergeant = await office.account(['sergeant'])
    const [id] = await delegate(sheriff, sergeant, { decisions: [ofSheriff('fee-waiver')] })
    expect(await may(sergeant, 'fee-waiver')).toBe('delegation SCC-4.B1')
    expect((await end(id!, inDays(sheriff, days))).status).toBe(200)
    expect(await may(sergeant, 'fee-waiver')).toContain(today)
    daysOn(1)
    expect(await may(sergeant, 'fee-waiver')).toContain(tomorrow)
  })

  test('one to come that was taken back never opens', async () => {
    const sergeant = await office.account(['sergeant'])
    const [id] = await delegate(sheriff, sergeant, { fromDay: inDays(sheriff, 2) })
    expect((await end(id!, inDays(sheriff, 1))).status).toBe(200)
    for (const days of [0, 1, 2, 3]) {
      daysOn(days)
      expect(await may(sergeant, 'admit')).toContain('not in force')
    }
  })
})
