import type { RoomTx } from '../../platform/database.ts'
import { fieldProblem } from '../../platform/problem.ts'

/**
 * Lets pass a name that no other zone of the person has: alarms and hours name a zone by it.
 * @param zoneId the zone itself; null for one that nobody has saved yet
 * @throws Problem `cannot-be` at `name`
 */
export function checkName(
  name: string,
  zoneId: string | null,
  zones: readonly { id: string; name?: string | undefined }[],
): void {
  const isTaken = zones.some((one) => one.id !== zoneId && one.name?.toLowerCase() === name.toLowerCase())
  if (isTaken)
    throw fieldProblem('name', 'Another zone of this person is called so. Give this one a name of its own.')
}

/** The zones of an enrolment that are in force, by their names. */
export const namesInForce = (db: RoomTx<'home'>, enrolmentId: string) =>
  db
    .selectFrom('home.v_zone')
    .where('enrolment_id', '=', enrolmentId)
    .where('ended_at', 'is', null)
    .select(['id', 'name'])
    .execute()
