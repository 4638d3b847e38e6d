import { z } from 'zod'
import { csv, csvAnswer } from '../platform/files.ts'
import { read } from '../platform/read.ts'
import { type Route, route } from '../platform/route.ts'
import { id, limit, text } from '../platform/schemas.ts'
import { programsRun } from '../programs/index.ts'
import { change, changesOf, trail, trailLine, trailQuery } from './changes.ts'
import { allErrata, type ErratumShown, errataAsCsv, erratumShown } from './errata.ts'
import { personOf, personPage } from './person-page.ts'
import { found, search } from './search.ts'
import { timelineEntry, timelineOf, timelineRooms } from './timeline.ts'
import { findDuties, todayView } from './today.ts'

const word = z.string().regex(/^[a-z_]{1,40}$/, 'This is no name of a record.')

/** Screens that span rooms. They read, and change nothing. */
export const deskRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/api/desk/today',
    permission: 'today.read',
    summary: 'What waits for the one who asks, oldest duty first',
    response: todayView,
    handle: ({ office, ctx }) =>
      read<'desk', z.output<typeof todayView>>(office.db, ctx, (tx) => findDuties(tx, ctx)),
  }),
  route({
    method: 'GET',
    path: '/api/desk/search',
    permission: 'search.use',
    summary: 'People by part of a name, its sound, docket, booking or phone number',
    query: z.object({ q: text(100), limit: z.coerce.number().int().min(1).max(100).default(20) }),
    response: found,
    handle: ({ office, ctx, query }) =>
      read<'desk', z.output<typeof found>>(office.db, ctx, (tx) => search(tx, ctx, query.q, query.limit)),
  }),
  route({
    method: 'GET',
    path: '/api/desk/people/:id',
    permission: 'person.read',
    summary: 'The person: programs and their state, what is next, what is owed, papers',
    params: z.object({ id }),
    response: personPage,
    handle: ({ office, ctx, params }) =>
      read<'desk', z.output<typeof personPage>>(office.db, ctx, (tx) => personOf(tx, ctx, params.id)),
  }),
  route({
    method: 'GET',
    path: '/api/desk/people/:id/timeline',
    permission: 'person.read',
    summary: 'Everything on record about a person, newest first',
    params: z.object({ id }),
    query: z.object({ rooms: z.string().max(200).optional(), limit }),
    response: z.object({ entries: z.array(timelineEntry) }),
    handle: async ({ office, ctx, params, query }) => {
      const wanted = (query.rooms ?? '').split(',')
      const rooms = timelineRooms.filter((room) => wanted.includes(room))
      return {
        entries: await read<'desk', z.output<typeof timelineEntry>[]>(office.db, ctx, (tx) =>
          timelineOf(tx, params.id, { rooms, limit: query.limit }),
        ),
      }
    },
  }),
  route({
    method: 'GET',
    path: '/api/desk/changes',
    permission: 'history.read',
    summary: 'Who changed a record, when, why, and what it was before',
    query: z.object({ room: word, record: word, id }),
    response: z.object({ changes: z.array(change) }),
    handle: async ({ office, ctx, query }) => ({
      changes: await read<'desk', z.output<typeof change>[]>(office.db, ctx, (tx) => changesOf(tx, query)),
    }),
  }),
  route({
    method: 'GET',
    path: '/api/desk/trail',
    permission: 'audit.read',
    summary: 'The audit trail of the office: who did what and who looked at what',
    query: trailQuery,
    response: z.object({ lines: z.array(trailLine) }),
    handle: async ({ office, ctx, query }) => ({
      lines: await read<'desk', z.output<typeof trailLine>[]>(office.db, ctx, (tx) => trail(tx, query)),
    }),
  }),
  route({
    method: 'GET',
    path: '/api/desk/trail.csv',
    permission: 'audit.read',
    summary: 'The same as a table for a spreadsheet',
    query: trailQuery,
    response: 'file',
    handle: async ({ office, ctx, query, reply }) => {
      const lines = await read<'desk', z.output<typeof trailLine>[]>(office.db, ctx, (tx) => trail(tx, query))
      const text = csv(
        lines,
        [
          { title: 'When', value: (line) => line.at },
          { title: 'Who', value: (line) => line.actorName },
          { title: 'As', value: (line) => line.roles },
          { title: 'Act', value: (line) => line.verb },
          { title: 'Why', value: (line) => line.reason },
          { title: 'Record', value: (line) => `${line.room}.${line.record}` },
          { title: 'Id', value: (line) => line.rowId },
          { title: 'What', value: (line) => line.operation },
        ],
        ctx.agency.timeZone,
      )
      return csvAnswer(reply, 'audit-trail', text)
    },
  }),
  route({
    method: 'GET',
    path: '/api/desk/errata',
    permission: 'history.read',
    summary: 'What earlier releases of the rules had wrong, and the cases decided under it',
    query: z.object({ format: z.enum(['json', 'csv']).default('json') }),
    response: z.object({ errata: z.array(erratumShown) }),
    handle: async ({ office, ctx, query, reply }) => {
      const packs = programsRun.map((program) => program.pack)
      const errata = await read<'desk', ErratumShown[]>(office.db, ctx, (tx) => allErrata(tx, packs))
      return query.format === 'csv'
        ? csvAnswer(reply, 'errata', errataAsCsv(errata, ctx.agency.timeZone))
        : { errata }
    },
  }),
]
