import { Temporal } from 'temporal-polyfill'
import type { Day } from './pack.types.ts'

const DAY = /^\d{4}-\d{2}-\d{2}$/

/** Whether `text` is a day that exists, written `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  if (!DAY.test(text)) return false
  try {
    Temporal.PlainDate.from(text, { overflow: 'reject' })
    return true
  } catch {
    return false
  }
}

/** A checked day as a date to reckon with. */
export const dateOf = (day: Day): Temporal.PlainDate => Temporal.PlainDate.from(day, { overflow: 'reject' })

/** A date as the plain day that results carry. */
export const dayOf = (date: Temporal.PlainDate): Day => date.toString()

/** Days from `from` to `to`; 0 when they are the same day. Written days compare as text. */
export const daysBetween = (from: Day, to: Day): number => dateOf(from).until(dateOf(to)).days

/** `count` days after `day`, or before it when negative. */
export const addDays = (day: Day, count: number): Day => dayOf(dateOf(day).add({ days: count }))

/** Whether `from <= on < until`; an open `until` never ends. */
export const holdsOn = (on: Day, from: Day, until: Day | null | undefined): boolean =>
  from <= on && (until == null || on < until)
