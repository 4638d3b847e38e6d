import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type ClauseEntry, type Pack, packs, say } from '../packages/law/index.ts'
import type { LintStep } from './lint-steps.ts'
import { root, runCommand } from './run-command.ts'

/** The page that says of every clause which rule carries it, and which tests name it. */
export const coverageFile = join(root, 'docs/coverage.md')

/** One clause over all packs that carry it. */
export interface Covered {
  readonly clause: ClauseEntry
  readonly packs: readonly string[]
  /** What carries it; empty where no rule of the engine does. */
  readonly carriedBy: readonly string[]
  /** The room of the product that carries it instead. */
  readonly room: string | null
  readonly tests: readonly string[]
}

type Named = readonly [what: string, clauses: readonly string[]]

/** Everything in a pack that carries a clause, each with its kind. */
function carriersIn(pack: Pack): readonly Named[] {
  const of = (kind: string, things: readonly { readonly clause: string }[], name: (i: number) => string) =>
    things.map((thing, i): Named => [`${kind} ${name(i)}`.trim(), [thing.clause]])
  const jail = pack.sentence.jailFirst?.rules ?? []
  const { kind } = pack.authority
  return [
    ...of('rule', pack.rules, (i) => `“${say('en', pack.rules[i]!.textCode)}”`),
    ...of('never', pack.nevers, (i) => `“${say('en', pack.nevers[i]!.textCode)}”`),
    ...of('parameter', pack.parameters, (i) => `\`${pack.parameters[i]!.name}\``),
    ...of('fee', pack.fees, (i) => pack.fees[i]!.code),
    ...(pack.feeCeiling === null ? [] : of('ceiling of fees', [pack.feeCeiling], () => '')),
    ...of('fees not brought', pack.whenFeesNotBrought, (i) => pack.whenFeesNotBrought[i]!.name),
    ...pack.decisions.map(
      (d): Named => [`decision ${d.decision}`, [d.clause, ...d.holders.map((h) => h.clause)]],
    ),
    ...of('rung', pack.ladder, (i) => pack.ladder[i]!.name),
    ...of('ending', pack.endings, (i) => pack.endings[i]!.name),
    ...of('process', pack.processes, (i) => pack.processes[i]!.name),
    ...of('deadline', pack.deadlines, (i) => pack.deadlines[i]!.name),
    ...of('capacity', pack.capacities, (i) => pack.capacities[i]!.name),
    ...of('days in jail first', jail, (i) => `\`${jail[i]!.parameter}\``),
    ...pack.commitmentItems.map((item): Named => [`paper: ${item.name}`, item.lists]),
    ...of('intake:', pack.intakeItems, (i) => pack.intakeItems[i]!.name),
    ...of('booking record', pack.bookingFields, () => ''),
    ...Object.entries(pack.citations).map(([code, { clause }]): Named => [`\`${code}\``, [clause]]),
    ...(kind === 'policy' ? ([['the policy of the pack', ['WAP-0']]] as const) : []),
  ]
}

const escaped = (id: string) => id.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Tests that name a clause: the id itself, not the beginning of another. */
async function testsNaming(): Promise<(id: string) => readonly string[]> {
  const { output } = await runCommand('git', [
    'ls-files',
    '--cached',
    '--others',
    '--exclude-standard',
    '*.test.ts',
    '*.e2e.ts',
  ])
  const files = output.trim().split('\n').toSorted()
  const texts = await Promise.all(files.map((file) => readFile(join(root, file), 'utf8').catch(() => '')))
  return (id) => {
    const whole = new RegExp(`(?<![A-Za-z0-9-])${escaped(id)}(?![A-Za-z0-9]|\\.[A-Za-z0-9])`)
    return files.filter((_, i) => whole.test(texts[i]!))
  }
}

/** Every clause of every pack, with what carries it. */
export async function coverage(): Promise<readonly Covered[]> {
  const naming = await testsNaming()
  const all = [...packs.values()]
  const clauses = new Map(all.flatMap((pack) => pack.clauses).map((clause) => [clause.id, clause]))
  return [...clauses.values()].map((clause) => {
    const carrying = all.filter((pack) => pack.clauses.some(({ id }) => id === clause.id))
    const carriedBy = carrying.flatMap((pack) =>
      carriersIn(pack).flatMap(([what, ids]) => (ids.includes(clause.id) ? [what] : [])),
    )
    return {
      clause,
      packs: carrying.map((pack) => pack.name),
      carriedBy: [...new Set(carriedBy)],
      room: carrying.flatMap((pack) => pack.notRules).find((not) => not.clause === clause.id)?.room ?? null,
      tests: naming(clause.id),
    }
  })
}

