import { z } from 'zod'
import { act, type Verb } from '../platform/act.ts'
import type { Context } from '../platform/context.ts'
import { csvAnswer } from '../platform/files.ts'
import { read } from '../platform/read.ts'
import { type Office, type Route, route } from '../platform/route.ts'
import { day, id, text } from '../platform/schemas.ts'
import { completeEnrolment } from './complete-enrolment.ts'
import { enrolmentDetailOf } from './enrolment-detail.ts'
import { type EnrolmentDetail, enrolmentDetail } from './enrolment-schemas.ts'
import { lossEntered } from './good-time/good-time-schema.ts'
import { joinCommitment } from './join-commitment.ts'
import { enrolmentFilter, enrolmentList, enrolmentsAsCsv, listEnrolments } from './list-enrolments.ts'
import { openEnrolment } from './open-enrolment.ts'
import { programOf, programsOf, programsRun } from './program.ts'
import { reopenEnrolment } from './reopen-enrolment.ts'
import { returnReasons } from './return-reasons.ts'
import { returnToCourt } from './return-to-court.ts'
import { withdrawEnrolment } from './withdraw-enrolment.ts'
import { restOf } from './withdrawal.ts'

const enrolmentId = z.strictObject({ id })
const record = z.object({ id })

const rest = z.object({
  adjustedDays: z.int().nullable(),
  creditedDays: z.int(),
  restDays: z.int().nullable(),
})

/** Opening an enrolment, looking at it, and the steps that end it or open it again. */
export const enrolmentRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/api/programs',
    permission: 'enrolment.read',
    summary: 'The programs that the office runs, the usual one first',
    response: z.object({
      programs: z.array(
        z.object({
          pack: z.string(),
          name: z.string(),
          served: z.enum(['by-work', 'at-home']),
          /** Whether a commitment may grant good time in it (SCC-2.D). */
          goodTime: z.boolean(),
        }),
      ),
    }),
    handle: ({ ctx }) =>
      Promise.resolve({
        programs: programsOf(ctx.agency.county).map(({ pack, name, served }) => ({
          pack,
          name,
          served,
          goodTime: programOf({ pack }).sentence.goodTime,
        })),
      }),
  }),
  route({
    method: 'GET',
    path: '/api/programs/enrolments',
    permission: 'enrolment.read',
    summary: 'The enrolments of the office, by state',
    query: enrolmentFilter.extend({ format: z.enum(['json', 'csv']).default('json') }),
    response: enrolmentList,
    handle: async ({ office, ctx, query, reply }) => {
      const list = await read<'programs', z.output<typeof enrolmentList>>(office.db, ctx, (tx) =>
        listEnrolments(tx, query, ctx.today),
      )
      return query.format === 'csv'
        ? csvAnswer(reply, `enrolments ${ctx.today}`, enrolmentsAsCsv(list.rows, ctx.agency.timeZone))
        : list
    },
  }),
  route({
    method: 'POST',
    path: '/api/programs/enrolments',
    permission: 'enrolment.write',
    summary: 'Open an enrolment over one or more commitments',
    body: z.strictObject({
      personId: id,
      pack: z.string().max(100).default(programsRun[0]!.pack),
      commitmentIds: z.array(id).min(1, 'Choose the commitment that is to be served.').max(50),
    }),
    response: record,
    handle: ({ office, ctx, body }) => act(office.db, ctx, openEnrolment, body),
  }),
  route({
    method: 'GET',
    path: '/api/programs/enrolments/:id',
    permission: 'enrolment.read',
    summary: 'An enrolment: person, commitments, steps, worksheet, and what is next',
    params: enrolmentId,
    response: enrolmentDetail,
    handle: ({ office, ctx, params }) => detailOf(office, ctx, params.id),
  }),
  route({
    method: 'POST',
    path: '/api/programs/enrolments/:id/commitments',
    permission: 'enrolment.write',
    summary: 'Join a commitment, or follow the orders of a modification',
    params: enrolmentId,
    body: z.strictObject({ commitmentId: id }),
    response: enrolmentDetail,
    handle: ({ office, ctx, params, body }) =>
      afterwards(office, ctx, joinCommitment, { enrolmentId: params.id, commitmentId: body.commitmentId }),
  }),
  route({
    method: 'POST',
    path: '/api/programs/enrolments/:id/complete',
    permission: 'completion.record',
    summary: 'Complete an enrolment; refused with everything that is missing',
    params: enrolmentId,
    body: z.strictObject({ note: text(1000, false).default('') }),
    response: enrolmentDetail,
    handle: ({ office, ctx, params, body }) =>
      afterwards(office, ctx, completeEnrolment, { enrolmentId: params.id, note: body.note }),
  }),
  route({
    method: 'GET',
    path: '/api/programs/enrolments/:id/withdrawal',
    permission: 'enrolment.read',
    summary: 'What a person who withdraws has still to serve',
    params: enrolmentId,
    response: rest,
    handle: async ({ office, ctx, params }) => {
      const { program } = await detailOf(office, ctx, params.id)
      return read<'programs', z.output<typeof rest>>(office.db, ctx, (tx) =>
        restOf(tx, { id: params.id, pack: program.pack }, ctx.today),
      )
    },
  }),
  route({
    method: 'POST',
    path: '/api/programs/enrolments/:id/withdraw',
    permission: 'enrolment.write',
    summary: 'Record that the participant withdraws, having been told the rest',
    params: enrolmentId,
    body: z.strictObject({ toldRestDays: z.int().min(0).max(36_500), reason: text(1000) }),
    response: enrolmentDetail,
    handle: ({ office, ctx, params, body }) =>
      afterwards(office, ctx, withdrawEnrolment, { enrolmentId: params.id, ...body }),
  }),
  route({
    method: 'POST',
    path: '/api/programs/enrolments/:id/return-to-court',
    permission: 'screening.decide',
    summary: 'Return a case to court, with the reason (WAP-P2.5); makes the papers, frees the days to come',
    params: enrolmentId,
    body: z.strictObject({
      reason: z.enum(returnReasons),
      note: text(2000, false).default(''),
      onDay: day,
      goodTimeLost: z.array(lossEntered).max(50).default([]),
      goodTimeReason: text(1000, false).default(''),
    }),
    response: enrolmentDetail,
    handle: ({ office, ctx, params, body }) =>
      afterwards(office, ctx, returnToCourt, { enrolmentId: params.id, ...body }),
  }),
  route({
    method: 'POST',
    path: '/api/programs/enrolments/:id/reopen',
    permission: 'screening.decide',
    summary: 'Open an enrolment again that has ended',
    params: enrolmentId,
    body: z.strictObject({ reason: text(1000) }),
    response: enrolmentDetail,
    handle: ({ office, ctx, params, body }) =>
      afterwards(office, ctx, reopenEnrolment, { enrolmentId: params.id, reason: body.reason }),
  }),
]

const detailOf = (office: Office, ctx: Context, enrolmentId: string) =>
  read<'programs', EnrolmentDetail>(office.db, ctx, (tx) => enrolmentDetailOf(tx, enrolmentId, ctx.today))

/** Does it, and answers with the enrolment as it then is. */
async function afterwards<I extends { enrolmentId: string }>(
  office: Office,
  ctx: Context,
  done: Verb<'programs', I, { id: string }>,
  input: I,
): Promise<EnrolmentDetail> {
  await act(office.db, ctx, done, input)
  return detailOf(office, ctx, input.enrolmentId)
}
