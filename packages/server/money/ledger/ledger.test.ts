import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestAccount, type TestOffice, testOffice } from '../../testing/office.ts'
import { recordPayment } from '../record-payment.ts'
import { books, openAssessed, ownerRows } from '../testing/open-case.ts'
import { voidPayment } from '../void-payment.ts'

// What the database itself refuses, whatever the code above it does.

let office: TestOffice
let clerk: TestAccount
let enrolmentId: string
beforeAll(async () => {
  office = await testOffice()
  clerk = await office.account(['clerk'])
  enrolmentId = (await openAssessed(clerk)).enrolmentId
  await clerk.act(recordPayment, {
    enrolmentId,
    form: 'cash',
    amountCents: 9_000,
    receivedFrom: 'Maria',
    instrumentNumber: '',
  })
  const wrong = await clerk.act(recordPayment, {
    enrolmentId,
    form: 'money-order',
    amountCents: 1_000,
    receivedFrom: 'Maria',
    instrumentNumber: '771',
  })
  const sergeant = await office.account(['sergeant'])
  await sergeant.act(voidPayment, { receiptId: wrong.receiptId, reason: 'Not signed' })
})
afterAll(() => office.stop())

async function asOffice<R>(agencyId: string, run: (client: pg.Client) => Promise<R>): Promise<R> {
  const client = new pg.Client({ connectionString: office.urls.app })
  await client.connect()
  try {
    await client.query('begin')
    await client.query(`select set_config('inlieu.agency', $1, true)`, [agencyId])
    return await run(client)
  } finally {
    await client.end()
  }
}

const tables = [
  'entry',
  'posting',
  'assessment',
  'fee_line',
  'receipt',
  'receipt_void',
  'arrangement',
  'waiver',
  'budget',
  'waiver_decision',
]

describe('the ledger only grows', () => {
  test.each(tables)('the office cannot change or delete a row of %s', async (table) => {
    for (const statement of [
      `update money.${table} set agency_id = agency_id`,
      `delete from money.${table}`,
      `truncate money.${table}`,
    ]) {
      await asOffice(clerk.agencyId, async (client) => {
        await expect(client.query(statement)).rejects.toThrow('permission denied')
      })
    }
  })
})

describe('an entry that does not balance is not kept', () => {
  const entry = `insert into money.entry (agency_id, id, enrolment_id, line, kind, on_day, at, net_cents, about)
    values ($1, $2, $3, 90, 'fee', current_date, clock_timestamp(), $4, '{}')`
  const posting = `insert into money.posting (agency_id, id, entry_id, enrolment_id, account, part, amount_cents)
    values ($1, gen_random_uuid(), $2, $3, $4, $5, $6)`

  async function keep(netCents: number, postings: [string, string, number][]): Promise<void> {
    const id = randomUUID()
    await asOffice(clerk.agencyId, async (client) => {
      await client.query(entry, [clerk.agencyId, id, enrolmentId, netCents])
      for (const [account, part, cents] of postings)
        await client.query(posting, [clerk.agencyId, id, enrolmentId, account, part, cents])
      await client.query('set constraints all immediate')
    })
  }

  test('one that does is', async () => {
    await expect(
      keep(700, [
        ['receivable', '', 700],
        ['fee-income', 'daily', -700],
      ]),
    ).resolves.toBeUndefined()
  })

  test.each<[string, number, [string, string, number][]]>([
    ['without postings', 700, []],
    ['with one side', 700, [['receivable', '', 700]]],
    [
      'a cent short',
      700,
      [
        ['receivable', '', 700],
        ['fee-income', 'daily', -699],
      ],
    ],
    [
      'that says another amount than it moves',
      701,
      [
        ['receivable', '', 700],
        ['fee-income', 'daily', -700],
      ],
    ],
  ])('%s', async (_what, net, postings) => {
    await expect(keep(net, postings)).rejects.toThrow('does not balance')
  })

  test('a posting added later to an entry that balanced', async () => {
    await asOffice(clerk.agencyId, async (client) => {
      const { rows } = await client.query('select id from money.entry where enrolment_id = $1 and line = 1', [
        enrolmentId,
      ])
      await client.query(posting, [clerk.agencyId, rows[0].id, enrolmentId, 'waived', '', 100])
      await expect(client.query('set constraints all immediate')).rejects.toThrow('does not balance')
    })
  })

  test.each<[string, [string, string, number]]>([
    ['an account that is none', ['petty-cash', '', 700]],
    ['fee income of no fee', ['fee-income', '', 700]],
    ['a drawer of no form', ['drawer', 'credit-card', 700]],
    ['nothing at all', ['receivable', '', 0]],
  ])('%s', async (_what, side) => {
    await expect(keep(700, [side])).rejects.toThrow(/posting_(part|amount)/)
  })
})

