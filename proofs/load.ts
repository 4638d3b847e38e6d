import { untilSealed } from '../packages/server/testing/load/holds.ts'
import { hotVerbs } from '../packages/server/testing/load/hot-verbs.ts'
import { runLoad } from '../packages/server/testing/load/run-load.ts'
import { watchedOf } from './addresses.ts'
import { inlieu } from './command.ts'
import { inSeconds, type Proof, type ProofOptions, type Report } from './proof.ts'
import { startOffice } from './running-office.ts'
import { checkTampering } from './tampering.ts'

const actors = 8
const usualSeconds = 60
/** How soon after the last act every audit row is under a seal, in milliseconds. */
const sealedWithin = 3000

/** Eight actors at once over the verbs that many people use at once. */
export const loadProof: Proof = {
  name: 'load',
  shows:
    '8 actors at once: no deadlock, no lost event, nothing oversold, books that balance, the trail sealed',
  run: async (report, options) => {
    const office = await startOffice()
    try {
      await underLoad(report, options, office.url, office.dataDir)
      await office.stop()
      const verified = await inlieu('audit', 'verify', '--data', office.dataDir)
      report.check('inlieu audit verify finds the trail whole', verified.code === 0, verified.output)
      report.figure('trail', verified.output.split('\n')[0] ?? '')
      await checkTampering(report, office.dataDir)
    } finally {
      await office.stop()
      await office.remove()
    }
  },
}

async function underLoad(
  report: Report,
  options: ProofOptions,
  origin: string,
  dataDir: string,
): Promise<void> {
  const watched = await watchedOf(dataDir)
  const load = {
    origin,
    watched,
    actors,
    seconds: options.seconds ?? usualSeconds,
    extent: { accepted: 16, worked: 6 },
    afterActors: async () => {
      const sealed = await untilSealed(watched, 10 * sealedWithin)
      report.check(
        `every audit row is sealed ${inSeconds(sealedWithin)} after the last act`,
        sealed !== null && sealed < sealedWithin,
        sealed === null ? 'never' : inSeconds(sealed),
      )
      if (sealed !== null) report.figure('sealed after', inSeconds(sealed))
    },
  }
  const tally = await runLoad(load, report)
  const missing = tally.missing(hotVerbs.map((verb) => verb.name))
  report.check('every hot verb was done', missing.length === 0, missing.join(', '))
}
