import { z } from 'zod'
import { act } from '../../platform/act.ts'
import { csv, csvAnswer } from '../../platform/files.ts'
import { read } from '../../platform/read.ts'
import { done, type Route, route } from '../../platform/route.ts'
import { id, text, version } from '../../platform/schemas.ts'
import { absenceKindsForm, setAbsenceKinds } from '../absence-kinds/set-absence-kinds.ts'
import { conditionForm, endCondition, setCondition } from '../conditions/conditions.ts'
import { makeContract, recordSigned, signedForm } from '../contract/contract-verbs.ts'
import { listDeputies, nameDeputy, shownDeputy } from '../deputy/name-deputy.ts'
import { correctionForm, correctPlace } from '../places/correct-place.ts'
import { placeForm } from '../places/place-form.ts'
import { approvePlace, endPlace } from '../places/place-verbs.ts'
import { askSlot, freeSlot, giveSlot } from '../slots/slot-verbs.ts'
import {
  detentionColumnsCsv,
  detentionFilter,
  type ListedDetention,
  listDetentions,
  listedDetention,
  listPlaces,
  type ProgramPlaces,
  programPlaces,
} from './detention-list.ts'
import { type DetentionPage, detentionPage, readDetention } from './detention-page.ts'
import { readTerms, type TermsPage, termsPage } from './terms-page.ts'

const params = z.object({ id })
const reasonBody = z.strictObject({ reason: text(1000) })

const reading: Route[] = [
  route({
    method: 'GET',
    path: '/api/home/detentions',
    permission: 'home.read',
    summary: 'People in home detention or on the way there, with what is missing; as CSV where asked',
    query: detentionFilter.extend({ format: z.enum(['json', 'csv']).default('json') }),
    response: z.object({ people: z.array(listedDetention), places: z.array(programPlaces) }),
    handle: async ({ office, ctx, query, reply }) => {
      const list = await read<'home', { people: ListedDetention[]; places: ProgramPlaces[] }>(
        office.db,
        ctx,
        async (tx) => ({ people: await listDetentions(tx, ctx, query), places: await listPlaces(tx, ctx) }),
      )
      if (query.format === 'json') return list
      return csvAnswer(
        reply,
        `home-detention-${ctx.today}`,
        csv(list.people, detentionColumnsCsv, ctx.agency.timeZone),
      )
    },
  }),
  route({
    method: 'GET',
    path: '/api/home/deputies',
    permission: 'home.read',
    summary: 'Deputies who can be named, with how many people they supervise',
    response: z.object({ deputies: z.array(shownDeputy) }),
    handle: async ({ office, ctx }) => ({
      deputies: await read<'home', z.output<typeof shownDeputy>[]>(office.db, ctx, listDeputies),
    }),
  }),
  route({
    method: 'GET',
    path: '/api/home/enrolments/:id/detention',
    permission: 'home.read',
    summary: 'Where somebody in home detention stands: what is missing, the place, the deputy, the units',
    params,
    response: detentionPage,
    handle: ({ office, ctx, params }) =>
      read<'home', DetentionPage>(office.db, ctx, (tx) => readDetention(tx, ctx, params.id)),
  }),
  route({
    method: 'GET',
    path: '/api/home/enrolments/:id/terms',
    permission: 'home.read',
    summary: 'What binds somebody: conditions, absences, places, the contract',
    params,
    response: termsPage,
    handle: ({ office, ctx, params }) =>
      read<'home', TermsPage>(office.db, ctx, (tx) => readTerms(tx, params.id)),
  }),
]

