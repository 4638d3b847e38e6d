import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { type InputOf, verb } from '../../platform/act.ts'
import { fieldProblem, notFound } from '../../platform/problem.ts'
import { day, text } from '../../platform/schemas.ts'
import { holdSites, refreshPlaces } from './refresh-places.ts'

/** What is typed of a day that differs from the plan. */
export const exceptionForm = z.strictObject({
  onDay: day,
  kind: z.enum(['holiday', 'closed', 'other-number'], 'Choose holiday, closed or another number.'),
  /** With another number only. */
  places: z.int().min(0).max(500, 'At most 500 people a day.').default(0),
  note: text(300, false).default(''),
})

/**
 * Closes a site on one day, or gives it another number of places. An exception of the same day is replaced.
 * @throws Problem `cannot-be` for a day that is gone, or with who would be left without a place
 */
export const exceptDay = verb(
  'work.except-day',
  async (work, input: InputOf<typeof exceptionForm> & { siteId: string }): Promise<{ id: string }> => {
    const { ctx, db, emit } = work
    if (input.onDay.toString() < ctx.today.toString())
      throw fieldProblem('onDay', 'This day is gone. Only days from today on can be changed.')
    await holdSites(db, input.siteId)
    await db
      .updateTable('work.day_exception')
      .set({ ended_at: ctx.now })
      .where('site_id', '=', input.siteId)
      .where('on_day', '=', input.onDay)
      .where('ended_at', 'is', null)
      .execute()
    const id = randomUUID()
    await db
      .insertInto('work.day_exception')
      .values({
        agency_id: ctx.agency.id,
        id,
        site_id: input.siteId,
        on_day: input.onDay,
        kind: input.kind,
        places: input.kind === 'other-number' ? input.places : 0,
        note: input.note,
        entered_at: ctx.now,
        entered_by: ctx.actor,
      })
      .execute()
    await refreshPlaces(work, input.siteId, 'onDay')
    await emit('work.places-changed', { site: input.siteId })
    return { id }
  },
)

/**
 * Takes an exception back: the day follows the plan again.
 * @throws Problem `not-found`; `cannot-be` with who would be left without a place
 */
export const endException = verb(
  'work.end-exception',
  async (work, input: { siteId: string; exceptionId: string }) => {
    const { ctx, db, emit } = work
    await holdSites(db, input.siteId)
    const ended = await db
      .updateTable('work.day_exception')
      .set({ ended_at: ctx.now })
      .where('id', '=', input.exceptionId)
      .where('site_id', '=', input.siteId)
      .where('ended_at', 'is', null)
      .returning('id')
      .executeTakeFirst()
    if (!ended) throw notFound('exception')
    await refreshPlaces(work, input.siteId, 'onDay')
    await emit('work.places-changed', { site: input.siteId })
  },
)
