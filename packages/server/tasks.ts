import type { TaskList } from 'graphile-worker'
import type { Kysely } from 'kysely'
import type { DB } from './platform/database.ts'

/** Everything the worker does, by name of the job. */
export function tasks(_db: Kysely<DB>): TaskList {
  return {}
}
