import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { hashPassword } from '../access/password.ts'
import { contraCostaAccounts, type MadeAccount, sacramentoAccounts } from './accounts.ts'

/** The demonstration's offices keep California's time. */
export const timeZone = 'America/Los_Angeles'

/** An office as it is founded, with the accounts that work in it. */
interface MadeOffice {
  slug: string
  name: string
  county: string
  address: string
  phone: string
  accounts: readonly MadeAccount[]
}

const contraCosta: MadeOffice = {
  slug: 'demonstration',
  name: 'Demonstration Custody Alternative Bureau',
  county: 'Contra Costa',
  address: '1 Example Street, Martinez, CA 94553',
  phone: '(925) 555-0100',
  accounts: contraCostaAccounts,
}

/** What the second office is called by in the database. */
export const sacramentoSlug = 'demonstration-sacramento'

const sacramento: MadeOffice = {
  slug: sacramentoSlug,
  name: 'Demonstration Work Release Division',
  county: 'Sacramento',
  address: '2 Example Street, Sacramento, CA 95814',
  phone: '(916) 555-0100',
  accounts: sacramentoAccounts,
}

/** Account ids by user name. */
export type FoundedAccounts = ReadonlyMap<string, string>

/** What an office and its people are called by while the rest is laid out. */
export interface FoundedOffice {
  agencyId: string
  accounts: FoundedAccounts
}

/** Founds the first office alone. */
export async function foundDemonstrationOffice(ownerUrl: string): Promise<FoundedOffice> {
  const [office] = await foundOffices(ownerUrl, [contraCosta])
  return office!
}

/** Founds every office of the demonstration. @returns the accounts of all of them */
export async function foundDemonstrationOffices(ownerUrl: string): Promise<FoundedAccounts> {
  const offices = await foundOffices(ownerUrl, [contraCosta, sacramento])
  return new Map(offices.flatMap(({ accounts }) => [...accounts]))
}

/**
 * Founds offices: fees as the sources read, so that they can be seen at work. As the database's owner, because
 * there is no account yet that could.
 */
async function foundOffices(ownerUrl: string, offices: readonly MadeOffice[]): Promise<FoundedOffice[]> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    // The printed password is one for all: hashed once, on purpose slow.
    const passwordHash = await hashPassword(contraCostaAccounts[0]!.password)
    const founded: FoundedOffice[] = []
    for (const office of offices) {
      await client.query('begin')
      founded.push(await found(client, office, passwordHash))
      await client.query('commit')
    }
    return founded
  } finally {
    await client.end()
  }
}

async function found(client: pg.Client, office: MadeOffice, passwordHash: string): Promise<FoundedOffice> {
  const agencyId = randomUUID()
  const accounts = new Map<string, string>()
  await client.query(
    `select set_config('inlieu.agency', $1, true), set_config('inlieu.verb', 'demonstration.found-office', true)`,
    [agencyId],
  )
  await client.query(
    `insert into access.agency (id, slug, name, county, state, time_zone, address, phone, is_demonstration, fee_basis)
     values ($1, $2, $3, $4, 'CA', $5, $6, $7, true, 'as-the-source-reads')`,
    [agencyId, office.slug, office.name, office.county, timeZone, office.address, office.phone],
  )
  for (const account of office.accounts) {
    const id = randomUUID()
    accounts.set(account.username, id)
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
  return { agencyId, accounts }
}
