import { randomUUID } from 'node:crypto'
import { Temporal } from 'temporal-polyfill'
import type { Work } from '../platform/act.ts'
import { dayIn } from '../platform/clock.ts'
import { fieldProblem, Problem } from '../platform/problem.ts'
import { officeHours, slotsOf } from './office-hours.ts'
import type { Slot } from './slots.ts'

/** A place in a slot that the running transaction holds. */
export interface HeldPlace {
  slotId: string
  day: Temporal.PlainDate
  minutes: number
  place: number
}

/**
 * Takes a place in a slot. Whoever wants the same slot waits here until the other has committed, so the last
 * place is given once; the unique index on (slot, place) stands behind this.
 * @throws Problem `cannot-be` when no slot of the office begins then or it is over; `full` when none is left
 */
export async function takePlace(work: Work<'intake'>, startsAt: Temporal.Instant): Promise<HeldPlace> {
  const slot = await openSlot(work, startsAt)
  const slotId = await holdSlot(work, startsAt)
  const taken = await work.db
    .selectFrom('intake.appointment')
    .select('place')
    .where('slot_id', '=', slotId)
    .where((eb) => eb.or([eb('ended_as', 'is', null), eb('ended_as', '=', 'kept')]))
    .execute()
  const place = lowestFree(
    taken.map((row) => row.place),
    slot.capacity,
  )
  if (place === null) {
    throw new Problem(
      'full',
      `This time is full: all ${slot.capacity} places were taken, the last one perhaps a moment ago. Choose another time.`,
      { fields: [{ path: 'startsAt', message: 'This time is full. Choose another.' }] },
    )
  }
  return { slotId, day: dayIn(work.ctx.agency.timeZone, startsAt), minutes: slot.minutes, place }
}

async function openSlot(work: Work<'intake'>, startsAt: Temporal.Instant): Promise<Slot> {
  const { timeZone } = work.ctx.agency
  const day = dayIn(timeZone, startsAt)
  const hours = await officeHours(work.db)
  const closed = hours.closed.get(day.toString())
  if (closed)
    throw fieldProblem('startsAt', `The office is closed that day: ${closed.reason}. Choose another.`)
  const slot = slotsOf(hours, day, timeZone).find((one) => one.startsAt.equals(startsAt))
  if (!slot) throw fieldProblem('startsAt', 'No appointment time of the office begins then. Choose another.')
  // The slot that runs now can still be taken by a person who walks in.
  if (Temporal.Instant.compare(startsAt.add({ minutes: slot.minutes }), work.ctx.now) <= 0)
    throw fieldProblem('startsAt', 'This time is over. Choose a later one.')
  return slot
}

async function holdSlot({ ctx, db }: Work<'intake'>, startsAt: Temporal.Instant): Promise<string> {
  await db
    .insertInto('intake.slot')
    .values({ agency_id: ctx.agency.id, id: randomUUID(), starts_at: startsAt })
    .onConflict((conflict) => conflict.columns(['agency_id', 'starts_at']).doNothing())
    .execute()
  const { id } = await db
    .selectFrom('intake.slot')
    .select('id')
    .where('starts_at', '=', startsAt)
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow()
  return id
}

/** The lowest place from 1 to `capacity` that nobody has; null when all are taken. */
export function lowestFree(taken: readonly number[], capacity: number): number | null {
  for (let place = 1; place <= capacity; place++) if (!taken.includes(place)) return place
  return null
}
