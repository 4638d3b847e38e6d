import { Temporal } from 'temporal-polyfill'
import { openWatch, VirtualClock } from './monitoring/index.ts'
import { officeAheadSeconds, officeNow } from './platform/clock.ts'
import { openDatabase } from './platform/database.ts'
import { followDemonstrationClock } from './platform/demonstration-clock.ts'

// The watch: device doors, evaluation, timers. Exactly one; killing the office delays no alarm.

const { INLIEU_INGEST_URL, INLIEU_DEVICE_PORT, INLIEU_HOST, INLIEU_MODE, INLIEU_VIRTUAL_CLOCK } = process.env
if (!INLIEU_INGEST_URL || !INLIEU_DEVICE_PORT) {
  process.stderr.write('The watch is started by the launcher: run `npm start`.\n')
  process.exit(2)
}
if (INLIEU_VIRTUAL_CLOCK && INLIEU_MODE === 'production') {
  process.stderr.write('A real office is followed by the real clock: take INLIEU_VIRTUAL_CLOCK away.\n')
  process.exit(2)
}

if (INLIEU_MODE !== 'production') {
  const clock = openDatabase(INLIEU_INGEST_URL, 1)
  await followDemonstrationClock(clock.db)
}

const virtual = INLIEU_VIRTUAL_CLOCK
  ? new VirtualClock(Temporal.Instant.from(INLIEU_VIRTUAL_CLOCK))
  : undefined
const watch = await openWatch({
  url: INLIEU_INGEST_URL,
  now: () => virtual?.now() ?? officeNow(),
  aheadSeconds: officeAheadSeconds,
  ...(virtual ? { virtual } : {}),
  say: (line) => process.stderr.write(`${officeNow().toString()} ${line}\n`),
})

async function stop(): Promise<void> {
  await watch.close()
  process.exit(0)
}
process.on('SIGTERM', () => void stop())
process.on('SIGINT', () => void stop())
process.on('disconnect', () => void stop())

await watch.listen({ host: INLIEU_HOST ?? '127.0.0.1', port: Number(INLIEU_DEVICE_PORT) })
process.send?.({ ready: true })
