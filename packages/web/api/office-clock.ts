import { Temporal } from 'temporal-polyfill'

/** How far this machine's clock is from the office's; learned with every session answer. */
let behindOffice = new Temporal.Duration()

/** Learns the office's time from an ISO 8601 instant that the server has just sent. */
export function setOfficeNow(officeNow: string): void {
  behindOffice = Temporal.Instant.from(officeNow).since(Temporal.Now.instant())
}

/** The instant it is at the office. Deadlines and "today" follow the office, never the machine at the desk. */
export function officeNow(): Temporal.Instant {
  return Temporal.Now.instant().add(behindOffice)
}

/** The day it is at the office, in its own time zone. */
export function officeToday(timeZone: string): Temporal.PlainDate {
  return officeNow().toZonedDateTimeISO(timeZone).toPlainDate()
}
