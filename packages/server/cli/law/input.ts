import { type CountyInstance, LawInputError, type ParameterOverride } from '@inlieu/law'
import { errorText } from '../../launcher/failure.ts'

/** What came on standard input: the county and its parameters, if any, and the rest for the command itself. */
export interface LawInput {
  /** A county of the pack's state; null: none was given. */
  readonly county: CountyInstance | null
  readonly parameters: readonly ParameterOverride[]
  readonly rest: Readonly<Record<string, unknown>>
}

/** Reads the JSON of a command. Throws `LawInputError` where it is none, or not an object. */
export function readInput(
  command: { readonly word: string; readonly reads: 'nothing' | 'json' | 'maybe' },
  given: string,
): LawInput {
  if (command.reads === 'nothing' || (command.reads === 'maybe' && given.trim() === ''))
    return { county: null, parameters: [], rest: {} }
  const value = json(given)
  if (value === null || typeof value !== 'object' || Array.isArray(value))
    throw wrong(`must be a JSON object, as docs/guide/law.md shows for "law ${command.word}"`)
  const { county = null, parameters = [], ...rest } = value as Record<string, unknown>
  // The law checks both, as everything else, before it uses them.
  return {
    county: county as CountyInstance | null,
    parameters: parameters as readonly ParameterOverride[],
    rest,
  }
}

function json(given: string): unknown {
  if (given.trim() === '') throw wrong('is empty: give JSON on standard input')
  try {
    return JSON.parse(given)
  } catch (error) {
    throw wrong(`is not JSON: ${errorText(error)}`)
  }
}

const wrong = (message: string): LawInputError => new LawInputError('The input', [{ path: '', message }])

/** The parts of an input that a command knows; any other is refused, so that none is lost unnoticed. */
export function only(
  input: LawInput,
  known: readonly string[],
  needed: readonly string[] = [],
): Readonly<Record<string, unknown>> {
  const problems = [
    ...Object.keys(input.rest)
      .filter((key) => !known.includes(key))
      .map((path) => ({
        path,
        message: `is not a field here; there are ${['parameters', 'county', ...known].join(', ')}`,
      })),
    ...needed.filter((key) => !(key in input.rest)).map((path) => ({ path, message: 'is missing' })),
  ]
  if (problems.length > 0) throw new LawInputError('The input', problems)
  return input.rest
}
