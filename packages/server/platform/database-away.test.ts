import { randomUUID } from 'node:crypto'
import { expect, inject, test } from 'vitest'
import { allRoutes, connectRooms } from '../rooms.ts'
import { openDatabase } from './database.ts'
import { keysFrom } from './keys.ts'
import { buildServer } from './server.ts'

/** A database that is not there: nobody listens on the port. */
function awayUrl(): string {
  const url = new URL(inject('cluster').urls.app)
  url.port = '9'
  return url.href
}

test('while the database is away, requests are told to try again, and nothing is a defect', async () => {
  connectRooms()
  const database = openDatabase(awayUrl(), 2)
  const office = { db: database.db, keys: keysFrom(Buffer.alloc(32, 7)), secondFactorRequired: false }
  const app = await buildServer(office, { routes: allRoutes({ secureCookies: false }), secureCookies: false })
  try {
    for (const method of ['GET', 'POST'] as const) {
      const reply = await app.inject({
        method,
        url: method === 'GET' ? '/api/desk/today' : '/api/court/commitments',
        headers: { cookie: `inlieu_session=${randomUUID()}`, 'x-inlieu-csrf': 'x' },
        ...(method === 'POST' ? { payload: {} } : {}),
      })
      expect(reply.statusCode).toBe(503)
      expect(reply.json().error).toMatchObject({ code: 'not-ready' })
      expect(reply.json().error.message).toContain('Try again in a moment')
    }
  } finally {
    await app.close()
    await database.close()
  }
})
