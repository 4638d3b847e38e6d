import { z } from 'zod'
import { type InputOf, verb } from '../../platform/act.ts'
import type { RoomTx } from '../../platform/database.ts'
import { notFound, Problem } from '../../platform/problem.ts'
import { id } from '../../platform/schemas.ts'
import type { MarkForm } from '../attendance/mark.ts'
import { holdMarkedDays, writeMarks } from '../attendance/write-marks.ts'
import { refuseOtherSite, refuseOtherWeek } from './site-sheet.ts'

/** What a site supervisor can say of a day. Whether an absence was valid is for the office to judge. */
export const tickForm = z.strictObject({
  contractDayId: id,
  version: z.int().min(0).max(100_000),
  mark: z.enum(['worked', 'sent-home', 'absent', 'stood-down']),
  /** Minutes worked; left out with `worked`: the whole work day of the site. */
  minutes: z.int().min(0).max(1440, 'A day has at most 24 hours.').nullable().default(null),
})

/** A tick as sent. */
export type TickForm = InputOf<typeof tickForm>

/**
 * Ticks one day on the sheet of the supervisor's own site (WAP-P6.2). Nothing of the contract changes
 * (WAP-BOOK.8).
 * @throws Problem `not-found`, `conflict`; `cannot-be` outside this week, before the day, or over what the
 *   office has entered
 */
export const tickDay = verb('work.tick-day', async (work, tick: TickForm): Promise<{ version: number }> => {
  const { ctx, db } = work
  const day = await db
    .selectFrom('work.contract_day as d')
    .innerJoin('work.site as s', (join) =>
      join.onRef('s.agency_id', '=', 'd.agency_id').onRef('s.id', '=', 'd.site_id'),
    )
    .select(['d.site_id', 'd.day', 's.day_minutes'])
    .where('d.id', '=', tick.contractDayId)
    .executeTakeFirst()
  if (!day) throw notFound('day on this sheet')
  await refuseOtherSite(db, ctx, day.site_id)
  refuseOtherWeek(day.day, ctx.today)
  const held = await holdMarkedDays(work, [tick.contractDayId])
  await refuseOfficeMark(db, tick.contractDayId)
  const form = formOf(tick, day.day_minutes)
  const written = await writeMarks(work, held, [{ form, path: '' }], 'site')
  return { version: held.get(tick.contractDayId)!.number + written }
})

/** What the office has entered, or judged, the site does not change. */
async function refuseOfficeMark(db: RoomTx<'work'>, contractDayId: string): Promise<void> {
  const mark = await db
    .selectFrom('work.attendance')
    .select('source')
    .where('contract_day_id', '=', contractDayId)
    .where('superseded_at', 'is', null)
    .executeTakeFirst()
  if (mark && mark.source !== 'site')
    throw new Problem('cannot-be', 'The office has entered this day. If it is wrong, call the office.')
}

function formOf(tick: TickForm, dayMinutes: number): MarkForm {
  const minutes = tick.mark === 'worked' ? (tick.minutes ?? dayMinutes) : tick.minutes
  return { ...tick, minutes, excuse: null, verification: '', note: '' }
}
