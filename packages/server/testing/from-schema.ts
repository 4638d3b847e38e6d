import fc from 'fast-check'

/** As much of JSON Schema as the interface's document uses. */
export interface Schema {
  type?: string | string[]
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  enum?: unknown[]
  const?: unknown
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
  format?: string
  pattern?: string
  minimum?: number
  maximum?: number
  maxLength?: number
  maxItems?: number
  additionalProperties?: boolean | Schema
  propertyNames?: Schema
}

const hostileText = fc.constantFrom(
  '',
  ' ',
  "'; drop table people.person; --",
  '<script>alert(1)</script>',
  '\u0000',
  '\ud800',
  'é'.repeat(300),
  '漢字 山田',
  'ابجد',
  '😀'.repeat(50),
  'a'.repeat(20_000),
  '%',
  '_%\\',
  '=1+1',
  '../../etc/passwd',
  'null',
  '-1',
  '1e309',
  '2026-02-30',
  '9999-12-31',
  '0000-00-00',
)

const hostileValue = fc.oneof(
  hostileText,
  fc.constantFrom(null, true, 0, -1, 1e21, -2147483649, 2147483648, 9007199254740992, 0.5, [], {}, [[]], {
    a: { b: {} },
  }),
)

/**
 * Values for a schema: mostly what fits, at its limits, and sometimes what does not fit at all.
 * @param ids real ids of records in the office, so that a guess reaches behind the first check
 */
export function valuesFor(
  schema: Schema | undefined,
  ids: readonly string[],
  depth = 0,
): fc.Arbitrary<unknown> {
  const fitting = depth > 6 || !schema ? fc.constant(null) : fitted(schema, ids, depth)
  return fc.oneof({ weight: 14, arbitrary: fitting }, { weight: 1, arbitrary: hostileValue })
}

function fitted(schema: Schema, ids: readonly string[], depth: number): fc.Arbitrary<unknown> {
  const choices = schema.anyOf ?? schema.oneOf
  if (choices) return fc.oneof(...choices.map((choice) => valuesFor(choice, ids, depth + 1)))
  if (schema.allOf) return valuesFor(Object.assign({}, ...schema.allOf), ids, depth + 1)
  if (schema.enum) return fc.constantFrom(...schema.enum)
  if (schema.const !== undefined) return fc.constant(schema.const)
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type
  switch (type) {
    case 'object':
      return objects(schema, ids, depth)
    case 'array':
      return fc.array(valuesFor(schema.items, ids, depth + 1), {
        maxLength: Math.min(schema.maxItems ?? 3, 3),
      })
    case 'integer':
    case 'number':
      return numbers(schema)
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    case 'string':
      return texts(schema, ids)
    default:
      return fc.jsonValue({ maxDepth: 2 })
  }
}

function objects(schema: Schema, ids: readonly string[], depth: number): fc.Arbitrary<unknown> {
  const entries = Object.entries(schema.properties ?? {})
  if (entries.length === 0) return fc.dictionary(fc.string({ maxLength: 10 }), hostileValue, { maxKeys: 2 })
  const model = Object.fromEntries(
    entries.map(([name, property]) => [name, valuesFor(property, ids, depth + 1)]),
  )
  // A missing field is tried now and then, most of the time all are there.
  return fc.oneof(
    { weight: 6, arbitrary: fc.record(model) },
    { weight: 1, arbitrary: fc.record(model, { requiredKeys: [] }) },
  )
}

function numbers(schema: Schema): fc.Arbitrary<number> {
  const min = Math.max(schema.minimum ?? -1000, -1e12)
  const max = Math.min(schema.maximum ?? 100_000, 1e12)
  return fc.oneof(
    fc.integer({ min: Math.ceil(min), max: Math.floor(Math.max(min, max)) }),
    fc.constantFrom(min, max),
  )
}

function texts(schema: Schema, ids: readonly string[]): fc.Arbitrary<string> {
  if (schema.format === 'uuid')
    return fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...ids) }, { weight: 1, arbitrary: fc.uuid() })
  if (schema.format === 'date') {
    return fc.oneof(
      fc
        .integer({ min: -400, max: 800 })
        .map(
          (days) =>
            `2026-${String((Math.abs(days) % 12) + 1).padStart(2, '0')}-${String((Math.abs(days) % 28) + 1).padStart(2, '0')}`,
        ),
      fc.constantFrom('1900-01-01', '2199-12-31', '2028-02-29', '2026-11-01', '2026-03-08'),
    )
  }
  if (schema.format === 'date-time')
    return fc.constantFrom('2026-03-08T10:30:00Z', '1970-01-01T00:00:00Z', '2199-12-31T23:59:59.999Z')
  const longest = Math.min(schema.maxLength ?? 40, 60)
  return fc.oneof(
    { weight: 4, arbitrary: fc.string({ maxLength: longest, unit: 'grapheme' }) },
    { weight: 1, arbitrary: hostileText },
  )
}
