import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { openDatabase } from './platform/database.ts'
import { followDemonstrationClock } from './platform/demonstration-clock.ts'
import { loadKeys } from './platform/keys.ts'
import { buildServer } from './platform/server.ts'
import { serveStatic } from './platform/static.ts'
import { serveStream } from './platform/stream.ts'
import { serveStreetMap } from './platform/street-map.ts'
import { allRoutes, connectRooms } from './rooms.ts'
import { ownSites } from './work-release/index.ts'

// The office: HTTP and the event stream. Killing it delays no alarm and loses nothing that was answered.

const { INLIEU_APP_URL, INLIEU_PORT, INLIEU_KEYS, INLIEU_MODE, INLIEU_HOST, INLIEU_WEB } = process.env
if (!INLIEU_APP_URL || !INLIEU_PORT || !INLIEU_KEYS) {
  process.stderr.write('The office is started by the launcher: run `npm start`.\n')
  process.exit(2)
}

connectRooms()
const production = INLIEU_MODE === 'production'
const database = openDatabase(INLIEU_APP_URL, 20)
await followDemonstrationClock(database.db)
const office = { db: database.db, keys: await loadKeys(INLIEU_KEYS), secondFactorRequired: production }
const app = await buildServer(office, {
  routes: allRoutes({ secureCookies: production }),
  secureCookies: production,
})
serveStream(app, office, ownSites)
const web = INLIEU_WEB ?? join(import.meta.dirname, '../web/dist')
if (existsSync(join(web, 'index.html'))) {
  await serveStatic(app, web)
  serveStreetMap(app)
}

async function stop(): Promise<void> {
  await app.close()
  await database.close()
  process.exit(0)
}
process.on('SIGTERM', () => void stop())
process.on('SIGINT', () => void stop())
// The launcher is gone: nobody would restart us, and nobody would stop us.
process.on('disconnect', () => void stop())

await app.listen({ host: INLIEU_HOST ?? '127.0.0.1', port: Number(INLIEU_PORT) })
process.send?.({ ready: true })
