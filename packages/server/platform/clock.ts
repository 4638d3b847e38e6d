import { Temporal } from 'temporal-polyfill'

// The one place that reads the machine's clock. Everything else is given its time.

let aheadSeconds = 0

/** The time on the wall: for sessions, locks and anything that must not move with the demonstration. */
export function wallNow(): Temporal.Instant {
  return Temporal.Now.instant()
}

/** The office's time: the wall clock, or beside it in a demonstration (moved forward, or being given its past). */
export function officeNow(): Temporal.Instant {
  return Temporal.Now.instant().add({ seconds: aheadSeconds })
}

/** Seconds the office's clock is ahead of the wall (below zero: behind it); 0 in every real office. */
export function officeAheadSeconds(): number {
  return aheadSeconds
}

/**
 * Sets the office's clock: the demonstration's clock verb and start-up put it ahead, and the loading of the
 * demonstration behind, to give the office a past. No page can put it back: the verb only goes forward.
 * @param seconds whole seconds ahead of the wall; below zero behind it
 */
export function setOfficeAhead(seconds: number): void {
  if (!Number.isSafeInteger(seconds)) throw new RangeError('The office clock is set by whole seconds.')
  aheadSeconds = seconds
}

/** The day it is in `timeZone` (IANA name) at `instant`. */
export function dayIn(timeZone: string, instant: Temporal.Instant): Temporal.PlainDate {
  return instant.toZonedDateTimeISO(timeZone).toPlainDate()
}
