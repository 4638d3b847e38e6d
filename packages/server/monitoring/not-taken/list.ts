import { z } from 'zod'
import type { Context } from '../../platform/context.ts'
import type { RoomTx } from '../../platform/database.ts'
import { type CsvColumn, spoken } from '../../platform/files.ts'
import { day, id, instant, limit } from '../../platform/schemas.ts'

/** Why a message, or a record of one, was not taken. */
export const notTakenReasons = [
  'not-understood',
  'not-a-position',
  'unknown-unit',
  'wrong-credential',
  'replaced-credential',
  'other-door',
  'too-large',
  'before-2000',
  'too-old',
  'future',
  'out-of-range',
  'refused-by-the-record',
  'not-evaluated',
] as const

/** Whose messages: those of this office's units and senders, or those of senders that no office knows. */
export const notTakenSenders = ['known', 'nobody'] as const

export const notTakenAsked = z.strictObject({
  sender: z.enum(notTakenSenders).default('known'),
  unitId: id.optional(),
  reason: z.enum(notTakenReasons).optional(),
  /** Days of the office on which they came, both included. */
  from: day.optional(),
  to: day.optional(),
  limit,
  format: z.enum(['json', 'csv']).default('json'),
})
type Asked = z.output<typeof notTakenAsked>

/** A message that was not taken, without its content: that may say where somebody was, and stays in the record. */
export const notTaken = z.object({
  id: z.string(),
  at: instant,
  unit: z.object({ id, serial: z.string() }).nullable(),
  door: z.string(),
  reason: z.string(),
  /** What was wrong with it, as the answer said. */
  detail: z.string(),
  address: z.string(),
})
export type NotTaken = z.output<typeof notTaken>

/**
 * What came at the device doors and could not be taken, the latest first; with how many there are. A message whose
 * credential nobody has is no office's: each sees it, without its content, and may know a unit of its own by the time.
 */
export async function listNotTaken(
  tx: RoomTx<'monitoring'>,
  ctx: Context,
  asked: Asked,
): Promise<{ messages: NotTaken[]; total: number }> {
  const startOf = (date: z.output<typeof day>) => date.toZonedDateTime(ctx.agency.timeZone).toInstant()
  let found = tx
    .selectFrom('monitoring.set_aside as s')
    .where((is) =>
      asked.sender === 'nobody' ? is('s.agency_id', 'is', null) : is('s.agency_id', '=', ctx.agency.id),
    )
  if (asked.unitId) found = found.where('s.unit_id', '=', asked.unitId)
  if (asked.reason) found = found.where('s.reason', '=', asked.reason)
  if (asked.from) found = found.where('s.received_at', '>=', startOf(asked.from))
  if (asked.to) found = found.where('s.received_at', '<', startOf(asked.to.add({ days: 1 })))
  const { total } = await found
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const rows = await found
    .leftJoin('equipment.v_unit as u', (join) =>
      join.onRef('u.agency_id', '=', 's.agency_id').onRef('u.id', '=', 's.unit_id'),
    )
    .select(['s.id', 's.received_at', 's.unit_id', 'u.serial', 's.door', 's.reason', 's.detail', 's.address'])
    .orderBy('s.received_at', 'desc')
    .orderBy('s.id', 'desc')
    .limit(asked.limit)
    .execute()
  return {
    total,
    messages: rows.map((row) => ({
      id: String(row.id),
      at: row.received_at,
      unit: row.unit_id !== null && row.serial !== null ? { id: row.unit_id, serial: row.serial } : null,
      door: row.door,
      reason: row.reason,
      detail: row.detail,
      address: row.address,
    })),
  }
}

/** The list as CSV. */
export const notTakenColumns: readonly CsvColumn<NotTaken>[] = [
  { title: 'Came', value: (row) => row.at },
  { title: 'Unit', value: (row) => row.unit?.serial ?? null },
  { title: 'Way in', value: (row) => row.door },
  { title: 'Reason', value: (row) => spoken(row.reason) },
  { title: 'What was wrong', value: (row) => row.detail },
  { title: 'Address', value: (row) => row.address },
]
