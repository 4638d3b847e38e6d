import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'

/** `YYYY-MM-DD` outside, PlainDate inside. A day that does not exist, or before 1900 or after 2199, is refused. */
export const day = z.codec(
  z.iso.date('Give a day that exists, as YYYY-MM-DD.'),
  z.instanceof(Temporal.PlainDate).meta({ type: 'string', format: 'date' }),
  {
    // Asked of what comes in only: what is computed from a day at the limit may lie a little beyond it.
    decode: (text, { issues }) => {
      if (text >= '1900-01-01' && text <= '2199-12-31') return Temporal.PlainDate.from(text)
      issues.push({ code: 'custom', message: 'Give a day between 1900 and 2199.', input: text })
      return z.NEVER
    },
    encode: (value) => value.toString(),
  },
)

/** ISO 8601 with Z outside, Instant inside. */
export const instant = z.codec(
  z.iso.datetime({ offset: true, error: 'Give a time as 2026-03-02T16:10:00Z.' }),
  z.instanceof(Temporal.Instant).meta({ type: 'string', format: 'date-time' }),
  { decode: (text) => Temporal.Instant.from(text), encode: (value) => value.toString() },
)

/** An id of any record. */
export const id = z.uuid('This is not an id of a record.')

/** Integer cents, up to a hundred million dollars either way. */
export const cents = z.int('Give whole cents.').min(-10_000_000_000).max(10_000_000_000)

/**
 * Text a person typed: trimmed, without the NUL character that a database cannot keep, at most `max` long.
 * @param required when false, '' is allowed
 */
export function text(max: number, required = true) {
  return z
    .string('Type some text.')
    .trim()
    .max(max, `At most ${max} characters.`)
    .refine(
      (value) => !/[^\P{Cc}\t\n\r]/u.test(value),
      'There is a character here that cannot be kept. Type it again.',
    )
    .refine((value) => value.isWellFormed(), 'There is half a character here. Type it again.')
    .refine((value) => !required || value.trim() !== '', 'This cannot be left empty.')
}

/** The version of a record that the page showed: a later one is a conflict, never overwritten. */
export const version = z.int().min(1).max(2_000_000_000)

/** How many rows at the most. */
export const limit = z.coerce.number().int().min(1).max(5000).default(200)
