import type { TaskList } from 'graphile-worker'
import type { Kysely } from 'kysely'
import { documentTemplates } from './documents.ts'
import type { DB } from './platform/database.ts'
import { documentTask } from './platform/documents.ts'

/** Everything the worker does, by name of the job. */
export function tasks(db: Kysely<DB>): TaskList {
  return { 'make-document': documentTask(db, documentTemplates) }
}
