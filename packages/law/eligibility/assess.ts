import { holdsOn } from '../days.ts'
import { refuse } from '../errors.ts'
import type { Day, Pack } from '../pack.types.ts'
import { checkParameters } from '../parameters.ts'
import type { Parameters } from '../parameters.types.ts'
import { accept } from '../schema/check.ts'
import { factsObject } from './facts-schema.ts'
import type { Assessment, Facts, FactValue, Finding, Missing, Outcome, Rule, Step } from './types.ts'

/**
 * Puts the facts of one person before the rules of a pack as they stand on a day.
 *
 * The outcome, in this order: a bar met or a requirement not met is `ineligible`, even with unknowns
 * elsewhere; else an unknown bar or requirement is `incomplete`; else a factor met or unknown is
 * `officer-decides`; else `eligible`. What nobody has said is unknown and comes back in `missing` with its
 * question, the most decisive first.
 *
 * Throws `LawInputError` for a fact the pack does not know (money among them), parameters of another day or
 * pack, or a day before the pack took effect.
 *
 * Counts of facts have the unit of their question: days, days a week, convictions. Each finding names its
 * clause (WAP-ELIG, SCC-2.B, EMP-0, EMP-3, ARS-B).
 *
 * @example
 * const wap = pack('contra-costa/work-alternative')
 * const parameters = resolveParameters(wap, [], '2026-03-02')
 * const found = assess(wap, parameters, { daysLeftToServe: 46 }, '2026-03-02')
 * found.outcome // => 'officer-decides'
 * found.findings.find((f) => f.clause === 'WAP-ELIG.a').verdict // => 'met'
 * found.missing.length > 0 // => true
 */
export function assess(
  pack: Pack,
  parameters: Parameters,
  facts: Facts,
  on: Day,
  step: Step = 'admission',
): Assessment {
  checkParameters(pack, parameters, on)
  accept('facts', factsObject(pack.facts), facts)
  const rules = pack.rules.filter((r) => r.steps.includes(step) && holdsOn(on, r.from, r.until))
  if (rules.length === 0) refuse(pack.name, 'step', `has no rules for ${step} on ${on}`)
  const findings = rules.map((r) => find(r, facts, parameters))
  const read = new Set(rules.flatMap((r) => r.facts))
  const asked = pack.facts.filter((fact) => read.has(fact.name))
  return {
    outcome: outcomeOf(findings),
    step,
    findings,
    missing: missingFrom(pack, findings),
    facts: Object.fromEntries(asked.map((fact) => [fact.name, facts[fact.name] ?? null])),
    pack: pack.name,
    version: pack.version,
    hash: pack.hash,
    parameters,
    on,
  }
}

/** A rule sees only the facts and parameters it declares. */
function find(rule: Rule, facts: Facts, parameters: Parameters): Finding {
  const factsUsed = pick(rule.facts, (name): FactValue => facts[name] ?? null)
  const values = pick(rule.parameters, (name) => parameters.values[name]!)
  return {
    clause: rule.clause,
    kind: rule.kind,
    verdict: rule.verdict(factsUsed, { ...parameters, values }),
    textCode: rule.textCode,
    note: rule.note,
    own: rule.own,
    factsUsed,
    parametersUsed: pick(rule.parameters, (name) => values[name]!.value),
  }
}

/** What findings come to together; see `assess`. */
export function outcomeOf(findings: readonly Pick<Finding, 'kind' | 'verdict'>[]): Outcome {
  const some = (kind: Rule['kind'], verdict: Finding['verdict']) =>
    findings.some((f) => f.kind === kind && f.verdict === verdict)
  if (some('bar', 'met') || some('require', 'not-met')) return 'ineligible'
  if (some('bar', 'unknown') || some('require', 'unknown')) return 'incomplete'
  if (some('factor', 'met') || some('factor', 'unknown')) return 'officer-decides'
  return 'eligible'
}

/** Bars and requirements before factors, then what more clauses wait for, then the order of the table. */
function missingFrom(pack: Pack, findings: readonly Finding[]): readonly Missing[] {
  const waiting = findings.filter((f) => f.verdict === 'unknown')
  const facts = pack.facts.map((fact) => ({ of: 'fact' as const, name: fact.name, question: fact.question }))
  const parameters = pack.parameters.map((p) => ({
    of: 'parameter' as const,
    name: p.name,
    question: p.question,
  }))
  return [...facts, ...parameters]
    .map((asked) => {
      const used = asked.of === 'fact' ? 'factsUsed' : 'parametersUsed'
      const waits = waiting.filter((f) => f[used][asked.name] === null)
      const decisive = waits.some((f) => f.kind !== 'factor')
      return { missing: { ...asked, clauses: waits.map((f) => f.clause) }, decisive }
    })
    .filter(({ missing }) => missing.clauses.length > 0)
    .sort(
      (a, b) =>
        Number(b.decisive) - Number(a.decisive) || b.missing.clauses.length - a.missing.clauses.length,
    )
    .map(({ missing }) => missing)
}

function pick<T>(names: readonly string[], value: (name: string) => T): Readonly<Record<string, T>> {
  return Object.fromEntries(names.map((name) => [name, value(name)]))
}
