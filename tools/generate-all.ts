import { execFile } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { startTestCluster } from '../packages/server/launcher/test-cluster.ts'
import { openDatabase } from '../packages/server/platform/database.ts'
import { keysFrom } from '../packages/server/platform/keys.ts'
import { migrate } from '../packages/server/platform/migrate.ts'
import { buildServer } from '../packages/server/platform/server.ts'
import { allRoutes } from '../packages/server/rooms.ts'
import { generateSchema, schemaFile } from './generate-schema.ts'
import { bin, root } from './run-command.ts'

export { schemaFile }

/** The document of the interface (OpenAPI 3.1). */
export const openapiFile = join(root, 'packages/server/openapi.gen.json')
/** The types of the typed client. */
export const clientFile = join(root, 'packages/web/api/schema.gen.ts')

/** Makes what is derived: the types of the database, the document of the interface, the typed client. */
export async function generate(): Promise<void> {
  const cluster = await startTestCluster()
  try {
    await migrate(cluster.url('owner'))
    await generateSchema(cluster.url('owner'), schemaFile)
    const database = openDatabase(cluster.url('app'), 1)
    const office = { db: database.db, keys: keysFrom(Buffer.alloc(32)), secondFactorRequired: false }
    const app = await buildServer(office, {
      routes: allRoutes({ secureCookies: false }),
      secureCookies: false,
    })
    await app.ready()
    await writeFile(openapiFile, `${JSON.stringify(app.swagger(), null, 1)}\n`)
    await app.close()
    await database.close()
  } finally {
    await cluster.stop()
  }
  await promisify(execFile)(bin('openapi-typescript'), [openapiFile, '-o', clientFile])
}
