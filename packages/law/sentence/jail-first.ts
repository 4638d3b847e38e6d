import { refuse } from '../errors.ts'
import { because } from '../pack.ts'
import type { Reason } from '../pack.types.ts'
import { choiceOf, numberOf } from '../parameters.ts'
import type { Parameters } from '../parameters.types.ts'
import { obstacle } from './obstacles.ts'
import type { JailFirst, JailFirstRule, JailFirstRules, JailTerm } from './serving.types.ts'
import { countDays, dayAt, type Span, union } from './spans.ts'
import type { Placed, State } from './state.ts'

/** A share of so many days, in whole days, rounded up: nine days and 20 per cent give two. */
export const shareOfDays = (days: number, percent: number): number => Math.ceil((days * percent) / 100)

/** Days in jail that come before placement, on each commitment and over all (ARS-M.2, M.3). */
export function jailFirst(state: State): void {
  const rules = state.pack.sentence.jailFirst
  if (rules === null) return
  const placed = [...state.placed.values()].sort((a, b) => (a.term.id < b.term.id ? -1 : 1))
  const parameters = parametersNeeded(state)
  const terms = placed.flatMap((p) => jailTerm(state, rules, parameters, p) ?? [])
  if (state.obstacles.length > 0) return
  state.jail = summed(state, rules, parameters, terms)
}

/** The parameters that the rules of serving need. */
export const parametersNeeded = (state: State): Parameters =>
  state.parameters ?? refuse('parameters', '', `are needed to compute a sentence of ${state.pack.name}`)

function jailTerm(
  state: State,
  rules: JailFirstRules,
  parameters: Parameters,
  { term, termDays }: Placed,
): JailTerm | null {
  const { id: commitment, docket, offence, suspendedDays } = term
  if (offence === null) {
    state.obstacles.push(obstacle(state.pack, 'no-offence', commitment))
    return null
  }
  const rule = rules.rules.find((r) => r.offences.includes(offence))
  const none = { commitment, docket, offence, baseDays: null, percent: null }
  if (rule === undefined)
    return { ...none, days: 0, reasons: [because(state.pack, 'sentence.jail.not-asked')] }
  const toServe = termDays - suspendedDays
  if (rule.kind === 'days') {
    const days = numberOf(parameters, rule.parameter)
    return { ...none, ...capped(state, days, toServe, [cited(state, rule, 'sentence.jail.days', { days })]) }
  }
  const percent = numberOf(parameters, rule.parameter)
  const whole = choiceOf(parameters, rules.shareOfParameter) === 'whole-term'
  const [baseDays, otherBase] = whole ? [termDays, toServe] : [toServe, termDays]
  const days = shareOfDays(baseDays, percent)
  const reasons = [
    cited(state, rule, 'sentence.jail.share', { percent, base: baseDays, days }),
    because(state.pack, whole ? 'sentence.jail.of-whole-term' : 'sentence.jail.of-term-after-suspension', {
      days: baseDays,
    }),
  ]
  const other = shareOfDays(otherBase, percent)
  if (other !== days) reasons.push(because(state.pack, 'sentence.jail.other-reading', { days, other }))
  return { ...none, baseDays, percent, ...capped(state, days, toServe, reasons) }
}

/** Nobody serves more in jail than the sentence. */
function capped(
  state: State,
  days: number,
  toServe: number,
  reasons: readonly Reason[],
): Pick<JailTerm, 'days' | 'reasons'> {
  if (days <= toServe) return { days, reasons }
  return { days: toServe, reasons: [...reasons, because(state.pack, 'sentence.jail.all', { days: toServe })] }
}

function summed(
  state: State,
  rules: JailFirstRules,
  parameters: Parameters,
  terms: readonly JailTerm[],
): JailFirst {
  const placed = [...state.placed.values()]
  const credited = choiceOf(parameters, rules.creditParameter) === 'counts'
  const daysOf = new Map(terms.map((t) => [t.commitment, t.days]))
  const owedOf = (p: Placed) => {
    const days = daysOf.get(p.term.id) ?? 0
    return credited ? Math.max(0, days - p.term.creditDays) : days
  }
  const days = countDays(union(jailSpans(placed, (p) => daysOf.get(p.term.id) ?? 0)))
  const inJail = union(jailSpans(placed, owedOf))
  const owed = countDays(inJail)
  const first = placed.filter((p) => p.span.to > p.span.from).map((p) => p.span.from)
  const notes = days > owed ? [because(state.pack, 'sentence.jail.credit', { days: days - owed })] : []
  return {
    terms,
    days,
    creditDays: days - owed,
    daysServed: 0,
    daysLeft: owed,
    placeFrom: first.length === 0 ? null : dayAt(inJail.at(-1)?.to ?? Math.min(...first)),
    shareOf: choiceOf(parameters, rules.shareOfParameter) as JailFirst['shareOf'],
    notes,
  }
}

/**
 * The days in jail of each commitment in the calendar. They are days of that commitment, so they begin with it; where
 * it is consecutive, right after those of what it follows: all of them come before placement (own).
 */
function jailSpans(terms: readonly Placed[], daysOf: (placed: Placed) => number): readonly Span[] {
  const byId = new Map(terms.map((placed) => [placed.term.id, placed]))
  const spanOf = (placed: Placed): Span => {
    const before = placed.follows.flatMap((id) => byId.get(id) ?? []).map((other) => spanOf(other).to)
    const from = before.length === 0 ? placed.span.from : Math.max(...before)
    return { from, to: from + daysOf(placed) }
  }
  return terms.map(spanOf)
}

const cited = (
  { pack }: State,
  rule: JailFirstRule,
  code: 'sentence.jail.days' | 'sentence.jail.share',
  values: Reason['values'],
): Reason => ({ ...because(pack, code, values), clause: rule.clause })
