import type { Temporal } from 'temporal-polyfill'
import { Temporal as T } from 'temporal-polyfill'
import type { Context } from '../platform/context.ts'
import type { RoomTx } from '../platform/database.ts'
import { notFound, Problem } from '../platform/problem.ts'
import { parametersOn, programOf } from '../programs/index.ts'
import { proposeFees } from './assess-fees.ts'
import { chargeNow } from './assessment.ts'
import { uncollectibleOn } from './collectible.ts'
import { ledgerFee, ledgerReason, ledgerUnit } from './ledger/accounts.ts'
import { receiptsOf } from './receipts.ts'
import type { Statement } from './statement-schema.ts'
import { waiversOf } from './waivers.ts'

/**
 * Everything about the money of one enrolment, read in one transaction.
 * @throws Problem `not-found`
 */
export async function statementOf(
  tx: RoomTx<'money'>,
  ctx: Context,
  enrolmentId: string,
): Promise<Statement> {
  const enrolment = await tx
    .selectFrom('programs.v_enrolment as e')
    .innerJoin('people.v_person as p', 'p.id', 'e.person_id')
    .select(['e.id', 'e.number', 'e.pack', 'e.person_id', 'p.given_names', 'p.family_name', 'p.suffix'])
    .where('e.id', '=', enrolmentId)
    .executeTakeFirst()
  if (!enrolment) throw notFound('enrolment')
  const pack = programOf({ pack: enrolment.pack! })
  const balance = await balanceOf(tx, enrolmentId)
  const barred = balance.balanceCents > 0 ? await uncollectibleOn(tx, enrolmentId, ctx.today) : null
  return {
    enrolmentId,
    enrolmentNumber: enrolment.number!,
    personId: enrolment.person_id!,
    person: [enrolment.given_names, enrolment.family_name, enrolment.suffix].filter(Boolean).join(' '),
    ...(await basisOn(tx, pack.name, ctx.today)),
    ...balance,
    lines: await linesOf(tx, enrolmentId),
    assessments: await assessmentsOf(tx, enrolmentId),
    ...(await proposalOf(tx, enrolmentId, ctx.today)),
    barred: barred && {
      cents: Math.min(barred.cents, balance.balanceCents),
      statute: barred.statute,
    },
    arrangements: await arrangementsOf(tx, enrolmentId),
    receipts: await receiptsOf(tx, { enrolmentId }),
    waivers: await waiversOf(tx, ctx, { enrolmentId }),
    forms: [...pack.paymentForms],
  }
}

async function basisOn(
  tx: RoomTx<'money'>,
  packName: string,
  today: Temporal.PlainDate,
): Promise<Pick<Statement, 'basis' | 'basisFrom'>> {
  const { feeBasis } = (await parametersOn(tx, packName, today)).values
  return {
    basis: feeBasis?.value === 'as-the-source-reads' ? 'as-the-source-reads' : 'law-as-it-stands',
    basisFrom: {
      authority: feeBasis?.authority ?? null,
      resolution: feeBasis?.resolution ?? null,
      from: feeBasis?.from ? T.PlainDate.from(feeBasis.from) : null,
    },
  }
}

async function balanceOf(tx: RoomTx<'money'>, enrolmentId: string) {
  const row = await tx
    .selectFrom('money.v_balance')
    .selectAll()
    .where('enrolment_id', '=', enrolmentId)
    .executeTakeFirst()
  return {
    assessedCents: row?.assessed_cents ?? 0,
    paidCents: row?.paid_cents ?? 0,
    waivedCents: row?.waived_cents ?? 0,
    uncollectibleCents: row?.uncollectible_cents ?? 0,
    balanceCents: row?.balance_cents ?? 0,
    heldCents: row?.held_cents ?? 0,
    payBy: row?.pay_by ?? null,
  }
}

async function linesOf(tx: RoomTx<'money'>, enrolmentId: string): Promise<Statement['lines']> {
  const rows = await tx
    .selectFrom('money.entry as e')
    .leftJoin('access.v_account as a', 'a.id', 'e.by')
    .leftJoin('money.entry as c', (join) =>
      join.onRef('c.id', '=', 'e.corrects').onRef('c.enrolment_id', '=', 'e.enrolment_id'),
    )
    .select([
      'e.id',
      'e.line',
      'e.kind',
      'e.on_day',
      'e.at',
      'e.net_cents',
      'e.about',
      'e.reason',
      'a.display_name',
      'c.line as corrects_line',
    ])
    .where('e.enrolment_id', '=', enrolmentId)
    .orderBy('e.line')
    .execute()
  let balance = 0
  return rows.map((row) => {
    balance += row.net_cents
    return {
      id: row.id,
      line: row.line,
      // The database holds the kind and what it says together; the route's schema checks that they fit.
      kind: row.kind as 'fee',
      about: row.about,
      onDay: row.on_day,
      at: row.at,
      by: row.display_name,
      reason: row.reason,
      correctsLine: row.corrects_line,
      amountCents: row.net_cents,
      balanceCents: balance,
    }
  })
}