/** Clauses that nothing carries, or that a rule carries and no test names. */
export const uncovered = (rows: readonly Covered[]): readonly string[] =>
  rows.flatMap(({ clause, carriedBy, room, tests }) => {
    if (carriedBy.length === 0 && room === null)
      return [`${clause.id}: no rule carries it, and no room is named`]
    return carriedBy.length > 0 && tests.length === 0 ? [`${clause.id}: no test names it`] : []
  })

const SOURCES: Readonly<Record<string, string>> = {
  WAP: 'Contra Costa County: Work Alternative Program',
  SWR: 'Sacramento County: Work Release Division',
  EMP: 'Sacramento County: Home Detention Electronic Monitoring',
  SCC: 'Sacramento County: home detention and pretrial ordinance',
  ARS: 'Arizona: section 11-459',
}

const MOST_SHOWN = 4

/** A few of many, and how many more. */
function few(things: readonly string[]): string {
  const more = things.length - MOST_SHOWN
  return [...things.slice(0, MOST_SHOWN), ...(more > 0 ? [`${more} more`] : [])].join('; ')
}

const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll(/\{(\w+)[^}]*\}/g, '…')

/** A test as a reader looks for it: the room, then the file in it. */
const byRoom = (file: string) =>
  file
    .replace(/^packages\/server\/([^/]+)\//, '$1: ')
    .replace(/^packages\/web\/rooms\/([^/]+)\//, 'pages of $1: ')
    .replace(/^packages\/([^/]+)\//, '$1: ')
    .replace(/^e2e\//, 'browser: ')

function row({ clause, carriedBy, room, tests }: Covered): string {
  const carried = carriedBy.length > 0 ? few(carriedBy) : `not a rule: see ${room}`
  const named = few(tests.map(byRoom))
  return `| ${clause.id} | ${clause.kind}${clause.own ? ' (own)' : ''} | ${cell(carried)} | ${named} |`
}

/** The page itself. */
export function coveragePage(rows: readonly Covered[]): string {
  const collator = new Intl.Collator('en', { numeric: true })
  const sections = Object.entries(SOURCES).map(([prefix, title]) => {
    const own = rows.filter(({ clause }) => clause.id.startsWith(`${prefix}-`))
    const ordered =
      prefix === 'WAP' ? own : own.toSorted((a, b) => collator.compare(a.clause.id, b.clause.id))
    const head = `## ${title}\n\n| clause | kind | carried by | tests that name it |\n|---|---|---|---|`
    return `${head}\n${ordered.map(row).join('\n')}\n`
  })
  const rules = rows.filter(({ carriedBy }) => carriedBy.length > 0).length
  return [
    '# Every clause, what carries it, and the tests that name it\n',
    'Made from the packs by `npm run generate`; `npm test` fails where it is out of date, where a clause has',
    'neither a rule nor a room, and where a rule’s clause is named by no test.\n',
    `${rows.length} clauses: ${rules} carried by the law, ${rows.length - rules} by other rooms alone.\n`,
    ...sections,
  ].join('\n')
}

/** Writes the page. */
export async function makeCoverage(): Promise<void> {
  await writeFile(coverageFile, coveragePage(await coverage()))
}

/** Whether every clause is covered and the page in the checkout says so. */
export async function coverageCurrent(): Promise<LintStep> {
  const rows = await coverage()
  const page = coveragePage(rows)
  const stale = page !== (await readFile(coverageFile, 'utf8').catch(() => ''))
  if (stale) await writeFile(coverageFile, page)
  const wrong = [
    ...uncovered(rows),
    ...(stale ? ['docs/coverage.md was out of date; it has been made again: commit it'] : []),
  ]
  return {
    name: 'every clause is carried and tested',
    ok: wrong.length === 0,
    output: wrong.map((line) => `${line}\n`).join(''),
  }
}