describe('a correction names what it corrects, with a reason', () => {
  test.each(['fee-correction', 'payment-void', 'waiver-reduced', 'uncollectible-reduced'])(
    '%s',
    async (kind) => {
      const insert = (reason: string) =>
        asOffice(clerk.agencyId, (client) =>
          client.query(
            `insert into money.entry (agency_id, id, enrolment_id, line, kind, on_day, at, net_cents, about, reason)
           values ($1, gen_random_uuid(), $2, 91, $3, current_date, clock_timestamp(), 1, '{}', $4)`,
            [clerk.agencyId, enrolmentId, kind, reason],
          ),
        )
      await expect(insert('Why')).rejects.toThrow('entry_names_what_it_corrects')
      await expect(insert('')).rejects.toThrow(/entry_(names|reason)/)
    },
  )
})

describe('the check of the books', () => {
  test('finds nothing where they balance', async () => {
    expect(await books(office, clerk)).toEqual([])
  })

  // Only the superuser, with triggers off, can bring the books out of balance; the check must still see it.
  test.each([
    [
      'entry does not sum to zero',
      'update money.posting set amount_cents = amount_cents + 1 where account = $$fee-income$$',
    ],
    ['lines of a statement are not 1 to the last', 'update money.receivable set last_line = last_line + 1'],
    ['receipt numbers of a year have a gap', 'update money.receipt set serial = serial + 1000'],
    ['receipt does not agree with the drawer', 'update money.receipt set amount_cents = amount_cents + 1'],
    [
      'void does not agree with the drawer',
      `update money.posting set amount_cents = -7 where account = 'drawer' and amount_cents < 0`,
    ],
    ['the drawer moved without a receipt', 'delete from money.receipt'],
    ['statement does not agree with its accounts', 'update money.entry set net_cents = net_cents + 1'],
    [
      'owed or held is below zero, or both stand',
      `update money.posting set amount_cents = -50000 where account = 'receivable' and amount_cents < 0`,
    ],
    ['entry has no postings', 'delete from money.posting'],
  ])('finds: %s', async (problem, damage) => {
    const client = new pg.Client({ connectionString: office.urls.superuser })
    await client.connect()
    try {
      await client.query('begin')
      await client.query('set local session_replication_role = replica')
      await client.query(damage)
      const { rows } = await client.query<{ problem: string }>('select problem from money.books()')
      expect(rows.map((row) => row.problem)).toContain(problem)
      await client.query('rollback')
    } finally {
      await client.end()
    }
  })
})

test('row-level security alone hides the ledger from another agency', async () => {
  const other = await office.agency()
  await asOffice(other, async (client) => {
    for (const table of tables.filter((name) => name !== 'budget')) {
      const { rows } = await client.query(`select count(*)::int as n from money.${table}`)
      expect([table, rows[0].n]).toEqual([table, 0])
    }
    for (const view of ['v_balance', 'v_entry', 'v_receipt', 'v_waiver', 'v_pay_by', 'v_timeline']) {
      const { rows } = await client.query(`select count(*)::int as n from money.${view}`)
      expect([view, rows[0].n]).toEqual([view, 0])
    }
  })
  const [own] = await ownerRows<{ n: number }>(office, clerk, 'select count(*)::int as n from money.v_entry')
  expect(own!.n).toBeGreaterThan(0)
})
