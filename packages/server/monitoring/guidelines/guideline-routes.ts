import { z } from 'zod'
import { act } from '../../platform/act.ts'
import { csv, csvAnswer, spoken } from '../../platform/files.ts'
import { read } from '../../platform/read.ts'
import { type Route, route } from '../../platform/route.ts'
import { id, instant, text } from '../../platform/schemas.ts'
import { approveGuideline, withdrawGuideline } from './approve-guideline.ts'
import { enterGuideline, guidelineForm } from './enter-guideline.ts'
import {
  type GuidelineDetail,
  type GuidelineList,
  guidelineDetail,
  guidelineList,
  guidelineWithVersions,
  listGuidelines,
} from './list-guidelines.ts'
import { subject } from './subjects.ts'

const guidelineId = z.strictObject({ id })
const record = z.object({ id })

/** What the agency has laid down about its alarms: what applies, its versions, entering, approving, withdrawing. */
export const guidelineRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/api/monitoring/guidelines',
    permission: 'guideline.read',
    summary:
      'What applies at a moment of everything that the agency may lay down, and what waits for approval',
    query: z.strictObject({ at: instant.optional(), format: z.enum(['json', 'csv']).default('json') }),
    response: guidelineList,
    handle: async ({ office, ctx, query, reply }) => {
      const list = await read<'monitoring', GuidelineList>(office.db, ctx, (tx) =>
        listGuidelines(tx, ctx.agency.id, query.at ?? ctx.now),
      )
      return query.format === 'csv'
        ? csvAnswer(reply, `guidelines ${ctx.today}`, asCsv(list, ctx.agency.timeZone))
        : list
    },
  }),
  route({
    method: 'GET',
    path: '/api/monitoring/guidelines/:subject',
    permission: 'guideline.read',
    summary: 'One guideline with every version that was entered',
    params: z.strictObject({ subject }),
    response: guidelineDetail,
    handle: ({ office, ctx, params }) =>
      read<'monitoring', GuidelineDetail>(office.db, ctx, (tx) =>
        guidelineWithVersions(tx, ctx.agency.id, params.subject, ctx.now),
      ),
  }),
  route({
    method: 'POST',
    path: '/api/monitoring/guidelines',
    permission: 'guideline.enter',
    summary: 'Enter a version of a guideline; another named officer approves it',
    body: guidelineForm,
    response: z.object({ id, number: z.int() }),
    handle: ({ office, ctx, body }) => act(office.db, ctx, enterGuideline, body),
  }),
  route({
    method: 'POST',
    path: '/api/monitoring/guidelines/:id/approve',
    permission: 'guideline.approve',
    summary: 'Approve a version that another person entered',
    params: guidelineId,
    body: z.strictObject({}),
    response: record,
    handle: ({ office, ctx, params }) => act(office.db, ctx, approveGuideline, { guidelineId: params.id }),
  }),
  route({
    method: 'POST',
    path: '/api/monitoring/guidelines/:id/withdraw',
    permission: 'guideline.enter',
    summary: 'Withdraw a version; one that applies stops at once',
    params: guidelineId,
    body: z.strictObject({ reason: text(500) }),
    response: record,
    handle: ({ office, ctx, params, body }) =>
      act(office.db, ctx, withdrawGuideline, { guidelineId: params.id, reason: body.reason }),
  }),
]

const asCsv = (list: GuidelineList, timeZone: string) =>
  csv(
    list.guidelines,
    [
      { title: 'Guideline', value: (row) => spoken(row.subject) },
      { title: 'Severity', value: (row) => (row.protocol ? spoken(row.protocol.severity) : null) },
      { title: 'Minutes to acknowledge', value: (row) => row.protocol?.minutes.acknowledge ?? null },
      { title: 'Minutes to notify', value: (row) => row.protocol?.minutes.notify ?? null },
      { title: 'Minutes to resolve', value: (row) => row.protocol?.minutes.resolve ?? null },
      { title: 'Steps', value: (row) => row.protocol?.steps.map((step) => step.text).join(' / ') ?? null },
      {
        title: 'Numbers',
        value: (row) =>
          row.numbers &&
          Object.entries(row.numbers)
            .map(([name, value]) => `${name} ${value}`)
            .join(', '),
      },
      { title: 'Stands on', value: (row) => spoken(row.source) },
      { title: 'Version', value: (row) => row.number },
      { title: 'Since', value: (row) => row.since },
      { title: 'Approved by', value: (row) => row.approvedByName },
      { title: 'Waiting', value: (row) => row.waiting },
    ],
    timeZone,
  )
