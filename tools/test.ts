import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findBrowser } from './browser.ts'
import { coverageCurrent } from './coverage.ts'
import { generatedFilesCurrent } from './generated.ts'
import { lint } from './lint-steps.ts'
import { bin, runCommand } from './run-command.ts'

// `npm test`: the walls, the units under two time zones, the whole case in a browser. Ends with the count.

interface Count {
  passed: number
  failed: number
}

const reports = await mkdtemp(join(tmpdir(), 'inlieu-reports-'))
const total: Count = { passed: 0, failed: 0 }

function add(name: string, count: Count): void {
  total.passed += count.passed
  total.failed += count.failed
  process.stdout.write(`${name}: ${count.passed} passed, ${count.failed} failed\n`)
}

async function walls(): Promise<void> {
  const steps = [...(await lint()), await generatedFilesCurrent(), await coverageCurrent()]
  for (const step of steps.filter((step) => !step.ok))
    process.stdout.write(`BROKEN  ${step.name}\n${step.output}\n`)
  const passed = steps.filter((step) => step.ok).length
  add('walls', { passed, failed: steps.length - passed })
}

/** Far east and west of every office here: a day that slips shows in one of them. */
const timeZones = ['America/Los_Angeles', 'Pacific/Kiritimati']
/** What takes long and asks for no day: in the second zone it would be the same again. */
const onceOnly = [
  'walls',
  'launcher',
  'cli',
  'monitoring/doors',
  'monitoring/messages',
  'demonstration',
  'testing',
]

async function units(timeZone: string): Promise<void> {
  const again = timeZone !== timeZones[0]
  const left = again ? onceOnly.map((folder) => `--exclude=**/${folder}/**`) : []
  const file = join(reports, `units-${timeZone.replace('/', '-')}.json`)
  const ended = await runCommand(
    bin('vitest'),
    ['run', '--reporter=dot', '--reporter=json', `--outputFile.json=${file}`, ...left],
    {
      env: { TZ: timeZone },
    },
  )
  const report = await readReport<{ numPassedTests: number; numFailedTests: number; success: boolean }>(file)
  const count = { passed: report?.numPassedTests ?? 0, failed: report?.numFailedTests ?? 0 }
  // A file that could not be loaded has no failed test of its own.
  if (ended.code !== 0 && count.failed === 0) count.failed = 1
  if (count.failed > 0) process.stdout.write(ended.output)
  add(`units (${timeZone})`, count)
}

async function browser(): Promise<void> {
  const file = join(reports, 'browser.json')
  const path = await findBrowser().catch((error: Error) => error)
  if (path instanceof Error) {
    process.stdout.write(`${path.message}\n`)
    return add('browser', { passed: 0, failed: 1 })
  }
  const ended = await runCommand(
    bin('playwright'),
    ['test', '--config', 'e2e/playwright.config.ts', '--reporter=list,json'],
    {
      env: { CHROME_PATH: path, PLAYWRIGHT_JSON_OUTPUT_NAME: file },
      show: true,
    },
  )
  const report = await readReport<{
    stats: { expected: number; unexpected: number; flaky: number; skipped: number }
  }>(file)
  const stats = report?.stats
  const again = stats?.flaky ?? 0
  if (again > 0)
    process.stdout.write(`browser: ${again} passed only when run once more; look at them above\n`)
  const count = {
    passed: (stats?.expected ?? 0) + again,
    failed: (stats?.unexpected ?? 0) + (stats?.skipped ?? 0),
  }
  if (ended.code !== 0 && count.failed === 0) count.failed = 1
  add('browser', count)
}

async function readReport<T>(file: string): Promise<T | null> {
  return readFile(file, 'utf8').then(
    (text) => JSON.parse(text) as T,
    () => null,
  )
}

await walls()
for (const timeZone of timeZones) await units(timeZone)
await browser()
await rm(reports, { recursive: true, force: true })
process.stdout.write(`${total.passed} passed, ${total.failed} failed\n`)
process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1)
