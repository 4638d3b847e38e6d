import { readdirSync, readFileSync } from 'node:fs'
import { assess, pack, resolveParameters } from '../index.ts'
import type { Assessment, Facts, Finding, Outcome, Pack, ParameterOverride, Step } from '../types.ts'

/** A worked case: README.md says how they come about. */
export interface WorkedCase {
  readonly name: string
  readonly pack: string
  readonly step: Step
  readonly on: string
  readonly facts: Facts
  /** Values of the county, where a case needs one. */
  readonly county?: readonly ParameterOverride[]
  readonly expect: { readonly outcome: Outcome }
  /** The passage of the source, in other words, and where it stands. */
  readonly because: string
  /** Where the text leaves it open. */
  readonly open?: string
  /** What was decided when the case and the rules first disagreed, and why. */
  readonly settled?: string
}

/** The files of cases beside this one. */
export const files = readdirSync(import.meta.dirname).filter((file) => file.endsWith('.json'))

export const casesIn = (file: string): readonly WorkedCase[] =>
  JSON.parse(readFileSync(new URL(`./${file}`, import.meta.url), 'utf8')) as readonly WorkedCase[]

/** A case before the rules. */
export function worked(one: WorkedCase): { readonly law: Pack; readonly found: Assessment } {
  const law = pack(one.pack)
  const parameters = resolveParameters(law, one.county ?? [], one.on)
  return { law, found: assess(law, parameters, one.facts, one.on, one.step) }
}

/** Whether a finding is what the outcome comes from; nothing is where everybody may come. */
export function carries(outcome: Outcome, { kind, verdict }: Pick<Finding, 'kind' | 'verdict'>): boolean {
  switch (outcome) {
    case 'ineligible':
      return (kind === 'bar' && verdict === 'met') || (kind === 'require' && verdict === 'not-met')
    case 'incomplete':
      return kind !== 'factor' && verdict === 'unknown'
    case 'officer-decides':
      return kind === 'factor' && verdict !== 'not-met'
    case 'eligible':
      return false
  }
}
