import { z } from 'zod'
import { csvAnswer } from '../platform/files.ts'
import { fieldProblem } from '../platform/problem.ts'
import { read } from '../platform/read.ts'
import { type Route, route } from '../platform/route.ts'
import { day, id, limit } from '../platform/schemas.ts'
import { accounts } from './ledger/accounts.ts'
import { entryKinds } from './ledger/entries.ts'
import { ledgerCsv } from './lists-as-csv.ts'
import {
  type Held,
  heldRow,
  type Income,
  incomeView,
  type LedgerRow,
  ledgerRow,
  type Takings,
  takingsView,
} from './report-schema.ts'
import { type Days, heldFor, incomeIn, ledgerOf, takingsOn } from './reports.ts'

const days = { from: day, until: day }

function inOrder<D extends Days>(asked: D): D {
  if (asked.until.since(asked.from).days < 0) {
    throw fieldProblem('until', 'The last day is before the first. Turn them round.')
  }
  return asked
}

/** The drawer, the ledger, and what the fees brought in. */
export const reportRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/api/money/takings',
    permission: 'fee.read',
    summary: 'What came over the counter on a day, by form, for counting the drawer',
    query: z.object({ onDay: day.optional() }),
    response: takingsView,
    handle: ({ office, ctx, query }) =>
      read<'money', Takings>(office.db, ctx, (tx) => takingsOn(tx, query.onDay ?? ctx.today)),
  }),
  route({
    method: 'GET',
    path: '/api/money/ledger',
    permission: 'fee.read',
    summary: 'The postings of the ledger in a span of days',
    query: z.object({
      ...days,
      account: z.enum(accounts as [string, ...string[]]).optional(),
      kind: z.enum(entryKinds).optional(),
      enrolmentId: id.optional(),
      limit,
      format: z.enum(['json', 'csv']).default('json'),
    }),
    response: z.object({ rows: z.array(ledgerRow) }),
    handle: async ({ office, ctx, query, reply }) => {
      const asked = inOrder(query)
      const rows = await read<'money', LedgerRow[]>(office.db, ctx, (tx) => ledgerOf(tx, asked))
      const name = `ledger ${asked.from} to ${asked.until}`
      return asked.format === 'csv' ? csvAnswer(reply, name, ledgerCsv(rows, ctx.agency.timeZone)) : { rows }
    },
  }),
  route({
    method: 'GET',
    path: '/api/money/income',
    permission: 'fee.read',
    summary: 'Fee income of a period (WAP-FEE.0)',
    query: z.object(days),
    response: incomeView,
    handle: ({ office, ctx, query }) => {
      const asked = inOrder(query)
      return read<'money', Income>(office.db, ctx, (tx) => incomeIn(tx, asked))
    },
  }),
  route({
    method: 'GET',
    path: '/api/money/held',
    permission: 'fee.read',
    summary: 'Money held for people because it was paid beyond what is owed',
    query: z.object({ limit }),
    response: z.object({ held: z.array(heldRow) }),
    handle: async ({ office, ctx, query }) => ({
      held: await read<'money', Held[]>(office.db, ctx, (tx) => heldFor(tx, query.limit)),
    }),
  }),
]
