import type { RoomTx } from '../../platform/database.ts'
import { fieldProblem } from '../../platform/problem.ts'
import type { LeaveKind } from './codes.ts'

/** The kinds of absence that are open to a person (EMP-1.5); null while nobody has set them. */
export async function openKinds(db: RoomTx<'home'>, enrolmentId: string): Promise<LeaveKind[] | null> {
  const set = await db
    .selectFrom('home.v_absence_kinds')
    .where('enrolment_id', '=', enrolmentId)
    .select('kinds')
    .executeTakeFirst()
  // Kept as they were checked.
  return (set?.kinds as LeaveKind[] | undefined) ?? null
}

/**
 * Refuses a kind of absence that is not open to the person (EMP-1.5): the kinds are set for each person from offense,
 * terms and conditions. While nobody has set them, none is open.
 * @throws Problem `cannot-be` at `kind`
 */
export async function requireAllowed(
  db: RoomTx<'home'>,
  enrolmentId: string,
  kind: LeaveKind,
): Promise<void> {
  const open = await openKinds(db, enrolmentId)
  if (open === null)
    throw fieldProblem(
      'kind',
      'Nobody has set which absences are open to this person yet. Set them first (EMP-1.5).',
    )
  if (!open.includes(kind))
    throw fieldProblem(
      'kind',
      'This kind of absence is not open to this person (EMP-1.5). Choose one that is.',
    )
}
