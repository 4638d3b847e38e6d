import pg from 'pg'
import { type DatabaseKeys, ROLES, type Role, roleName } from './database-keys.ts'

/** The database of the office inside the cluster. */
export const DATABASE = 'inlieu'

/** None of them is a superuser, makes databases or roles, or passes row-level security. */
const ATTRIBUTES = 'login nosuperuser nocreatedb nocreaterole noreplication nobypassrls'

/** The job queue belongs to the worker's role: the owner migrates it, and its narrow functions hand work to it. */
export const QUEUE_BELONGS_TO_WORKER = `grant ${roleName('worker')} to ${roleName('owner')} with inherit true, set true`

/**
 * Makes the login roles and the database where they are missing, and with `setPasswords` gives all roles the
 * passwords in `keys`. Rights on tables are given by migrations, not here.
 */
export async function ensureRoles(options: {
  superuserUrl: string
  keys: DatabaseKeys
  setPasswords: boolean
}): Promise<void> {
  const client = new pg.Client({ connectionString: options.superuserUrl })
  await client.connect()
  try {
    const missing = await missingRoles(client)
    for (const role of ROLES) {
      if (missing.includes(role)) await client.query(createRole(client, role, options.keys[role]))
      else if (options.setPasswords) await client.query(setPassword(client, role, options.keys[role]))
    }
    await client.query(QUEUE_BELONGS_TO_WORKER)
    const found = await client.query('select 1 from pg_database where datname = $1', [DATABASE])
    if (found.rowCount === 0) await createDatabase(client, DATABASE)
  } finally {
    await client.end()
  }
}

/** The roles of ours that the server does not have. */
export async function missingRoles(client: pg.Client): Promise<Role[]> {
  const found = await client.query<{ rolname: string }>(
    'select rolname from pg_roles where rolname = any($1::text[])',
    [ROLES.map(roleName)],
  )
  const names = found.rows.map((row) => row.rolname)
  return ROLES.filter((role) => !names.includes(roleName(role)))
}

/** Makes a database that belongs to the owner role and that only our roles may enter. */
export async function createDatabase(client: pg.Client, name: string, template = 'template1'): Promise<void> {
  const database = client.escapeIdentifier(name)
  await client.query(
    `create database ${database} owner ${roleName('owner')} template ${client.escapeIdentifier(template)}`,
  )
  await client.query(`revoke all on database ${database} from public`)
  const others = ROLES.filter((role) => role !== 'owner').map(roleName)
  await client.query(`grant connect on database ${database} to ${others.join(', ')}`)
}

/** The statement that makes a role. */
export function createRole(client: pg.Client, role: Role, password: string): string {
  return `create role ${roleName(role)} ${ATTRIBUTES} password ${client.escapeLiteral(password)}`
}

/** The statement that gives a role another password. */
export function setPassword(client: pg.Client, role: Role, password: string): string {
  return `alter role ${roleName(role)} password ${client.escapeLiteral(password)}`
}
