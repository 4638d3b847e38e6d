import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { verb, type Work } from '../platform/act.ts'
import { fieldProblem, Problem } from '../platform/problem.ts'
import { day, text, version } from '../platform/schemas.ts'
import { recordStep } from '../programs/index.ts'
import { completenessOf, type Question } from './application-form.ts'
import { holdApplication } from './application-record.ts'
import { readEnrolment } from './enrolment.ts'

export const signApplicationBody = z.strictObject({
  version,
  signedOn: day,
  /** Why it is taken although something is missing or refused (WAP-ELIG.j). */
  incompleteReason: text(500, false).default(''),
})

const asked: Readonly<Record<Question, string>> = {
  employed: 'Whether the person is employed',
  employer: 'Present or last place of employment',
  jobLoss: 'Whether weekday work would cost the job',
  daysAvailable: 'On which days the person can come',
  daysAWeek: 'How many days a week the person is willing to work',
  workLimits: 'Limits that affect work, or that there are none',
  diagnosis: 'Whether the doctor’s diagnosis was brought',
  transport: 'How the person gets to a work site',
  priorHistory: 'Whether the person was booked or fingerprinted here before',
}

/**
 * Takes the application as signed by the person (WAP-BOOK.2). An incomplete one is a factor an officer weighs
 * (WAP-ELIG.j), so it can be taken with a reason.
 * @throws Problem `not-found`; `conflict`; `cannot-be` with each missing answer at its field
 */
export const signApplication = verb(
  'intake.sign-application',
  async (
    work: Work<'intake'>,
    input: z.output<typeof signApplicationBody> & { enrolmentId: string },
  ): Promise<{ version: number }> => {
    const { ctx, db, emit } = work
    const enrolment = await readEnrolment(db, input.enrolmentId, ctx.today)
    const before = await holdApplication(work, enrolment.id, input.version)
    if (!before) throw new Problem('not-found', 'There is no application yet. Load the page again.')
    if (before.signedOn)
      throw new Problem('already-done', `This application was signed on ${before.signedOn}.`)
    if (Temporal.PlainDate.compare(input.signedOn, ctx.today) > 0)
      throw fieldProblem('signedOn', 'This day has not come yet. Give the day on which it was signed.')
    const { complete, missing, refused } = completenessOf(before.answers)
    if (!complete && input.incompleteReason === '') throw incomplete([...missing, ...refused])
    await db
      .updateTable('intake.application')
      .set({
        signed_on: input.signedOn,
        incomplete_reason: complete ? '' : input.incompleteReason,
        taken_at: ctx.now,
        taken_by: ctx.actor,
        version: before.version + 1,
      })
      .where('id', '=', before.id)
      .execute()
    await work.call(recordStep, {
      enrolmentId: enrolment.id,
      kind: 'applied',
      about: { application: before.id },
    })
    await emit('intake.application-signed', { application: before.id, enrolment: enrolment.id })
    return { version: before.version + 1 }
  },
)

function incomplete(open: readonly Question[]): Problem {
  return new Problem(
    'cannot-be',
    'The application is not complete. Fill in what is missing, or say why it is taken as it is (WAP-ELIG.j).',
    {
      fields: [
        ...open.map((question) => ({
          path: question,
          message: `${asked[question]} is not answered.`,
        })),
        {
          path: 'incompleteReason',
          message: 'Say why it is taken although it is incomplete, or complete it.',
        },
      ],
    },
  )
}
