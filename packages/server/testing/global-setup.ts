import type { TestProject } from 'vitest/node'
import { startTestCluster } from '../launcher/test-cluster.ts'
import { migrate } from '../platform/migrate.ts'
import { templateName } from './database.ts'

/** One throw-away PostgreSQL for a whole run, with one migrated database that test files copy. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const cluster = await startTestCluster({ settings: { max_connections: 300 } })
  await cluster.createDatabase(templateName)
  const on = (role: 'owner' | 'app' | 'worker' | 'ingest' | 'auditor') => {
    const url = new URL(cluster.url(role))
    url.pathname = `/${templateName}`
    return url.href
  }
  const urls = {
    owner: on('owner'),
    app: on('app'),
    worker: on('worker'),
    ingest: on('ingest'),
    auditor: on('auditor'),
  }
  await migrate(urls.owner)
  project.provide('cluster', { superuserUrl: cluster.superuserUrl, urls: urls as never })
  return () => cluster.stop()
}
