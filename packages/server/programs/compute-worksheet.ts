import { randomUUID } from 'node:crypto'
import type { CannotCompute, SentenceReading, Worksheet } from '@inlieu/law'
import { Temporal } from 'temporal-polyfill'
import { verb, type Work } from '../platform/act.ts'
import { fieldProblem } from '../platform/problem.ts'
import type { ChosenReading } from './reading.ts'
import { requireAuthority } from './require-authority.ts'
import { type ComputedSentence, isSameSentence, sentenceNow } from './sentence-now.ts'
import { type HeldEnrolment, holdEnrolment } from './state-of.ts'
import { latestWorksheet, type StoredWorksheet } from './worksheets.ts'

/** Why a worksheet was computed. */
export type WorksheetCause =
  | 'asked'
  | 'reading-chosen'
  | 'commitment-joined'
  | 'commitment-changed'
  | 'good-time-lost'

/** `reading`: the officer's choice where the readings of WAP-SENT.6 differ, with the reason. */
export interface ComputeWorksheet {
  enrolmentId: string
  reading?: { choice: SentenceReading; reason: string }
  cause?: Exclude<WorksheetCause, 'reading-chosen'>
}

/** Which worksheet holds now. `kind` is `cannot-compute` where the papers leave it open: that is on record too. */
export interface WorksheetComputed {
  id: string
  number: number
  kind: Worksheet['kind'] | CannotCompute['kind']
  /** Nothing had changed: it is the one there was, and nothing was written. */
  unchanged: boolean
}

/**
 * Computes the adjusted sentence of an enrolment from its commitments (WAP-SENT.1 to SENT.6, DEF.1) and keeps
 * facts, steps and pack whole; the worksheet before it is kept (WAP-P1.3). The reading that an officer chose
 * stays while the commitments it was chosen for are the same.
 * @throws Problem `not-found`; `not-allowed` when the reading is chosen without authority; `cannot-be` when
 * there is nothing to choose
 */
export const computeWorksheet = verb(
  'programs.compute-worksheet',
  async (work, input: ComputeWorksheet): Promise<WorksheetComputed> => {
    const { ctx, db, emit } = work
    const enrolment = await holdEnrolment(db, input.enrolmentId, ctx.today)
    const before = await latestWorksheet(db, enrolment.id)
    const after = await compute(work, enrolment, before, input.reading)
    if (before && isSameSentence(before, after))
      return { id: before.id, number: before.number, kind: before.result.kind, unchanged: true }
    const number = (before?.number ?? 0) + 1
    const cause = input.reading ? 'reading-chosen' : (input.cause ?? 'asked')
    const id = await write(work, enrolment, { ...after, number, cause })
    const { kind } = after.result
    await emit(kind === 'worksheet' ? 'programs.worksheet-computed' : 'programs.worksheet-not-computed', {
      enrolment: enrolment.id,
      worksheet: id,
      person: enrolment.personId,
    })
    return { id, number, kind, unchanged: false }
  },
)

async function compute(
  work: Work<'programs'>,
  enrolment: HeldEnrolment,
  before: StoredWorksheet | null,
  asked: ComputeWorksheet['reading'],
): Promise<ComputedSentence> {
  const chosen = asked && (await choose(work, enrolment, asked))
  const computed = await sentenceNow(work.db, { enrolment, before, chosen, asOf: work.ctx.today })
  const differ = computed.result.kind === 'worksheet' && computed.result.askOfficer
  if (chosen && !differ) throw nothingToChoose()
  return computed
}

async function choose(
  work: Work<'programs'>,
  enrolment: HeldEnrolment,
  chosen: { choice: SentenceReading; reason: string },
): Promise<ChosenReading> {
  await requireAuthority(work, { decision: 'sentence-reading', pack: enrolment.pack })
  return { choice: chosen.choice, by: work.ctx.actor, reason: chosen.reason }
}

const nothingToChoose = () =>
  fieldProblem('reading', 'Both readings give the same days, so there is nothing to choose (WAP-SENT.6).')

async function write(
  { ctx, db }: Work<'programs'>,
  enrolment: HeldEnrolment,
  sheet: ComputedSentence & { number: number; cause: WorksheetCause },
): Promise<string> {
  const id = randomUUID()
  const days = sheet.result.kind === 'worksheet' ? sheet.result : null
  await db
    .insertInto('programs.worksheet')
    .values({
      agency_id: ctx.agency.id,
      id,
      enrolment_id: enrolment.id,
      number: sheet.number,
      cause: sheet.cause,
      computed_on: ctx.today,
      computed_at: ctx.now,
      computed_by: ctx.actor,
      input: JSON.stringify(sheet.input),
      result: JSON.stringify(sheet.result),
      adjusted_days: days?.adjustedDays ?? null,
      release_day: days?.releaseDate ? Temporal.PlainDate.from(days.releaseDate) : null,
      pack: enrolment.pack,
      pack_version: sheet.packVersion,
      pack_hash: sheet.packHash,
      reading: sheet.reading.choice,
      reading_by: sheet.reading.by,
      reading_reason: sheet.reading.reason,
    })
    .execute()
  return id
}
