import { z } from 'zod'
import { act } from '../platform/act.ts'
import { viewsOf } from '../platform/database.ts'
import { csv, csvAnswer } from '../platform/files.ts'
import { fieldProblem } from '../platform/problem.ts'
import { read } from '../platform/read.ts'
import { type Route, route } from '../platform/route.ts'
import { day, id, text } from '../platform/schemas.ts'
import { approveParameter, withdrawParameter } from './approve-parameter.ts'
import { decisionsOf, decisionsView } from './decisions-open.ts'
import { enterParameter } from './enter-parameter.ts'
import { listParameters, type ParameterList, parameterList } from './list-parameters.ts'
import { programRun, programsRun } from './program.ts'

const asked = z.strictObject({
  pack: z.string().max(100).default(programsRun[0]!.pack),
  on: day.optional(),
  format: z.enum(['json', 'csv']).default('json'),
})

const record = z.object({ id })
const parameterId = z.strictObject({ id })

/** What is in force on a day, entering a value, approving and withdrawing it. */
export const parameterRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/api/programs/decisions',
    permission: 'parameter.read',
    summary: 'What the account may decide by the authority table of a program, and who may decide the rest',
    query: z.strictObject({ pack: z.string().max(100).default(programsRun[0]!.pack) }),
    response: decisionsView,
    handle: ({ office, ctx, query }) => {
      refuseUnknown(query.pack)
      return read<'programs', z.output<typeof decisionsView>>(office.db, ctx, (tx) =>
        decisionsOf(viewsOf(tx), ctx, query.pack),
      )
    },
  }),
  route({
    method: 'GET',
    path: '/api/programs/parameters',
    permission: 'parameter.read',
    summary: 'The parameters of a program as they stand on a day, with their history',
    query: asked,
    response: parameterList,
    handle: async ({ office, ctx, query, reply }) => {
      refuseUnknown(query.pack)
      const list = await read<'programs', ParameterList>(office.db, ctx, (tx) =>
        listParameters(tx, query.pack, query.on ?? ctx.today),
      )
      return query.format === 'csv'
        ? csvAnswer(reply, `parameters ${list.on}`, asCsv(list, ctx.agency.timeZone))
        : list
    },
  }),
  route({
    method: 'POST',
    path: '/api/programs/parameters',
    permission: 'parameter.enter',
    summary: 'Enter a value of a parameter; another person approves it',
    body: z.strictObject({
      pack: z.string().max(100).default(programsRun[0]!.pack),
      name: z.string().min(1).max(100),
      value: z.union([z.number(), text(100), z.boolean(), z.array(text(100)).min(1).max(100)]),
      fromDay: day,
      authority: text(200),
      resolution: text(200),
    }),
    response: record,
    handle: ({ office, ctx, body }) => act(office.db, ctx, enterParameter, body),
  }),
  route({
    method: 'POST',
    path: '/api/programs/parameters/:id/approve',
    permission: 'parameter.approve',
    summary: 'Approve a value that another person entered',
    params: parameterId,
    body: z.strictObject({}),
    response: record,
    handle: ({ office, ctx, params }) => act(office.db, ctx, approveParameter, { parameterId: params.id }),
  }),
  route({
    method: 'POST',
    path: '/api/programs/parameters/:id/withdraw',
    permission: 'parameter.enter',
    summary: 'Withdraw a value that has had no effect',
    params: parameterId,
    body: z.strictObject({ reason: text(500) }),
    response: record,
    handle: ({ office, ctx, params, body }) =>
      act(office.db, ctx, withdrawParameter, { parameterId: params.id, reason: body.reason }),
  }),
]

function refuseUnknown(pack: string): void {
  if (!programRun(pack)) throw fieldProblem('pack', 'This office does not run that program.')
}

function asCsv({ parameters }: ParameterList, timeZone: string): string {
  return csv(
    parameters,
    [
      { title: 'Parameter', value: (row) => row.name },
      { title: 'Clause', value: (row) => row.clause },
      { title: 'Unit', value: (row) => row.unit },
      { title: 'Value', value: ({ inForce }) => valueInFile(inForce.value) },
      { title: 'From', value: (row) => row.inForce.from?.toString() ?? null },
      { title: 'Source', value: (row) => row.inForce.source },
      { title: 'Authority', value: (row) => row.inForce.authority },
      { title: 'Resolution', value: (row) => row.inForce.resolution },
    ],
    timeZone,
  )
}

function valueInFile(value: ParameterList['parameters'][number]['inForce']['value']): string {
  if (value === null) return 'unset'
  return Array.isArray(value) ? value.join(', ') : String(value)
}
