import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import * as law from './index.ts'
import type { Law } from './types.ts'

const here = new URL('.', import.meta.url)
const AsyncFunction = (async () => undefined).constructor as new (
  ...parts: string[]
) => (...values: unknown[]) => Promise<readonly (readonly [unknown, unknown])[]>

interface Documented {
  readonly file: string
  readonly name: string
  /** What is said of it, on one line. */
  readonly told: string
  /** The lines after `@example`; empty where there is none. */
  readonly example: string
}

/** What a file exports with a docstring. */
function documentedIn(file: string): readonly Documented[] {
  const source = readFileSync(new URL(file, here), 'utf8')
  const blocks = source.matchAll(/\/\*\*((?:(?!\*\/)[\s\S])*?)\*\/\s*export (?:function|const|class) (\w+)/g)
  return [...blocks].map(([, comment = '', name = '']) => {
    const lines = comment.split('\n').map((line) => line.replace(/^\s*\* ?/, ''))
    const start = lines.indexOf('@example')
    const [told, example] = start < 0 ? [lines, []] : [lines.slice(0, start), lines.slice(start + 1)]
    return { file, name, told: told.join(' ').trim(), example: example.join('\n') }
  })
}

/** Name by name, with the file that it comes from, as `index.ts` offers them. */
const offered = [
  ...readFileSync(new URL('index.ts', here), 'utf8').matchAll(/^export \{([^}]*)\} from '\.\/(.*)'$/gm),
].flatMap(([, names = '', file = '']) =>
  names
    .split(',')
    .map((name) => name.trim())
    .filter((name) => !name.startsWith('type '))
    .map((name) => ({ name, file })),
)

/** Each line `value // => expected` becomes a pair to compare. */
function run(body: string): Promise<readonly (readonly [unknown, unknown])[]> {
  const checked = body.replace(/^(.*?) \/\/ => (.*)$/gm, 'seen.push([$1, $2]);')
  const names = Object.keys(law)
  const code = `const seen = [];\n${checked}\nreturn seen`
  return new AsyncFunction(...names, code)(...Object.values(law))
}

