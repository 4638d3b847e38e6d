import { dayIn, officeNow } from '../platform/clock.ts'
import type { Keys } from '../platform/keys.ts'
import { type DemonstrationAccount, madeAccounts } from './accounts.ts'
import { type Caller, signInAs } from './caller.ts'
import { foundDemonstrationOffice, timeZone } from './found-office.ts'
import { openInProcess } from './in-process.ts'
import { setUpOffice } from './office-setup.ts'
import { proposeChange, settlePolicy } from './policy.ts'
import { rosterActs } from './rosters.ts'
import { type Act, play } from './stage.ts'
import { everybody } from './stories.ts'

/** The day the office opened, counted back from today. */
const openedDaysAgo = 36

/** The accounts that are printed at each start of a demonstration. */
export function demonstrationAccounts(): DemonstrationAccount[] {
  return madeAccounts.map(({ role, username, password }) => ({ role, username, password }))
}

/**
 * Loads the demonstration into an empty database: an office with some twenty people at every stage of a case and
 * the five weeks behind them, through the routes that the pages use and in the accounts of the demonstration.
 * The same each time, given the day.
 */
export async function loadDemonstration(into: {
  appUrl: string
  ownerUrl: string
  keys: Keys
}): Promise<{ accounts: DemonstrationAccount[] }> {
  const { accounts } = await foundDemonstrationOffice(into.ownerUrl)
  const office = await openInProcess(into.appUrl, into.keys)
  try {
    const [clerk, sergeant, manager] = (await Promise.all(
      ['clerk', 'sergeant', 'manager'].map((name) => signInAs(office.send, name, passwordOf(name))),
    )) as [Caller, Caller, Caller]
    await play(wholePast(accounts.get('site')!), { clerk, sergeant, manager }, timeZone)
  } finally {
    await office.close()
  }
  return { accounts: demonstrationAccounts() }
}

function wholePast(siteSupervisor: string): Act[] {
  const { stories, acts } = everybody()
  return [
    {
      daysAgo: openedDaysAgo,
      time: '08:00',
      run: (scene) => setUpOffice(scene, scene.today, siteSupervisor),
    },
    { daysAgo: openedDaysAgo, time: '08:10', run: settlePolicy },
    ...acts,
    ...rosterActs(stories, dayIn(timeZone, officeNow())),
    { daysAgo: 2, time: '16:00', run: proposeChange },
  ]
}

const passwordOf = (username: string) =>
  madeAccounts.find((account) => account.username === username)!.password
