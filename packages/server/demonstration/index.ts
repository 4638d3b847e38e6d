import type { Keys } from '../platform/keys.ts'
import { type DemonstrationAccount, madeAccounts } from './accounts.ts'
import { foundDemonstrationOffice } from './found-office.ts'

/** The accounts that are printed at each start of a demonstration. */
export function demonstrationAccounts(): DemonstrationAccount[] {
  return madeAccounts.map(({ role, username, password }) => ({ role, username, password }))
}

/** Loads the small demonstration into an empty database, through the same verbs that the office uses. */
export async function loadDemonstration(into: {
  appUrl: string
  ownerUrl: string
  keys: Keys
}): Promise<{ accounts: DemonstrationAccount[] }> {
  await foundDemonstrationOffice(into.ownerUrl)
  return { accounts: demonstrationAccounts() }
}
