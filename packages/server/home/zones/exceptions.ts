import { randomUUID } from 'node:crypto'
import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { verb, type Work } from '../../platform/act.ts'
import { viewsOf } from '../../platform/database.ts'
import { fieldProblem, notFound, Problem } from '../../platform/problem.ts'
import { id, text } from '../../platform/schemas.ts'
import { actorOf } from '../actor.ts'
import { authorityFor } from '../authority.ts'
import { instantOf, localTime, localTimes } from '../leave/absences.ts'
import { requireBeforeRelease } from '../leave/within-program.ts'
import { isAroundHome } from './around-home.ts'
import type { ZoneRow } from './change-zone.ts'
import { type HomeEnrolment, holdRunning } from './enrolment.ts'
import { setsBinding } from './sets-binding.ts'

/** A dated exception: meanwhile the zone, the person's own or one of a set, does not bind this person. */
export const exceptionBody = z.strictObject({
  zoneId: id,
  from: localTime,
  to: localTime,
  why: text(500),
})

export type GrantException = z.output<typeof exceptionBody> & { enrolmentId: string }

/** Days of one exception: after that somebody looks at it again (own). */
const longestException = 92

/**
 * Grants a dated exception per person and zone, such as the person's own school (EMP-8.3). It holds from its own
 * beginning, but never before it was granted, and no longer than the enrolment. What lifts the home is a leave, which
 * is asked for and decided (EMP-1.2). The enrolment is held, so that a zone drawn over the home meanwhile sees it.
 * @throws Problem `not-found`; `not-allowed` with the clause; `cannot-be` at the field
 */
export const grantException = verb(
  'home.grant-exception',
  async (work, input: GrantException): Promise<{ id: string }> => {
    const { ctx, db, emit } = work
    const enrolment = await holdRunning(work, input.enrolmentId)
    const zone = await zoneBinding(work, enrolment, input.zoneId)
    const { from, to } = localTimes(input, ctx.agency.timeZone)
    const fromAt = instantOf(from, ctx.agency.timeZone, 'begins')
    const toAt = instantOf(to, ctx.agency.timeZone, 'ends')
    if (Temporal.Instant.compare(toAt, ctx.now) <= 0)
      throw fieldProblem('to', 'This time is over. Give an end that is still to come.')
    if (Temporal.PlainDateTime.compare(to, from.add({ days: longestException })) > 0)
      throw fieldProblem('to', `At most ${longestException} days at once. Grant it again then.`)
    requireBeforeRelease(to, enrolment.releaseDay, 'to')
    const authority = await authorityFor(work, { decision: 'zone-exception', pack: enrolment.pack })
    const newId = randomUUID()
    await db
      .insertInto('home.zone_exception')
      .values({
        agency_id: ctx.agency.id,
        id: newId,
        enrolment_id: enrolment.id,
        person_id: enrolment.personId,
        zone_id: input.zoneId,
        set_id: zone.setId,
        zone_name: zone.name,
        from_local: input.from,
        to_local: input.to,
        from_at: fromAt,
        to_at: toAt,
        granted_at: ctx.now,
        granted_by: actorOf(ctx),
        authority: JSON.stringify(authority),
        why: input.why,
      })
      .execute()
    await emit('home.zone-exception-changed', {
      exception: newId,
      person: enrolment.personId,
      enrolment: enrolment.id,
    })
    return { id: newId }
  },
)

async function zoneBinding(
  { db }: Work<'home'>,
  enrolment: HomeEnrolment,
  zoneId: string,
): Promise<{ name: string; setId: string | null }> {
  const own = await db
    .selectFrom('home.v_zone')
    .where('id', '=', zoneId)
    .where('enrolment_id', '=', enrolment.id)
    .where('ended_at', 'is', null)
    .selectAll()
    .executeTakeFirst()
  if (own) {
    await refuseHome(db, own)
    return { name: own.name, setId: null }
  }
  for (const set of await setsBinding(db, enrolment)) {
    const zone = set.zones.find((one) => one.id === zoneId)
    if (zone) return { name: `${set.name}: ${zone.name}`, setId: set.id }
  }
  throw fieldProblem('zoneId', 'This zone does not bind this person. Choose one that does.')
}

/**
 * An exception is given by whoever may draw zones; who lets a person leave home, the authority table says (EMP-0.1). A
 * zone that says of no place that it is drawn around it is taken for the home where the home lies in it.
 */
async function refuseHome(db: Work<'home'>['db'], zone: ZoneRow): Promise<void> {
  const isHome = await isAroundHome(viewsOf(db), zone)
  if (isHome === false) return
  if (zone.place_id !== null)
    throw fieldProblem('zoneId', `${zone.name} is the home: ask for a leave instead, which lifts it.`)
  throw fieldProblem(
    'zoneId',
    isHome
      ? `The home lies in ${zone.name}, which names no place that it is drawn around: ask for a leave instead, which lifts it.`
      : `${zone.name} names no place that it is drawn around, and the home is not on the map. Say on the zone which place it is, or ask for a leave, which lifts it.`,
  )
}

export interface EndException {
  id: string
  because: string
}

/**
 * Ends an exception before its time: from now on the zone binds again.
 * @throws Problem `not-found`; `already-done`
 */
export const endException = verb(
  'home.end-exception',
  async ({ ctx, db, emit }, { id: exceptionId, because }: EndException): Promise<{ done: true }> => {
    const exception = await db
      .selectFrom('home.zone_exception')
      .where('id', '=', exceptionId)
      .selectAll()
      .forNoKeyUpdate()
      .executeTakeFirst()
    if (!exception) throw notFound('exception')
    if (exception.ended_at || Temporal.Instant.compare(exception.to_at, ctx.now) <= 0)
      throw new Problem('already-done', 'This exception is over already.')
    await db
      .updateTable('home.zone_exception')
      .set({ ended_at: ctx.now, ended_by: actorOf(ctx), ended_because: because })
      .where('id', '=', exceptionId)
      .execute()
    await emit('home.zone-exception-changed', {
      exception: exceptionId,
      person: exception.person_id,
      enrolment: exception.enrolment_id,
    })
    return { done: true }
  },
)
