import { parseArgs } from 'node:util'
import { backupProof } from '../proofs/backup.ts'
import { browserProof } from '../proofs/browser.ts'
import { crashProof } from '../proofs/crash.ts'
import { loadProof } from '../proofs/load.ts'
import { inSeconds, type Proof, Report } from '../proofs/proof.ts'
import { rulesProof } from '../proofs/rules.ts'
import { startProof } from '../proofs/start.ts'
import { watchCrashProof } from '../proofs/watch-crash.ts'

// `npm run prove`: the longer proofs, all or those that are named. Ends with the count.

const proofs: readonly Proof[] = [
  startProof,
  browserProof,
  backupProof,
  loadProof,
  crashProof,
  watchCrashProof,
  rulesProof,
]

const help = `npm run prove -- [names] [--seconds N]

${proofs.map(({ name, shows }) => `  ${name.padEnd(8)} ${shows}`).join('\n')}

  --seconds N   how long the actors of a proof work
`

function chosen(names: readonly string[]): Proof[] {
  const unknown = names.filter((name) => !proofs.some((proof) => proof.name === name))
  if (unknown.length > 0) throw new Error(`There is no proof called ${unknown.join(', ')}.\n\n${help}`)
  return proofs.filter((proof) => names.length === 0 || names.includes(proof.name))
}

async function prove(proof: Proof, report: Report, seconds: number | null): Promise<void> {
  process.stdout.write(`${proof.name}: ${proof.shows}\n`)
  const began = performance.now()
  try {
    await proof.run(report, { seconds })
  } catch (error) {
    report.check(`${proof.name} runs to its end`, false, error instanceof Error ? error.stack : String(error))
  }
  report.figure('time', inSeconds(performance.now() - began))
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { seconds: { type: 'string' }, help: { type: 'boolean', default: false } },
})
if (values.help) {
  process.stdout.write(help)
} else {
  const report = new Report()
  const seconds = values.seconds === undefined ? null : Number(values.seconds)
  if (seconds !== null && !(seconds > 0))
    throw new Error(`--seconds ${values.seconds} is no time.\n\n${help}`)
  for (const proof of chosen(positionals)) await prove(proof, report, seconds)
  process.stdout.write(`${report.passed} passed, ${report.failed} failed\n`)
  process.exitCode = report.failed === 0 && report.passed > 0 ? 0 : 1
}
