import { parseArgs } from 'node:util'
import { measureCounty } from '../bench/county.ts'
import { benchLaw } from '../bench/law.ts'
import { measureLatency } from '../bench/watch-latency.ts'
import { measureTruth } from '../bench/watch-truth.ts'
import { benchWatch } from './bench-watch.ts'

// `npm run bench`: how long the pages take in a county of 100,000 people, beside the smallest question there is.
// `npm run bench -- law`: how long 2,000 people take before and after a change of each pack.
// `npm run bench -- truth`: what the watch finds, and what it says falsely, of simulated people whose truth is known.
// `npm run bench -- latency`: from a message sent to its acknowledgement and to the operator's stream, by the clock.
// `npm run bench -- watch`: how many fixes a second the watch evaluates, beside the plainest loop there is.

const { values, positionals } = parseArgs({
  options: {
    people: { type: 'string' },
    days: { type: 'string' },
    rate: { type: 'string' },
    seconds: { type: 'string' },
  },
  allowPositionals: true,
})
const tell = (line: string) => void process.stdout.write(`${line}\n`)
if (positionals[0] === 'law') {
  const count = Number(values.people ?? '2000')
  if (!Number.isInteger(count) || count < 1) throw new Error(`--people ${values.people}: give 1 or more.`)
  process.exit(benchLaw(count, tell) ? 0 : 1)
}
if (positionals[0] === 'watch') {
  const ladder = (values.people ?? '300,3000,30000,300000').split(',').map(Number)
  if (!ladder.every((people) => Number.isInteger(people) && people > 0)) {
    throw new Error(`--people ${values.people}: give numbers of people, such as 300,30000.`)
  }
  benchWatch(ladder, tell)
  process.exit()
}
if (positionals[0] === 'truth') {
  const [count, days] = [Number(values.people ?? '200'), Number(values.days ?? '7')]
  if (![count, days].every((number) => Number.isInteger(number) && number > 0)) {
    throw new Error('Give --people and --days as whole numbers above 0.')
  }
  process.exit(measureTruth(count, days, tell) ? 0 : 1)
}
if (positionals[0] === 'latency') {
  const numbers = [values.people ?? '30000', values.rate ?? '500', values.seconds ?? '60'].map(Number)
  if (!numbers.every((number) => Number.isInteger(number) && number > 0))
    throw new Error('Give --people, --rate (messages a second) and --seconds as whole numbers above 0.')
  const [count, rate, seconds] = numbers as [number, number, number]
  let isWhole = true
  for (const asked of [20, 'without pause'] as const) {
    tell(
      `the office is asked for its queue ${asked === 'without pause' ? 'by four without pause' : `${asked} times a second`}`,
    )
    const { figures, lost, refused } = await measureLatency(count, rate, seconds, asked, tell)
    for (const { what, count: of, median, p99, most } of figures)
      tell(
        `${what.padEnd(62)}${String(of).padStart(7)} median ${median.toFixed(1)} ms, 99th ${p99.toFixed(1)} ms, most ${most.toFixed(1)} ms`,
      )
    tell(`alarms that never came: ${lost}; messages refused: ${refused}`)
    isWhole &&= lost + refused === 0
  }
  process.exit(isWhole ? 0 : 1)
}
if (positionals.length > 0)
  throw new Error(`bench ${positionals[0]}: give nothing, latency, law, watch or truth.`)

const people = Number(values.people ?? '100000')
if (!Number.isInteger(people) || people < 100) throw new Error(`--people ${values.people}: give 100 or more.`)

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
