import type { Temporal } from 'temporal-polyfill'
import type { Work } from '../../platform/act.ts'
import { type ViewTx, viewsOf } from '../../platform/database.ts'
import { actorOf } from '../actor.ts'
import { type DrawnZone, isAroundHome } from './around-home.ts'

/** A zone as it is in force, or as it would be. */
type Zone = DrawnZone & { id: string }

/** An exception that runs or lies ahead; local times of the agency. */
export interface RunningException {
  id: string
  from: string
  to: string
  why: string
}

/**
 * The exceptions to a zone that no longer hold once it is drawn so: it is the home then, or may be, and what lifts the
 * home is a leave, which is asked for and decided (EMP-0.1). Those that run come first, then those ahead.
 */
export async function exceptionsEndedBy(
  tx: ViewTx,
  zone: Zone,
  now: Temporal.Instant,
): Promise<RunningException[]> {
  if ((await isAroundHome(tx, zone)) === false) return []
  const rows = await tx
    .selectFrom('home.v_zone_exception')
    .where('zone_id', '=', zone.id)
    .where('enrolment_id', '=', zone.enrolment_id)
    .where('ended_at', 'is', null)
    .where('to_at', '>', now)
    .select(['id', 'from_local', 'to_local', 'why'])
    .orderBy('from_at')
    .orderBy('id')
    .execute()
  return rows.map(({ id, from_local, to_local, why }) => ({ id, from: from_local, to: to_local, why }))
}

/** Ends the exceptions to a zone that has become the home; in the name of who drew it so, or entered the home. */
export async function endExceptionsOfHome(
  { ctx, db, emit }: Work<'home'>,
  zone: Zone & { name: string; person_id: string },
): Promise<void> {
  for (const { id } of await exceptionsEndedBy(viewsOf(db), zone, ctx.now)) {
    await db
      .updateTable('home.zone_exception')
      .set({
        ended_at: ctx.now,
        ended_by: actorOf(ctx),
        ended_because: `${zone.name} is the home now: what lifts it is a leave (EMP-0.1).`,
      })
      .where('id', '=', id)
      .execute()
    await emit('home.zone-exception-changed', {
      exception: id,
      person: zone.person_id,
      enrolment: zone.enrolment_id,
    })
  }
}
