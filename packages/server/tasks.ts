import type { TaskList } from 'graphile-worker'
import type { Kysely } from 'kysely'
import { documentTemplates } from './documents.ts'
import { messageTask } from './monitoring/index.ts'
import type { DB } from './platform/database.ts'
import { documentTask } from './platform/documents.ts'

/** Everything the worker does, by name of the job. `folders`: of the data, and of the keys. */
export function tasks(db: Kysely<DB>, folders: { data: string; keys: string }): TaskList {
  return { 'make-document': documentTask(db, documentTemplates), 'send-message': messageTask(db, folders) }
}
