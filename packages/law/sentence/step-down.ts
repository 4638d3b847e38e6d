import { dateOf, dayOf } from '../days.ts'
import { because } from '../pack.ts'
import type { Day, Reason } from '../pack.types.ts'
import { numberOf, resolved } from '../parameters.ts'
import { coveredBy } from './custody.ts'
import { parametersNeeded } from './jail-first.ts'
import type { StepDownRule } from './serving.types.ts'
import { dayAt, dayNumber } from './spans.ts'
import type { State } from './state.ts'

/**
 * When supervision is lowered: so many months before the end of the longest supervision (EMP-2.3). For a
 * shorter one the office says how; until it does, it is asked.
 */
export function planStepDown(state: State): void {
  const rule = state.pack.sentence.stepDown
  const last = coveredBy(state).at(-1)
  if (rule === null || last === undefined || state.custody !== null) return
  const { at, reason, ask } = planned(state, rule, last.to)
  state.stepDown = {
    plannedOn: at === null || at >= last.to ? null : dayAt(at),
    days: at === null ? 0 : last.to - at,
    confirmedOn: state.steppedDownOn,
    reason,
    ask,
  }
}

interface Planned {
  /** First day on the lower level, as a number; null: none. */
  readonly at: number | null
  readonly reason: Reason
  readonly ask: string | null
}

/** `end` is the day after the last one of the sentence. */
function planned(state: State, rule: StepDownRule, end: number): Planned {
  const { pack } = state
  const parameters = parametersNeeded(state)
  const months = numberOf(parameters, rule.monthsParameter)
  const most = numberOf(parameters, rule.mostMonthsParameter)
  const from = state.placedOn ?? dayAt(coveredBy(state)[0]!.from)
  const longest = dayNumber(after(from, most))
  const at = Math.max(dayNumber(from), dayNumber(after(dayAt(end), -months)))
  const lastMonths = { at, reason: because(pack, 'sentence.step-down.last-months', { months }), ask: null }
  if (longest < end) {
    const over = { most, over: end - longest }
    return { ...lastMonths, reason: because(pack, 'sentence.step-down.over-longest', over) }
  }
  if (longest === end) return lastMonths
  switch (resolved(parameters, rule.shorterTermsParameter).value) {
    case 'last-months':
      return lastMonths
    case 'in-proportion': {
      const days = Math.floor(((end - dayNumber(from)) * months) / most)
      const reason = because(pack, 'sentence.step-down.in-proportion', { months, most })
      return { at: end - days, reason, ask: null }
    }
    case 'none':
      return { at: null, reason: because(pack, 'sentence.step-down.none'), ask: null }
    default: {
      const reason = because(pack, 'sentence.step-down.ask', { most })
      return { at: null, reason, ask: rule.shorterTermsParameter }
    }
  }
}

/** By the calendar; before the day when negative. */
const after = (day: Day, months: number): Day => dayOf(dateOf(day).add({ months }))
