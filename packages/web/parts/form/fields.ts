import type { Words } from '../words/words.ts'
import type { DayTrouble } from './read/day.ts'
import type { FileKind } from './read/file-kind.ts'
import type { MoneyTrouble } from './read/money.ts'

/** One row of a repeated group, as typed. */
export type TypedRow = { readonly [name: string]: Typed }
/** What stands in a field while it is typed, before it is read. */
export type Typed = string | boolean | File | null | readonly string[] | readonly TypedRow[]

/** Why a field cannot be read; `useFieldWords` says it to people. */
export type FieldTrouble =
  | { code: 'missing' }
  | { code: 'too-long'; most: number; now: number }
  | DayTrouble
  | { code: 'day-too-early'; earliest: string }
  | { code: 'day-too-late'; latest: string }
  | { code: 'not-a-time' | 'time-needs-half' }
  | MoneyTrouble
  | { code: 'not-whole' }
  | { code: 'too-small'; least: number }
  | { code: 'too-large'; most: number }
  | { code: 'less-money'; leastCents: number }
  | { code: 'more-money'; mostCents: number }
  | { code: 'not-offered' }
  | { code: 'file-too-large'; mostBytes: number }
  | { code: 'wrong-kind-of-file' }
  | { code: 'too-few-rows'; least: number }

export type Read<Value> = { ok: true; value: Value } | { ok: false; trouble: FieldTrouble }

export type Option<V extends string = string> = { value: V; label: Words; hint?: Words }

/** How a field is drawn; everything that only drawing needs. */
export type Drawing =
  | { as: 'text'; inputMode?: 'text' | 'numeric' | 'tel' | 'email'; autoComplete?: string; width?: Width }
  | { as: 'password'; autoComplete: 'current-password' | 'new-password' }
  | { as: 'area'; lines: number }
  | { as: 'day' }
  | { as: 'time' }
  | { as: 'money' }
  | { as: 'whole'; unit?: Words }
  | { as: 'select'; options: readonly Option[] }
  | { as: 'choice'; options: readonly Option[] }
  | { as: 'ticks'; options: readonly Option[] }
  | { as: 'tick' }
  | { as: 'file'; kinds: readonly FileKind[]; mostBytes: number }
  | { as: 'rows'; of: Fields; add: Words; row: Words }

export type Width = 'short' | 'middle' | 'full'

/** A field: what it is called, how it is drawn, how what is typed becomes a value and back. */
export type Field<Value = unknown> = {
  label: Words
  hint?: Words
  required: boolean
  /** Never leaves memory: kept out of the draft in the browser's storage. */
  secret: boolean
  drawing: Drawing
  empty: Typed
  /** `timeZone` is the office's, for its today. */
  read: (typed: Typed, timeZone: string) => Read<Value>
  // A method, so that a field of `string` is one of `string | null` too.
  write(value: Value): Typed
}

// biome-ignore lint/suspicious/noExplicitAny: fields of every value stand together in one form
export type Fields = { readonly [name: string]: Field<any> }
/** The values of a form, once every field could be read. */
export type ValuesOf<F extends Fields> = { -readonly [K in keyof F]: F[K] extends Field<infer V> ? V : never }

/** What every kind of field may be told. */
export type Common = { label: Words; hint?: Words; secret?: boolean }

export const ok = <V>(value: V): Read<V> => ({ ok: true, value })
export const unread = (why: FieldTrouble): Read<never> => ({ ok: false, trouble: why })

/** The part that every kind of field has alike. */
export function common({ label, hint, secret = false }: Common, required: boolean) {
  return { label, ...(hint === undefined ? {} : { hint }), required, secret }
}

/** Whether two typed things are the same to a person. */
export const isSame = (a: Typed, b: Typed): boolean => {
  if (a instanceof File || b instanceof File) return a === b
  return JSON.stringify(a) === JSON.stringify(b)
}
