import { openDatabase } from '../platform/database.ts'
import type { Keys } from '../platform/keys.ts'
import { buildServer } from '../platform/server.ts'
import { allRoutes, connectRooms } from '../rooms.ts'
import { inProcess, type Sender } from './caller.ts'

/** An office without a port, whose routes are called in this process. */
export interface InProcessOffice {
  send: Sender
  close(): Promise<void>
}

/** Opens the real routes over a database, for loading the demonstration and for driving cases in tests. */
export async function openInProcess(appUrl: string, keys: Keys): Promise<InProcessOffice> {
  connectRooms()
  const database = openDatabase(appUrl, 5)
  const office = { db: database.db, keys, secondFactorRequired: false }
  const app = await buildServer(office, { routes: allRoutes({ secureCookies: false }), secureCookies: false })
  await app.ready()
  return {
    send: inProcess(app),
    close: async () => {
      await app.close()
      await database.close()
    },
  }
}
