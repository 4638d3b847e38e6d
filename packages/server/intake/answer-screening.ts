import { randomUUID } from 'node:crypto'
import type { Step } from '@inlieu/law'
import { z } from 'zod'
import { verb, type Work } from '../platform/act.ts'
import { fieldProblem, Problem } from '../platform/problem.ts'
import { version } from '../platform/schemas.ts'
import { isEnded, programOf, stateInWords } from '../programs/index.ts'
import { type IntakeEnrolment, readEnrolment } from './enrolment.ts'
import { answersTrouble, factsOf, knownFacts, recordedFacts, refuseOtherStep } from './screening-facts.ts'
import { type Answers, holdScreening, type ScreeningRecord } from './screening-record.ts'

export const steps = ['admission', 'early-release'] as const

/** Answers by the name of the fact; null: asked, and nobody knows. */
export const answersBody = z.record(
  z.string().regex(/^[a-zA-Z]{1,60}$/, 'This is no question.'),
  z.union(
    [z.boolean(), z.int(), z.string().max(60), z.null()],
    'Answer yes, no, a number or one of the choices.',
  ),
)

export const answerScreeningBody = z.strictObject({
  step: z.enum(steps),
  /** The version the page showed; null: none is open. */
  version: version.nullable(),
  answers: answersBody,
})

/**
 * Keeps the answers of the office to the questions of a step. Left out: as before; null: not known.
 * @throws Problem `not-found`; `conflict`; `cannot-be` at each answer that does not fit
 */
export const answerScreening = verb(
  'intake.answer-screening',
  async (
    work: Work<'intake'>,
    input: z.output<typeof answerScreeningBody> & { enrolmentId: string },
  ): Promise<{ version: number }> => {
    const { ctx, db, emit } = work
    const enrolment = await readEnrolment(db, input.enrolmentId, ctx.today)
    refuseEnded(enrolment)
    refuseOtherStep(programOf(enrolment), input.step)
    await refuseMisfits(work, enrolment, input.step, input.answers)
    const { open, last } = await holdScreening(work, enrolment.id, input.step, input.version)
    const screening = open ?? (await beginScreening(work, enrolment.id, input.step, last + 1))
    const answers = { ...screening.answers, ...input.answers }
    if (open && JSON.stringify(answers) === JSON.stringify(open.answers)) return { version: open.version }
    const after = open ? open.version + 1 : 1
    await db
      .updateTable('intake.screening')
      .set({ answers: JSON.stringify(answers), version: after })
      .where('id', '=', screening.id)
      .execute()
    await emit('intake.screening-answered', { screening: screening.id, enrolment: enrolment.id })
    return { version: after }
  },
)

/** @throws Problem `cannot-be` once the enrolment has ended */
export function refuseEnded(enrolment: IntakeEnrolment): void {
  if (isEnded(enrolment.state)) {
    throw new Problem(
      'cannot-be',
      `${enrolment.number} is ${stateInWords(enrolment.state)}. Reopen it before it is screened again.`,
    )
  }
}

/** Opens a screening without answers. */
export async function beginScreening(
  { ctx, db }: Work<'intake'>,
  enrolmentId: string,
  step: Step,
  number: number,
): Promise<ScreeningRecord> {
  const id = randomUUID()
  await db
    .insertInto('intake.screening')
    .values({
      agency_id: ctx.agency.id,
      id,
      enrolment_id: enrolmentId,
      step,
      number,
      answers: '{}',
      started_at: ctx.now,
      started_by: ctx.actor!,
    })
    .execute()
  return { id, step, number, answers: {}, decided: false, version: 1 }
}

async function refuseMisfits(
  work: Work<'intake'>,
  enrolment: IntakeEnrolment,
  step: Step,
  answers: Answers,
): Promise<void> {
  const pack = programOf(enrolment)
  if (!pack.steps.includes(step)) throw fieldProblem('step', 'This program has no such questions.')
  const known = knownFacts(step, await recordedFacts(work.db, enrolment))
  const fields = answersTrouble(answers, factsOf(pack, step), known)
  if (fields.length > 0) throw new Problem('cannot-be', 'Some answers do not fit their question.', { fields })
}
