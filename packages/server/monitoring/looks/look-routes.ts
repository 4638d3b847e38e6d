import { z } from 'zod'
import { csv, csvAnswer, spoken } from '../../platform/files.ts'
import { read } from '../../platform/read.ts'
import { type Route, route } from '../../platform/route.ts'
import { id, limit } from '../../platform/schemas.ts'
import { type ListedLook, listedLook, listLooks, lookPeople, looksQuery, peopleOfLook } from './list-looks.ts'

/** Who looked at whom, for those who answer for it. */
export const lookRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/api/monitoring/looks',
    permission: 'look.read',
    summary: 'Who looked at whom: when, why, at what, over which time',
    query: looksQuery,
    response: z.object({ looks: z.array(listedLook), total: z.int() }),
    handle: async ({ ctx, office, query, reply }) => {
      const found = await read<'monitoring', Awaited<ReturnType<typeof listLooks>>>(office.db, ctx, (tx) =>
        listLooks(tx, ctx, query),
      )
      return query.format === 'csv'
        ? csvAnswer(reply, 'looks', looksCsv(found.looks, ctx.agency.timeZone))
        : found
    },
  }),
  route({
    method: 'GET',
    path: '/api/monitoring/looks/:id/people',
    permission: 'look.read',
    summary: 'Everybody whom a look showed',
    params: z.object({ id }),
    query: z.object({ limit }),
    response: lookPeople,
    handle: ({ ctx, office, params, query }) =>
      read<'monitoring', z.output<typeof lookPeople>>(office.db, ctx, (tx) =>
        peopleOfLook(tx, params.id, query.limit),
      ),
  }),
]

const looksCsv = (looks: readonly ListedLook[], timeZone: string): string =>
  csv(
    looks,
    [
      { title: 'When', value: ({ at }) => at },
      { title: 'Who', value: ({ actorName }) => actorName },
      { title: 'Purpose', value: ({ purpose }) => spoken(purpose) },
      { title: 'About', value: ({ why }) => why },
      { title: 'Alarm', value: ({ alarmNumber }) => alarmNumber },
      { title: 'What', value: ({ scope }) => spoken(scope) },
      { title: 'From', value: ({ periodFrom }) => periodFrom },
      { title: 'To', value: ({ periodTo }) => periodTo },
      { title: 'People', value: ({ people }) => people },
      {
        title: 'Names',
        value: ({ names }) =>
          names.map(({ familyName, givenNames }) => `${familyName}, ${givenNames}`).join('; '),
      },
    ],
    timeZone,
  )
