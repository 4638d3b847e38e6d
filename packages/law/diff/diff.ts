import { holdsOn } from '../days.ts'
import { assess } from '../eligibility/assess.ts'
import type { Assessment, Finding, Rule } from '../eligibility/types.ts'
import { LawInputError, refuse } from '../errors.ts'
import { canonicalJson } from '../hash.ts'
import type { Day, Pack } from '../pack.types.ts'
import { resolveParameters } from '../parameters.ts'
import type { ParameterOverride } from '../parameters.types.ts'
import type {
  CaseChange,
  DiffCase,
  FindingChange,
  LawDiff,
  ParameterChange,
  RepealChange,
  RuleChange,
  Standing,
} from './types.ts'

/**
 * A pack with its parameters as they stand on a day, to be compared with another. Throws `LawInputError` as
 * `resolveParameters` does.
 *
 * Days are `YYYY-MM-DD`. No clause of its own: it stands for every clause of the pack (WAP-UPD.1, SCC-3.A1).
 *
 * @example
 * const wap = pack('contra-costa/work-alternative')
 * standing(wap, [], '2026-03-02').parameters.values.daysLeftLimit.value // => 45
 */
export function standing(pack: Pack, overrides: readonly ParameterOverride[], on: Day): Standing {
  return { pack, parameters: resolveParameters(pack, overrides, on), on }
}

/**
 * What is different between two standings of one program's law: rules and repeals that begin or end,
 * parameters that change, and, of the cases given, those whose outcome changes, with the clauses that make
 * it so. Two days of one pack, or a pack and its correction, are compared alike.
 *
 * Throws `LawInputError` for standings of two programs, a fact that a pack does not know, or a day before
 * the pack took effect.
 *
 * Days are `YYYY-MM-DD`; each difference names its clause (WAP-UPD.1: what a review changed, and for whom).
 *
 * @example
 * const wap = pack('contra-costa/work-alternative')
 * const raised = [{ name: 'daysLeftLimit', value: 60, from: '2026-03-01', authority: 'Board', resolution: '2026/12' }]
 * const [before, after] = ['2026-02-28', '2026-03-01'].map((on) => standing(wap, raised, on))
 * const found = diff(before, after, [{ id: 'p1', facts: { daysLeftToServe: 50 } }])
 * found.parameters.map((p) => [p.name, p.before.value, p.after.value]) // => [['daysLeftLimit', 45, 60]]
 * found.casesCompared // => 1
 * found.cases.length // => 0
 */
export function diff(before: Standing, after: Standing, cases: readonly DiffCase[] = []): LawDiff {
  if (before.pack.name !== after.pack.name)
    refuse('diff', '', `compares one program with itself, not ${before.pack.name} with ${after.pack.name}`)
  return {
    from: sideOf(before),
    to: sideOf(after),
    pack: before.pack.name,
    rules: ruleChanges(before, after),
    parameters: parameterChanges(before, after),
    repeals: repealChanges(before, after),
    casesCompared: cases.length,
    cases: cases.flatMap((c, i) => naming(i, () => caseChange(before, after, c))),
  }
}

const sideOf = ({ pack, on }: Standing): LawDiff['from'] => ({ on, version: pack.version, hash: pack.hash })

const rulesOf = ({ pack, on }: Standing): ReadonlyMap<string, Rule> =>
  new Map(pack.rules.filter((r) => holdsOn(on, r.from, r.until)).map((r) => [canonicalJson(r), r]))

function ruleChanges(before: Standing, after: Standing): readonly RuleChange[] {
  const [old, now] = [rulesOf(before), rulesOf(after)]
  const only = (rules: typeof old, others: typeof old, change: RuleChange['change']) =>
    [...rules]
      .filter(([key]) => !others.has(key))
      .map(([, { clause, kind, textCode, own, steps, from, until }]) => ({
        change,
        clause,
        kind,
        textCode,
        own,
        steps,
        from,
        until,
      }))
  return [...only(old, now, 'ends'), ...only(now, old, 'begins')]
}

function parameterChanges(before: Standing, after: Standing): readonly ParameterChange[] {
  const [old, now] = [before.parameters.values, after.parameters.values]
  return [...new Set([...Object.keys(old), ...Object.keys(now)])].flatMap((name) => {
    const [was, is] = [old[name] ?? null, now[name] ?? null]
    if (canonicalJson(was) === canonicalJson(is)) return []
    return [{ name, clause: (is ?? was)!.clause, before: was, after: is }]
  })
}

function repealChanges(before: Standing, after: Standing): readonly RepealChange[] {
  const inForce = ({ pack, on }: Standing) =>
    new Map(pack.repeals.filter((r) => r.operative <= on).map((r) => [canonicalJson(r), r]))
  const [old, now] = [inForce(before), inForce(after)]
  const only = (those: typeof old, others: typeof old, change: RepealChange['change']) =>
    [...those]
      .filter(([key]) => !others.has(key))
      .map(([, { statute, by, textCode }]) => ({ change, statute, by, textCode }))
  return [...only(old, now, 'ends'), ...only(now, old, 'begins')]
}

/** Says which case it is whose facts do not fit. */
function naming<T>(index: number, compare: () => T): T {
  try {
    return compare()
  } catch (error) {
    if (!(error instanceof LawInputError)) throw error
    const at = (path: string) => (path === '' ? `cases[${index}]` : `cases[${index}].${path}`)
    throw new LawInputError(
      'cases',
      error.problems.map(({ path, message }) => ({ path: at(path), message })),
    )
  }
}

function caseChange(before: Standing, after: Standing, { id, facts, step }: DiffCase): readonly CaseChange[] {
  const was = assess(before.pack, before.parameters, facts, before.on, step)
  const is = assess(after.pack, after.parameters, facts, after.on, step)
  if (was.outcome === is.outcome) return []
  return [{ id, step: is.step, before: was.outcome, after: is.outcome, findings: findingChanges(was, is) }]
}

function findingChanges(was: Assessment, is: Assessment): readonly FindingChange[] {
  const byRule = (a: Assessment) => new Map(a.findings.map((f) => [`${f.clause} ${f.textCode}`, f]))
  const [old, now] = [byRule(was), byRule(is)]
  const kindAndVerdict = (f: Finding | undefined) => f && `${f.kind} ${f.verdict}`
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((key) => {
    const [a, b] = [old.get(key), now.get(key)]
    if (kindAndVerdict(a) === kindAndVerdict(b)) return []
    const { clause, textCode } = (b ?? a)!
    return [{ clause, textCode, before: a?.verdict ?? null, after: b?.verdict ?? null }]
  })
}
