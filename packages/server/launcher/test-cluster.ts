import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { type Postgres, startPostgres } from './cluster.ts'
import { createDatabase } from './database-roles.ts'
import type { Settings } from './settings.ts'

/** A throw-away PostgreSQL for tests; `stop()` removes everything. */
export interface TestCluster extends Postgres {
  readonly dataDir: string
  /** Makes a database owned by the owner role, as a copy of `template` when one is named. */
  createDatabase(name: string, template?: string): Promise<void>
}

/** Starts a throw-away cluster, roles and empty database `inlieu` included, in the system's temporary folder. */
export async function startTestCluster(options: { settings?: Settings } = {}): Promise<TestCluster> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'inlieu-test-'))
  // Under root the server runs as another user, who must be able to pass.
  await chmod(dataDir, 0o755)
  const postgres = await startPostgres({ dataDir, durable: false, ...options })
  return {
    ...postgres,
    dataDir,
    createDatabase: async (name, template) => {
      const client = new pg.Client({ connectionString: postgres.superuserUrl })
      await client.connect()
      try {
        await createDatabase(client, name, template)
      } finally {
        await client.end()
      }
    },
    stop: async () => {
      await postgres.stop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
