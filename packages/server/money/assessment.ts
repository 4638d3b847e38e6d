import { randomUUID } from 'node:crypto'
import type { FeeCode, FeeInput, FeeWorksheet, Pack, Parameters } from '@inlieu/law'
import { assessFees as assessByLaw } from '@inlieu/law'
import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Work } from '../platform/act.ts'
import type { RoomTx } from '../platform/database.ts'
import { parametersOn } from '../programs/index.ts'
import { type AssessedLine, chargeOf, differenceOf } from './fee-charge.ts'
import { ledgerFee, ledgerUnit } from './ledger/accounts.ts'
import { keepEntry, type Receivable, takeBackRelief } from './ledger/receivable.ts'

/** Where an assessment comes from: the worksheet of the intake, or one re-scheduling. */
export type Occasion =
  | { occasion: 'intake'; worksheetId: string; worksheetNumber: number }
  | { occasion: 're-scheduling'; reschedulingId: string }

/** Fees computed and not yet kept. */
export interface ComputedFees {
  input: FeeInput
  /** The day whose amounts are charged. */
  ratesOn: Temporal.PlainDate
  parameters: { rates: Parameters; law: Parameters }
  result: { rates: FeeWorksheet; law: FeeWorksheet }
  lines: AssessedLine[]
}

/** The assessment that the next one differs from. */
export interface EarlierAssessment {
  number: number
  worksheetId: string | null
  basis: string
  ratesOn: Temporal.PlainDate
  charged: ReadonlyMap<FeeCode, { cents: number; quantity: number; amountCents: number }>
}

/** Computes fees by the amounts of one day and the law of another, which is today. */
export async function computeFees(
  tx: RoomTx<'money'>,
  pack: Pack,
  input: FeeInput,
  days: { ratesOn: Temporal.PlainDate; today: Temporal.PlainDate },
): Promise<ComputedFees> {
  const law = await parametersOn(tx, pack.name, days.today)
  const isToday = days.ratesOn.equals(days.today)
  const rates = isToday ? law : await parametersOn(tx, pack.name, days.ratesOn)
  const byLaw = assessByLaw(pack, law, input, days.today.toString())
  const byRates = isToday ? byLaw : assessByLaw(pack, rates, input, days.ratesOn.toString())
  return {
    input,
    ratesOn: days.ratesOn,
    parameters: { rates, law },
    result: { rates: byRates, law: byLaw },
    lines: byRates.lines.map((line, i) => ({ rates: line, today: byLaw.lines[i]! })),
  }
}

/** The newest assessment of the intake's fees; undefined when there is none. */
export async function lastIntakeAssessment(
  tx: RoomTx<'money'>,
  enrolmentId: string,
): Promise<EarlierAssessment | undefined> {
  const row = await tx
    .selectFrom('money.assessment')
    .select(['id', 'number', 'worksheet_id', 'basis', 'rates_on'])
    .where('enrolment_id', '=', enrolmentId)
    .where('occasion', '=', 'intake')
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row) return undefined
  const lines = await tx
    .selectFrom('money.fee_line')
    .select(['code', 'charged_cents', 'quantity', 'amount_cents'])
    .where('assessment_id', '=', row.id)
    .execute()
  return {
    number: row.number,
    worksheetId: row.worksheet_id,
    basis: row.basis,
    ratesOn: row.rates_on,
    charged: new Map(
      lines.map((line) => [
        line.code as FeeCode,
        { cents: line.charged_cents, quantity: line.quantity, amountCents: line.amount_cents },
      ]),
    ),
  }
}

/** What a fee comes to beside the assessment before it, in cents. */
export const chargeNow = (line: AssessedLine, earlier: EarlierAssessment | undefined): number =>
  chargeOf(line, earlier?.charged.get(line.rates.code)?.cents ?? 0)

/** Keeps an assessment whole and adds to the locked statement what it changes. */
export async function keepAssessment(
  work: Work<'money'>,
  receivable: Receivable,
  kept: { occasion: Occasion; fees: ComputedFees; earlier: EarlierAssessment | undefined },
): Promise<{ id: string; receivable: Receivable }> {
  const id = randomUUID()
  await writeAssessment(work, id, receivable.enrolmentId, kept)
  let now = receivable
  for (const line of kept.fees.lines) now = await charge(work, now, { id, line, ...kept })
  await work.emit('money.fees-assessed', {
    enrolment: receivable.enrolmentId,
    person: receivable.personId,
    assessment: id,
  })
  return { id, receivable: now }
}

interface Kept {
  occasion: Occasion
  fees: ComputedFees
  earlier: EarlierAssessment | undefined
}

