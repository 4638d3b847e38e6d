import type { Reason } from '@inlieu/law'
import { z } from 'zod'
import type { RoomTx } from '../../platform/database.ts'
import { notFound } from '../../platform/problem.ts'
import { day, id, instant } from '../../platform/schemas.ts'
import { saidOf, saidReason } from '../said.ts'
import { marks } from '../schedule/standing.ts'
import { excuses, type MarkCredit } from './mark.ts'

/** Every mark a day has had, newest first. */
export const dayHistory = z.object({
  contractDayId: id,
  enrolmentId: id,
  day,
  marks: z.array(
    z.object({
      version: z.int(),
      mark: z.enum(marks),
      minutes: z.int().nullable(),
      creditedDays: z.int(),
      askOfficer: z.boolean(),
      because: saidReason.nullable(),
      decided: z.object({ days: z.int(), reason: z.string(), clause: z.string() }).nullable(),
      excuse: z.enum(excuses).nullable(),
      verification: z.string(),
      note: z.string(),
      source: z.enum(['office', 'roster', 'site']),
      markedAt: instant,
      markedBy: z.string(),
      supersededAt: instant.nullable(),
    }),
  ),
})

/**
 * Reads how a day was marked, with everything it was marked as before.
 * @throws Problem `not-found`
 */
export async function readHistory(
  tx: RoomTx<'work'>,
  contractDayId: string,
): Promise<z.output<typeof dayHistory>> {
  const held = await tx
    .selectFrom('work.contract_day')
    .select(['id', 'enrolment_id', 'day'])
    .where('id', '=', contractDayId)
    .executeTakeFirst()
  if (!held) throw notFound('day of a contract')
  const rows = await tx
    .selectFrom('work.attendance as a')
    .leftJoin('access.v_account as w', (join) =>
      join.onRef('w.agency_id', '=', 'a.agency_id').onRef('w.id', '=', 'a.marked_by'),
    )
    .selectAll('a')
    .select('w.display_name')
    .where('a.contract_day_id', '=', contractDayId)
    .orderBy('a.number', 'desc')
    .execute()
  return {
    contractDayId: held.id,
    enrolmentId: held.enrolment_id,
    day: held.day,
    marks: rows.map((row) => {
      const credit = row.credit as MarkCredit
      return {
        version: row.number,
        mark: row.mark as (typeof marks)[number],
        minutes: row.minutes,
        creditedDays: row.credited_days,
        askOfficer: credit.askOfficer && credit.decided === null,
        because: credit.reason && saidOf(credit.reason as Reason),
        decided: credit.decided && {
          days: credit.decided.days,
          reason: credit.decided.reason,
          clause: credit.decided.clause,
        },
        excuse: row.excuse as (typeof excuses)[number] | null,
        verification: row.verification,
        note: row.note,
        source: row.source as 'office' | 'roster' | 'site',
        markedAt: row.marked_at,
        markedBy: row.display_name ?? '',
        supersededAt: row.superseded_at,
      }
    }),
  }
}
