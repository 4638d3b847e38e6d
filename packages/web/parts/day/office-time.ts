import { useEffect, useState } from 'react'
import { Temporal } from 'temporal-polyfill'
import { officeNow } from '../../api/office-clock.ts'

/** The instant it is at the office, as ISO 8601, drawn anew each second that the page is seen. */
export function useOfficeNow(): string {
  const [now, setNow] = useState(() => officeNow().toString())
  useEffect(() => {
    const timer = setInterval(() => setNow(officeNow().toString()), 1000)
    return () => clearInterval(timer)
  }, [])
  return now
}

/** The day it was in `timeZone` at an instant (ISO 8601), as `YYYY-MM-DD`. */
export function dayAt(instant: string, timeZone: string): string {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainDate().toString()
}
