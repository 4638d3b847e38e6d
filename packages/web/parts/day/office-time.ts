import { useEffect, useState, useSyncExternalStore } from 'react'
import { officeNow, officeToday } from '../../api/office-clock.ts'
import { useSignedIn } from '../../app/session-hooks.ts'

/** The instant it is at the office, as ISO 8601, drawn anew each second that the page is seen. */
export function useOfficeNow(): string {
  const [now, setNow] = useState(() => officeNow().toString())
  useEffect(() => {
    const timer = setInterval(() => setNow(officeNow().toString()), 1000)
    return () => clearInterval(timer)
  }, [])
  return now
}

/** The day it is at the office, as `YYYY-MM-DD`; drawn anew when it is over. */
export function useOfficeDay(): string {
  const { agency } = useSignedIn()
  return useSyncExternalStore(eachWhile, () => officeToday(agency.timeZone).toString())
}

const whileMs = 15_000

function eachWhile(look: () => void): () => void {
  const timer = setInterval(look, whileMs)
  return () => clearInterval(timer)
}
