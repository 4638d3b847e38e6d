import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { type Postgres, startPostgres } from './cluster.ts'
import { createDatabase } from './database-roles.ts'
import type { Settings } from './settings.ts'

/** A throw-away PostgreSQL for tests; `stop()` removes everything. */
export interface TestCluster extends Pick<Postgres, 'port' | 'pid' | 'superuserUrl' | 'url' | 'stop'> {
  readonly dataDir: string
  /** Makes a database owned by the owner role, as a copy of `template` when one is named. */
  createDatabase(name: string, template?: string): Promise<void>
}

/** Starts a throw-away cluster, roles and empty database `inlieu` included, in the system's temporary folder. */
export async function startTestCluster(options: { settings?: Settings } = {}): Promise<TestCluster> {
  const dataDir = await makeTestFolder()
  const { port, pid, superuserUrl, url, stop } = await startPostgres({ dataDir, durable: false, ...options })
  return {
    dataDir,
    port,
    pid,
    superuserUrl,
    url,
    createDatabase: (name, template) =>
      asSuperuser(superuserUrl, (client) => createDatabase(client, name, template)),
    stop: async () => {
      await stop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

/** A new folder under the system's temporary folder that the user PostgreSQL runs as may pass through. */
export async function makeTestFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'inlieu-test-'))
  await chmod(folder, 0o755)
  return folder
}

async function asSuperuser<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
