import type { Temporal } from 'temporal-polyfill'
import { fieldProblem } from '../platform/problem.ts'
import type { AddressGiven } from './person-schema.ts'
import { zipPlace } from './zip-place.ts'

/** An address as it is stored. */
export interface AddressColumns {
  line1: string
  line2: string
  city: string
  state: string
  zip: string
  latitude: number | null
  longitude: number | null
  placed_by: 'zip' | 'hand' | null
}

/** What to do with the address on record when another is given. */
export type AddressStep =
  | { kind: 'none' }
  | { kind: 'first'; columns: AddressColumns; fromDay: Temporal.PlainDate }
  | { kind: 'put-right'; columns: AddressColumns }
  | { kind: 'moved'; columns: AddressColumns; fromDay: Temporal.PlainDate }

/** The columns of an address as given: placed by hand, else at the centre of its ZIP area, else nowhere. */
export function addressColumns(given: AddressGiven): AddressColumns {
  const { place, ...text } = given
  if (place) return { ...text, ...place, placed_by: 'hand' }
  const centre = given.zip === '' ? null : zipPlace(given.zip)
  return centre
    ? { ...text, latitude: centre.latitude, longitude: centre.longitude, placed_by: 'zip' }
    : { ...text, latitude: null, longitude: null, placed_by: null }
}

/**
 * Whether an address is the first, a move from a day on, or the one on record put right.
 * @throws Problem when the move would begin before the address that it follows, or in the future
 */
export function addressStep(
  current: (AddressColumns & { from_day: Temporal.PlainDate }) | undefined,
  given: AddressGiven,
  fromDay: Temporal.PlainDate | null,
  today: Temporal.PlainDate,
): AddressStep {
  const columns = addressColumns(given)
  if (fromDay && fromDay.since(today).days > 0) {
    throw fieldProblem('addressFromDay', 'Give the day of the move, today or earlier.')
  }
  if (!current) return { kind: 'first', columns, fromDay: fromDay ?? today }
  const same = (Object.keys(columns) as (keyof AddressColumns)[]).every(
    (name) => columns[name] === current[name],
  )
  if (same) return { kind: 'none' }
  if (fromDay === null || fromDay.equals(current.from_day)) return { kind: 'put-right', columns }
  if (fromDay.since(current.from_day).days < 0) {
    throw fieldProblem(
      'addressFromDay',
      `The address on record holds since ${current.from_day.toString()}. Give a later day, or put that address right.`,
    )
  }
  return { kind: 'moved', columns, fromDay }
}
