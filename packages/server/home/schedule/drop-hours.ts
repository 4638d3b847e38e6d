import { randomUUID } from 'node:crypto'
import type { WeeklyHours } from '@inlieu/watch'
import type { Work } from '../../platform/act.ts'
import { actorOf } from '../actor.ts'

/** A zone that is taken off, and why. */
interface Dropped {
  zoneId: string
  enrolmentId: string
  personId: string
  because: string
}

/**
 * Takes the hours of a zone off the schedule, in the act that takes the zone off: its lines of the week as a new
 * version, its single days from today on. One before the other, the zone would bind at all hours in between.
 * @returns whether there were any
 */
export async function dropHours({ ctx, db }: Work<'home'>, dropped: Dropped): Promise<boolean> {
  const { zoneId, enrolmentId, personId, because } = dropped
  const by = actorOf(ctx)
  const days = await db
    .updateTable('home.dated_hours')
    .set({ ended_at: ctx.now, ended_by: by, ended_because: because })
    .where('zone_id', '=', zoneId)
    .where('ended_at', 'is', null)
    .where('on_day', '>=', ctx.today)
    .returning('id')
    .execute()
  const last = await db
    .selectFrom('home.schedule_version')
    .where('enrolment_id', '=', enrolmentId)
    .select(['number', 'weekly'])
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  const weekly = (last?.weekly ?? []) as WeeklyHours[]
  const left = weekly.filter(({ zone }) => zone !== zoneId)
  if (!last || left.length === weekly.length) return days.length > 0
  await db
    .insertInto('home.schedule_version')
    .values({
      agency_id: ctx.agency.id,
      id: randomUUID(),
      enrolment_id: enrolmentId,
      person_id: personId,
      number: last.number + 1,
      weekly: JSON.stringify(left),
      at: ctx.now,
      by,
      why: because,
    })
    .execute()
  return true
}
