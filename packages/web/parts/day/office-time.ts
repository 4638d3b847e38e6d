import { useEffect, useState } from 'react'
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
