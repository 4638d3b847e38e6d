import { assessFees } from '@inlieu/law'
import type { Temporal } from 'temporal-polyfill'
import type { z } from 'zod'
import type { RoomTx } from '../platform/database.ts'
import { notFound } from '../platform/problem.ts'
import { feesForeseen } from './fees-foreseen.ts'
import { parametersOn } from './parameters-on.ts'
import { programOf } from './program.ts'
import { type ChosenReading, defaultReading } from './reading.ts'
import { type ComputedSentence, isSameSentence, sentenceNow } from './sentence-now.ts'
import type { feesBeside, worksheetPage, worksheetPreview, worksheetWhole } from './worksheet-schemas.ts'
import { type Dockets, feesInWords, resultInWords } from './worksheet-words.ts'
import { type StoredWorksheet, worksheetsOf } from './worksheets.ts'

type Tx = RoomTx<'programs'>
type WorksheetWhole = z.output<typeof worksheetWhole>

/** Enough to show every order that was ever followed in one case. */
const longestHistory = 500

/**
 * The worksheet of an enrolment: the one on record, what the papers give now, and the earlier ones.
 * @throws Problem `not-found`
 */
export async function worksheetPageOf(
  tx: Tx,
  enrolmentId: string,
  today: Temporal.PlainDate,
): Promise<z.output<typeof worksheetPage>> {
  const enrolment = await packOf(tx, enrolmentId)
  const sheets = await worksheetsOf(tx, enrolmentId, longestHistory)
  const current = sheets[0] ?? null
  const now = await sentenceNow(tx, { enrolment, before: current, asOf: today })
  const names = await namesOf(tx, sheets)
  const dockets = await docketsOf(tx, enrolmentId)
  const whole = sheets.map((sheet) => toWhole(sheet, { names, dockets, packHash: now.packHash }))
  return {
    current: whole[0] ?? null,
    now: resultInWords(now.result, dockets),
    stale: current !== null && !isSameSentence(current, now),
    fees: await feesFor(tx, enrolment, current ?? now, today),
    history: whole.slice(1),
    dockets,
  }
}

/** What to look at without storing anything: another reading, or commitments that are not joined yet. */
export interface PreviewAsked {
  enrolmentId: string
  reading?: ChosenReading['choice'] | undefined
  besides: readonly string[]
}

/**
 * What the worksheet would be.
 * @throws Problem `not-found`
 */
export async function worksheetPreviewOf(
  tx: Tx,
  asked: PreviewAsked,
  today: Temporal.PlainDate,
): Promise<z.output<typeof worksheetPreview>> {
  const enrolment = await packOf(tx, asked.enrolmentId)
  await refuseUnknown(tx, enrolment.personId, asked.besides)
  const [current] = await worksheetsOf(tx, asked.enrolmentId, 1)
  const preview = await sentenceNow(tx, {
    enrolment,
    before: current ?? null,
    chosen: asked.reading && { ...defaultReading, choice: asked.reading },
    besides: asked.besides,
    asOf: today,
  })
  const dockets = await docketsOf(tx, asked.enrolmentId)
  return {
    result: resultInWords(preview.result, dockets),
    fees: await feesFor(tx, enrolment, preview, today),
    dockets,
  }
}

async function refuseUnknown(tx: Tx, personId: string, besides: readonly string[]): Promise<void> {
  if (besides.length === 0) return
  const rows = await tx
    .selectFrom('court.v_commitment')
    .select('id')
    .where('id', 'in', [...besides])
    .where('person_id', '=', personId)
    .execute()
  if (rows.length < new Set(besides).size) throw notFound('commitment of this person')
}

async function packOf(tx: Tx, enrolmentId: string): Promise<{ id: string; pack: string; personId: string }> {
  const row = await tx
    .selectFrom('programs.enrolment')
    .select(['id', 'pack', 'person_id as personId'])
    .where('id', '=', enrolmentId)
    .executeTakeFirst()
  if (!row) throw notFound('enrolment')
  return row
}

/** The fees that go with these days (WAP-SENT.1, FEE.1), by the law that this office charges by. */
async function feesFor(
  tx: Tx,
  enrolment: { pack: string },
  { result }: Pick<ComputedSentence, 'result'>,
  today: Temporal.PlainDate,
): Promise<z.output<typeof feesBeside> | null> {
  if (result.kind !== 'worksheet') return null
  const parameters = await parametersOn(tx, enrolment.pack, today)
  const input = feesForeseen({ pack: enrolment.pack, adjustedDays: result.adjustedDays })
  return feesInWords(assessFees(programOf(enrolment), parameters, input, today.toString()))
}

async function docketsOf(tx: Tx, enrolmentId: string): Promise<Record<string, string>> {
  const rows = await tx
    .selectFrom('programs.enrolment as e')
    .innerJoin('court.v_commitment as c', (join) =>
      join.onRef('c.agency_id', '=', 'e.agency_id').onRef('c.person_id', '=', 'e.person_id'),
    )
    .select(['c.id', 'c.docket'])
    .where('e.id', '=', enrolmentId)
    .execute()
  return Object.fromEntries(rows.map((row) => [row.id, row.docket]))
}

async function namesOf(tx: Tx, sheets: readonly StoredWorksheet[]): Promise<Map<string, string>> {
  const ids = new Set(
    sheets.flatMap((sheet) => [sheet.computedBy, sheet.reading.by]).filter((id) => id !== null),
  )
  if (ids.size === 0) return new Map()
  const rows = await tx
    .selectFrom('access.v_account')
    .select(['id', 'display_name'])
    .where('id', 'in', [...ids])
    .execute()
  return new Map(rows.map((row) => [row.id, row.display_name]))
}

function toWhole(
  sheet: StoredWorksheet,
  { names, dockets, packHash }: { names: ReadonlyMap<string, string>; dockets: Dockets; packHash: string },
): WorksheetWhole {
  const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? null))
  const { choice, by, reason } = sheet.reading
  return {
    id: sheet.id,
    number: sheet.number,
    cause: sheet.cause as WorksheetWhole['cause'],
    computedOn: sheet.computedOn,
    computedAt: sheet.computedAt,
    computedByName: nameOf(sheet.computedBy),
    packVersion: sheet.packVersion,
    packHash: sheet.packHash,
    packIsOlder: sheet.packHash !== packHash,
    reading: { choice, byName: nameOf(by), reason },
    result: resultInWords(sheet.result, dockets),
  }
}
