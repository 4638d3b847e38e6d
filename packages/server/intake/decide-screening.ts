import { randomUUID } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import type { Permission } from '@inlieu/law'
import { z } from 'zod'
import { verb, type Work } from '../platform/act.ts'
import { Problem } from '../platform/problem.ts'
import { cents, text, version } from '../platform/schemas.ts'
import { programOf, recordStep, requireAuthority } from '../programs/index.ts'
import { answersBody, beginScreening, refuseEnded, steps } from './answer-screening.ts'
import { askDenialNotice } from './denial-notice.ts'
import { keepAppointment } from './end-appointment.ts'
import { type IntakeEnrolment, readEnrolment } from './enrolment.ts'
import { releaseFees } from './release-fees.ts'
import { cannotDecide, departs } from './screening-decision.ts'
import { refuseOtherStep } from './screening-facts.ts'
import { holdScreening, type PutTogether, putTogether, type ScreeningRecord } from './screening-record.ts'

export const decideScreeningBody = z.strictObject({
  step: z.enum(steps),
  version: version.nullable(),
  /** The facts as the page showed them: the decision is taken on these or not at all. */
  facts: answersBody,
  decision: z.enum(['admit', 'deny']),
  reason: text(2000, false),
  grounds: z.array(z.string().max(40)).max(50).default([]),
  /** Early release: what the jail says is on the books, in cents (WAP-P8.3). */
  onBooksCents: cents.min(0).nullable().default(null),
})

export type DecideScreening = z.output<typeof decideScreeningBody> & { enrolmentId: string }

/**
 * A named officer's decision on a screening (WAP-ELIG.1, WAP-P8), stored whole with what it was taken from. A
 * denial asks for the notice that says how to challenge it.
 * @throws Problem `not-found`; `not-allowed` without authority; `conflict` when answers or record have changed
 * since the page was shown; `cannot-be` as {@link cannotDecide} says
 */
export const decideScreening = verb(
  'intake.decide-screening',
  async (
    work: Work<'intake'>,
    input: DecideScreening,
  ): Promise<{ id: string; noticeDocumentId: string | null }> => {
    const { ctx, db, emit } = work
    const enrolment = await readEnrolment(db, input.enrolmentId, ctx.today)
    refuseEnded(enrolment)
    refuseOtherStep(programOf(enrolment), input.step)
    const authority = input.step === 'early-release' ? 'early-release' : input.decision
    const permission = await requireAuthority(work, { decision: authority, pack: enrolment.pack })
    const { open, last } = await holdScreening(work, enrolment.id, input.step, input.version)
    if (!open && last > 0)
      throw new Problem('already-done', 'This screening is decided. To decide again, screen again first.')
    const screening = open ?? (await beginScreening(work, enrolment.id, input.step, 1))
    const together = await putTogether(db, enrolment, input.step, screening.answers, ctx.today)
    refuseOtherFacts(work, together, input)
    const fees =
      input.step === 'early-release' ? await releaseFees(db, enrolment, input.onBooksCents, ctx.today) : null
    const refusal = cannotDecide(together.assessment, input, fees, permission.clause)
    if (refusal) throw refusal
    const id = randomUUID()
    const noticeDocumentId =
      input.decision === 'deny'
        ? await askDenialNotice(work, enrolment, {
            ...input,
            assessment: together.assessment,
            permission,
            departs: departs(together.assessment, 'deny'),
          })
        : null
    await write(work, { id, enrolment, screening, together, input, permission, fees, noticeDocumentId })
    await takeStep(work, enrolment, screening, input)
    await emit('intake.screening-decided', { decision: id, screening: screening.id, enrolment: enrolment.id })
    return { id, noticeDocumentId }
  },
)

function refuseOtherFacts(work: Work<'intake'>, together: PutTogether, input: DecideScreening): void {
  const shown = Object.fromEntries(
    Object.keys(together.facts).map((name) => [name, input.facts[name] ?? null]),
  )
  if (isDeepStrictEqual(shown, together.facts)) return
  throw new Problem(
    'conflict',
    'The facts are not those the page showed: the record has changed since. Look at them again, then decide.',
    {
      conflict: {
        changedBy: 'The record',
        changedAt: work.ctx.now.toString(),
        current: { facts: together.facts },
      },
    },
  )
}

interface Written {
  id: string
  enrolment: IntakeEnrolment
  screening: ScreeningRecord
  together: PutTogether
  input: DecideScreening
  permission: Permission
  fees: Awaited<ReturnType<typeof releaseFees>> | null
  noticeDocumentId: string | null
}

async function write({ ctx, db }: Work<'intake'>, written: Written): Promise<void> {
  const { id, enrolment, screening, together, input, permission, fees, noticeDocumentId } = written
  const { assessment, facts, known } = together
  const sources = Object.fromEntries(
    Object.entries(facts)
      .filter(([, value]) => value !== null)
      .map(([name]) => [name, known[name]?.source ?? 'asked']),
  )
  await db
    .updateTable('intake.screening')
    .set({ decided_at: ctx.now, version: screening.version + 1 })
    .where('id', '=', screening.id)
    .execute()
  await db
    .insertInto('intake.screening_decision')
    .values({
      agency_id: ctx.agency.id,
      id,
      screening_id: screening.id,
      enrolment_id: enrolment.id,
      step: input.step,
      decision: input.decision,
      reason: input.reason,
      departs: departs(assessment, input.decision),
      grounds: JSON.stringify(input.decision === 'deny' ? input.grounds : []),
      assessment: JSON.stringify(assessment),
      sources: JSON.stringify(sources),
      release_fees: fees ? JSON.stringify(fees) : null,
      permission: JSON.stringify(permission),
      challenge_days: challengeDaysOf(assessment),
      outcome: assessment.outcome,
      pack_version: assessment.version,
      pack_hash: assessment.hash,
      decided_on: ctx.today,
      decided_at: ctx.now,
      decided_by: ctx.actor!,
      notice_document_id: noticeDocumentId,
    })
    .execute()
}

/** Days within which a denial may be challenged, as the office has set them; null where it has not. */
export function challengeDaysOf(assessment: PutTogether['assessment']): number | null {
  const value = assessment.parameters.values.challengeDays?.value
  return typeof value === 'number' ? value : null
}

// A release from custody, or none, takes no step of its own: who is refused stays in custody, and who is
// released goes on as a court's referral does (WAP-P8.6).
async function takeStep(
  work: Work<'intake'>,
  enrolment: IntakeEnrolment,
  screening: ScreeningRecord,
  input: DecideScreening,
): Promise<void> {
  if (input.step !== 'admission') return
  await work.call(recordStep, {
    enrolmentId: enrolment.id,
    kind: input.decision === 'admit' ? 'accepted' : 'denied',
    about: { screening: screening.id },
  })
  if (input.decision === 'deny') await keepAppointment(work, enrolment.id)
}
