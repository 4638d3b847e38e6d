import { z } from 'zod'
import { act } from '../platform/act.ts'
import { csv, csvAnswer } from '../platform/files.ts'
import { notFound } from '../platform/problem.ts'
import { read } from '../platform/read.ts'
import { type Route, route } from '../platform/route.ts'
import { day, id, text, version } from '../platform/schemas.ts'
import {
  changedView,
  commitmentView,
  listedView,
  movedView,
  personFilesView,
  receivedView,
} from './answers.ts'
import { askCourt } from './ask-court.ts'
import { changeCommitment } from './change-commitment.ts'
import { itemNames, triedPaper, tryChecklist } from './checklist.ts'
import { checklistInWords, checklistView } from './checklist-words.ts'
import { commitmentBody } from './commitment-schema.ts'
import { commitmentColumns, commitmentsQuery, listCommitments } from './list-commitments.ts'
import { moveCommitment } from './move-commitment.ts'
import { readCommitment, readPersonFiles } from './read-commitment.ts'
import { receiveCommitment } from './receive-commitment.ts'
import { recordOriginal } from './record-original.ts'
import { returnCommitment } from './return-commitment.ts'
import { whoseBody, whoseOf } from './whose-commitment.ts'

type Listed = z.output<typeof listedView>[]
type Page = z.output<typeof commitmentView>

const ofCommitment = z.object({ commitmentId: id })

const receiveBody = commitmentBody.extend(whoseBody.shape)

/** Papers from courts: received, checked, put right, asked for, returned. */
export const courtRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/api/court/commitments',
    permission: 'commitment.read',
    summary: 'Commitments, latest first: what is missing, what is owed',
    query: commitmentsQuery,
    response: z.object({ commitments: z.array(listedView) }),
    handle: async ({ office, ctx, query, reply }) => {
      const commitments = await read<'desk', Listed>(office.db, ctx, (tx) => listCommitments(tx, query))
      if (query.format === 'json') return { commitments }
      return csvAnswer(
        reply,
        `Commitments ${ctx.today}`,
        csv(commitments, commitmentColumns, ctx.agency.timeZone),
      )
    },
  }),
  route({
    method: 'POST',
    path: '/api/court/commitments',
    permission: 'commitment.write',
    summary: 'Receive a commitment, with its person if that is new, as one act',
    body: receiveBody,
    response: receivedView,
    handle: ({ office, ctx, body }) => {
      const { personId, newPerson, identifiers, personEvenSo, evenSo, ...commitment } = body
      const person = whoseOf({ personId, newPerson, identifiers, personEvenSo, evenSo }, office.keys)
      return act(office.db, ctx, receiveCommitment, { person, commitment, evenSo })
    },
  }),
  route({
    method: 'GET',
    path: '/api/court/checklist',
    permission: 'commitment.read',
    summary: 'What the lists say of a paper while it is typed; nothing is kept',
    query: triedPaper,
    response: checklistView,
    handle: async ({ query }) => checklistInWords(tryChecklist(query)),
  }),
  route({
    method: 'GET',
    path: '/api/court/commitments/:commitmentId',
    permission: 'commitment.read',
    summary: 'A commitment: its fields, its checklist with reasons, requests, letters, the office’s files',
    params: ofCommitment,
    response: commitmentView,
    handle: async ({ office, ctx, params }) => {
      const found = await read<'court', Page | null>(office.db, ctx, (tx) =>
        readCommitment(tx, params.commitmentId, ctx.today),
      )
      if (!found) throw notFound('commitment')
      return found
    },
  }),
  route({
    method: 'POST',
    path: '/api/court/commitments/:commitmentId',
    permission: 'commitment.write',
    summary: 'Put right what was read from the paper; all fields as they shall stand',
    params: ofCommitment,
    body: commitmentBody.extend({ version }),
    response: changedView,
    handle: ({ office, ctx, params, body: { version, ...commitment } }) =>
      act(office.db, ctx, changeCommitment, { ...params, version, commitment }),
  }),
  route({
    method: 'POST',
    path: '/api/court/commitments/:commitmentId/original',
    permission: 'commitment.write',
    summary: 'The original or certified copy came after a fax (WAP-AUTH.2)',
    params: ofCommitment,
    body: z.strictObject({
      version,
      form: z.enum(['original', 'certified-copy']),
      receivedOn: day,
      paperId: id.nullable().default(null),
    }),
    response: changedView,
    handle: ({ office, ctx, params, body }) => act(office.db, ctx, recordOriginal, { ...params, ...body }),
  }),
  route({
    method: 'POST',
    path: '/api/court/commitments/:commitmentId/ask',
    permission: 'commitment.write',
    summary: 'Ask the court for what its paper lacks; makes the letter',
    params: ofCommitment,
    body: z.strictObject({
      version,
      items: z
        .array(z.enum([...itemNames, 'original-or-certified-copy']))
        .max(30)
        .optional(),
      note: text(2000, false).default(''),
      again: z.boolean().default(false),
    }),
    response: z.object({ requestId: id, documentId: id }),
    handle: ({ office, ctx, params, body }) => act(office.db, ctx, askCourt, { ...params, ...body }),
  }),
  route({
    method: 'POST',
    path: '/api/court/commitments/:commitmentId/return',
    permission: 'commitment.write',
    summary: 'Return a commitment to the court with a note (WAP-P1.2); makes the letter',
    params: ofCommitment,
    body: z.strictObject({ version, note: text(2000) }),
    response: z.object({ version: z.int(), documentId: id }),
    handle: ({ office, ctx, params, body }) => act(office.db, ctx, returnCommitment, { ...params, ...body }),
  }),
  route({
    method: 'POST',
    path: '/api/court/commitments/:commitmentId/move',
    permission: 'commitment.write',
    summary: 'Move a commitment that was typed in on the wrong person, who may be new',
    params: ofCommitment,
    body: whoseBody.extend({ version, reason: text(2000) }),
    response: movedView,
    handle: ({ office, ctx, params, body: { version, reason, ...said } }) =>
      act(office.db, { ...ctx, reason }, moveCommitment, {
        ...params,
        version,
        reason,
        evenSo: said.evenSo,
        person: whoseOf(said, office.keys),
      }),
  }),
  route({
    method: 'GET',
    path: '/api/court/people/:personId',
    permission: 'commitment.read',
    summary: 'What the office has of a person when another paper comes: commitments and files (WAP-P1.2)',
    params: z.object({ personId: id }),
    response: personFilesView,
    handle: ({ office, ctx, params }) =>
      read<'court', z.output<typeof personFilesView>>(office.db, ctx, (tx) =>
        readPersonFiles(tx, params.personId, ctx.today),
      ),
  }),
]
