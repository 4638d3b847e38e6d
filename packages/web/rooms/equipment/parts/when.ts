import { msg } from '@lingui/core/macro'
import { Temporal } from 'temporal-polyfill'
import { choice, day, type FieldProblem, time } from '../../../parts/form/index.ts'

/** When something happened: now, or a day and time in the past. A problem the office has with it stands at `at`. */
export const whenFields = {
  when: choice({
    label: msg`When`,
    required: true,
    options: [
      { value: 'now', label: msg`Now` },
      { value: 'earlier', label: msg`Earlier` },
    ],
  }),
  onDay: day({ label: msg`Day`, latest: 'today' }),
  at: time({ label: msg`Time` }),
}

type When = { when: string; onDay: string | null; at: string | null }

/** What is missing of a time in the past. */
export const whenProblems = ({ when, onDay, at }: When, missing: string): FieldProblem[] =>
  when === 'now'
    ? []
    : [
        ...(onDay === null ? [{ path: 'onDay', message: missing }] : []),
        ...(at === null ? [{ path: 'at', message: missing }] : []),
      ]

/** The instant that was given, in the office's own time zone; null is now. */
export function instantOf({ when, onDay, at }: When, timeZone: string): string | null {
  if (when === 'now' || onDay === null || at === null) return null
  return Temporal.PlainDate.from(onDay)
    .toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(at) })
    .toInstant()
    .toString()
}
