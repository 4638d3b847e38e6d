import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { runMigrations } from 'graphile-worker'
import pg from 'pg'

/** One numbered SQL file of the migrations folder. */
export interface Migration {
  number: number
  name: string
  sql: string
  digest: string
}

/** Where the migrations of this release stand. */
export const migrationsFolder = join(import.meta.dirname, '..', 'migrations')

/**
 * Brings the database to this release. Each migration is a transaction of its own, so a failure half-way
 * leaves the ones before it applied and whole. `beforeFirst` runs once before the first pending migration
 * of a database that already holds any (the launcher takes a backup there).
 * @throws MigrationFailed naming the migration and PostgreSQL's reason; DatabaseNewer when the database
 *   was made by a later release; MigrationChanged when an applied file differs from what was applied.
 */
export async function migrate(
  ownerUrl: string,
  options: { directory?: string; beforeFirst?: () => Promise<void> } = {},
): Promise<{ applied: string[] }> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    // Two instances starting at once on one database: the second waits here and finds nothing to do.
    await client.query(`select pg_advisory_lock(hashtext('inlieu.migrate'))`)
    const waiting = await pendingMigrations(client, options.directory ?? migrationsFolder)
    if (waiting.migrations.length > 0 && waiting.alreadyApplied > 0) await options.beforeFirst?.()
    if (waiting.migrations.length > 0) await migrateQueue(client, ownerUrl)
    for (const migration of waiting.migrations) await apply(client, migration)
    return { applied: waiting.migrations.map((migration) => migration.name) }
  } finally {
    await client.end()
  }
}

/** The names of the migrations that the database lacks, in order. Errors as for {@link migrate}. */
export async function pending(ownerUrl: string, directory = migrationsFolder): Promise<string[]> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    return (await pendingMigrations(client, directory)).migrations.map((migration) => migration.name)
  } finally {
    await client.end()
  }
}

async function pendingMigrations(client: pg.Client, directory: string) {
  const known = await readMigrations(directory)
  await client.query(`create schema if not exists migration`)
  await client.query(`create table if not exists migration.applied (
    number integer primary key, name text not null, digest text not null,
    applied_at timestamptz not null default clock_timestamp())`)
  const { rows } = await client.query<{ number: number; name: string; digest: string }>(
    'select number, name, digest from migration.applied order by number',
  )
  for (const row of rows) {
    const file = known.find((migration) => migration.number === row.number)
    if (!file) throw new DatabaseNewer(row.name)
    if (file.digest !== row.digest) throw new MigrationChanged(row.name)
  }
  const applied = new Set(rows.map((row) => row.number))
  return {
    alreadyApplied: rows.length,
    migrations: known.filter((migration) => !applied.has(migration.number)),
  }
}

// The queue's tables carry row-level security that only their owner passes, so they belong to the worker's role.
async function migrateQueue(client: pg.Client, ownerUrl: string): Promise<void> {
  const { rows } = await client.query<{ name: string }>('select quote_ident(current_database()) as name')
  await client.query('create schema if not exists graphile_worker authorization inlieu_worker')
  // It asks for its schema again, which needs this right even where the schema exists.
  await client.query(`grant create on database ${rows[0]!.name} to inlieu_worker`)
  const pool = new pg.Pool({ connectionString: ownerUrl, options: '-c role=inlieu_worker', max: 1 })
  pool.on('error', () => undefined)
  pool.on('connect', (connected) => connected.on('error', () => undefined))
  try {
    await runMigrations({ pgPool: pool })
  } finally {
    await pool.end()
    await client.query(`revoke create on database ${rows[0]!.name} from inlieu_worker`)
  }
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  try {
    await client.query('begin')
    await client.query(migration.sql)
    await client.query('insert into migration.applied (number, name, digest) values ($1, $2, $3)', [
      migration.number,
      migration.name,
      migration.digest,
    ])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw new MigrationFailed(migration.name, error)
  }
}

async function readMigrations(directory: string): Promise<Migration[]> {
  const names = (await readdir(directory)).filter((name) => /^\d{4}-[a-z0-9-]+\.sql$/.test(name)).sort()
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(join(directory, name), 'utf8')
      const digest = createHash('sha256').update(sql).digest('hex')
      return { number: Number(name.slice(0, 4)), name: name.replace(/\.sql$/, ''), sql, digest }
    }),
  )
}

/** A migration stopped; it left no trace, the ones before it stand. */
export class MigrationFailed extends Error {
  constructor(migration: string, cause: unknown) {
    const why = cause instanceof Error ? cause.message : String(cause)
    super(`Migration ${migration} failed and was rolled back: ${why}`, { cause })
    this.name = 'MigrationFailed'
  }
}

/** The database was made by a later release of Inlieu than this one. */
export class DatabaseNewer extends Error {
  constructor(migration: string) {
    super(
      `The database holds migration ${migration}, which this release does not know: start the newer release.`,
    )
    this.name = 'DatabaseNewer'
  }
}

/** A migration file was edited after it was applied. */
export class MigrationChanged extends Error {
  constructor(migration: string) {
    super(
      `Migration ${migration} differs from what was applied to this database: restore the file as released.`,
    )
    this.name = 'MigrationChanged'
  }
}
