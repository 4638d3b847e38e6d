import { Temporal } from 'temporal-polyfill'

// The one place that reads the machine's clock. Everything else is given its time.

let aheadSeconds = 0

/** The time on the wall: for sessions, locks and anything that must not move with the demonstration. */
export function wallNow(): Temporal.Instant {
  return Temporal.Now.instant()
}

/** The office's time: the wall clock, or ahead of it in a demonstration that was moved forward. */
export function officeNow(): Temporal.Instant {
  return Temporal.Now.instant().add({ seconds: aheadSeconds })
}

/** Seconds the office's clock is ahead of the wall; 0 in every real office. */
export function officeAheadSeconds(): number {
  return aheadSeconds
}

/** Moves the office's clock; only the demonstration's clock verb and start-up call this. */
export function setOfficeAhead(seconds: number): void {
  if (!Number.isSafeInteger(seconds) || seconds < 0)
    throw new RangeError('The office clock can only be ahead.')
  aheadSeconds = seconds
}

/** The day it is in `timeZone` (IANA name) at `instant`. */
export function dayIn(timeZone: string, instant: Temporal.Instant): Temporal.PlainDate {
  return instant.toZonedDateTimeISO(timeZone).toPlainDate()
}
