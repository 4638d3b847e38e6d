import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { inProcess, signInAs } from '../demonstration/caller.ts'
import { foundDemonstrationOffice, timeZone } from '../demonstration/found-office.ts'
import { setUpOffice } from '../demonstration/office-setup.ts'
import { verifyAudit } from '../platform/audit-verify.ts'
import { dayIn, setOfficeAhead, wallNow } from '../platform/clock.ts'
import { openDatabase } from '../platform/database.ts'
import { keysFrom } from '../platform/keys.ts'
import { sealOnce } from '../platform/sealer.ts'
import { buildServer } from '../platform/server.ts'
import { serveStream } from '../platform/stream.ts'
import { allRoutes, connectRooms } from '../rooms.ts'
import { createTestDatabase, type TestUrls } from '../testing/database.ts'
import { untilSealed } from '../testing/load/holds.ts'
import { runLoad } from '../testing/load/run-load.ts'
import { ownSites } from '../work-release/index.ts'

let urls: TestUrls
let folder: string
let agencyId: string
let origin: string
let stop: () => Promise<void>

beforeAll(async () => {
  connectRooms()
  urls = await createTestDatabase(inject('cluster'), `load_${randomBytes(6).toString('hex')}`)
  folder = await mkdtemp(join(tmpdir(), 'inlieu-load-'))
  const founded = await foundDemonstrationOffice(urls.owner)
  agencyId = founded.agencyId
  const database = openDatabase(urls.app, 20)
  const office = { db: database.db, keys: keysFrom(Buffer.alloc(32, 7)), secondFactorRequired: false }
  const app = await buildServer(office, { routes: allRoutes({ secureCookies: false }), secureCookies: false })
  serveStream(app, office, ownSites)
  origin = await app.listen({ host: '127.0.0.1', port: 0 })
  const sergeant = await signInAs(inProcess(app), 'sergeant', 'demonstration only')
  await setUpOffice({ sergeant }, dayIn(timeZone, wallNow()), founded.accounts.get('site')!)
  stop = async () => {
    await app.close()
    await database.close()
  }
})
afterAll(async () => {
  setOfficeAhead(0)
  await stop()
  await urls.drop()
  await rm(folder, { recursive: true, force: true })
})

test('four actors at once over the hot verbs: no deadlock, no lost event, nothing oversold, books that balance', {
  timeout: 120_000,
}, async () => {
  const broken: string[] = []
  const watched = { superuser: urls.superuser, owner: urls.owner, agencyId }
  const headsFile = join(folder, 'seal-heads.jsonl')
  const worker = openDatabase(urls.worker, 2)
  const sealing = setInterval(() => void sealOnce(worker.pool, headsFile), 500)
  try {
    await runLoad(
      { origin, watched, actors: 4, seconds: 5, extent: { accepted: 8, worked: 2 } },
      {
        check: (what, holds, detail = '') => {
          if (!holds) broken.push(`${what}: ${detail}`)
        },
        figure: () => undefined,
      },
    )
    expect(await untilSealed(watched, 30_000)).not.toBeNull()
  } finally {
    clearInterval(sealing)
    await worker.close()
  }
  expect(broken).toEqual([])
  const report = await verifyAudit(urls.worker, { headsFile })
  expect(report).toMatchObject({ faults: [], unsealed: 0 })
  expect(report.rows).toBeGreaterThan(0)
})
