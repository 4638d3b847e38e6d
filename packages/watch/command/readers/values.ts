import { Temporal } from 'temporal-polyfill'
import type { Millis } from '../../types.ts'

/** A plain decimal number, as text or as JSON has it; null when it is none, or none that can be held. */
export function numberOf(value: unknown): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null
  if (typeof value !== 'string' || !/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(value.trim())) return null
  const number = Number(value)
  return Number.isFinite(number) ? number : null
}

/** Below this a number is seconds (until the year 5138), from it on milliseconds (since 1973). */
const SECONDS_END = 1e11

const WITH_OFFSET = /[zZ]$|[+-]\d\d(:?\d\d)?$/

/**
 * An instant: ISO 8601 with an offset or Z, or epoch seconds or milliseconds. A local time is refused: nobody's absence
 * is decided by a guess at the hour.
 *
 * @returns epoch milliseconds, or in words what is wrong
 * @example instantOf('2026-11-23T12:00:00Z') // 1795435200000
 */
export function instantOf(value: unknown): Millis | string {
  const number = numberOf(value)
  if (number !== null) return fromEpoch(number)
  if (typeof value !== 'string' || value.trim() === '') return 'there is no time'
  const text = value.trim().replace(' ', 'T')
  if (!/^\d{4}-\d\d-\d\dT\d\d/.test(text)) return `the time "${short(value)}" is not ISO 8601 and no number`
  if (!WITH_OFFSET.test(text))
    return `the time "${short(value)}" has no offset: write Z, or an offset such as -08:00`
  try {
    return Temporal.Instant.from(text).epochMilliseconds
  } catch {
    return `the time "${short(value)}" does not exist`
  }
}

function fromEpoch(number: number): Millis | string {
  const millis = Math.round(number < SECONDS_END ? number * 1000 : number)
  return Math.abs(millis) <= LATEST ? millis : `the time ${number} is beyond all calendars`
}

/** What Temporal can hold. */
const LATEST = 8.64e15

/** Text of a file in a message: never more than a line of it. */
export const short = (value: unknown): string => {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value))
  return text.length > 40 ? `${text.slice(0, 40)}…` : text
}

/** An instant for a reader: ISO 8601 in UTC. */
export const iso = (at: Millis): string => Temporal.Instant.fromEpochMilliseconds(at).toString()