async function writeAssessment(
  { ctx, db }: Work<'money'>,
  id: string,
  enrolmentId: string,
  { occasion, fees, earlier }: Kept,
): Promise<void> {
  const { law } = fees.result
  const charges = fees.lines.map((line) => chargeNow(line, earlier))
  const { last } = await db
    .selectFrom('money.assessment')
    .select(({ fn }) => fn.coalesce(fn.max('number'), sql<number>`0`).as('last'))
    .where('enrolment_id', '=', enrolmentId)
    .executeTakeFirstOrThrow()
  await db
    .insertInto('money.assessment')
    .values({
      agency_id: ctx.agency.id,
      id,
      enrolment_id: enrolmentId,
      number: last + 1,
      occasion: occasion.occasion,
      worksheet_id: occasion.occasion === 'intake' ? occasion.worksheetId : null,
      rescheduling_id: occasion.occasion === 're-scheduling' ? occasion.reschedulingId : null,
      on_day: ctx.today,
      rates_on: fees.ratesOn,
      at: ctx.now,
      by: ctx.actor,
      basis: law.basis,
      input: JSON.stringify(fees.input),
      parameters: JSON.stringify(fees.parameters),
      result: JSON.stringify(fees.result),
      printed_cents: fees.result.rates.printedCents,
      charged_cents: charges.reduce((sum, cents) => sum + cents, 0),
      pack_version: law.version,
      pack_hash: law.hash,
    })
    .execute()
  const rows = fees.lines.map((line, i) => feeLineRow(line, charges[i]!))
  await db
    .insertInto('money.fee_line')
    .values(
      rows.map((row, i) => ({
        agency_id: ctx.agency.id,
        id: randomUUID(),
        assessment_id: id,
        position: i + 1,
        ...row,
      })),
    )
    .execute()
}

function feeLineRow({ rates, today }: AssessedLine, chargedCents: number) {
  return {
    code: rates.code,
    clause: rates.clause,
    own: rates.own,
    authority: rates.authority,
    resolution: rates.resolution,
    statute: rates.statute,
    unit: rates.unit,
    unit_cents: rates.unitCents,
    quantity: rates.quantity,
    amount_cents: rates.amountCents,
    charged_cents: chargedCents,
    reason: today.reason,
    repeal: today.repeal === null ? null : JSON.stringify(today.repeal),
  }
}

async function charge(
  work: Work<'money'>,
  receivable: Receivable,
  { id, line, occasion, earlier }: Kept & { id: string; line: AssessedLine },
): Promise<Receivable> {
  const fee = line.rates
  const before = earlier?.charged.get(fee.code)
  // A re-scheduling is assessed once, so nothing of it can stand on the statement yet.
  const standing =
    occasion.occasion === 'intake' ? await chargedFor(work.db, receivable.enrolmentId, fee.code) : nothingYet
  const cents = differenceOf(chargeNow(line, earlier), before?.cents ?? 0, standing.cents)
  if (cents === 0) return receivable
  const entry = await keepEntry(work, receivable, {
    kind: standing.newestEntry === null ? 'fee' : 'fee-difference',
    against: [{ account: 'fee-income', part: ledgerFee(fee.code), amountCents: 0 - cents }],
    about: {
      code: ledgerFee(fee.code),
      unit: ledgerUnit(fee.unit),
      unitCents: fee.unitCents,
      quantity: fee.quantity,
      quantityBefore: standing.newestEntry === null ? null : (before?.quantity ?? null),
      clause: fee.clause,
      own: fee.own,
      authority: fee.authority,
      resolution: fee.resolution,
      assessment: id,
      worksheetNumber: occasion.occasion === 'intake' ? occasion.worksheetNumber : null,
      rescheduling: fee.rescheduling,
    },
    ...(standing.newestEntry === null || occasion.occasion !== 'intake'
      ? {}
      : { corrects: standing.newestEntry, reason: `Worksheet ${occasion.worksheetNumber}` }),
  })
  return takeBackRelief(work, receivable, entry.receivable)
}

const nothingYet = { cents: 0, newestEntry: null }

/** What the statement charges for a fee of the intake, corrections included, and its newest line of that fee. */
async function chargedFor(
  tx: RoomTx<'money'>,
  enrolmentId: string,
  code: FeeCode,
): Promise<{ cents: number; newestEntry: string | null }> {
  const lines = await tx
    .selectFrom('money.entry as e')
    .innerJoin('money.posting as p', (join) =>
      join.onRef('p.entry_id', '=', 'e.id').onRef('p.enrolment_id', '=', 'e.enrolment_id'),
    )
    .select(['e.id', 'e.kind', 'p.amount_cents'])
    .where('e.enrolment_id', '=', enrolmentId)
    .where('p.account', '=', 'fee-income')
    .where('p.part', '=', code)
    .orderBy('e.line')
    .execute()
  return {
    cents: lines.reduce((sum, line) => sum - line.amount_cents, 0),
    newestEntry: lines.findLast((line) => line.kind !== 'fee-correction')?.id ?? null,
  }
}
