import { parseArgs } from 'node:util'
import { measureCounty } from '../bench/county.ts'

// `npm run bench`: how long the pages take in a county of 100,000 people, beside the smallest question there is.

const { values } = parseArgs({ options: { people: { type: 'string', default: '100000' } } })
const people = Number(values.people)
if (!Number.isInteger(people) || people < 100) throw new Error(`--people ${values.people}: give 100 or more.`)

const tell = (line: string) => void process.stdout.write(`${line}\n`)
const results = await measureCounty(people, tell)
tell(
  `${'at concurrency 8'.padEnd(36)}${'asked'.padStart(7)}${'median'.padStart(11)}${'95th'.padStart(11)}${'reference'.padStart(12)}${'ratio'.padStart(8)}`,
)
for (const { name, count, medianMs, p95Ms, referenceMs, failed } of results) {
  const ms = (value: number) => `${value.toFixed(1)} ms`.padStart(11)
  const ratio = (medianMs / referenceMs).toFixed(1).padStart(8)
  tell(
    `${name.padEnd(36)}${String(count).padStart(7)}${ms(medianMs)}${ms(p95Ms)}${ms(referenceMs).padStart(12)}${ratio}${failed ? `  ${failed} FAILED` : ''}`,
  )
}
process.exitCode = results.some((result) => result.failed > 0) ? 1 : 0
