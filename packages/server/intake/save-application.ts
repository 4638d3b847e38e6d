import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { verb, type Work } from '../platform/act.ts'
import { version } from '../platform/schemas.ts'
import { applicationAnswers, tidied } from './application-form.ts'
import { holdApplication } from './application-record.ts'
import { readEnrolment } from './enrolment.ts'

export const saveApplicationBody = z.strictObject({
  /** The version the page showed; null: there was none yet. */
  version: version.nullable(),
  ...applicationAnswers.shape,
})

/**
 * Keeps the application as far as it is written. A signed one that is changed has to be signed again: the
 * signature stood under the earlier answers, which stay in the trail.
 * @throws Problem `not-found`; `conflict`
 */
export const saveApplication = verb(
  'intake.save-application',
  async (
    work: Work<'intake'>,
    input: z.output<typeof saveApplicationBody> & { enrolmentId: string },
  ): Promise<{ version: number }> => {
    const { ctx, db, emit } = work
    const { enrolmentId, version: shown, ...given } = input
    const enrolment = await readEnrolment(db, enrolmentId, ctx.today)
    const before = await holdApplication(work, enrolment.id, shown)
    const answers = JSON.stringify(tidied(given))
    if (!before) {
      const id = randomUUID()
      await db
        .insertInto('intake.application')
        .values({
          agency_id: ctx.agency.id,
          id,
          enrolment_id: enrolment.id,
          answers,
          created_at: ctx.now,
          created_by: ctx.actor!,
        })
        .execute()
      await emit('intake.application-saved', { application: id, enrolment: enrolment.id })
      return { version: 1 }
    }
    if (JSON.stringify(before.answers) === answers) return { version: before.version }
    await db
      .updateTable('intake.application')
      .set({
        answers,
        signed_on: null,
        incomplete_reason: '',
        taken_at: null,
        taken_by: null,
        version: before.version + 1,
      })
      .where('id', '=', before.id)
      .execute()
    await emit('intake.application-saved', { application: before.id, enrolment: enrolment.id })
    return { version: before.version + 1 }
  },
)
