import path from 'node:path'
import pg from 'pg'
import type { DataFolder } from './data-folder.ts'
import { type DatabaseKeys, databaseKeys, ROLES, type Role, roleName } from './database-keys.ts'
import { createRole, missingRoles, QUEUE_BELONGS_TO_WORKER, setPassword } from './database-roles.ts'
import { errorCode, errorText, LaunchFailure } from './failure.ts'
import type { OfficeDatabase } from './office-database.ts'
import { holdLock } from './process-lock.ts'

const OLDEST_SERVER = 180_000
const CONNECT_MS = 10_000

/** The addresses of the roles that work on the office's database. */
export type RoleUrls = Readonly<Record<Exclude<Role, 'auditor'>, string>>

/** Uses the PostgreSQL server of DATABASE_URL, and holds the data folder. Failures as for {@link externalUrls}. */
export async function openExternalDatabase(
  databaseUrl: string,
  folder: DataFolder,
  keysDir: string,
): Promise<OfficeDatabase> {
  const release = holdLock(path.join(folder.root, 'instance.lock'), `The data in ${folder.root}`)
  try {
    const urls = await externalUrls(databaseUrl, keysDir)
    return {
      ownerUrl: urls.owner,
      appUrl: urls.app,
      workerUrl: urls.worker,
      ingestUrl: urls.ingest,
      embedded: null,
      close: async () => release(),
    }
  } catch (error) {
    release()
    throw error
  }
}

/**
 * The addresses of our roles on the server of DATABASE_URL. Its role either may create roles, and then ours are
 * made and their passwords kept in the keys folder, or is `inlieu_owner` itself; then INLIEU_APP_URL,
 * INLIEU_WORKER_URL and INLIEU_INGEST_URL give the others.
 * @throws LaunchFailure in one line: unreachable, older than 18, wrong password, or what the server's
 * administrator has to make
 */
export async function externalUrls(databaseUrl: string, keysDir: string): Promise<RoleUrls> {
  const client = await connect(databaseUrl)
  try {
    await checkServer(client, databaseUrl)
    return await roleUrls(client, databaseUrl, keysDir)
  } finally {
    await client.end()
  }
}

async function connect(url: string): Promise<pg.Client> {
  if (!URL.canParse(url) || !/^postgres(ql)?:$/.test(new URL(url).protocol))
    throw new LaunchFailure(
      'DATABASE_URL is not understood: give postgres://role:password@host:port/database.',
    )
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: CONNECT_MS })
  client.on('error', () => {})
  try {
    await client.connect()
    return client
  } catch (error) {
    throw new LaunchFailure(`The database of DATABASE_URL (${place(client)}) ${connectProblem(error)}.`)
  }
}

/** Where a server is, without its password. */
function place(client: pg.Client): string {
  return `${client.host}:${client.port}/${client.database}`
}

function connectProblem(error: unknown): string {
  switch (errorCode(error)) {
    case 'ECONNREFUSED':
      return 'does not answer: nothing listens there. Start it, or correct the address'
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return 'has a host name that is not known: correct the address'
    case '28P01':
    case '28000':
      return `refuses the role or its password (${errorText(error)}): correct DATABASE_URL`
    case '3D000':
      return 'has no database of that name: make it, or correct DATABASE_URL'
    default:
      return `cannot be reached: ${errorText(error)}`
  }
}

async function checkServer(client: pg.Client, url: string): Promise<void> {
  const { rows } = await client.query<{ number: number; version: string; encoding: string }>(
    `select current_setting('server_version_num')::int as number, current_setting('server_version') as version,
       current_setting('server_encoding') as encoding`,
  )
  const server = rows[0]!
  if (server.number < OLDEST_SERVER)
    throw new LaunchFailure(
      `The database of DATABASE_URL (${place(client)}) is PostgreSQL ${server.version}: Inlieu needs 18 or newer.`,
    )
  if (server.encoding !== 'UTF8')
    throw new LaunchFailure(
      `The database ${new URL(url).pathname.slice(1)} has the encoding ${server.encoding}: make one with UTF8.`,
    )
}

async function roleUrls(client: pg.Client, databaseUrl: string, keysDir: string): Promise<RoleUrls> {
  const { rows } = await client.query<{ name: string; makes_roles: boolean }>(
    'select rolname as name, rolcreaterole or rolsuper as makes_roles from pg_roles where rolname = current_user',
  )
  const me = rows[0]!
  if (me.makes_roles && me.name !== roleName('owner')) return madeRoles(client, databaseUrl, keysDir)
  const missing = await missingRoles(client)
  const { INLIEU_APP_URL: app, INLIEU_WORKER_URL: worker, INLIEU_INGEST_URL: ingest } = process.env
  if (me.name !== roleName('owner') || missing.length > 0 || !app || !worker || !ingest)
    throw new LaunchFailure(whatIsNeeded(client))
  return { owner: databaseUrl, app, worker, ingest }
}

function whatIsNeeded(client: pg.Client): string {
  const names = ROLES.map(roleName).join(', ')
  return [
    `The role "${client.user}" of DATABASE_URL may not create roles.`,
    `Either give one that may, or have the server's administrator make the login roles ${names},`,
    `"${QUEUE_BELONGS_TO_WORKER}" and "grant all on database ${client.database} to ${roleName('owner')} with grant option",`,
    'and give DATABASE_URL for inlieu_owner, INLIEU_APP_URL, INLIEU_WORKER_URL and INLIEU_INGEST_URL for the others.',
  ].join(' ')
}

/** Makes our roles on the server, or gives them the passwords of the keys folder when those are new. */
async function madeRoles(client: pg.Client, databaseUrl: string, keysDir: string): Promise<RoleUrls> {
  const { keys, isNew } = databaseKeys(keysDir)
  try {
    const missing = await missingRoles(client)
    for (const role of ROLES) {
      if (missing.includes(role)) await client.query(createRole(client, role, keys[role]))
      else if (isNew) await client.query(setPassword(client, role, keys[role]))
    }
    if (missing.length > 0) {
      await client.query(QUEUE_BELONGS_TO_WORKER)
      const database = client.escapeIdentifier(client.database!)
      await client.query(`grant all on database ${database} to ${roleName('owner')} with grant option`)
      const others = ROLES.filter((role) => role !== 'owner').map(roleName)
      await client.query(`grant connect on database ${database} to ${others.join(', ')}`)
    }
  } catch (error) {
    throw new LaunchFailure(
      `The roles of Inlieu cannot be made on the server (${errorText(error)}). ${whatIsNeeded(client)}`,
    )
  }
  const url = (role: Role) => urlFor(databaseUrl, role, keys)
  return { owner: url('owner'), app: url('app'), worker: url('worker'), ingest: url('ingest') }
}

function urlFor(databaseUrl: string, role: Role, keys: DatabaseKeys): string {
  const url = new URL(databaseUrl)
  url.username = roleName(role)
  url.password = keys[role]
  return url.href
}