const placesOfPrograms: Route[] = [
  route({
    method: 'POST',
    path: '/api/home/enrolments/:id/slot/ask',
    permission: 'home.write',
    summary: 'Put somebody on the waiting list of the program',
    params,
    body: z.strictObject({ note: text(500, false).default('') }),
    response: z.object({ id }),
    handle: ({ office, ctx, params, body }) =>
      act(office.db, ctx, askSlot, { enrolmentId: params.id, note: body.note }),
  }),
  route({
    method: 'POST',
    path: '/api/home/enrolments/:id/slot/give',
    permission: 'home.write',
    summary: 'Give somebody a place of the program (EMP-0.8); the last one is given once',
    params,
    body: z.strictObject({ outOfTurn: text(500, false).default('') }),
    response: z.object({ id }),
    handle: ({ office, ctx, params, body }) =>
      act(office.db, ctx, giveSlot, { enrolmentId: params.id, outOfTurn: body.outOfTurn }),
  }),
  route({
    method: 'POST',
    path: '/api/home/enrolments/:id/slot/free',
    permission: 'home.write',
    summary: 'Take somebody off the waiting list, or give back a place that is not used',
    params,
    body: reasonBody,
    response: done,
    handle: ({ office, ctx, params, body }) =>
      act(office.db, ctx, freeSlot, { enrolmentId: params.id, reason: body.reason }),
  }),
  route({
    method: 'POST',
    path: '/api/home/enrolments/:id/deputy',
    permission: 'home.write',
    summary: 'Name the deputy who supervises somebody (EMP-0.10)',
    params,
    body: z.strictObject({ accountId: id, note: text(500, false).default('') }),
    response: z.object({ id }),
    handle: ({ office, ctx, params, body }) =>
      act(office.db, ctx, nameDeputy, { enrolmentId: params.id, ...body }),
  }),
]

const binding: Route[] = [
  route({
    method: 'POST',
    path: '/api/home/enrolments/:id/conditions',
    permission: 'home.write',
    summary: 'Set a condition, with the order that sets it (EMP-1.4)',
    params,
    body: conditionForm,
    response: z.object({ id }),
    handle: ({ office, ctx, params, body }) =>
      act(office.db, ctx, setCondition, { enrolmentId: params.id, ...body }),
  }),
  route({
    method: 'POST',
    path: '/api/home/conditions/:id/end',
    permission: 'home.write',
    summary: 'End a condition',
    params,
    body: reasonBody,
    response: done,
    handle: ({ office, ctx, params, body }) =>
      act(office.db, ctx, endCondition, { conditionId: params.id, reason: body.reason }),
  }),
  route({
    method: 'POST',
    path: '/api/home/enrolments/:id/absence-kinds',
    permission: 'home.write',
    summary: 'Set the kinds of absence open to somebody (EMP-1.5)',
    params,
    body: absenceKindsForm,
    response: z.object({ version: z.int() }),
    handle: ({ office, ctx, params, body }) =>
      act(office.db, ctx, setAbsenceKinds, { enrolmentId: params.id, ...body }),
  }),
  route({
    method: 'POST',
    path: '/api/home/enrolments/:id/places',
    permission: 'home.write',
    summary: 'Approve a place; a new home opens its evaluation (EMP-3.3)',
    params,
    body: placeForm,
    response: z.object({ id }),
    handle: ({ office, ctx, params, body }) =>
      act(office.db, ctx, approvePlace, { enrolmentId: params.id, form: body }),
  }),
  route({
    method: 'POST',
    path: '/api/home/places/:id',
    permission: 'home.write',
    summary: 'Correct what was written down wrong of a place',
    params,
    body: correctionForm,
    response: z.object({ id, version }),
    handle: ({ office, ctx, params, body }) =>
      act(office.db, ctx, correctPlace, { ...body, placeId: params.id }),
  }),
  route({
    method: 'POST',
    path: '/api/home/places/:id/end',
    permission: 'home.write',
    summary: 'End the approval of a place',
    params,
    body: reasonBody,
    response: done,
    handle: ({ office, ctx, params, body }) =>
      act(office.db, ctx, endPlace, { placeId: params.id, reason: body.reason }),
  }),
  route({
    method: 'POST',
    path: '/api/home/enrolments/:id/contract',
    permission: 'home.write',
    summary: 'Make the next version of the program contract, to be signed (EMP-4.3)',
    params,
    body: z.strictObject({ language: z.enum(['en', 'es']).nullable().default(null) }),
    response: z.object({ id, number: z.int(), documentId: id }),
    handle: ({ office, ctx, params, body }) =>
      act(office.db, ctx, makeContract, { enrolmentId: params.id, language: body.language }),
  }),
  route({
    method: 'POST',
    path: '/api/home/contracts/:id/signed',
    permission: 'home.write',
    summary: 'Record that the latest version of the contract was signed, with its scan',
    params,
    body: signedForm,
    response: done,
    handle: ({ office, ctx, params, body }) =>
      act(office.db, ctx, recordSigned, { contractId: params.id, ...body }),
  }),
]

/** Home detention of a person: place in the program, deputy, what binds, the contract. */
export const detentionRoutes: Route[] = [...reading, ...placesOfPrograms, ...binding]
