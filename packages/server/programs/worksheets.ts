import type { CannotCompute, SentenceInput, SentenceReading, Worksheet } from '@inlieu/law'
import type { Selectable } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { DB, RoomTx } from '../platform/database.ts'
import type { ChosenReading } from './reading.ts'

/** A worksheet as it stands on record. */
export interface StoredWorksheet {
  id: string
  number: number
  cause: string
  computedOn: Temporal.PlainDate
  computedAt: Temporal.Instant
  computedBy: string | null
  input: SentenceInput
  result: Worksheet | CannotCompute
  releaseDay: Temporal.PlainDate | null
  packVersion: string
  packHash: string
  reading: ChosenReading
}

/** The worksheet that holds now; null before the first. */
export async function latestWorksheet(
  tx: RoomTx<'programs'>,
  enrolmentId: string,
): Promise<StoredWorksheet | null> {
  return (await worksheetsOf(tx, enrolmentId, 1))[0] ?? null
}

/** The worksheets of an enrolment, the latest first. */
export async function worksheetsOf(
  tx: RoomTx<'programs'>,
  enrolmentId: string,
  limit: number,
): Promise<StoredWorksheet[]> {
  const rows = await tx
    .selectFrom('programs.worksheet')
    .selectAll()
    .where('enrolment_id', '=', enrolmentId)
    .orderBy('number', 'desc')
    .limit(limit)
    .execute()
  return rows.map(toWorksheet)
}

function toWorksheet(row: Selectable<DB['programs.worksheet']>): StoredWorksheet {
  return {
    id: row.id,
    number: row.number,
    cause: row.cause,
    computedOn: row.computed_on,
    computedAt: row.computed_at,
    computedBy: row.computed_by,
    input: row.input,
    result: row.result,
    releaseDay: row.release_day,
    packVersion: row.pack_version,
    packHash: row.pack_hash,
    reading: {
      choice: row.reading as SentenceReading,
      by: row.reading_by,
      reason: row.reading_reason,
    },
  }
}
