import { holdsOn } from './days.ts'
import { type InputProblem, LawInputError, refuse } from './errors.ts'
import type { Day, Pack } from './pack.types.ts'
import type {
  ParameterDefinition,
  ParameterOverride,
  Parameters,
  ParameterValue,
  ResolvedParameter,
} from './parameters.types.ts'
import { accept, problemsOf } from './schema/check.ts'
import {
  day,
  either,
  list,
  number,
  object,
  oneOf,
  orNull,
  type Schema,
  text,
  yesNo,
} from './schema/schema.ts'

export const overridesSchema = list(
  object(
    {
      name: text(),
      value: either(number(0, 1e12), text(), yesNo(), list(text())),
      from: day(),
      until: orNull(day()),
      authority: text(),
      resolution: text(),
    },
    ['until'],
  ),
)

/**
 * The parameters of a pack as they stand on a day: the county's value where one holds, else the pack's
 * default, else unset. A day never uses a later version. Where two values hold, the later one wins; two
 * from the same day are refused.
 *
 * Throws `LawInputError` for a name the pack has not, a value out of bounds, or a day that does not exist.
 *
 * Each parameter has the unit that its pack declares (days, months, hours, cents and others) and its clause,
 * such as WAP-ELIG.a or SCC-3.A1.
 *
 * @example
 * const wap = pack('contra-costa/work-alternative')
 * const raised = { name: 'daysLeftLimit', value: 60, from: '2026-03-01', authority: 'Board', resolution: '2026/12' }
 * resolveParameters(wap, [raised], '2026-02-28').values.daysLeftLimit.value // => 45
 * resolveParameters(wap, [raised], '2026-03-01').values.daysLeftLimit.value // => 60
 * resolveParameters(wap, [], '2026-03-01').values.smallSiteUpTo.source // => 'unset'
 */
export function resolveParameters(pack: Pack, overrides: readonly ParameterOverride[], on: Day): Parameters {
  accept('day', day(), on)
  accept('parameters', overridesSchema, overrides)
  const problems = overrides.flatMap((override, i) => overrideProblems(pack, override, `[${i}]`))
  if (problems.length > 0) throw new LawInputError('parameters', problems)
  const values = pack.parameters.map((definition) => [
    definition.name,
    resolve(pack, definition, overrides, on),
  ])
  return { pack: pack.name, on, values: Object.fromEntries(values) }
}

/** A number that may be unset. Throws when the pack has no such parameter. */
export function numberOrUnset(parameters: Parameters, name: string): number | null {
  const value = resolved(parameters, name).value
  if (value !== null && typeof value !== 'number') return refuse('parameters', name, 'must be a number')
  return value
}

/** A number that the pack gives a default for. */
export function numberOf(parameters: Parameters, name: string): number {
  return numberOrUnset(parameters, name) ?? refuse('parameters', name, 'is not set')
}

/** A choice that the pack gives a default for. */
export function choiceOf(parameters: Parameters, name: string): string {
  const value = resolved(parameters, name).value
  return typeof value === 'string' ? value : refuse('parameters', name, 'is not set')
}

/** Some of the choices of a set; null when unset. Throws when the pack has no such parameter. */
export function setOrUnset(parameters: Parameters, name: string): readonly string[] | null {
  const value = resolved(parameters, name).value
  if (value !== null && !Array.isArray(value)) return refuse('parameters', name, 'must be a list')
  return value as readonly string[] | null
}

export function resolved(parameters: Parameters, name: string): ResolvedParameter {
  return parameters.values[name] ?? refuse('parameters', name, `is not a parameter of ${parameters.pack}`)
}

/** Refuses parameters of another pack or another day: a result must stand on those of its own day. */
export function checkParameters(pack: Pack, parameters: Parameters, on: Day = parameters.on): void {
  accept('day', day(), on)
  if (parameters.pack !== pack.name)
    refuse('parameters', 'pack', `are those of ${parameters.pack}, not of ${pack.name}`)
  if (parameters.on !== on) refuse('parameters', 'on', `were resolved for ${parameters.on}, not for ${on}`)
  if (on < pack.authority.effective)
    refuse('day', '', `${on} is before ${pack.name} took effect, ${pack.authority.effective}`)
}

function resolve(
  pack: Pack,
  definition: ParameterDefinition,
  overrides: readonly ParameterOverride[],
  on: Day,
): ResolvedParameter {
  const { name, clause, own } = definition
  const county = latest(overrides.filter((o) => o.name === name && holdsOn(on, o.from, o.until)))
  if (county) {
    const { value, from, authority, resolution } = county
    return { name, clause, own, value, source: 'county', from, authority, resolution }
  }
  if (definition.default === null)
    return { name, clause, own, value: null, source: 'unset', from: null, authority: null, resolution: null }
  return {
    name,
    clause,
    own,
    value: definition.default,
    source: 'pack',
    from: pack.authority.effective,
    authority: own ? null : pack.version,
    resolution: null,
  }
}

function latest(overrides: readonly ParameterOverride[]): ParameterOverride | undefined {
  const [first, second] = [...overrides].sort((a, b) => (a.from < b.from ? 1 : -1))
  if (first && second?.from === first.from)
    refuse('parameters', first.name, `has two values from ${first.from}; end one of them`)
  return first
}

function overrideProblems(pack: Pack, override: ParameterOverride, path: string): InputProblem[] {
  const definition = pack.parameters.find((p) => p.name === override.name)
  if (!definition) return [{ path: `${path}.name`, message: `is not a parameter of ${pack.name}` }]
  const until = override.until
  return [
    ...problemsOf(valueSchema(definition), override.value satisfies ParameterValue, `${path}.value`),
    ...(until != null && until <= override.from
      ? [{ path: `${path}.until`, message: 'must be after the first day' }]
      : []),
  ]
}

function valueSchema(definition: ParameterDefinition): Schema {
  if (definition.type === 'choice') return oneOf(definition.choices)
  if (definition.type === 'set') return list(oneOf(definition.choices), definition.choices.length)
  const { minimum, maximum, unit } = definition
  return unit === 'miles' ? number(minimum, maximum) : { type: 'integer', minimum, maximum }
}
