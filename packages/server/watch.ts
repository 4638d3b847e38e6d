import { openWatch } from './monitoring/index.ts'
import { officeAheadSeconds, officeNow } from './platform/clock.ts'
import { openDatabase } from './platform/database.ts'
import { followDemonstrationClock } from './platform/demonstration-clock.ts'

// The watch: device doors, evaluation, timers. Exactly one; killing the office delays no alarm.

const { INLIEU_INGEST_URL, INLIEU_DEVICE_PORT, INLIEU_HOST, INLIEU_MODE } = process.env
if (!INLIEU_INGEST_URL || !INLIEU_DEVICE_PORT) {
  process.stderr.write('The watch is started by the launcher: run `npm start`.\n')
  process.exit(2)
}

if (INLIEU_MODE !== 'production') {
  const clock = openDatabase(INLIEU_INGEST_URL, 1)
  await followDemonstrationClock(clock.db)
}

const watch = await openWatch({
  url: INLIEU_INGEST_URL,
  now: officeNow,
  aheadSeconds: officeAheadSeconds,
  ticks: 'by-the-clock',
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
