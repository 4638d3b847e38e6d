import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { familyOf, stillRunning } from '../processes.ts'
import type { Report } from '../proof.ts'
import { type Pids, type RunningOffice, startOffice } from '../running-office.ts'
import type { Witness } from './writer.ts'

/** The office as it runs now: killing the launcher makes it another. */
export interface Standing {
  office: RunningOffice
}

/** How long a part may take to come back, in milliseconds. */
const comesBack = 60_000
/** How long the parts may take to end when the launcher is gone. */
const endsAfter = 30_000

/** Kills one part with -9, waits until the whole stands again, and checks who went on meanwhile. */
export async function kill(
  part: keyof Pids,
  standing: Standing,
  witness: Witness,
  report: Report,
): Promise<void> {
  const { office } = standing
  const before = office.pids()
  const brokenBefore = witness.broken
  const family = familyOf(before.launcher)
  const began = performance.now()
  process.kill(before[part], 'SIGKILL')
  if (part === 'launcher') await startAgain(standing, family, report)
  else await untilWhole(office, before, part)
  const took = performance.now() - began
  if (part !== 'launcher') {
    // A worker that loses its database ends and begins anew, which gives its jobs back to the queue.
    const mayEnd = part === 'postgres' ? [part, 'worker'] : [part]
    const others = (['launcher', 'office', 'worker', 'postgres'] as const).filter(
      (other) => !mayEnd.includes(other),
    )
    const after = office.pids()
    const gone = others.filter((other) => after[other] !== before[other])
    report.check(
      `${part} was killed and started again alone; the others went on`,
      gone.length === 0,
      gone.map((one) => `${one} ended: ${logOf(office, one)}`).join('; '),
    )
  }
  if (part === 'worker') {
    const broken = witness.broken - brokenBefore
    report.check('no request broke while the worker was gone', broken === 0, `${broken} broke`)
  }
  report.figure(`${part} back after`, `${(took / 1000).toFixed(2)} s`)
}

async function startAgain(
  standing: Standing,
  family: ReturnType<typeof familyOf>,
  report: Report,
): Promise<void> {
  const { dataDir, port } = standing.office
  const left = await stillRunning(family, endsAfter)
  report.check(
    'the launcher was killed; none of its parts is left alone',
    left.length === 0,
    left.map((one) => one.command).join('; '),
  )
  standing.office = await startOffice({ dataDir, port })
}

async function untilWhole(office: RunningOffice, before: Pids, part: keyof Pids): Promise<void> {
  const until = performance.now() + comesBack
  while (performance.now() < until) {
    const now = office.pids()
    const isBack = Object.values(now).every((pid) => pid !== 0) && now[part] !== before[part]
    if (isBack && (await answers(office))) return
    await pause(50)
  }
  throw new Error(`${part} was not back after ${comesBack / 1000} seconds:\n${office.output()}`)
}

/** The end of what a part has written to its log. */
function logOf(office: RunningOffice, part: keyof Pids): string {
  return readFileSync(join(office.dataDir, 'log', `${part}.log`), 'utf8').slice(-2000)
}

async function answers(office: RunningOffice): Promise<boolean> {
  try {
    const reply = await fetch(`${office.url}/api/health`, { signal: AbortSignal.timeout(2000) })
    await reply.body?.cancel()
    return reply.ok
  } catch {
    return false
  }
}
