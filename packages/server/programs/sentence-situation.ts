import type { Selectable } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import type { DB, RoomTx } from '../platform/database.ts'
import { creditedDays } from './days-served.ts'
import { lossesOf } from './good-time/losses.ts'
import type { GoodTimeOnRecord } from './good-time/sentence-events.ts'
import type { CommitmentRow, SentenceSituation } from './sentence-input.ts'

/** What a sentence is loaded for. `besides`: commitments that are not joined yet, as if they were. */
export interface SentenceAsked {
  enrolmentId: string
  asOf: Temporal.PlainDate
  /** Whether the program knows good time. */
  goodTime: boolean
  besides?: readonly string[]
}

/** Everything the sentence of an enrolment is computed from, as it is on record now. */
export async function sentenceSituation(
  tx: RoomTx<'programs'>,
  asked: SentenceAsked,
): Promise<SentenceSituation> {
  const booked = await bookingOf(tx, asked.enrolmentId)
  return {
    commitments: [
      ...(await joined(tx, asked.enrolmentId, booked?.at ?? null)),
      ...(await notJoined(tx, asked.besides ?? [])),
    ],
    bookedOn: booked?.on_day ?? null,
    credited: await creditedDays(tx, asked.enrolmentId),
    goodTime: asked.goodTime ? await goodTimeOf(tx, asked.enrolmentId) : null,
    asOf: asked.asOf,
  }
}

async function bookingOf(tx: RoomTx<'programs'>, enrolmentId: string) {
  return tx
    .selectFrom('programs.step')
    .select(['on_day', 'at'])
    .where('enrolment_id', '=', enrolmentId)
    .where('kind', 'in', ['booked', 'scheduled', 'placed'])
    .orderBy('number')
    .limit(1)
    .executeTakeFirst()
}

async function goodTimeOf(tx: RoomTx<'programs'>, enrolmentId: string): Promise<GoodTimeOnRecord> {
  const lost = (await lossesOf(tx, enrolmentId)).filter(({ stands, days }) => stands && days > 0)
  if (lost.length === 0) return { lost, steps: [] }
  const steps = await tx
    .selectFrom('programs.step')
    .select(['kind', 'on_day as onDay'])
    .where('enrolment_id', '=', enrolmentId)
    .where('kind', 'in', ['returned-to-court', 'reopened'])
    .orderBy('number')
    .execute()
  return { lost, steps }
}

const columns = [
  'c.id',
  'c.docket',
  'c.received_on',
  'c.sentenced_on',
  'c.is_modification',
  'c.modifies_commitment_id',
  'c.years',
  'c.months',
  'c.days',
  'c.credit_days',
  'c.good_time_days',
  'c.starts_on',
  'c.relation',
  'c.consecutive_to',
  'c.received_while_active',
] as const

async function joined(
  tx: RoomTx<'programs'>,
  enrolmentId: string,
  bookedAt: Temporal.Instant | null,
): Promise<CommitmentRow[]> {
  const rows = await tx
    .selectFrom('programs.enrolment_commitment as j')
    .innerJoin('court.v_commitment as c', (join) =>
      join.onRef('c.agency_id', '=', 'j.agency_id').onRef('c.id', '=', 'j.commitment_id'),
    )
    .select([...columns, 'j.joined_at'])
    .where('j.enrolment_id', '=', enrolmentId)
    .orderBy('j.joined_at')
    .orderBy('c.id')
    .execute()
  // What the booking was made on came with it, though it was received on the same day.
  return rows.map((row) => ({
    ...toRow(row),
    receivedWhileActive:
      row.received_while_active && bookedAt !== null && Temporal.Instant.compare(row.joined_at, bookedAt) > 0,
  }))
}

async function notJoined(tx: RoomTx<'programs'>, ids: readonly string[]): Promise<CommitmentRow[]> {
  if (ids.length === 0) return []
  const rows = await tx
    .selectFrom('court.v_commitment as c')
    .select(columns)
    .where('c.id', 'in', [...ids])
    .orderBy('c.id')
    .execute()
  return rows.map(toRow)
}

type StoredCommitment = Pick<
  Selectable<DB['court.v_commitment']>,
  (typeof columns)[number] extends `c.${infer Name}` ? Name : never
>

function toRow(row: StoredCommitment): CommitmentRow {
  return {
    id: row.id,
    docket: row.docket,
    receivedOn: row.received_on,
    sentencedOn: row.sentenced_on,
    isModification: row.is_modification,
    modifies: row.modifies_commitment_id,
    years: row.years,
    months: row.months,
    days: row.days,
    creditDays: row.credit_days,
    goodTimeDays: row.good_time_days,
    startsOn: row.starts_on,
    relation: row.relation,
    consecutiveTo: row.consecutive_to,
    receivedWhileActive: row.received_while_active,
  }
}
