import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { hashPassword } from '../access/password.ts'
import { madeAccounts } from './accounts.ts'

/** The demonstration's office keeps California's time. */
export const timeZone = 'America/Los_Angeles'

/** What the demonstration's office and its people are called by while the rest is laid out. */
export interface FoundedOffice {
  agencyId: string
  /** Account ids by user name. */
  accounts: ReadonlyMap<string, string>
}

/**
 * Founds the demonstration's office: fees as the source reads, so that they can be seen at work, and one
 * account a role. As the database's owner, because there is no account yet that could.
 */
export async function foundDemonstrationOffice(ownerUrl: string): Promise<FoundedOffice> {
  const agencyId = randomUUID()
  const accounts = new Map(madeAccounts.map((account) => [account.username, randomUUID()]))
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query('begin')
    await client.query(
      `select set_config('inlieu.agency', $1, true), set_config('inlieu.verb', 'demonstration.found-office', true)`,
      [agencyId],
    )
    await client.query(
      `insert into access.agency (id, slug, name, county, state, time_zone, address, phone, is_demonstration, fee_basis)
       values ($1, 'demonstration', 'Demonstration Custody Alternative Bureau', 'Contra Costa', 'CA', $2,
         '1 Example Street, Martinez, CA 94553', '(925) 555-0100', true, 'as-the-source-reads')`,
      [agencyId, timeZone],
    )
    // The printed password is one for all: hashed once, on purpose slow.
    const passwordHash = await hashPassword(madeAccounts[0]!.password)
    for (const account of madeAccounts) {
      const id = accounts.get(account.username)!
      await client.query(
        `insert into access.account (agency_id, id, username, display_name, password_hash, is_demonstration, created_at)
         values ($1, $2, $3, $4, $5, true, clock_timestamp())`,
        [agencyId, id, account.username, account.displayName, passwordHash],
      )
      await client.query(
        `insert into access.account_role (agency_id, id, account_id, role, granted_at)
         values ($1, $2, $3, $4, clock_timestamp())`,
        [agencyId, randomUUID(), id, account.role],
      )
    }
    await client.query('commit')
  } finally {
    await client.end()
  }
  return { agencyId, accounts }
}
