import type { JsonSchema } from '../pack.types.ts'

/** The part of JSON Schema (2020-12) that our inputs need, and that `problemsOf` checks. */
export type Schema =
  | { readonly type: 'null' }
  | { readonly type: 'boolean'; readonly description?: string }
  | {
      readonly type: 'integer' | 'number'
      readonly minimum: number
      readonly maximum: number
      readonly description?: string
    }
  | {
      readonly type: 'string'
      readonly format?: 'date'
      readonly enum?: readonly string[]
      readonly minLength?: number
      readonly maxLength?: number
      readonly description?: string
    }
  | { readonly const: string }
  /** An object that somebody else defines, such as a result that was stored. */
  | { readonly type: 'object'; readonly additionalProperties: true; readonly description?: string }
  | {
      readonly type: 'array'
      readonly items: Schema
      readonly maxItems: number
      readonly description?: string
    }
  | ObjectSchema
  | MapSchema
  | { readonly anyOf: readonly Schema[]; readonly description?: string }

export interface ObjectSchema {
  readonly type: 'object'
  readonly properties: Readonly<Record<string, Schema>>
  readonly required: readonly string[]
  readonly additionalProperties: false
  readonly description?: string
}

interface MapSchema {
  readonly type: 'object'
  readonly propertyNames: { readonly type: 'string'; readonly format: 'date' }
  readonly additionalProperties: Schema
  readonly description?: string
}

const described = (description?: string) => (description === undefined ? {} : { description })

export const yesNo = (description?: string): Schema => ({ type: 'boolean', ...described(description) })
export const day = (description?: string): Schema => ({
  type: 'string',
  format: 'date',
  ...described(description),
})
export const text = (maxLength = 200, description?: string): Schema => ({
  type: 'string',
  minLength: 1,
  maxLength,
  ...described(description),
})
export const oneOf = (choices: readonly string[], description?: string): Schema => ({
  type: 'string',
  enum: choices,
  ...described(description),
})
export const integer = (minimum: number, maximum: number, description?: string): Schema => ({
  type: 'integer',
  minimum,
  maximum,
  ...described(description),
})
export const number = (minimum: number, maximum: number, description?: string): Schema => ({
  type: 'number',
  minimum,
  maximum,
  ...described(description),
})
export const list = (items: Schema, maxItems = 1000, description?: string): Schema => ({
  type: 'array',
  items,
  maxItems,
  ...described(description),
})
export const orNull = (schema: Schema): Schema => ({ anyOf: [schema, { type: 'null' }] })
export const either = (...schemas: Schema[]): Schema => ({ anyOf: schemas })
export const exactly = (value: string): Schema => ({ const: value })
export const anything = (description?: string): Schema => ({
  type: 'object',
  additionalProperties: true,
  ...described(description),
})
export const byDay = (values: Schema, description?: string): Schema => ({
  type: 'object',
  propertyNames: { type: 'string', format: 'date' },
  additionalProperties: values,
  ...described(description),
})

/** An object whose `optional` keys may be left out; any other key is refused. */
export const object = (
  properties: Readonly<Record<string, Schema>>,
  optional: readonly string[] = [],
  description?: string,
): ObjectSchema => ({
  type: 'object',
  properties,
  required: Object.keys(properties).filter((key) => !optional.includes(key)),
  additionalProperties: false,
  ...described(description),
})

/** A schema as a document that stands by itself. */
export const document = (title: string, schema: ObjectSchema): JsonSchema => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title,
  ...schema,
})
