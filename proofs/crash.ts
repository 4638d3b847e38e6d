import { setTimeout as pause } from 'node:timers/promises'
import { overHttp, signInAs } from '../packages/server/demonstration/caller.ts'
import { demonstrationAccounts } from '../packages/server/demonstration/index.ts'
import {
  checkEvents,
  checkTables,
  documentsOpen,
  lastEvent,
  untilSealed,
  untilSettled,
  type Watched,
} from '../packages/server/testing/load/holds.ts'
import { officeToday } from '../packages/server/testing/load/office-day.ts'
import { StreamReader } from '../packages/server/testing/load/stream-reader.ts'
import { watchedOf } from './addresses.ts'
import { inlieu } from './command.ts'
import { kill, type Standing } from './crash/kill.ts'
import { checkPresence } from './crash/presence.ts'
import { Witness, Writer } from './crash/writer.ts'
import type { Proof, Report } from './proof.ts'
import { startOffice } from './running-office.ts'

const writers = 4
const rounds = 12
const parts = ['office', 'worker', 'postgres', 'launcher'] as const
/** The longest and shortest time that the writers work before the next kill, in milliseconds. */
const between = { least: 400, most: 2500 }
/** People of the writers are numbered apart from each other's and from the demonstration's. */
const peoplePerWriter = 10_000

/** Each part of the office is killed in turn while four writers write. */
export const crashProof: Proof = {
  name: 'crash',
  shows:
    'kill -9 of office, worker, postgres, launcher in turn: what was acknowledged is there, once; the others go on',
  run: async (report) => {
    const standing: Standing = { office: await startOffice() }
    try {
      const witness = await throughCrashes(report, standing)
      const watched = await watchedOf(standing.office.dataDir)
      await checkPresence(report, watched, witness.acknowledged)
      await checkTables(report, watched)
      await standing.office.stop()
      const verified = await inlieu('audit', 'verify', '--data', standing.office.dataDir)
      report.check('inlieu audit verify finds the trail whole', verified.code === 0, verified.output)
      report.figure('trail', verified.output.split('\n')[0] ?? '')
    } finally {
      await standing.office.stop()
      await standing.office.remove()
    }
  },
}

async function throughCrashes(report: Report, standing: Standing): Promise<Witness> {
  const { url, dataDir } = standing.office
  const { password } = demonstrationAccounts()[0]!
  const clerk = await signInAs(overHttp(url), 'clerk', password)
  const today = await officeToday(clerk)
  const watched = await watchedOf(dataDir)
  await untilSettled(watched)
  const since = await lastEvent(watched)
  const reader = new StreamReader(url, clerk)
  await reader.start()
  const witness = new Witness()
  let goesOn = true
  const writing = Array.from({ length: writers }, (_, n) =>
    new Writer(clerk, witness, { today, firstPerson: (n + 1) * peoplePerWriter }).work(() => goesOn),
  )
  try {
    for (let round = 0; round < rounds; round++) {
      await untilProgress(witness)
      await pause(between.least + Math.random() * (between.most - between.least))
      await kill(parts[round % parts.length]!, standing, witness, report)
    }
    await untilProgress(witness)
    goesOn = false
    await Promise.all(writing)
    await sealAndEvents(report, standing, reader, since)
  } finally {
    goesOn = false
    await reader.stop()
  }
  report.check('no write was refused', witness.refused.length === 0, witness.refused.slice(0, 3).join('; '))
  report.check('no answer was 500', witness.defects.length === 0, witness.defects.slice(0, 3).join('; '))
  report.figure('acknowledged writes', witness.acknowledged.length)
  report.figure('requests that broke and were sent again', witness.broken)
  report.figure('longest wait for an answer', `${(witness.longest / 1000).toFixed(2)} s`)
  return witness
}

async function sealAndEvents(
  report: Report,
  standing: Standing,
  reader: StreamReader,
  since: number,
): Promise<void> {
  // The database has another port when the launcher started it anew.
  const watched: Watched = await watchedOf(standing.office.dataDir)
  const open = await documentsOpen(watched, 60_000)
  report.check('every document that was asked for is made', open === 0, `${open} are not`)
  report.check('every audit row is sealed in the end', (await untilSealed(watched, 20_000)) !== null)
  await checkEvents(report, watched, reader, since)
}

/** Waits until the writers have been answered again a few times. */
async function untilProgress(witness: Witness): Promise<void> {
  const enough = witness.acknowledged.length + 2 * writers
  const until = performance.now() + 60_000
  while (witness.acknowledged.length < enough) {
    if (performance.now() > until) throw new Error('The writers are not answered any more.')
    await pause(20)
  }
}
