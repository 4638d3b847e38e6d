import path from 'node:path'
import pg from 'pg'
import { LaunchFailure } from './failure.ts'

/** What the launcher must know of the offices in a database. */
export interface Offices {
  /** No office was founded and no demonstration loaded. */
  readonly isEmpty: boolean
  readonly hasDemonstration: boolean
}

/** Looks which offices a migrated database holds. */
export async function officesIn(ownerUrl: string): Promise<Offices> {
  const { rows } = await query<{ offices: number; demonstrations: number }>(
    ownerUrl,
    `select count(*)::int as offices, count(*) filter (where is_demonstration)::int as demonstrations
     from access.agency`,
  )
  const found = rows[0]!
  return { isEmpty: found.offices === 0, hasDemonstration: found.demonstrations > 0 }
}

/** Refuses, before anything is touched, a production start that could not be safe. */
export function checkProductionOptions(options: {
  data: string | null
  keys: string | null
  checkout: string
  asRoot: boolean
}): void {
  if (options.asRoot)
    throw new LaunchFailure(
      'A production start as root is refused: make a system user for Inlieu that owns its data and keys, and start as that user.',
    )
  if (options.data === null || isInside(options.data, options.checkout))
    throw new LaunchFailure(
      `A production start needs --data with a folder outside the checkout (${options.checkout}), so that an update never touches it.`,
    )
  if (
    options.keys === null ||
    isInside(options.keys, options.data) ||
    isInside(options.keys, options.checkout)
  )
    throw new LaunchFailure(
      `A production start needs --keys with a folder outside the data (${options.data}), so that a copy of the data opens nothing.`,
    )
}

/**
 * Refuses a database that a real office must not run on: one with demonstration data, or with an account whose
 * password is printed in the documentation.
 */
export async function productionChecks(ownerUrl: string): Promise<void> {
  const { hasDemonstration } = await officesIn(ownerUrl)
  const { rows } = await query<{ username: string }>(
    ownerUrl,
    'select username from access.account where is_demonstration order by username limit 3',
  )
  if (!hasDemonstration && rows.length === 0) return
  const names = rows.map((row) => row.username).join(', ')
  throw new LaunchFailure(
    `This database holds the demonstration, whose passwords everyone knows${names === '' ? '' : ` (${names})`}: a production start is refused. Choose another folder with --data.`,
  )
}

function isInside(folder: string, parent: string): boolean {
  const way = path.relative(parent, folder)
  return way === '' || (!way.startsWith('..') && !path.isAbsolute(way))
}

async function query<Row extends pg.QueryResultRow>(url: string, sql: string): Promise<pg.QueryResult<Row>> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await client.query<Row>(sql)
  } finally {
    await client.end()
  }
}
