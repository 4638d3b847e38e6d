import { type IntakeItem, intakeChecklist } from '@inlieu/law'
import type { Temporal } from 'temporal-polyfill'
import type { Work } from '../platform/act.ts'
import { changedMeanwhile } from '../platform/conflict.ts'
import type { RoomTx } from '../platform/database.ts'
import { Problem } from '../platform/problem.ts'
import { programOf } from '../programs/index.ts'
import { type ChecklistItem, checklistOf, type FeesStand, feesStand, type Tick } from './checklist.ts'
import type { IntakeEnrolment } from './enrolment.ts'
import { situationOf } from './prints.ts'
import { printHistory } from './record-print.ts'

/** A booking record as it stands; what is the person's own is kept with the person. */
export interface BookingRecord {
  id: string
  employment: string
  healthNeeds: string
  specialNeeds: string
  signedOn: Temporal.PlainDate | null
  gapsReason: string
  bookedAt: Temporal.Instant | null
  version: number
}

/** The booking record of an enrolment; null when nobody has begun one. */
export async function readBooking(tx: RoomTx<'intake'>, enrolmentId: string): Promise<BookingRecord | null> {
  const row = await tx
    .selectFrom('intake.booking')
    .selectAll()
    .where('enrolment_id', '=', enrolmentId)
    .executeTakeFirst()
  if (!row) return null
  return {
    id: row.id,
    employment: row.employment,
    healthNeeds: row.health_needs,
    specialNeeds: row.special_needs,
    signedOn: row.signed_on,
    gapsReason: row.gaps_reason,
    bookedAt: row.booked_at,
    version: row.version,
  }
}

/**
 * Holds the booking record of an enrolment as the page showed it.
 * @param version null: the page showed that there is none
 * @throws Problem `conflict` when somebody began or changed it meanwhile
 */
export async function holdBooking(
  work: Work<'intake'>,
  enrolmentId: string,
  version: number | null,
): Promise<BookingRecord | null> {
  await work.db
    .selectFrom('intake.booking')
    .select('id')
    .where('enrolment_id', '=', enrolmentId)
    .forNoKeyUpdate()
    .execute()
  const record = await readBooking(work.db, enrolmentId)
  if ((record?.version ?? null) === version) return record
  if (!record) throw new Problem('not-found', 'There is no booking record yet. Load the page again.')
  const { id: rowId, bookedAt, ...current } = record
  throw await changedMeanwhile(work, {
    room: 'intake',
    record: 'booking',
    rowId,
    name: 'this booking record',
    current: { ...current, signedOn: current.signedOn?.toString() ?? null },
  })
}

/** The checklist of an enrolment as the law lists it and as it stands. */
export interface StandingChecklist {
  law: readonly IntakeItem[]
  items: ChecklistItem[]
  fees: FeesStand
}

/** Derives the intake checklist from its ticks and from what other rooms and this one have on record. */
export async function readChecklist(
  tx: RoomTx<'intake'>,
  enrolment: IntakeEnrolment,
): Promise<StandingChecklist> {
  const prints = await printHistory(tx, enrolment)
  const law = intakeChecklist(programOf(enrolment), situationOf(prints))
  const fees = await feesOf(tx, enrolment.id)
  const items = checklistOf(law, {
    prints: prints.recorded,
    hasPhoto: await hasPhoto(tx, enrolment.personId),
    hasContract: await hasContract(tx, enrolment.id),
    fees,
    ticks: await ticksOf(tx, enrolment.id),
  })
  return { law, items, fees }
}

async function feesOf(tx: RoomTx<'intake'>, enrolmentId: string): Promise<FeesStand> {
  const row = await tx
    .selectFrom('money.v_balance')
    .select(['assessed_cents', 'balance_cents', 'pay_by', 'waiver_open'])
    .where('enrolment_id', '=', enrolmentId)
    .executeTakeFirst()
  return feesStand(
    row
      ? {
          assessedCents: row.assessed_cents ?? 0,
          balanceCents: row.balance_cents ?? 0,
          payBy: row.pay_by !== null,
          waiverOpen: row.waiver_open,
        }
      : null,
  )
}

async function hasPhoto(tx: RoomTx<'intake'>, personId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('people.v_person')
    .select('photo_paper_id')
    .where('id', '=', personId)
    .executeTakeFirst()
  return row?.photo_paper_id != null
}

async function hasContract(tx: RoomTx<'intake'>, enrolmentId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('work.v_contract')
    .select('id')
    .where('enrolment_id', '=', enrolmentId)
    .executeTakeFirst()
  return row !== undefined
}

async function ticksOf(tx: RoomTx<'intake'>, enrolmentId: string): Promise<Tick[]> {
  const rows = await tx
    .selectFrom('intake.tick as t')
    .leftJoin('access.v_account as a', 'a.id', 't.by')
    .select(['t.id', 't.item', 't.part', 't.on_day', 't.note', 'a.display_name'])
    .where('t.enrolment_id', '=', enrolmentId)
    .where('t.ended_at', 'is', null)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    item: row.item,
    part: row.part,
    on: row.on_day.toString(),
    by: row.display_name ?? '',
    note: row.note,
  }))
}
