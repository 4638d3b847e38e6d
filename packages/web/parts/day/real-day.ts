import { Temporal } from 'temporal-polyfill'

const written = /^\d{4}-\d{2}-\d{2}$/

/**
 * The day that an address names as `YYYY-MM-DD`.
 * @returns null where the calendar has no such day
 * @example realDay('2026-02-31') // null
 */
export function realDay(text: unknown): Temporal.PlainDate | null {
  if (typeof text !== 'string' || !written.test(text)) return null
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' })
  } catch {
    return null
  }
}
