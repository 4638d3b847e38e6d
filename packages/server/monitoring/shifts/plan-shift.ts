import { randomUUID } from 'node:crypto'
import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { type InputOf, verb, type Work } from '../../platform/act.ts'
import { fieldProblem, notFound, Problem } from '../../platform/problem.ts'
import { day, id, text } from '../../platform/schemas.ts'
import { clockTime } from './local-time.ts'
import { holdPlan } from './plan-lock.ts'
import { plannedShifts, type Span } from './planned-shifts.ts'
import { holdStaff } from './staff.ts'
import { watchStaffing } from './watch-staffing.ts'

export const post = z.enum(['operator', 'supervisor'])
export type Post = z.output<typeof post>

/** Days that one plan may reach. */
const longestPlan = 92

/** What is typed of a shift, or of one that repeats. */
export const shiftForm = z.strictObject({
  staffId: id,
  post,
  fromDay: day,
  /** The last day on which one begins; null for a single shift. */
  lastDay: day.nullable(),
  /** 1 Monday to 7 Sunday; empty for each day. */
  weekdays: z.array(z.int().min(1).max(7)).max(7),
  from: clockTime,
  /** At or before `from` it is on the next day. */
  to: clockTime,
})

/**
 * Plans a shift, or one for each day that fits (EMP-7.1).
 * @throws Problem `not-found`; `cannot-be` for what is over, too long, or overlaps another shift of the person
 */
export const planShift = verb(
  'monitoring.plan-shift',
  async (work, input: InputOf<typeof shiftForm>): Promise<{ ids: string[] }> => {
    const { ctx, db, emit } = work
    const lastDay = input.lastDay ?? input.fromDay
    const reach = input.fromDay.until(lastDay).days
    if (reach < 0) throw fieldProblem('lastDay', 'The last day is before the first.')
    if (reach >= longestPlan) throw fieldProblem('lastDay', `Plan ${longestPlan} days at once at most.`)
    const spans = plannedShifts({ ...input, lastDay }, ctx.agency.timeZone)
    if (spans.length === 0) throw fieldProblem('weekdays', 'No day of the plan falls on these.')
    if (Temporal.Instant.compare(spans[0]!.to, ctx.now) <= 0)
      throw fieldProblem('fromDay', 'This shift is over. What was worked shows from who took the post over.')
    const staff = await holdStaff(work, input.staffId)
    await holdPlan(work)
    await refuseOverlap(work, staff, spans)
    const rows = spans.map((span) => ({
      agency_id: ctx.agency.id,
      id: randomUUID(),
      staff_id: staff.id,
      post: input.post,
      from_at: span.from,
      to_at: span.to,
      planned_at: ctx.now,
      planned_by: ctx.actor,
    }))
    await db.insertInto('monitoring.shift').values(rows).execute()
    await emit('monitoring.shift-changed', { staff: staff.id })
    await work.call(watchStaffing, {})
    return { ids: rows.map((row) => row.id) }
  },
)

export const cancelShiftForm = z.strictObject({ reason: text(300) })

/**
 * Cancels a shift that is not over; the gap that it leaves is found at once.
 * @throws Problem `not-found`; `already-done`; `cannot-be` once it is over
 */
export const cancelShift = verb(
  'monitoring.cancel-shift',
  async (work, input: { shiftId: string; reason: string }) => {
    const { ctx, db, emit } = work
    const row = await db
      .selectFrom('monitoring.shift')
      .selectAll()
      .where('id', '=', input.shiftId)
      .forNoKeyUpdate()
      .executeTakeFirst()
    if (!row) throw notFound('shift')
    if (row.cancelled_at) throw new Problem('already-done', 'This shift is cancelled already.')
    if (Temporal.Instant.compare(row.to_at, ctx.now) <= 0)
      throw new Problem('cannot-be', 'This shift is over; it stays on record.')
    await holdPlan(work)
    await db
      .updateTable('monitoring.shift')
      .set({
        cancelled_at: ctx.now,
        cancelled_by: ctx.actor,
        cancelled_because: input.reason,
        version: row.version + 1,
      })
      .where('id', '=', row.id)
      .execute()
    await emit('monitoring.shift-changed', { staff: row.staff_id })
    await work.call(watchStaffing, {})
  },
)

async function refuseOverlap(
  { db }: Work<'monitoring'>,
  staff: { id: string; name: string },
  spans: readonly (Span & { day: Temporal.PlainDate })[],
): Promise<void> {
  const planned = await db
    .selectFrom('monitoring.shift')
    .select(['from_at', 'to_at'])
    .where('staff_id', '=', staff.id)
    .where('cancelled_at', 'is', null)
    .where('to_at', '>', spans[0]!.from)
    .where('from_at', '<', spans.at(-1)!.to)
    .execute()
  for (const span of spans) {
    const before = (one: Temporal.Instant, other: Temporal.Instant) =>
      Temporal.Instant.compare(one, other) < 0
    if (planned.some((row) => before(row.from_at, span.to) && before(span.from, row.to_at)))
      throw fieldProblem('fromDay', `${staff.name} has another shift at that time, on ${span.day}.`)
  }
}
