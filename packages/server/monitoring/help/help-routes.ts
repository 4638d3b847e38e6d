import { z } from 'zod'
import { act } from '../../platform/act.ts'
import { csv, csvAnswer, spoken } from '../../platform/files.ts'
import { read } from '../../platform/read.ts'
import { type Route, route } from '../../platform/route.ts'
import { id } from '../../platform/schemas.ts'
import { type FollowedFound, findAsked, findFollowed, followedFound } from './find-followed.ts'
import { type HelpShown, helpAsked, helpLog, helpShown } from './help-log.ts'
import { answerForm, answerHelp, helpForm, logHelp } from './log-help.ts'
import { type Followed, followed, followedAsked, peopleFollowed } from './people-followed.ts'

/** Requests for help by telephone from staff of the agency (EMP-7.2). */
export const helpRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/api/monitoring/help',
    permission: 'alarm.read',
    summary: 'Requests for help by telephone: open ones first, then the latest answered',
    query: helpAsked,
    response: z.object({ requests: z.array(helpShown) }),
    handle: async ({ office, ctx, query, reply }) => {
      const requests = await read<'monitoring', HelpShown[]>(office.db, ctx, (tx) =>
        helpLog(tx, query, { now: ctx.now, timeZone: ctx.agency.timeZone }),
      )
      return query.format === 'csv'
        ? csvAnswer(reply, `requests for help ${ctx.today}`, asCsv(requests, ctx.agency.timeZone))
        : { requests }
    },
  }),
  route({
    method: 'POST',
    path: '/api/monitoring/help',
    permission: 'alarm.work',
    summary: 'Log a request for help by telephone',
    body: helpForm,
    response: z.object({ id, number: z.int() }),
    handle: ({ office, ctx, body }) => act(office.db, ctx, logHelp, body),
  }),
  route({
    method: 'GET',
    path: '/api/monitoring/help/people',
    permission: 'alarm.work',
    summary: 'Whom a request for help may be about: people who wear a unit, by part of a name or a serial',
    query: followedAsked,
    response: z.object({ people: z.array(followed) }),
    handle: async ({ office, ctx, query }) => ({
      people: await read<'monitoring', Followed[]>(office.db, ctx, (tx) => peopleFollowed(tx, query)),
    }),
  }),
  route({
    method: 'GET',
    path: '/api/monitoring/followed',
    permission: 'alarm.read',
    summary:
      'Who wears a unit, by part of a name or a serial, and units that nobody wears; with what is open',
    query: findAsked,
    response: followedFound,
    handle: ({ office, ctx, query }) =>
      read<'monitoring', FollowedFound>(office.db, ctx, (tx) => findFollowed(tx, query.q)),
  }),
  route({
    method: 'POST',
    path: '/api/monitoring/help/:id/answer',
    permission: 'alarm.work',
    summary: 'Answer a request for help',
    params: z.strictObject({ id }),
    body: answerForm,
    response: z.object({ late: z.boolean() }),
    handle: ({ office, ctx, params, body }) =>
      act(office.db, ctx, answerHelp, { helpId: params.id, ...body }),
  }),
]

const asCsv = (rows: readonly HelpShown[], timeZone: string) =>
  csv(
    rows,
    [
      { title: 'Number', value: (row) => row.number },
      { title: 'Called', value: (row) => row.calledAt },
      { title: 'Caller', value: (row) => row.caller },
      { title: 'Telephone', value: (row) => row.phone },
      { title: 'Kind', value: (row) => spoken(row.kind) },
      { title: 'Request', value: (row) => row.request },
      { title: 'Person', value: (row) => row.personName },
      { title: 'Due', value: (row) => row.dueAt },
      { title: 'Answered', value: (row) => row.answeredAt },
      { title: 'Answered by', value: (row) => row.answeredByName },
      { title: 'Answer', value: (row) => row.answer },
      { title: 'Late', value: (row) => (row.late ? 'yes' : 'no') },
    ],
    timeZone,
  )
