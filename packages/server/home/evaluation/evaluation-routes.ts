import { z } from 'zod'
import { act } from '../../platform/act.ts'
import { read } from '../../platform/read.ts'
import { done, type Route, route } from '../../platform/route.ts'
import { day, id, text, version } from '../../platform/schemas.ts'
import {
  addAdult,
  adultForm,
  adultLeft,
  consentForm,
  recordConsent,
  withdrawConsent,
  withdrawForm,
} from './adults.ts'
import { decideEvaluation, decisionForm, evaluationForm, saveEvaluation } from './evaluate.ts'
import { type EvaluationPage, evaluationPage, readEvaluation } from './evaluation-page.ts'
import { reopenEvaluation } from './open-evaluation.ts'

const params = z.object({ id })

/** The evaluation of a home, and the adults who live there (EMP-3.3). */
export const evaluationRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/api/home/enrolments/:id/evaluation',
    permission: 'home.read',
    summary: 'The evaluation of a home with everything it is decided from',
    params,
    response: evaluationPage,
    handle: ({ office, ctx, params }) =>
      read<'home', EvaluationPage>(office.db, ctx, (tx) => readEvaluation(tx, params.id)),
  }),
  route({
    method: 'POST',
    path: '/api/home/enrolments/:id/evaluation',
    permission: 'home.write',
    summary: 'Keep the answers of an evaluation that is open',
    params,
    body: evaluationForm,
    response: z.object({ version }),
    handle: ({ office, ctx, params, body }) =>
      act(office.db, ctx, saveEvaluation, { enrolmentId: params.id, ...body }),
  }),
  route({
    method: 'POST',
    path: '/api/home/enrolments/:id/evaluation/decide',
    permission: 'home.write',
    summary: 'Accept or refuse a home; it is accepted only with every criterion met',
    params,
    body: decisionForm,
    response: done,
    handle: ({ office, ctx, params, body }) =>
      act(office.db, ctx, decideEvaluation, { enrolmentId: params.id, ...body }),
  }),
  route({
    method: 'POST',
    path: '/api/home/enrolments/:id/evaluation/reopen',
    permission: 'home.write',
    summary: 'Open the evaluation of a home again',
    params,
    body: z.strictObject({ reason: text(1000) }),
    response: done,
    handle: ({ office, ctx, params, body }) =>
      act(office.db, ctx, reopenEvaluation, { enrolmentId: params.id, reason: body.reason }),
  }),
  route({
    method: 'POST',
    path: '/api/home/enrolments/:id/adults',
    permission: 'home.write',
    summary: 'Record an adult who lives in the home; after the evaluation it opens again',
    params,
    body: adultForm,
    response: z.object({ id }),
    handle: ({ office, ctx, params, body }) =>
      act(office.db, ctx, addAdult, { enrolmentId: params.id, ...body }),
  }),
  route({
    method: 'POST',
    path: '/api/home/adults/:id/consent',
    permission: 'home.write',
    summary: 'Record what an adult signed: the consent to search, the rules',
    params,
    body: consentForm,
    response: done,
    handle: ({ office, ctx, params, body }) =>
      act(office.db, ctx, recordConsent, { adultId: params.id, ...body }),
  }),
  route({
    method: 'POST',
    path: '/api/home/adults/:id/withdraw',
    permission: 'home.write',
    summary: 'Record that an adult takes the consent back; the evaluation opens again',
    params,
    body: withdrawForm,
    response: done,
    handle: ({ office, ctx, params, body }) =>
      act(office.db, ctx, withdrawConsent, { adultId: params.id, ...body }),
  }),
  route({
    method: 'POST',
    path: '/api/home/adults/:id/left',
    permission: 'home.write',
    summary: 'Record that an adult lives in the home no more',
    params,
    body: z.strictObject({ version, on: day }),
    response: done,
    handle: ({ office, ctx, params, body }) =>
      act(office.db, ctx, adultLeft, { adultId: params.id, ...body }),
  }),
]
