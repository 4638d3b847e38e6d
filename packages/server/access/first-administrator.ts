import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { hashPassword, passwordProblem } from './password.ts'

/** What a production start asks for. */
export interface FirstAdministrator {
  agency: { name: string; slug: string; county: string; state?: string; timeZone: string }
  username: string
  displayName: string
  password: string
}

/**
 * Founds the office and its first administrator, once, as the database's owner. There is no account before
 * this that could do it.
 * @throws Error with what is wrong: an office exists already, the time zone is unknown, the password too short
 */
export async function createFirstAdministrator(ownerUrl: string, first: FirstAdministrator): Promise<void> {
  const problem = passwordProblem(first.password, first.username)
  if (problem) throw new Error(`The password is refused. ${problem}`)
  if (!Intl.supportedValuesOf('timeZone').includes(first.agency.timeZone)) {
    throw new Error(`${first.agency.timeZone} is no time zone. Give one such as America/Los_Angeles.`)
  }
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query('begin')
    const existing = await client.query('select 1 from access.agency limit 1')
    if (existing.rowCount)
      throw new Error('This database has an office already. Its administrator makes accounts.')
    const agencyId = randomUUID()
    const accountId = randomUUID()
    await client.query(
      `select set_config('inlieu.agency', $1, true), set_config('inlieu.verb', 'access.found-office', true)`,
      [agencyId],
    )
    await client.query(
      `insert into access.agency (id, slug, name, county, state, time_zone) values ($1, $2, $3, $4, $5, $6)`,
      [
        agencyId,
        first.agency.slug,
        first.agency.name,
        first.agency.county,
        first.agency.state ?? 'CA',
        first.agency.timeZone,
      ],
    )
    await client.query(
      `insert into access.account (agency_id, id, username, display_name, password_hash, created_at)
       values ($1, $2, $3, $4, $5, clock_timestamp())`,
      [agencyId, accountId, first.username, first.displayName, await hashPassword(first.password)],
    )
    await client.query(
      `insert into access.account_role (agency_id, id, account_id, role, granted_at)
       values ($1, $2, $3, 'administrator', clock_timestamp())`,
      [agencyId, randomUUID(), accountId],
    )
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw error
  } finally {
    await client.end()
  }
}
