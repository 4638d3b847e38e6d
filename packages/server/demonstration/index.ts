import { dayIn, officeNow } from '../platform/clock.ts'
import type { Keys } from '../platform/keys.ts'
import { type DemonstrationAccount, madeAccounts, passwordOf } from './accounts.ts'
import { type Caller, type Sender, signInAs } from './caller.ts'
import { foundDemonstrationOffices, timeZone } from './found-office.ts'
import { openInProcess } from './in-process.ts'
import { setUpOffice } from './office-setup.ts'
import { proposeChange, settlePolicy } from './policy.ts'
import { rosterActs } from './rosters.ts'
import { delegateDecisions } from './sacramento/delegate.ts'
import { setUpSacramento } from './sacramento/set-up-office.ts'
import { type Act, play } from './stage.ts'
import { everybody } from './stories.ts'

/** The day the first office opened, counted back from today. */
const openedDaysAgo = 36

/** The accounts that are printed at each start of a demonstration. */
export function demonstrationAccounts(): DemonstrationAccount[] {
  return madeAccounts.map(({ office, role, username, password }) => ({ office, role, username, password }))
}

/**
 * Loads the demonstration into an empty database through the routes that the pages use, in the accounts of the
 * demonstration: an office with some twenty people at every stage of a case and the five weeks behind them, and a
 * second one that is set up for home detention; people come into that one while it is served (simulate.ts).
 * The same each time, given the day.
 */
export async function loadDemonstration(into: {
  appUrl: string
  ownerUrl: string
  keys: Keys
}): Promise<{ accounts: DemonstrationAccount[] }> {
  const accounts = await foundDemonstrationOffices(into.ownerUrl)
  const office = await openInProcess(into.appUrl, into.keys)
  try {
    const [clerk, sergeant, manager] = await signedIn(office.send, 'clerk', 'sergeant', 'manager')
    await play(wholePast(accounts.get('site')!), { clerk, sergeant, manager }, timeZone)
    await loadSacramento(office.send, accounts)
  } finally {
    await office.close()
  }
  return { accounts: demonstrationAccounts() }
}

async function loadSacramento(send: Sender, accounts: ReadonlyMap<string, string>): Promise<void> {
  const [sheriff, deputy, sergeant, commander, operator, supervisor] = await signedIn(
    send,
    'sac-sheriff',
    'sac-deputy',
    'sac-sergeant',
    'sac-commander',
    'sac-operator',
    'sac-supervisor',
  )
  await delegateDecisions(sheriff, accounts)
  const staff = { deputy, sergeant, commander, operator, supervisor }
  await setUpSacramento(staff, accounts, officeNow().toZonedDateTimeISO(timeZone))
}

/** Signs in as these accounts, all at once. */
export async function signedIn<Names extends readonly string[]>(
  send: Sender,
  ...usernames: Names
): Promise<{ [place in keyof Names]: Caller }> {
  const callers = await Promise.all(usernames.map((name) => signInAs(send, name, passwordOf(name))))
  return callers as { [place in keyof Names]: Caller }
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
