import type { Work } from '../../platform/act.ts'
import { viewsOf } from '../../platform/database.ts'
import { isAroundHome } from './around-home.ts'
import { endExceptionsOfHome } from './end-exceptions.ts'

/**
 * Keeps beside the zones of a person that name no place whether the home lies in them, as lists of the whole office ask
 * for it, and ends the exceptions to those that are the home now. To be called when a zone was drawn, and when the home
 * was entered or corrected; the enrolment is held.
 */
export async function keepHome(work: Work<'home'>, enrolmentId: string): Promise<void> {
  const { db } = work
  const zones = await db
    .selectFrom('home.v_zone as v')
    .innerJoin('home.zone as z', 'z.id', 'v.id')
    .where('v.enrolment_id', '=', enrolmentId)
    .where('v.ended_at', 'is', null)
    .selectAll('v')
    .select('z.holds_home')
    .execute()
  for (const zone of zones) {
    await endExceptionsOfHome(work, zone)
    const holdsHome = zone.place_id === null ? await isAroundHome(viewsOf(db), zone) : null
    if (holdsHome === zone.holds_home) continue
    await db.updateTable('home.zone').set({ holds_home: holdsHome }).where('id', '=', zone.id).execute()
  }
}
