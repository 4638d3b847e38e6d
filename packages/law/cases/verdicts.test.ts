import { describe, expect, test } from 'vitest'
import { addDays, daysBetween } from '../days.ts'
import { outcomeOf } from '../eligibility/assess.ts'
import { packs, resolveParameters } from '../index.ts'
import type { Condition, Pack, Parameters, Rule, Step, Verdict } from '../types.ts'
import { clausesNamed } from './passages.ts'
import { carries, casesIn, files, type WorkedCase, worked } from './worked-cases.ts'

// Walks every rule of every pack: the worked cases must show each answer that it can give, and each threshold from
// below, at and above. A rule that is added without them fails here by name.

const VERDICTS: readonly Verdict[] = ['met', 'not-met', 'unknown']
const all = files.flatMap(casesIn)
const walked = [...packs.values()].flatMap((p) => p.steps.map((step) => [p.name, step, p] as const))

const casesOf = (p: Pack, step: Step) => all.filter((one) => one.pack === p.name && one.step === step)
const rulesOf = (p: Pack, step: Step) => p.rules.filter((r) => r.steps.includes(step))
const cell = ({ clause, textCode }: Pick<Rule, 'clause' | 'textCode'>, verdict: string) =>
  `${clause} ${textCode} ${verdict}`

/**
 * The answers that a case shows: the outcome would be another without it, or the passage that the case names is where it
 * stands, and the outcome comes from it or from what nobody has said.
 */
function shownBy(one: WorkedCase): readonly string[] {
  const { found } = worked(one)
  const named = clausesNamed(one.because)
  return found.findings.flatMap((finding, i) => {
    const turns = VERDICTS.some((verdict) => {
      const other = found.findings.map((f, j) => (i === j ? { ...f, verdict } : f))
      return outcomeOf(other) !== found.outcome
    })
    const asked = found.outcome === 'incomplete' && finding.verdict === 'unknown'
    const told = named.has(finding.clause) && (carries(found.outcome, finding) || asked)
    return turns || told ? [cell(finding, finding.verdict)] : []
  })
}

describe('each answer of each rule is shown by a worked case', () => {
  test.each(walked)('%s, %s', (_, step, p) => {
    const shown = new Set(casesOf(p, step).flatMap(shownBy))
    const wanted = rulesOf(p, step).flatMap((r) => VERDICTS.map((verdict) => cell(r, verdict)))
    expect(wanted.length).toBeGreaterThan(0)
    expect(wanted.filter((one) => !shown.has(one))).toEqual([])
  })
})

type Leaf = Extract<Condition, { readonly fact: string }>
type Threshold = Extract<
  Leaf,
  { readonly op: 'more-than' | 'at-least' | 'at-most' | 'by-then' | 'share-served' }
>

function thresholdsIn(condition: Condition): readonly Threshold[] {
  switch (condition.op) {
    case 'all':
    case 'any':
      return condition.of.flatMap(thresholdsIn)
    case 'not':
      return thresholdsIn(condition.of)
    case 'more-than':
    case 'at-least':
    case 'at-most':
    case 'by-then':
    case 'share-served':
      return [condition]
    default:
      return []
  }
}

/** How far a case is from the line: 0 on it; null where it does not come near. */
function distance(one: WorkedCase, line: Threshold, parameters: Parameters): number | null {
  const value = one.facts[line.fact]
  if (line.op === 'by-then') return typeof value === 'string' ? daysBetween(one.on, value) : null
  const limit = parameters.values[line.than.parameter]!.value
  if (typeof value !== 'number' || typeof limit !== 'number') return null
  if (line.op !== 'share-served') return value - limit
  const [term, suspended] = [one.facts[line.term], one.facts[line.suspended]]
  if (typeof term !== 'number' || typeof suspended !== 'number') return null
  const base = parameters.values[line.shareOf]!.value === 'whole-term' ? term : term - suspended
  return value - Math.ceil((base * limit) / 100)
}

const nameOf = (line: Threshold) =>
  `${line.fact} ${line.op} ${'than' in line ? line.than.parameter : 'the day'}`

describe('each threshold is shown from below, at and above', () => {
  test.each(walked)('%s, %s', (_, step, p) => {
    const lines = rulesOf(p, step).flatMap((r) => thresholdsIn(r.condition))
    const missing = lines.flatMap((line) => {
      const near = casesOf(p, step).map((one) =>
        distance(one, line, resolveParameters(p, one.county ?? [], one.on)),
      )
      return [-1, 0, 1].filter((by) => !near.includes(by)).map((by) => `${nameOf(line)}: ${by}`)
    })
    expect(missing).toEqual([])
  })

  test('the lines themselves: a day before, on and after is told apart', () => {
    expect([-1, 0, 1].map((by) => daysBetween('2026-03-02', addDays('2026-03-02', by)))).toEqual([-1, 0, 1])
  })
})