async function assessmentsOf(tx: RoomTx<'money'>, enrolmentId: string): Promise<Statement['assessments']> {
  const assessments = await tx
    .selectFrom('money.assessment as m')
    .leftJoin('access.v_account as a', 'a.id', 'm.by')
    .leftJoin('programs.v_worksheet as w', 'w.id', 'm.worksheet_id')
    .select([
      'm.id',
      'm.number',
      'm.occasion',
      'm.on_day',
      'm.rates_on',
      'm.basis',
      'm.pack_version',
      'm.printed_cents',
      'm.charged_cents',
      'a.display_name',
      'w.number as worksheet_number',
    ])
    .where('m.enrolment_id', '=', enrolmentId)
    .orderBy('m.number', 'desc')
    .execute()
  const lines = await tx
    .selectFrom('money.fee_line as l')
    .innerJoin('money.assessment as m', 'm.id', 'l.assessment_id')
    .selectAll('l')
    .where('m.enrolment_id', '=', enrolmentId)
    .orderBy('l.position')
    .execute()
  return assessments.map((row) => ({
    id: row.id,
    number: row.number,
    occasion: row.occasion as Statement['assessments'][number]['occasion'],
    worksheetNumber: row.worksheet_number,
    onDay: row.on_day,
    ratesOn: row.rates_on,
    by: row.display_name,
    basis: row.basis as Statement['basis'],
    packVersion: row.pack_version,
    printedCents: row.printed_cents,
    chargedCents: row.charged_cents,
    lines: lines
      .filter((line) => line.assessment_id === row.id)
      .map((line) => ({
        code: line.code,
        clause: line.clause,
        own: line.own,
        authority: line.authority,
        resolution: line.resolution,
        statute: line.statute,
        unit: line.unit,
        unitCents: line.unit_cents,
        quantity: line.quantity,
        amountCents: line.amount_cents,
        chargedCents: line.charged_cents,
        reason: line.reason,
        repeal: repealView(line.repeal),
      })) as Statement['assessments'][number]['lines'],
  }))
}

interface StoredRepeal {
  statute: string
  by: string
  operative: string
  uncollectibleBy: string
}

function repealView(repeal: StoredRepeal | null) {
  if (!repeal) return null
  const { statute, by, operative, uncollectibleBy } = repeal
  return { statute, by, operative: T.PlainDate.from(operative), uncollectibleBy }
}

async function proposalOf(
  tx: RoomTx<'money'>,
  enrolmentId: string,
  today: Temporal.PlainDate,
): Promise<Pick<Statement, 'proposal' | 'cannotAssess'>> {
  try {
    const { occasion, adjustedDays, fees, earlier, isNew } = await proposeFees(tx, enrolmentId, today)
    if (!isNew) return { proposal: null, cannotAssess: null }
    const lines = fees.lines.map((line) => ({
      ...line.rates,
      code: ledgerFee(line.rates.code),
      unit: ledgerUnit(line.rates.unit),
      chargedCents: chargeNow(line, earlier),
      reason: ledgerReason(line.today.reason),
      repeal: repealView(line.today.repeal),
    }))
    return {
      cannotAssess: null,
      proposal: {
        worksheetNumber: occasion.worksheetNumber,
        adjustedDays,
        daysSupervised: fees.input.days ?? null,
        ratesOn: fees.ratesOn,
        chargedCents: lines.reduce((sum, line) => sum + line.chargedCents, 0),
        printedCents: fees.result.rates.printedCents,
        lines,
      },
    }
  } catch (error) {
    if (error instanceof Problem && error.code === 'cannot-be') {
      return { proposal: null, cannotAssess: error.message }
    }
    throw error
  }
}

async function arrangementsOf(tx: RoomTx<'money'>, enrolmentId: string): Promise<Statement['arrangements']> {
  const rows = await tx
    .selectFrom('money.arrangement as r')
    .leftJoin('access.v_account as a', 'a.id', 'r.by')
    .select(['r.id', 'r.kind', 'r.pay_by', 'r.note', 'r.owed_cents', 'r.on_day', 'a.display_name'])
    .where('r.enrolment_id', '=', enrolmentId)
    .orderBy('r.at', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as Statement['arrangements'][number]['kind'],
    payBy: row.pay_by,
    note: row.note,
    owedCents: row.owed_cents,
    onDay: row.on_day,
    by: row.display_name,
  }))
}
