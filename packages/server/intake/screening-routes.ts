import { z } from 'zod'
import { act } from '../platform/act.ts'
import { read } from '../platform/read.ts'
import { type Route, route } from '../platform/route.ts'
import { day, id } from '../platform/schemas.ts'
import { words } from '../platform/words.ts'
import { answerScreening, answerScreeningBody, steps } from './answer-screening.ts'
import { decideScreening, decideScreeningBody } from './decide-screening.ts'
import { madePaper } from './made-paper.ts'
import { readScreeningPage } from './screening-page.ts'

const byId = z.object({ id })
const verdict = z.enum(['met', 'not-met', 'unknown'])
const kind = z.enum(['bar', 'require', 'factor'])
const authority = z.object({
  allowed: z.boolean(),
  because: words,
  clause: z.string(),
  ranks: z.array(words),
})

const page = z.object({
  bookingNumber: z.string(),
  /** What people call the program. */
  program: z.string(),
  personId: id,
  state: z.string(),
  step: z.enum(steps),
  steps: z.array(z.enum(steps)),
  number: z.int(),
  version: z.int().nullable(),
  canScreen: z.boolean(),
  facts: z.array(
    z.object({
      name: z.string(),
      question: words,
      type: z.enum(['yes-no', 'count', 'choice']),
      unit: z.string().nullable(),
      maximum: z.int().nullable(),
      choices: z.array(z.object({ value: z.string(), text: words })),
      value: z.union([z.boolean(), z.number(), z.string()]).nullable(),
      source: z.enum(['worksheet', 'commitments', 'application', 'home', 'asked']).nullable(),
      clauses: z.array(z.string()),
    }),
  ),
  findings: z.array(
    z.object({
      clause: z.string(),
      kind,
      verdict,
      group: z.enum(['settled', 'judgement', 'ask']),
      isGround: z.boolean(),
      own: z.boolean(),
      text: words,
      note: words.nullable(),
      facts: z.array(z.string()),
    }),
  ),
  openParameters: z.array(z.object({ name: z.string(), question: words })),
  outcome: z.enum(['ineligible', 'eligible', 'officer-decides', 'incomplete']),
  packVersion: z.string(),
  packHash: z.string(),
  on: z.string(),
  challengeDays: z.int().nullable(),
  fees: z
    .object({
      clause: z.string(),
      verdict,
      own: z.boolean(),
      text: words,
      necessaryCents: z.int(),
      onBooksCents: z.int().nullable(),
    })
    .nullable(),
  mayDecide: z.object({ admit: authority, deny: authority }),
  decision: z
    .object({
      decision: z.enum(['admit', 'deny']),
      reason: z.string(),
      departs: z.boolean(),
      grounds: z.array(z.string()),
      on: day,
      by: z.string(),
      notice: madePaper.nullable(),
    })
    .nullable(),
  statusX: z.boolean(),
})

/** Whether the program takes a person (WAP-ELIG), and whether one in custody is released early (WAP-P8). */
export const screeningRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/api/intake/enrolments/:id/screening',
    permission: 'enrolment.read',
    summary: 'The questions of a step of the program, what is known, and what the rules say of it',
    params: byId,
    query: z.object({
      step: z.enum(steps).default('admission'),
      again: z.enum(['yes', 'no']).default('no'),
    }),
    response: page,
    handle: ({ office, ctx, params, query }) =>
      read<'intake', Awaited<ReturnType<typeof readScreeningPage>>>(office.db, ctx, (tx) =>
        readScreeningPage(tx, ctx, {
          enrolmentId: params.id,
          step: query.step,
          again: query.again === 'yes',
        }),
      ),
  }),
  route({
    method: 'POST',
    path: '/api/intake/enrolments/:id/screening/answers',
    permission: 'screening.answer',
    summary: 'Keep answers to the questions of a step',
    params: byId,
    body: answerScreeningBody,
    response: z.object({ version: z.int() }),
    handle: ({ office, ctx, params, body }) =>
      act(office.db, ctx, answerScreening, { ...body, enrolmentId: params.id }),
  }),
  route({
    method: 'POST',
    path: '/api/intake/enrolments/:id/screening/decision',
    permission: 'screening.decide',
    summary: 'Admit or deny, with the reason; a denial makes the notice',
    params: byId,
    body: decideScreeningBody,
    response: z.object({ id, noticeDocumentId: id.nullable() }),
    handle: ({ office, ctx, params, body }) =>
      act(office.db, ctx, decideScreening, { ...body, enrolmentId: params.id }),
  }),
]
