import { randomUUID } from 'node:crypto'
import { verb, type Work } from '../../platform/act.ts'
import { notFound, Problem } from '../../platform/problem.ts'
import { openFirst, reopen } from '../evaluation/open-evaluation.ts'
import { type HeldHome, holdHome } from '../hold-home.ts'
import { keepHome } from '../zones/keep-home.ts'
import { checkPlace, type PlaceForm } from './place-form.ts'

/**
 * Approves a place for somebody. A new home takes the place of the one before, and the home is evaluated (EMP-3.3):
 * for the first time, or again because of the new address.
 * @throws Problem `not-found`; `cannot-be` at the field
 */
export const approvePlace = verb(
  'home.approve-place',
  async (work, input: { enrolmentId: string; form: PlaceForm }): Promise<{ id: string }> => {
    checkPlace(input.form)
    return { id: await approve(work, await holdHome(work, input.enrolmentId), input.form) }
  },
)

/** Writes an approved place; the enrolment is held. @returns its id */
export async function approve(work: Work<'home'>, held: HeldHome, form: PlaceForm): Promise<string> {
  const { ctx, db, emit } = work
  const earlier = form.kind === 'home' ? await homeOf(work, held.id) : undefined
  if (earlier) await end(work, held, earlier.id, 'A new address took its place.')
  const id = randomUUID()
  await db
    .insertInto('home.place')
    .values({
      agency_id: ctx.agency.id,
      id,
      enrolment_id: held.id,
      person_id: held.personId,
      ...form,
      found_lat: form.kind === 'home' ? form.lat : null,
      found_lon: form.kind === 'home' ? form.lon : null,
      approved_at: ctx.now,
      approved_by: held.actor,
    })
    .execute()
  if (form.kind === 'home') await keepHome(work, held.id)
  await emit('home.place-changed', { place: id, enrolment: held.id, person: held.personId })
  if (form.kind === 'home') await evaluate(work, held, id)
  return id
}

async function evaluate(work: Work<'home'>, held: HeldHome, placeId: string): Promise<void> {
  const again = await reopen(work, held, 'new-address', { placeId })
  if (!again) await openFirst(work, held, placeId)
}

/**
 * Ends the approval of a place. The home ends only with the next one.
 * @throws Problem `not-found`; `cannot-be` for the home
 */
export const endPlace = verb(
  'home.end-place',
  async (work, input: { placeId: string; reason: string }): Promise<{ done: true }> => {
    const { place, held } = await holdPlace(work, input.placeId)
    if (place.kind === 'home')
      throw new Problem(
        'cannot-be',
        'Nobody is without a home here: enter the new address, and this one ends.',
      )
    await end(work, held, place.id, input.reason)
    await work.emit('home.place-changed', { place: place.id, enrolment: held.id, person: held.personId })
    return { done: true }
  },
)

/** The home of an enrolment that holds now. */
const homeOf = ({ db }: Work<'home'>, enrolmentId: string) =>
  db
    .selectFrom('home.place')
    .select('id')
    .where('enrolment_id', '=', enrolmentId)
    .where('kind', '=', 'home')
    .where('ended_at', 'is', null)
    .executeTakeFirst()

/** A place that is approved still, and its enrolment, both held. @throws Problem `not-found`, `already-done` */
export async function holdPlace(work: Work<'home'>, placeId: string) {
  const found = await work.db
    .selectFrom('home.place')
    .select('enrolment_id')
    .where('id', '=', placeId)
    .executeTakeFirst()
  if (!found) throw notFound('place')
  const held = await holdHome(work, found.enrolment_id)
  const place = await work.db
    .selectFrom('home.place')
    .selectAll()
    .where('id', '=', placeId)
    .executeTakeFirstOrThrow()
  if (place.ended_at) throw new Problem('already-done', `${place.name} is no approved place any more.`)
  return { place, held }
}

async function end(
  { ctx, db }: Work<'home'>,
  held: HeldHome,
  placeId: string,
  because: string,
): Promise<void> {
  await db
    .updateTable('home.place')
    .set(({ eb }) => ({
      ended_at: ctx.now,
      ended_by: held.actor,
      ended_because: because,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', placeId)
    .execute()
}
