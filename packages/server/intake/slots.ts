import { Temporal } from 'temporal-polyfill'

/** 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

/** From when to when people are seen on a day of the week, `HH:MM` of the office's own time; `24:00` is midnight. */
export interface Opening {
  weekday: Weekday
  opens: string
  closes: string
}

/** The appointment hours of an office: a parameter of the office, set from a day on. */
export interface SlotPlan {
  fromDay: Temporal.PlainDate
  slotMinutes: number
  /** People a slot holds. */
  capacity: number
  hours: readonly Opening[]
}

/** A time at which people can be seen. */
export interface Slot {
  startsAt: Temporal.Instant
  minutes: number
  capacity: number
}

/**
 * The plan in force on a day: the one with the latest first day not after it.
 * @param plans in the order in which they were entered; of two for the same day the later entry holds
 */
export function planOn<P extends SlotPlan>(plans: readonly P[], day: Temporal.PlainDate): P | null {
  let found: P | null = null
  for (const plan of plans) {
    const begun = Temporal.PlainDate.compare(plan.fromDay, day) <= 0
    if (begun && (!found || Temporal.PlainDate.compare(plan.fromDay, found.fromDay) >= 0)) found = plan
  }
  return found
}

/**
 * The slots of a day, in order. A slot that would end after closing is not one.
 * @example slotsOn({ …, slotMinutes: 60, hours: [{ weekday: 1, opens: '08:00', closes: '09:30' }] }, monday, zone).length // => 1
 */
export function slotsOn(plan: SlotPlan | null, day: Temporal.PlainDate, timeZone: string): Slot[] {
  if (!plan) return []
  return plan.hours
    .filter((opening) => opening.weekday === day.dayOfWeek)
    .flatMap((opening) => startsWithin(opening, plan.slotMinutes))
    .map((time) => ({
      startsAt: day.toZonedDateTime({ timeZone, plainTime: time }).toInstant(),
      minutes: plan.slotMinutes,
      capacity: plan.capacity,
    }))
    .sort((one, other) => Temporal.Instant.compare(one.startsAt, other.startsAt))
}

function startsWithin(opening: Opening, minutes: number): Temporal.PlainTime[] {
  const opens = minuteOf(opening.opens)
  const count = Math.floor((minuteOf(opening.closes) - opens) / minutes)
  return Array.from({ length: Math.max(0, count) }, (_, slot) => timeAt(opens + slot * minutes))
}

const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

const timeAt = (minute: number): Temporal.PlainTime =>
  Temporal.PlainTime.from({ hour: Math.floor(minute / 60), minute: minute % 60 })

/**
 * What is wrong with hours as they were typed, as `path -> what to do`; empty when nothing is.
 * @param path where the list stands in the form
 */
export function hoursTrouble(
  hours: readonly Opening[],
  slotMinutes: number,
  path = 'hours',
): { path: string; message: string }[] {
  return hours.flatMap((opening, index) => {
    const at = `${path}.${index}`
    if (opening.opens >= opening.closes)
      return [{ path: `${at}.closes`, message: 'Closing is not after opening. Change one of them.' }]
    if (startsWithin(opening, slotMinutes).length === 0)
      return [{ path: `${at}.closes`, message: `Not one slot of ${slotMinutes} minutes fits. Close later.` }]
    const overlaps = hours.some(
      (other, place) =>
        place < index &&
        other.weekday === opening.weekday &&
        other.opens < opening.closes &&
        opening.opens < other.closes,
    )
    return overlaps
      ? [{ path: `${at}.opens`, message: 'These hours overlap others of the same weekday. Join them.' }]
      : []
  })
}
