import { z } from 'zod'
import { act } from '../platform/act.ts'
import { done, type Route, route } from '../platform/route.ts'
import { id, text } from '../platform/schemas.ts'
import { addIdentifier } from './add-identifier.ts'
import { candidateView, likelyDuplicatesView } from './answers.ts'
import { endIdentifier } from './end-identifier.ts'
import { findByIdentifier } from './find-by-identifier.ts'
import { identifierBody, sealable } from './identifier-number.ts'
import { openIdentifier } from './open-identifier.ts'

const ofPerson = z.object({ personId: id, identifierId: id })

/** Sealed numbers: put on record, found exactly, opened with a reason. */
export const identifierRoutes: Route[] = [
  route({
    method: 'POST',
    path: '/api/people/by-number',
    permission: 'person.open-identifier',
    summary: 'Who has exactly this number; the search is recorded with each person found',
    body: identifierBody,
    response: z.object({ found: z.array(candidateView) }),
    // A search sent again is a look of its own.
    handle: ({ office, ctx, body }) =>
      act(office.db, { ...ctx, idempotencyKey: null }, findByIdentifier, sealable(office.keys, body)),
  }),
  route({
    method: 'POST',
    path: '/api/people/:personId/identifiers',
    permission: 'person.write',
    summary: 'Seal a number on a person; answers who else has it, unless kept even so',
    params: z.object({ personId: id }),
    body: z.strictObject({ identifier: identifierBody, evenSo: z.boolean().default(false) }),
    response: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('added'), identifierId: id }),
      likelyDuplicatesView,
    ]),
    handle: ({ office, ctx, params, body }) =>
      act(office.db, ctx, addIdentifier, {
        personId: params.personId,
        identifier: sealable(office.keys, body.identifier),
        evenSo: body.evenSo,
      }),
  }),
  route({
    method: 'POST',
    path: '/api/people/:personId/identifiers/:identifierId/open',
    permission: 'person.open-identifier',
    summary: 'See a sealed number whole; the look and its reason are recorded',
    params: ofPerson,
    body: z.strictObject({ reason: text(500) }),
    response: z.object({ number: z.string() }),
    handle: ({ office, ctx, params, body }) => openIdentifier(office, ctx, { ...params, ...body }),
  }),
  route({
    method: 'POST',
    path: '/api/people/:personId/identifiers/:identifierId/end',
    permission: 'person.write',
    summary: 'Take a number that was wrong off a person',
    params: ofPerson,
    body: z.strictObject({ reason: text(500) }),
    response: done,
    handle: ({ office, ctx, params, body }) => act(office.db, ctx, endIdentifier, { ...params, ...body }),
  }),
]
