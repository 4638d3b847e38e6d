import { randomUUID } from 'node:crypto'
import { contextOf, sessionOf } from '../access/session.ts'
import { act, type Verb } from '../platform/act.ts'
import { openDatabase } from '../platform/database.ts'
import type { Keys } from '../platform/keys.ts'
import { buildServer } from '../platform/server.ts'
import { allRoutes, connectRooms } from '../rooms.ts'
import { type Caller, inProcess, type Sender } from './caller.ts'

/** An office without a port, whose routes are called in this process. */
export interface InProcessOffice {
  send: Sender
  /** Runs a verb as somebody who is signed in, where no route leads to it. */
  act<Room extends string, I, R>(as: Caller, verb: Verb<Room, I, R>, input: I): Promise<R>
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
    act: async (as, verb, input) => {
      const token = as.session.cookie!.split('=')[1]!
      const session = await sessionOf(database.db, token)
      if (!session) throw new Error('The session of the demonstration has ended.')
      return act(database.db, contextOf(session, randomUUID(), null, ''), verb, input)
    },
    close: async () => {
      await app.close()
      await database.close()
    },
  }
}
