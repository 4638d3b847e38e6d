import { join } from 'node:path'
import { run } from 'graphile-worker'
import { DeadMan, lookAtStaffing, lookAtWatchEvery, staffingEvery, tellAnew } from './monitoring/index.ts'
import { openDatabase } from './platform/database.ts'
import { followDemonstrationClock } from './platform/demonstration-clock.ts'
import { freeJobsOfTheDead } from './platform/queue.ts'
import { sealOnce } from './platform/sealer.ts'
import { connectRooms } from './rooms.ts'
import { tasks } from './tasks.ts'

// The worker: documents, imports, messages, and the sealing of the audit trail. It serves no request.

const { INLIEU_WORKER_URL, INLIEU_DATA, INLIEU_KEYS } = process.env
if (!INLIEU_WORKER_URL || !INLIEU_DATA || !INLIEU_KEYS) {
  process.stderr.write('The worker is started by the launcher: run `npm start`.\n')
  process.exit(2)
}

connectRooms()

/** Milliseconds between two sealings. */
const sealEvery = 1000
const headsFile = join(INLIEU_DATA, 'seal-heads.jsonl')

const database = openDatabase(INLIEU_WORKER_URL, 6)
await followDemonstrationClock(database.db)
await freeJobsOfTheDead(database.pool)
const runner = await run({
  pgPool: database.pool,
  concurrency: 2,
  noHandleSignals: true,
  pollInterval: 1000,
  taskList: tasks(database.db, { data: INLIEU_DATA, keys: INLIEU_KEYS }),
})

let sealing: Promise<unknown> = Promise.resolve()
const sealer = setInterval(() => {
  sealing = sealing
    .then(() => sealOnce(database.pool, headsFile))
    .catch((error: Error) => {
      process.stderr.write(`Sealing waits: ${error.message}\n`)
    })
}, sealEvery)

const telling = tellAnew(database.db).catch((error: Error) => {
  process.stderr.write(
    `The watch follows days that differ as an earlier release read them: ${error.message}\n`,
  )
})

let looking: Promise<unknown> = Promise.resolve()
const staffing = setInterval(() => {
  looking = looking
    .then(() => lookAtStaffing(database.db))
    .catch((error: Error) => {
      process.stderr.write(`The look at the staffing waits: ${error.message}\n`)
    })
}, staffingEvery)

const deadMan = new DeadMan(database.db)
const started = performance.now()
let listening: Promise<unknown> = Promise.resolve()
const sign = setInterval(() => {
  listening = listening
    .then(() => deadMan.look(performance.now() - started))
    .catch((error: Error) => {
      process.stderr.write(`The look at the watch waits: ${error.message}\n`)
    })
}, lookAtWatchEvery)

async function stop(): Promise<void> {
  clearInterval(sign)
  await listening
  clearInterval(sealer)
  clearInterval(staffing)
  await runner.stop().catch(() => undefined)
  await sealing
  await looking
  await telling
  // What was written last is closed before the trail is left alone.
  await sealOnce(database.pool, headsFile).catch(() => undefined)
  await database.close()
  process.exit(0)
}
process.on('SIGTERM', () => void stop())
process.on('SIGINT', () => void stop())
process.on('disconnect', () => void stop())
process.send?.({ ready: true })
