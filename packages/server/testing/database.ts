import pg from 'pg'

/** URLs of one test database for each role. */
export interface TestUrls {
  owner: string
  app: string
  worker: string
  ingest: string
  auditor: string
  superuser: string
  drop(): Promise<void>
}

/** The migrated database that every test database is a copy of. */
export const templateName = 'inlieu_template'

/** A copy of the migrated database, for one test file. */
export async function createTestDatabase(
  cluster: { superuserUrl: string; urls: TestUrls },
  name: string,
): Promise<TestUrls> {
  await superuserQuery(
    cluster.superuserUrl,
    `create database ${name} template ${templateName} owner inlieu_owner`,
  )
  const on = (url: string) => {
    const changed = new URL(url)
    changed.pathname = `/${name}`
    return changed.href
  }
  return {
    owner: on(cluster.urls.owner),
    app: on(cluster.urls.app),
    worker: on(cluster.urls.worker),
    ingest: on(cluster.urls.ingest),
    auditor: on(cluster.urls.auditor),
    superuser: on(cluster.superuserUrl),
    drop: () => superuserQuery(cluster.superuserUrl, `drop database if exists ${name} with (force)`),
  }
}

/** Runs as the database's owner within one agency: for laying out what a test needs, never for what it shows. */
export async function ownerQuery<R>(
  urls: TestUrls,
  agencyId: string,
  run: (client: pg.Client) => Promise<R>,
): Promise<R> {
  const client = new pg.Client({ connectionString: urls.owner })
  await client.connect()
  try {
    await client.query('begin')
    await client.query(
      `select set_config('inlieu.agency', $1, true), set_config('inlieu.verb', 'testing', true)`,
      [agencyId],
    )
    const result = await run(client)
    await client.query('commit')
    return result
  } finally {
    await client.end()
  }
}

/** One statement as superuser, on the cluster's own database. */
export async function superuserQuery(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
