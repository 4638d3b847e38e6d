import { Temporal } from 'temporal-polyfill'
import { time } from '../doors/values.ts'

/** Each unit's own times in one message; more than this no honest one has. */
const most = 1_000

const year2000 = Temporal.Instant.from('2000-01-01T00:00:00Z')

/** The names that the protocols have for when something was measured, with what follows: a number or a time in words. */
const named =
  /(?<![A-Za-z0-9_])\\?"?(?:at|timestamp|tst|time|fixTime|deviceTime)\\?"?\s*[:=]\s*\\?"?(\d[\dA-Za-z:.+%-]*(?: \d\d:\d\d:\d\d)?)/g

/**
 * The times that a message says of itself, as far as they can be read in one that may have no form at all: who wore the
 * unit then is whose positions it may hold. What lies before 2000 or after it came is no time of anybody.
 */
export function timesIn(body: string, received: Temporal.Instant): Temporal.Instant[] {
  const found = new Set<number>()
  for (const [, written] of body.matchAll(named)) {
    if (found.size >= most) break
    const millis = time(plain(written!))
    if (millis !== null && millis >= year2000.epochMilliseconds && millis <= received.epochMilliseconds)
      found.add(millis)
  }
  return [...found].map((millis) => Temporal.Instant.fromEpochMilliseconds(millis))
}

/** A time as it was before it was written into an address. */
function plain(written: string): string {
  const spaced = written.replace(/\+(?=\d\d(?::|%3A)\d\d(?::|%3A)\d\d)/i, ' ')
  return spaced.replace(/%([0-9A-F]{2})/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  )
}
