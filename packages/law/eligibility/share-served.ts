import { choiceOf, numberOrUnset } from '../parameters.ts'
import type { Parameters } from '../parameters.types.ts'
import type { Condition, Facts, Verdict } from './types.ts'

export type ShareServed = Extract<Condition, { readonly op: 'share-served' }>

/**
 * Whether so many days were served: a share of the term in per cent, rounded up to a whole day (ARS-M.3). Of
 * what the share is taken, the whole term or what the court left of it, is a parameter. What is not known
 * matters only where it could change the answer.
 */
export const shareServed = (
  fact: string,
  term: string,
  suspended: string,
  percent: string,
  shareOf: string,
): Condition => ({ op: 'share-served', fact, term, suspended, than: { parameter: percent }, shareOf })

export function shareVerdict(condition: ShareServed, facts: Facts, parameters: Parameters): Verdict {
  const number = (name: string) => (typeof facts[name] === 'number' ? facts[name] : null)
  const served = number(condition.fact)
  const percent = numberOrUnset(parameters, condition.than.parameter)
  const term = number(condition.term)
  if (served === null || percent === null) return 'unknown'
  const share = (days: number) => Math.ceil((days * percent) / 100)
  const whole = choiceOf(parameters, condition.shareOf) === 'whole-term'
  const suspended = whole ? 0 : number(condition.suspended)
  if (term === null) return 'unknown'
  if (suspended !== null) return served >= share(Math.max(0, term - suspended)) ? 'met' : 'not-met'
  return served >= share(term) ? 'met' : 'unknown'
}
