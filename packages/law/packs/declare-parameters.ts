import type { ParameterDefinition, ParameterUnit } from '../parameters.types.ts'
import type { WordingCode } from '../wording/index.ts'

interface Limits {
  readonly own?: boolean
  readonly minimum?: number
  readonly maximum?: number
}

/** How the packs of one jurisdiction declare parameters; the words of each stand at `<prefix>.parameter.<name>`. */
export function parametersWordedIn(prefix: 'wap' | 'sac' | 'ars') {
  const question = (name: string) => `${prefix}.parameter.${name}` as WordingCode

  /** A number of the text, or of the office where it is `own`. Null: open in the text, the office is asked. */
  const number = (
    name: string,
    clause: string,
    unit: ParameterUnit,
    value: number | null,
    { own = false, minimum = 0, maximum = 36_500 }: Limits = {},
  ): ParameterDefinition => ({
    name,
    clause,
    own,
    question: question(name),
    type: 'number',
    unit,
    default: value,
    minimum,
    maximum,
  })

  /** An amount of money, in cents. */
  const cents = (
    name: string,
    clause: string,
    value: number | null,
    { own = false }: Pick<Limits, 'own'> = {},
  ): ParameterDefinition => number(name, clause, 'cents', value, { own, maximum: 10_000_000 })

  /** A reading of ours that an office may take otherwise; the first is the default. */
  const choice = (
    name: string,
    clause: string,
    choices: readonly [string, ...string[]],
    value: string | null = choices[0],
  ): ParameterDefinition => ({
    name,
    clause,
    own: true,
    question: question(name),
    type: 'choice',
    default: value,
    choices,
  })

  /** Some of a list, which the office may set otherwise. Null: it must say. */
  const set = (
    name: string,
    clause: string,
    choices: readonly string[],
    value: readonly string[] | null,
  ): ParameterDefinition => ({
    name,
    clause,
    own: true,
    question: question(name),
    type: 'set',
    default: value,
    choices,
  })

  return { number, cents, choice, set }
}
