import { z } from 'zod'
import { act } from '../platform/act.ts'
import type { RoomTx } from '../platform/database.ts'
import { notFound } from '../platform/problem.ts'
import { read } from '../platform/read.ts'
import { type Route, route } from '../platform/route.ts'
import { id, text, version } from '../platform/schemas.ts'
import { foundView, likelyDuplicatesView, personView } from './answers.ts'
import { changePerson } from './change-person.ts'
import { type FoundPerson, findPeople } from './find-people.ts'
import { identifierBody, sealable } from './identifier-number.ts'
import { identifierRoutes } from './identifier-routes.ts'
import { openPerson } from './open-person.ts'
import { addressesOf, personDetails } from './person-details.ts'
import { newPersonBody, personChangeBody } from './person-schema.ts'
import { setPhoto } from './set-photo.ts'
import { zipPlace } from './zip-place.ts'

type PersonView = z.output<typeof personView>

/** Finding, opening and changing people. */
export const peopleRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/api/people',
    permission: 'search.use',
    summary: 'People found by parts of names, phone, docket or booking numbers',
    query: z.object({
      q: text(200, false).default(''),
      limit: z.coerce.number().int().min(1).max(100).default(20),
    }),
    response: z.object({ people: z.array(foundView) }),
    handle: async ({ office, ctx, query }) => ({
      people: await read<'desk', FoundPerson[]>(office.db, ctx, (tx) => findPeople(tx, query.q, query.limit)),
    }),
  }),
  route({
    method: 'POST',
    path: '/api/people',
    permission: 'person.write',
    summary: 'Open a person; answers who it may be instead, unless said to be somebody else even so',
    body: newPersonBody.safeExtend({
      identifiers: z.array(identifierBody).max(10).default([]),
      evenSo: z.boolean().default(false),
    }),
    response: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('opened'), personId: id }),
      likelyDuplicatesView,
    ]),
    handle: ({ office, ctx, body }) => {
      const { identifiers, evenSo, ...person } = body
      const sealed = identifiers.map((plain) => sealable(office.keys, plain))
      return act(office.db, ctx, openPerson, { person, identifiers: sealed, evenSo })
    },
  }),
  route({
    method: 'GET',
    path: '/api/people/zip/:zip',
    permission: 'person.read',
    summary: 'The post town of a ZIP code and the middle of its area',
    params: z.object({ zip: z.string().regex(/^\d{5}$/, 'Type a ZIP code of five digits.') }),
    response: z.object({
      place: z
        .object({ city: z.string(), state: z.string(), latitude: z.number(), longitude: z.number() })
        .nullable(),
    }),
    handle: async ({ params }) => ({ place: zipPlace(params.zip) }),
  }),
  route({
    method: 'GET',
    path: '/api/people/:personId',
    permission: 'person.read',
    summary: 'What is known of a person; sealed numbers by their last four characters only',
    params: z.object({ personId: id }),
    response: personView,
    handle: async ({ office, ctx, params }) => {
      const found = await read<'people', PersonView | null>(office.db, ctx, (tx) =>
        personPage(tx, params.personId),
      )
      if (!found) throw notFound('person')
      return found
    },
  }),
  route({
    method: 'POST',
    path: '/api/people/:personId',
    permission: 'person.write',
    summary: 'Change a person; what is left out stays, a list that is given is the whole new list',
    params: z.object({ personId: id }),
    body: personChangeBody.safeExtend({ version }),
    response: z.object({ version: z.int() }),
    handle: ({ office, ctx, params, body: { version, ...change } }) =>
      act(office.db, ctx, changePerson, { personId: params.personId, version, change }),
  }),
  route({
    method: 'POST',
    path: '/api/people/:personId/photo',
    permission: 'person.write',
    summary: 'Make a picture that was kept the photo of a person',
    params: z.object({ personId: id }),
    body: z.strictObject({ paperId: id, version }),
    response: z.object({ version: z.int() }),
    handle: ({ office, ctx, params, body }) =>
      act(office.db, ctx, setPhoto, { personId: params.personId, ...body }),
  }),
  ...identifierRoutes,
]

async function personPage(tx: RoomTx<'people'>, personId: string): Promise<PersonView | null> {
  const details = await personDetails(tx, personId)
  if (!details) return null
  const addresses = await addressesOf(tx, personId)
  const identifiers = await tx
    .selectFrom('people.v_identifier')
    .select(['id', 'kind', 'issuer', 'ending'])
    .where('person_id', '=', personId)
    .orderBy('kind')
    .orderBy('added_at')
    .execute()
  return {
    ...details,
    earlierAddresses: addresses.filter((address) => address.untilDay !== null),
    identifiers,
  } as PersonView
}
