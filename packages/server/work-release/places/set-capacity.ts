import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { type InputOf, verb } from '../../platform/act.ts'
import { fieldProblem } from '../../platform/problem.ts'
import { day } from '../../platform/schemas.ts'
import { holdSites, refreshPlaces } from './refresh-places.ts'

/** People a day by day of the week, Monday first. */
export const weekPlaces = z
  .array(z.int().min(0, 'Give 0 or more.').max(500, 'At most 500 people a day.'))
  .length(7, 'Give a number for each day of the week, Monday first.')

/** What is typed of a capacity plan. */
export const capacityForm = z.strictObject({ fromDay: day, places: weekPlaces })

/**
 * Sets how many people a site takes on each day of the week, from a day on (WAP-SITE.2). A plan that begins on
 * the same day is replaced; the trail keeps it.
 * @throws Problem `cannot-be` when it begins in the past beside another plan, or would leave people without a
 * place, with who they are
 */
export const setCapacity = verb(
  'work.set-capacity',
  async (work, input: InputOf<typeof capacityForm> & { siteId: string }) => {
    const { ctx, db, emit } = work
    await holdSites(db, input.siteId)
    const plans = await db
      .selectFrom('work.capacity_plan')
      .select('from_day')
      .where('site_id', '=', input.siteId)
      .execute()
    // The first plan may say how it was; a later one never rewrites days that are gone.
    if (plans.length > 0 && input.fromDay.toString() < ctx.today.toString())
      throw fieldProblem('fromDay', 'Begin the plan today or later: the days before are on record.')
    await db
      .insertInto('work.capacity_plan')
      .values({
        agency_id: ctx.agency.id,
        id: randomUUID(),
        site_id: input.siteId,
        from_day: input.fromDay,
        places: input.places,
        entered_at: ctx.now,
        entered_by: ctx.actor,
      })
      .onConflict((clash) =>
        clash
          .columns(['agency_id', 'site_id', 'from_day'])
          .doUpdateSet({ places: input.places, entered_at: ctx.now, entered_by: ctx.actor }),
      )
      .execute()
    await refreshPlaces(work, input.siteId, 'places')
    await emit('work.places-changed', { site: input.siteId })
  },
)
