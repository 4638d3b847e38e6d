import { z } from 'zod'
import { act } from '../platform/act.ts'
import type { RoomTx } from '../platform/database.ts'
import { read } from '../platform/read.ts'
import { type Route, route } from '../platform/route.ts'
import { day, id } from '../platform/schemas.ts'
import { applicationAnswers, completenessOf, questions, unanswered } from './application-form.ts'
import { readApplication } from './application-record.ts'
import { readEnrolment } from './enrolment.ts'
import { saveApplication, saveApplicationBody } from './save-application.ts'
import { signApplication, signApplicationBody } from './sign-application.ts'

const byId = z.object({ id })
const saved = z.object({ version: z.int() })
const questionList = z.array(z.enum(questions))

async function readPage(
  tx: RoomTx<'intake'>,
  enrolmentId: string,
  today: Parameters<typeof readEnrolment>[2],
) {
  const enrolment = await readEnrolment(tx, enrolmentId, today)
  const record = await readApplication(tx, enrolmentId)
  const answers = record?.answers ?? unanswered
  return {
    bookingNumber: enrolment.number,
    personId: enrolment.personId,
    state: enrolment.state,
    version: record?.version ?? null,
    answers,
    ...completenessOf(answers),
    signedOn: record?.signedOn ?? null,
    incompleteReason: record?.incompleteReason ?? '',
  }
}

/** The application form (WAP-BOOK.2). */
export const applicationRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/api/intake/enrolments/:id/application',
    permission: 'enrolment.read',
    summary: 'The application of an enrolment, and what it lacks',
    params: byId,
    response: z.object({
      bookingNumber: z.string(),
      personId: id,
      state: z.string(),
      version: z.int().nullable(),
      answers: applicationAnswers,
      complete: z.boolean(),
      missing: questionList,
      refused: questionList,
      signedOn: day.nullable(),
      incompleteReason: z.string(),
    }),
    handle: ({ office, ctx, params }) =>
      read<'intake', Awaited<ReturnType<typeof readPage>>>(office.db, ctx, (tx) =>
        readPage(tx, params.id, ctx.today),
      ),
  }),
  route({
    method: 'POST',
    path: '/api/intake/enrolments/:id/application',
    permission: 'application.write',
    summary: 'Keep the application as far as it is written',
    params: byId,
    body: saveApplicationBody,
    response: saved,
    handle: ({ office, ctx, params, body }) =>
      act(office.db, ctx, saveApplication, { ...body, enrolmentId: params.id }),
  }),
  route({
    method: 'POST',
    path: '/api/intake/enrolments/:id/application/sign',
    permission: 'application.write',
    summary: 'Take the application as signed by the person',
    params: byId,
    body: signApplicationBody,
    response: saved,
    handle: ({ office, ctx, params, body }) =>
      act(office.db, ctx, signApplication, { ...body, enrolmentId: params.id }),
  }),
]
