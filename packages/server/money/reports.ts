import type { PaymentForm } from '@inlieu/law'
import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { RoomTx } from '../platform/database.ts'
import { type Account, ledgerFees } from './ledger/accounts.ts'
import type { EntryKind } from './ledger/entries.ts'
import { receiptsOf } from './receipts.ts'
import type { Held, Income, LedgerRow, Takings } from './report-schema.ts'

const forms: readonly PaymentForm[] = ['cash', 'money-order', 'cashiers-check']

/** A span of days, both included. */
export interface Days {
  from: Temporal.PlainDate
  until: Temporal.PlainDate
}

/** What came over the counter on a day, by form, and its receipts. A void counts on the day it was made. */
export async function takingsOn(tx: RoomTx<'money'>, onDay: Temporal.PlainDate): Promise<Takings> {
  const moved = await tx
    .selectFrom('money.posting as p')
    .innerJoin('money.entry as e', (join) =>
      join.onRef('e.id', '=', 'p.entry_id').onRef('e.enrolment_id', '=', 'p.enrolment_id'),
    )
    .select([
      'p.part',
      sql<number>`count(*) filter (where e.kind = 'payment')`.as('receipts'),
      sql<number>`coalesce(sum(p.amount_cents) filter (where e.kind = 'payment'), 0)::bigint`.as('taken'),
      sql<number>`coalesce(-sum(p.amount_cents) filter (where e.kind = 'payment-void'), 0)::bigint`.as(
        'voided',
      ),
    ])
    .where('p.account', '=', 'drawer')
    .where('e.on_day', '=', onDay)
    .groupBy('p.part')
    .execute()
  const byForm = forms.map((form) => {
    const row = moved.find((m) => m.part === form)
    const takenCents = row?.taken ?? 0
    const voidedCents = row?.voided ?? 0
    return { form, receipts: row?.receipts ?? 0, takenCents, voidedCents, netCents: takenCents - voidedCents }
  })
  return {
    onDay,
    forms: byForm,
    netCents: byForm.reduce((sum, form) => sum + form.netCents, 0),
    receipts: await receiptsOf(tx, { from: onDay, until: onDay }),
  }
}

/** Which postings to list. */
export interface LedgerFilter extends Days {
  account?: string | undefined
  kind?: string | undefined
  enrolmentId?: string | undefined
  limit: number
}

/** The ledger's postings in the order in which they were made. */
export async function ledgerOf(tx: RoomTx<'money'>, filter: LedgerFilter): Promise<LedgerRow[]> {
  let query = tx
    .selectFrom('money.entry as e')
    .innerJoin('money.posting as p', (join) =>
      join.onRef('p.entry_id', '=', 'e.id').onRef('p.enrolment_id', '=', 'e.enrolment_id'),
    )
    .leftJoin('access.v_account as a', 'a.id', 'e.by')
    .innerJoin('programs.v_enrolment as n', 'n.id', 'e.enrolment_id')
    .innerJoin('people.v_person as who', 'who.id', 'n.person_id')
    .select([
      'e.id',
      'e.on_day',
      'e.at',
      'e.line',
      'e.kind',
      'e.reason',
      'p.account',
      'p.part',
      'p.amount_cents',
      'a.display_name',
      'e.enrolment_id',
      'n.number',
      'who.given_names',
      'who.family_name',
      'who.suffix',
    ])
    .where('e.on_day', '>=', filter.from)
    .where('e.on_day', '<=', filter.until)
    .orderBy('e.on_day')
    .orderBy('e.at')
    .orderBy('e.enrolment_id')
    .orderBy('e.line')
    .orderBy('p.amount_cents', 'desc')
    .orderBy('p.account')
    .limit(filter.limit)
  if (filter.account) query = query.where('p.account', '=', filter.account)
  if (filter.kind) query = query.where('e.kind', '=', filter.kind)
  if (filter.enrolmentId) query = query.where('e.enrolment_id', '=', filter.enrolmentId)
  const rows = await query.execute()
  return rows.map((row) => ({
    entryId: row.id,
    onDay: row.on_day,
    at: row.at,
    line: row.line,
    kind: row.kind as EntryKind,
    account: row.account as Account,
    part: row.part,
    debitCents: Math.max(row.amount_cents, 0),
    creditCents: Math.max(0 - row.amount_cents, 0),
    // Why a waiver was given is told on the waiver and the statement, not in a list that leaves the office.
    reason: row.kind === 'waiver' || row.kind === 'waiver-reduced' ? '' : row.reason,
    by: row.display_name,
    enrolmentId: row.enrolment_id,
    enrolmentNumber: row.number!,
    person: [row.given_names, row.family_name, row.suffix].filter(Boolean).join(' '),
  }))
}

/** Fee income in a span of days (WAP-FEE.0: the program supports itself from fees). */
export async function incomeIn(tx: RoomTx<'money'>, days: Days): Promise<Income> {
  const sums = await tx
    .selectFrom('money.posting as p')
    .innerJoin('money.entry as e', (join) =>
      join.onRef('e.id', '=', 'p.entry_id').onRef('e.enrolment_id', '=', 'p.enrolment_id'),
    )
    .select(['p.account', 'p.part', sql<number>`sum(p.amount_cents)::bigint`.as('cents')])
    .where('e.on_day', '>=', days.from)
    .where('e.on_day', '<=', days.until)
    .groupBy(['p.account', 'p.part'])
    .execute()
  const sum = (account: Account, part = '') =>
    sums.find((row) => row.account === account && row.part === part)?.cents ?? 0
  // An office knows some of these fees only: those that nobody was charged say nothing.
  const byFee = ledgerFees
    .map((code) => ({ code, chargedCents: 0 - sum('fee-income', code) }))
    .filter(({ chargedCents }) => chargedCents !== 0)
  const collected = forms.map((form) => ({ form, cents: sum('drawer', form) }))
  const collectedCents = collected.reduce((total, row) => total + row.cents, 0)
  const refundedCents = 0 - sum('refunds-paid')
  return {
    ...days,
    fees: byFee,
    chargedCents: byFee.reduce((total, row) => total + row.chargedCents, 0),
    waivedCents: sum('waived'),
    uncollectibleCents: sum('uncollectible'),
    collected,
    collectedCents,
    refundedCents,
    incomeCents: collectedCents - refundedCents,
  }
}

/** Everybody for whom money is held, the largest sums first. */
export async function heldFor(tx: RoomTx<'money'>, limit: number): Promise<Held[]> {
  const rows = await tx
    .selectFrom('money.posting as p')
    .innerJoin('programs.v_enrolment as e', 'e.id', 'p.enrolment_id')
    .innerJoin('people.v_person as who', 'who.id', 'e.person_id')
    .select([
      'p.enrolment_id',
      'e.number',
      'e.person_id',
      'who.given_names',
      'who.family_name',
      'who.suffix',
      sql<number>`(-sum(p.amount_cents))::bigint`.as('held'),
    ])
    .where('p.account', '=', 'refunds-payable')
    .groupBy([
      'p.enrolment_id',
      'e.number',
      'e.person_id',
      'who.given_names',
      'who.family_name',
      'who.suffix',
    ])
    .having(sql<boolean>`sum(p.amount_cents) < 0`)
    .orderBy('held', 'desc')
    .orderBy('p.enrolment_id')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    enrolmentId: row.enrolment_id,
    enrolmentNumber: row.number!,
    personId: row.person_id!,
    person: [row.given_names, row.family_name, row.suffix].filter(Boolean).join(' '),
    heldCents: row.held,
  }))
}
