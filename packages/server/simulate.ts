import { setPriority } from 'node:os'
import { openInProcess } from './demonstration/in-process.ts'
import { DemonstrationClock } from './demonstration/live/clock.ts'
import { doorsAt } from './demonstration/live/doors.ts'
import { afterwards, keepSending, Simulation } from './demonstration/live/simulation.ts'
import { everybodyOf, participants } from './demonstration/sacramento/participants.ts'
import { openDatabase } from './platform/database.ts'
import { loadKeys } from './platform/keys.ts'

// The simulator of the demonstration, and of nothing else: people come into the second office, their units report at
// the real doors. The office needs it for nothing.

const { INLIEU_APP_URL, INLIEU_KEYS, INLIEU_DATA, INLIEU_DEVICE_PORT, INLIEU_MODE, INLIEU_PARTICIPANTS } =
  process.env
if (!INLIEU_APP_URL || !INLIEU_KEYS || !INLIEU_DATA || !INLIEU_DEVICE_PORT) {
  process.stderr.write('The simulator is started by the launcher: run `npm start`.\n')
  process.exit(2)
}
if (INLIEU_MODE !== 'demonstration') {
  process.stderr.write('Nobody is simulated but in a demonstration.\n')
  process.exit(2)
}

const stopping = new AbortController()
const { signal } = stopping
for (const event of ['SIGTERM', 'SIGINT', 'disconnect'] as const)
  process.on(event, () => {
    stopping.abort()
    process.exit(0)
  })
// Whoever works in the office comes first.
setPriority(10)

const database = openDatabase(INLIEU_APP_URL, 1)
const clock = new DemonstrationClock(database.db)
await clock.start()
const say = (line: string) => process.stderr.write(`${line}\n`)
const options = {
  office: await openInProcess(INLIEU_APP_URL, await loadKeys(INLIEU_KEYS)),
  people: everybodyOf(INLIEU_PARTICIPANTS ? Number(INLIEU_PARTICIPANTS) : participants),
  keysDir: INLIEU_KEYS,
  dataDir: INLIEU_DATA,
  now: () => clock.now(),
  aheadSeconds: () => clock.aheadSeconds,
  send: doorsAt(`http://127.0.0.1:${INLIEU_DEVICE_PORT}`, say),
  say,
}
process.send?.({ ready: true })
const simulation = await Simulation.open(options)
if (simulation === null) say('The notes of the units are gone from the keys folder: nobody is simulated.')
else {
  const began = clock.now()
  if (simulation.wentOn) afterwards(() => simulation.workTheStop(began), say, signal)
  const sending = keepSending(simulation, options, signal)
  await simulation.fill(signal)
  say(`${simulation.units.count} units report.`)
  await sending
}
