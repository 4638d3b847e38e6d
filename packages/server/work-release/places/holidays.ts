import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { type InputOf, verb } from '../../platform/act.ts'
import { fieldProblem, notFound } from '../../platform/problem.ts'
import { day, text } from '../../platform/schemas.ts'
import { holdSites, refreshPlaces } from './refresh-places.ts'

/** What is typed of a holiday of the office. */
export const holidayForm = z.strictObject({ onDay: day, name: text(120) })

/**
 * Closes every site on a day, but those that said otherwise for that day.
 * @throws Problem `cannot-be` for a day that is gone or is a holiday already, or with who is down for it
 */
export const addHoliday = verb(
  'work.add-holiday',
  async (work, input: InputOf<typeof holidayForm>): Promise<{ id: string }> => {
    const { ctx, db, emit } = work
    if (input.onDay.toString() < ctx.today.toString())
      throw fieldProblem('onDay', 'This day is gone. Only days from today on can be changed.')
    await holdSites(db, null)
    const known = await db
      .selectFrom('work.holiday')
      .select('name')
      .where('on_day', '=', input.onDay)
      .where('ended_at', 'is', null)
      .executeTakeFirst()
    if (known) throw fieldProblem('onDay', `This day is a holiday already: ${known.name}.`)
    const id = randomUUID()
    await db
      .insertInto('work.holiday')
      .values({
        agency_id: ctx.agency.id,
        id,
        on_day: input.onDay,
        name: input.name,
        entered_at: ctx.now,
        entered_by: ctx.actor,
      })
      .execute()
    await refreshPlaces(work, null, 'onDay')
    await emit('work.holiday-added', { holiday: id })
    return { id }
  },
)

/**
 * Takes a holiday back: the sites follow their plans on that day again.
 * @throws Problem `not-found`
 */
export const endHoliday = verb('work.end-holiday', async (work, input: { id: string }) => {
  const { ctx, db, emit } = work
  await holdSites(db, null)
  const ended = await db
    .updateTable('work.holiday')
    .set({ ended_at: ctx.now })
    .where('id', '=', input.id)
    .where('ended_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (!ended) throw notFound('holiday')
  await refreshPlaces(work, null, 'onDay')
  await emit('work.holiday-ended', { holiday: input.id })
})