const files = readdirSync(here, { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !file.includes('node_modules'),
)
const documented = files.flatMap(documentedIn)
const examples = documented.filter(({ example }) => example !== '')

describe('examples in docstrings', () => {
  test.each(examples)('$name', async ({ example }) => {
    const pairs = await run(example)
    expect(pairs.length).toBeGreaterThan(0)
    for (const [value, expected] of pairs) expect(value).toEqual(expected)
  })
})

/** Days, amounts and whatever else is counted; or that nothing is. */
const UNITS = /\b(days?|cents|months?|hours?|miles|people|minutes|no units)\b/i
/** A clause, the whole of a text, or a statute beside the texts. */
const SOURCE = /\b(?:WAP|SWR|EMP|SCC|ARS)-|Penal Code \d/

const values = new Map<string, unknown>(Object.entries(law))

describe('what the index offers', () => {
  test('is what it exports, name by name', () => {
    expect(offered.map(({ name }) => name).toSorted()).toEqual(Object.keys(law).toSorted())
  })

  test.each(offered)(
    '$name says its units, its errors and its source, and has an example',
    ({ name, file }) => {
      const found = documented.find((one) => one.name === name && one.file === file)
      expect(found?.told).toMatch(UNITS)
      expect(found?.told).toMatch(SOURCE)
      expect(found?.example).not.toBe('')
      const isFunction = /^(function|const fn)/.test(String(values.get(name)))
      if (isFunction) expect(found?.told).toMatch(/[Tt]hrows (`LawInputError`|nothing)/)
    },
  )
})

const wap = law.pack('contra-costa/work-alternative')
const home = law.pack('arizona/home-detention')
const on = '2026-03-02'
const parameters = law.resolveParameters(wap, [], on)
const atHome = law.resolveParameters(home, [], on)
/** What no schema lets through. */
const wrong = { wrong: true } as never

/** One call of each function that its docstring says throws. */
const refused: Readonly<Record<string, () => unknown>> = {
  mayDecide: () => law.mayDecide(wap, wrong),
  checkCommitment: () => law.checkCommitment(wap, wrong),
  checkProject: () => law.checkProject(home, wrong, on),
  committeeVote: () => law.committeeVote(home, atHome, { present: [], inFavor: ['m1'] }),
  committeeStanding: () => law.committeeStanding(home, atHome, wrong, on),
  countyPack: () => law.countyPack(wap, wrong),
  capacityLeft: () => law.capacityLeft(wap, parameters, 'no-such', 1),
  testsDue: () => law.testsDue(wap, parameters, ['2026-02-30']),
  deadline: () => law.deadline(home, atHome, 'no-such', on),
  processStanding: () => law.processStanding(home, atHome, wrong),
  diff: () => law.diff(law.standing(wap, [], on), law.standing(home, [], on)),
  standing: () => law.standing(wap, [], '2026-02-30'),
  assess: () => law.assess(wap, parameters, { monthlyIncome: 1200 }, on),
  factsSchema: () => law.factsSchema(wap, 'supervision'),
  decidedUnder: () => law.decidedUnder(wap, wrong),
  assessFees: () => law.assessFees(wap, parameters, wrong, on),
  collectible: () => law.collectible(home, parameters, wrong, on),
  feesOnBooks: () => law.feesOnBooks(wap, { chargedCents: 0.5, waivedCents: 0, onBooksCents: null }),
  convertFine: () => law.convertFine(wap, parameters, { fineCents: 100, personChose: true, hoursWorked: 0 }),
  assessPeriod: () => law.assessPeriod(wap, [], { from: on, until: '2026-03-01' }),
  reduceFee: () => law.reduceFee(wap, wrong, wrong, wrong),
  checkFeeResolution: () => law.checkFeeResolution(wap, wrong),
  creditFor: () => law.creditFor(wap, parameters, 25),
  violationLetterDue: () => law.violationLetterDue(wap, wrong),
  rostersLate: () => law.rostersLate(wap, parameters, wrong),
  intakeChecklist: () => law.intakeChecklist(wap, wrong),
  policyReview: () => law.policyReview(wap, parameters, '2026-02-30'),
  mayLeave: () => law.mayLeave(home, atHome, wrong),
  pack: () => law.pack('nowhere'),
  resolveParameters: () => law.resolveParameters(wap, [], '2026-02-30'),
  checkSanction: () => law.checkSanction(wap, parameters, wrong),
  proposeSanction: () => law.proposeSanction(wap, parameters, wrong, on),
  planDays: () => law.planDays(wap, parameters, wrong),
  rankSites: () => law.rankSites(wap, parameters, wrong),
  computeSentence: () => law.computeSentence(wap, wrong),
  goodTimeStanding: () => law.goodTimeStanding(wap, wrong),
  daysPassed: () => law.daysPassed({ bars: [] }, '2026-02-30'),
}

describe('errors as the docstrings have them', () => {
  test('every function that throws is tried, and no other', () => {
    const throwing = offered.filter(({ name, file }) =>
      documented.some((d) => d.name === name && d.file === file && /[Tt]hrows `LawInputError`/.test(d.told)),
    )
    expect(throwing.map(({ name }) => name).toSorted()).toEqual(Object.keys(refused).toSorted())
  })

  test.each(Object.entries(refused))('%s', (_, call) => {
    let thrown: unknown
    try {
      call()
    } catch (error) {
      thrown = error
    }
    expect(thrown).toBeInstanceOf(law.LawInputError)
    expect((thrown as InstanceType<typeof law.LawInputError>).problems.length).toBeGreaterThan(0)
  })
})

test('the index offers what the types promise', () => {
  const promised: Law = law
  expect(Object.keys(promised).length).toBeGreaterThan(20)
})
