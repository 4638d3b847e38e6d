import { type FeeRequirement, feesOnBooks } from '@inlieu/law'
import type { Temporal } from 'temporal-polyfill'
import type { RoomTx } from '../platform/database.ts'
import { programOf } from '../programs/index.ts'
import { feesAsTheyStand } from './appointment-page.ts'
import type { IntakeEnrolment } from './enrolment.ts'

/**
 * The necessary fees at a release from custody (WAP-P8.3), after any waiver: what is assessed, or where nobody
 * has assessed yet, what would be. It stands beside the assessment: no fact of eligibility holds money.
 * @param onBooksCents what the jail says is on the books; null: nobody has looked
 */
export async function releaseFees(
  tx: RoomTx<'intake'>,
  enrolment: IntakeEnrolment,
  onBooksCents: number | null,
  today: Temporal.PlainDate,
): Promise<FeeRequirement> {
  const balance = await tx
    .selectFrom('money.v_balance')
    .select(['assessed_cents', 'waived_cents', 'paid_cents'])
    .where('enrolment_id', '=', enrolment.id)
    .executeTakeFirst()
  const chargedCents =
    balance?.assessed_cents ?? (await feesAsTheyStand(tx, enrolment, today))?.chargedCents ?? 0
  // What is paid already need not lie on the books.
  const waivedCents = (balance?.waived_cents ?? 0) + (balance?.paid_cents ?? 0)
  return feesOnBooks(programOf(enrolment), { chargedCents, waivedCents, onBooksCents })
}
