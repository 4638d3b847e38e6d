import { Temporal } from 'temporal-polyfill'
import { dayIn, officeAheadSeconds, officeNow, setOfficeAhead, wallNow } from '../platform/clock.ts'
import type { Caller } from './caller.ts'

/** Who is there while the demonstration's past is played, and which day it is for them. */
export interface Scene {
  clerk: Caller
  sergeant: Caller
  manager: Caller
  today: Temporal.PlainDate
}

/** Something that happened in the office's past, or today. */
export interface Act {
  daysAgo: number
  /** `HH:MM` on the office's clock; today's acts happen as the demonstration is loaded. */
  time: string
  /** Touches nothing that another act of the same time touches: they may run beside each other. */
  beside?: boolean
  run(scene: Scene): Promise<void>
}

/** The time that today's acts are put back, so that no midnight passes while they run. */
const margin = { minutes: 1 }

/**
 * Plays acts in the order of their time, with the office's clock at that time, and puts the clock back.
 * @param timeZone of the office, an IANA name
 */
export async function play(
  acts: readonly Act[],
  staff: Omit<Scene, 'today'>,
  timeZone: string,
): Promise<void> {
  const ahead = officeAheadSeconds()
  const began = officeNow()
  const today = dayIn(timeZone, began)
  const midnight = today.toZonedDateTime(timeZone).toInstant()
  const justNow = began.subtract(margin)
  const lateToday = Temporal.Instant.compare(justNow, midnight) < 0 ? began : justNow
  try {
    for (const together of inOrder(acts)) {
      const { daysAgo, time } = together[0]!
      const day = today.subtract({ days: daysAgo })
      const plainTime = Temporal.PlainTime.from(time)
      setTo(daysAgo === 0 ? lateToday : day.toZonedDateTime({ timeZone, plainTime }).toInstant())
      await Promise.all(together.map((act) => act.run({ ...staff, today: day })))
    }
  } finally {
    setOfficeAhead(ahead)
  }
}

/** Acts in the order of their time; each alone, but those that may run beside each other. */
function inOrder(acts: readonly Act[]): Act[][] {
  const sorted = acts.toSorted(
    (one, other) => other.daysAgo - one.daysAgo || one.time.localeCompare(other.time),
  )
  const order: Act[][] = []
  for (const act of sorted) {
    const before = order.at(-1)
    const first = before?.[0]
    const joins = act.beside && first?.beside && first.daysAgo === act.daysAgo && first.time === act.time
    if (joins) before!.push(act)
    else order.push([act])
  }
  return order
}

function setTo(instant: Temporal.Instant): void {
  setOfficeAhead(Math.floor((instant.epochMilliseconds - wallNow().epochMilliseconds) / 1000))
}
