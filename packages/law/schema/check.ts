import { isDay } from '../days.ts'
import { type InputProblem, LawInputError } from '../errors.ts'
import type { ObjectSchema, Schema } from './schema.ts'

/** Refuses `value` with a message for each place where it does not fit. Throws `LawInputError`. */
export function accept(what: string, schema: Schema, value: unknown): void {
  const problems = problemsOf(schema, value)
  if (problems.length > 0) throw new LawInputError(what, problems)
}

/** Everything about `value` that does not fit the schema; empty when it fits. */
export function problemsOf(schema: Schema, value: unknown, path = ''): InputProblem[] {
  const problem = (message: string): InputProblem[] => [{ path, message }]
  if ('anyOf' in schema) return alternatives(schema.anyOf, value, path)
  if ('const' in schema) return value === schema.const ? [] : problem(`must be "${schema.const}"`)
  switch (schema.type) {
    case 'null':
      return value === null ? [] : problem('must be null')
    case 'boolean':
      return typeof value === 'boolean' ? [] : problem('must be true or false')
    case 'integer':
    case 'number':
      return numberProblem(schema, value, problem)
    case 'string':
      return textProblem(schema, value, problem)
    case 'array':
      if (!Array.isArray(value)) return problem('must be a list')
      if (value.length > schema.maxItems) return problem(`must have at most ${schema.maxItems} entries`)
      return value.flatMap((entry, i) => problemsOf(schema.items, entry, `${path}[${i}]`))
    case 'object':
      if (!isRecord(value)) return problem('must be an object')
      if (schema.additionalProperties === true) return []
      if (schema.additionalProperties === false) return objectProblems(schema, value, path)
      return Object.entries(value).flatMap(([key, entry]) => {
        const at = join(path, key)
        return isDay(key)
          ? problemsOf(schema.additionalProperties, entry, at)
          : [{ path: at, message: 'the key must be a day, YYYY-MM-DD' }]
      })
  }
}

type Problem = (message: string) => InputProblem[]

function numberProblem(
  schema: Extract<Schema, { minimum: number }>,
  value: unknown,
  problem: Problem,
): InputProblem[] {
  const whole = schema.type === 'integer' ? 'a whole number' : 'a number'
  const fits = typeof value === 'number' && Number.isFinite(value)
  if (!fits || (schema.type === 'integer' && !Number.isSafeInteger(value))) return problem(`must be ${whole}`)
  if (value < schema.minimum || value > schema.maximum)
    return problem(`must be from ${schema.minimum} to ${schema.maximum}`)
  return []
}

function textProblem(
  schema: Extract<Schema, { type: 'string' }>,
  value: unknown,
  problem: Problem,
): InputProblem[] {
  if (typeof value !== 'string') return problem('must be text')
  if (schema.format === 'date' && !isDay(value)) return problem('must be a day that exists, YYYY-MM-DD')
  if (schema.enum && !schema.enum.includes(value)) return problem(`must be one of ${schema.enum.join(', ')}`)
  if (value.length < (schema.minLength ?? 0)) return problem('must not be empty')
  if (value.length > (schema.maxLength ?? Number.POSITIVE_INFINITY))
    return problem(`must have at most ${schema.maxLength} characters`)
  return []
}

function objectProblems(
  schema: ObjectSchema,
  value: Readonly<Record<string, unknown>>,
  path: string,
): InputProblem[] {
  const known = Object.keys(schema.properties)
  const given = Object.keys(value).filter((key) => value[key] !== undefined)
  const unknown = given.filter((key) => !known.includes(key))
  const missing = schema.required.filter((key) => !given.includes(key))
  return [
    ...unknown.map((key) => ({ path: join(path, key), message: 'is not a field here' })),
    ...missing.map((key) => ({ path: join(path, key), message: 'is missing' })),
    ...known
      .filter((key) => given.includes(key))
      .flatMap((key) => problemsOf(schema.properties[key]!, value[key], join(path, key))),
  ]
}

/** Of several alternatives, the messages of the one that was meant: same `kind`, or the first. */
function alternatives(schemas: readonly Schema[], value: unknown, path: string): InputProblem[] {
  const tried = schemas.map((schema) => ({ schema, problems: problemsOf(schema, value, path) }))
  if (tried.some((t) => t.problems.length === 0)) return []
  const kinds = schemas.flatMap((schema) => kindOf(schema) ?? [])
  if (isRecord(value) && kinds.length > 0) {
    const meant = tried.find((t) => kindOf(t.schema) === value.kind)
    if (!meant) return [{ path: join(path, 'kind'), message: `must be one of ${kinds.join(', ')}` }]
    return meant.problems
  }
  return tried[0]!.problems
}

function kindOf(schema: Schema): string | undefined {
  if (!('properties' in schema)) return undefined
  const kind = schema.properties.kind
  return kind && 'const' in kind ? kind.const : undefined
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
}

const join = (path: string, key: string): string => (path === '' ? key : `${path}.${key}`)
