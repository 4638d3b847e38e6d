import { z } from 'zod'
import { type InputOf, verb, type Work } from '../../platform/act.ts'
import { changedMeanwhile } from '../../platform/conflict.ts'
import { metersBetween, pointOf } from '../../platform/near.ts'
import { fieldProblem } from '../../platform/problem.ts'
import { text, version } from '../../platform/schemas.ts'
import { keepHome } from '../zones/keep-home.ts'
import { checkPlace, type PlaceForm, placeForm } from './place-form.ts'
import { approve, holdPlace } from './place-verbs.ts'

/** What is typed of a place that was written down wrong. */
export const correctionForm = placeForm.extend({
  version,
  /** Of a home whose address or position changes: whether it is the same one, written rightly (EMP-3.3, own). */
  home: z.enum(['same', 'another'], 'Choose whether it is the same home.').nullable().default(null),
  /** Why it was written down wrong. */
  why: text(500, false).default(''),
})

type Correction = InputOf<typeof correctionForm>

/** How far the position of a home can be put right, in meters: within it stands the home that was visited. */
const mostMeters = 200

/** Where a place stands as far as a correction reads it. */
type Place = Awaited<ReturnType<typeof holdPlace>>['place']

/**
 * Corrects what was written down wrong of a place. A home whose address or position changes is either the same home,
 * written rightly: then it stays as it was evaluated; or another one, which takes its place and is evaluated
 * (EMP-3.3).
 * @returns the place that holds now, and its version
 * @throws Problem `not-found`, `conflict`; `cannot-be` at the field
 */
export const correctPlace = verb(
  'home.correct-place',
  async (work, input: Correction & { placeId: string }): Promise<{ id: string; version: number }> => {
    const { placeId, version, home, why, ...form } = input
    checkPlace(form)
    const { place, held } = await holdPlace(work, placeId)
    if (place.version !== version) throw await changed(work, place)
    if ((form.kind === 'home') !== (place.kind === 'home'))
      throw fieldProblem('kind', 'A home stays a home, and another place becomes none. Approve a new place.')
    const elsewhere = place.kind === 'home' && isElsewhere(place, form)
    if (elsewhere && home === 'another') return { id: await approve(work, held, form), version: 1 }
    if (elsewhere) refuseMove(place, form, { home, why })
    await work.db
      .updateTable('home.place')
      .set({
        ...form,
        version: version + 1,
        ...(elsewhere ? { ...foundAt(place, form), corrected_because: why } : {}),
      })
      .where('id', '=', placeId)
      .execute()
    if (elsewhere) await keepHome(work, held.id)
    await work.emit('home.place-changed', { place: placeId, enrolment: held.id, person: held.personId })
    return { id: placeId, version: version + 1 }
  },
)

const isElsewhere = (place: Place, form: PlaceForm): boolean =>
  place.address !== form.address || place.lat !== form.lat || place.lon !== form.lon

const foundOf = (place: Place) => pointOf({ lat: place.found_lat, lon: place.found_lon })

/** From where every correction of a home is measured: however many there are, they add up to no move. */
function foundAt(place: Place, form: PlaceForm) {
  const found = foundOf(place) ?? pointOf(place) ?? pointOf(form)
  return { found_lat: found?.lat ?? null, found_lon: found?.lon ?? null }
}

/** A typing error is put right where the home stands that was visited; nobody moves by it. */
function refuseMove(place: Place, form: PlaceForm, { home, why }: Pick<Correction, 'home' | 'why'>): void {
  if (home === null)
    throw fieldProblem(
      'home',
      'The address or the position changes. Say whether this is the same home, written rightly, or another one.',
    )
  if (why === '') throw fieldProblem('why', 'Say what was written down wrong, and how it is known.')
  const [found, after] = [foundOf(place) ?? pointOf(place), pointOf(form)]
  if (!found) return
  if (!after) throw fieldProblem('lat', 'The home is on the map already. Correct where it stands.')
  const meters = Math.round(metersBetween(found, after))
  if (meters > mostMeters)
    throw fieldProblem(
      'lat',
      `This is ${meters} meters from where the home was evaluated or first put on the map, more than the ${mostMeters} of a typing error. Choose another home.`,
    )
}

const changed = (work: Work<'home'>, { id, kind, name, address, lat, lon, note, version }: Place) =>
  changedMeanwhile(work, {
    room: 'home',
    record: 'place',
    rowId: id,
    name,
    current: { kind, name, address, lat, lon, note, version },
  })
