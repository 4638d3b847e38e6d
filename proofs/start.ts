import { execFileSync } from 'node:child_process'
import { familyOf, stillRunning } from './processes.ts'
import { inSeconds, type Proof, type Report } from './proof.ts'
import { type OfficeOptions, type RunningOffice, startOffice } from './running-office.ts'

/** The second start, from the command to the first page, in milliseconds. */
const secondStartMs = 4000

/** First start, second start, and nothing left after Ctrl-C; as root also as a user who is nobody. */
export const startProof: Proof = {
  name: 'start',
  shows: 'a first start, a second start under four seconds, and no process left after Ctrl-C',
  run: async (report) => {
    await startTwice(report, 'as this user', {})
    const nobody = userNobody()
    if (nobody) await startTwice(report, 'as the user nobody', { user: nobody })
  },
}

async function startTwice(report: Report, who: string, as: OfficeOptions): Promise<void> {
  const first = await startOffice(as)
  try {
    report.figure(`first start ${who}`, inSeconds(first.readyAfter))
    report.check(`the first start ${who} prints the accounts`, /sergeant/.test(first.output()))
    await stopsWhole(report, first, who)
    const began = performance.now()
    const second = await startOffice({ ...as, dataDir: first.dataDir })
    const page = await fetch(`${second.url}/`)
    const took = performance.now() - began
    report.check(`the second start ${who} serves the first page`, page.ok)
    report.check(
      `the second start ${who} takes under ${inSeconds(secondStartMs)}`,
      took < secondStartMs,
      `${inSeconds(took)}${/Building/.test(second.output()) ? ', with the pages built anew' : ''}`,
    )
    report.figure(`second start ${who}, to the first page`, inSeconds(took))
    report.check('the demonstration is not loaded again', !/Loading/.test(second.output()))
    await stopsWhole(report, second, who)
  } finally {
    await first.remove()
  }
}

async function stopsWhole(report: Report, office: RunningOffice, who: string): Promise<void> {
  const family = familyOf(office.pids().launcher)
  const began = performance.now()
  await office.stop()
  const left = await stillRunning(family, 2000)
  report.check(
    `Ctrl-C ${who} leaves none of ${family.length} processes`,
    left.length === 0,
    left.map((process) => `${process.pid} ${process.command}`).join('; '),
  )
  report.figure('stopped after', inSeconds(performance.now() - began))
}

/** The user nobody, when this user may become it. */
function userNobody(): { uid: number; gid: number } | null {
  if (process.getuid?.() !== 0) return null
  const id = (flag: string) => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }))
  return { uid: id('-u'), gid: id('-g') }
}
