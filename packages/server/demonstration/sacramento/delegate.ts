import { officeAheadSeconds, setOfficeAhead } from '../../platform/clock.ts'
import type { Caller } from '../caller.ts'
import type { FoundedAccounts } from '../found-office.ts'

/** The sergeant has been the Sheriff's designee for longer than anybody's case in the demonstration goes back. */
const designeeDaysAgo = 400
/** The commander decided on fees for some time before. */
const commanderDaysAgo = { from: 700, until: 520 }

const decisions = ['admit', 'deny', 'remove', 'return-to-custody', 'fee-waiver']
const packs = ['sacramento/home-detention', 'sacramento/home-detention-expanded']

/** The Sheriff names designees (SCC-2.A1, SCC-2.D, SCC-4.B1): each act on its day of the office's past. */
export async function delegateDecisions(sheriff: Caller, accounts: FoundedAccounts): Promise<void> {
  const ahead = officeAheadSeconds()
  const daysAgo = async <T>(days: number, act: (today: string) => Promise<T>): Promise<T> => {
    setOfficeAhead(ahead - days * 86_400)
    const { today } = await sheriff.get<{ today: string }>('/api/desk/today')
    return act(today)
  }
  const delegate =
    (username: string, named: readonly { pack: string; decision: string }[]) => (today: string) =>
      sheriff.post<{ ids: string[] }>('/api/access/delegations', {
        toAccount: accounts.get(username)!,
        decisions: named.map((one) => ({ ...one, byRank: 'sheriff' })),
        fromDay: today,
      })
  try {
    const fees = { pack: packs[0]!, decision: 'fee-waiver' }
    const { ids } = await daysAgo(commanderDaysAgo.from, delegate('sac-commander', [fees]))
    await daysAgo(commanderDaysAgo.until, (today) =>
      sheriff.post('/api/access/delegations/end', {
        delegationId: ids[0]!,
        fromDay: today,
        reason: 'Another designee decides on fees (made up).',
      }),
    )
    const all = packs.flatMap((pack) => decisions.map((decision) => ({ pack, decision })))
    await daysAgo(designeeDaysAgo, delegate('sac-sergeant', all))
  } finally {
    setOfficeAhead(ahead)
  }
}
