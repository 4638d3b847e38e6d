import type { Sitting } from './purposes.ts'
import { crowdName, type LookWork, recordLook } from './record-look.ts'

/** Minutes for which a live look holds: the page renews what it shows, and the record stays readable. */
const holdsMinutes = 5

/**
 * Puts a look at the live map on record, or finds the one of this sitting that still holds for the very same people.
 * A map that stands open all day is a line every five minutes, and one whenever somebody else comes onto it.
 */
export async function recordLiveLook(
  work: LookWork,
  { sitting, purpose, why }: Sitting,
  personIds: readonly string[],
): Promise<void> {
  const { ctx, db } = work
  const held = await db
    .selectFrom('monitoring.look')
    .select('id')
    .where('sitting', '=', sitting)
    .where('actor', '=', ctx.actor)
    .where('scope', '=', 'map')
    .where('purpose', '=', purpose)
    .where('why', '=', why)
    .where('crowd_id', '=', crowdName(personIds).id)
    .where('period_from', '<=', ctx.now)
    .where('period_to', '>', ctx.now)
    .executeTakeFirst()
  if (held) return
  await recordLook(work, {
    purpose,
    why,
    scope: 'map',
    periodFrom: ctx.now,
    periodTo: ctx.now.add({ minutes: holdsMinutes }),
    personIds,
    sitting,
  })
}
