import { Temporal } from 'temporal-polyfill'
import type { Json, JsonObject } from '../path/json.ts'

// Values as protocols write them. What is not a number is not there, and never zero.

/** A number, also one written as text; undefined for anything else. */
export function number(value: unknown): number | undefined {
  if (typeof value === 'number') return value
  if (typeof value !== 'string' || value.trim() === '' || value.length > 40) return undefined
  const parsed = Number(value)
  return Number.isNaN(parsed) ? undefined : parsed
}

/** A number that a protocol sends as -1 (or below) when it does not know. */
export function known(value: unknown): number | undefined {
  const parsed = number(value)
  return parsed === undefined || parsed < 0 ? undefined : parsed
}

/** Yes or no, in the words in use. */
export function truth(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value
  if (value === 1 || value === '1' || value === 'true') return true
  if (value === 0 || value === '0' || value === 'false') return false
  return undefined
}

/**
 * A time as epoch milliseconds: epoch seconds below 2^31 or milliseconds, ISO 8601 with any offset (`+00:00` and
 * `+0000`), or `yyyy-MM-dd HH:mm:ss`, which is read as UTC. Null when it is none of these.
 */
export function time(value: unknown): number | null {
  const digits = number(value)
  if (digits !== undefined) {
    if (!Number.isFinite(digits)) return null
    return Math.round(digits < 2_147_483_647 ? digits * 1000 : digits)
  }
  if (typeof value !== 'string' || value.length > 40) return null
  const text = value
    .trim()
    .replace(' ', 'T')
    .replace(/([+-]\d\d)(\d\d)$/, '$1:$2')
  try {
    return Temporal.Instant.from(/(Z|[+-]\d\d:\d\d)$/i.test(text) ? text : `${text}Z`).epochMilliseconds
  } catch {
    return null
  }
}

/** An object without some of its names and without nulls. */
export function without(object: JsonObject, names: ReadonlySet<string>): JsonObject {
  return Object.fromEntries(
    Object.entries(object).filter(([name, value]) => !names.has(name) && value !== null),
  )
}

/** The same value in text that the record can hold: no NUL, no half of a character. */
export function clean<T extends Json>(value: T): T {
  const written = JSON.stringify(value)
  if (!written.includes('\\u')) return value
  return JSON.parse(written, (_, part) =>
    typeof part === 'string' ? part.toWellFormed().replaceAll('\0', '\ufffd') : part,
  )
}

/** Text of a value, at most so many characters; undefined when it is none. */
export function text(value: Json | undefined, most = 200): string | undefined {
  return typeof value === 'string' ? value.slice(0, most) : undefined
}

/** An object, or an empty one. */
export function object(value: unknown): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {}
}

export const knots = 1852 / 3600
export const kilometresAnHour = 1 / 3.6
