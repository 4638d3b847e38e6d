import { randomUUID } from 'node:crypto'
import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { type InputOf, verb } from '../../platform/act.ts'
import type { RoomTx } from '../../platform/database.ts'
import { fieldProblem, notFound, Problem } from '../../platform/problem.ts'
import { day, id, instant, version } from '../../platform/schemas.ts'
import { clockTime, localInstant } from './local-time.ts'
import { holdStaff } from './staff.ts'

const place = z.int().min(1, 'From 1.').max(99, 'At most 99.')

/** What is typed of a place on call. */
export const onCallForm = z.strictObject({
  staffId: id,
  /** 1 is called first. */
  place,
  fromDay: day,
  from: clockTime,
  /** Both null: until taken off. */
  toDay: day.nullable(),
  to: clockTime.nullable(),
})

/**
 * Puts somebody on call for a time (EMP-4.1).
 * @throws Problem `not-found`; `cannot-be` at the field
 */
export const putOnCall = verb(
  'monitoring.put-on-call',
  async (work, input: InputOf<typeof onCallForm>): Promise<{ id: string }> => {
    const { ctx, db, emit } = work
    const from = localInstant(input.fromDay, input.from, ctx.agency.timeZone)
    if ((input.toDay === null) !== (input.to === null))
      throw fieldProblem(input.toDay ? 'to' : 'toDay', 'Give both the day and the time, or neither.')
    const to = input.toDay && input.to ? localInstant(input.toDay, input.to, ctx.agency.timeZone) : null
    if (to && Temporal.Instant.compare(to, from) <= 0)
      throw fieldProblem('toDay', 'This is not after the beginning.')
    if (to && Temporal.Instant.compare(to, ctx.now) <= 0) throw fieldProblem('toDay', 'This time is over.')
    const staff = await holdStaff(work, input.staffId)
    if (staff.phone === '')
      throw fieldProblem(
        'staffId',
        `${staff.name} has no telephone number on record. Who is on call is called.`,
      )
    const onCallId = randomUUID()
    await db
      .insertInto('monitoring.on_call')
      .values({
        agency_id: ctx.agency.id,
        id: onCallId,
        staff_id: staff.id,
        place: input.place,
        from_at: from,
        to_at: to,
        entered_at: ctx.now,
        entered_by: ctx.actor,
      })
      .execute()
    await emit('monitoring.staff-changed', { staff: staff.id })
    return { id: onCallId }
  },
)

export const moveOnCallForm = z.strictObject({ place, version })

/**
 * Moves somebody to another place in the order of calling.
 * @throws Problem `not-found`; `conflict` when it was changed meanwhile
 */
export const moveOnCall = verb(
  'monitoring.move-on-call',
  async (
    { db, emit },
    input: InputOf<typeof moveOnCallForm> & { onCallId: string },
  ): Promise<{ version: number }> => {
    const moved = await db
      .updateTable('monitoring.on_call')
      .set({ place: input.place, version: input.version + 1 })
      .where('id', '=', input.onCallId)
      .where('ended_at', 'is', null)
      .where('version', '=', input.version)
      .returning('staff_id')
      .executeTakeFirst()
    if (!moved) {
      const there = await db
        .selectFrom('monitoring.on_call')
        .select('id')
        .where('id', '=', input.onCallId)
        .where('ended_at', 'is', null)
        .executeTakeFirst()
      if (!there) throw notFound('place on call')
      throw new Problem('conflict', 'The list was changed while you had it open. Look at it again.')
    }
    await emit('monitoring.staff-changed', { staff: moved.staff_id })
    return { version: input.version + 1 }
  },
)

/** Takes somebody off the list. @throws Problem `not-found` */
export const endOnCall = verb(
  'monitoring.end-on-call',
  async ({ ctx, db, emit }, input: { onCallId: string }) => {
    const ended = await db
      .updateTable('monitoring.on_call')
      .set({ ended_at: ctx.now })
      .where('id', '=', input.onCallId)
      .where('ended_at', 'is', null)
      .returning('staff_id')
      .executeTakeFirst()
    if (!ended) throw notFound('place on call')
    await emit('monitoring.staff-changed', { staff: ended.staff_id })
  },
)

/** A place on call, now or to come. */
export const onCallShown = z.object({
  id,
  staffId: id,
  name: z.string(),
  phone: z.string(),
  email: z.string(),
  texts: z.boolean(),
  place: z.int(),
  from: instant,
  to: instant.nullable(),
  now: z.boolean(),
  version: z.int(),
})
export type OnCallShown = z.output<typeof onCallShown>

/** Who is on call now and later, in the order of calling. */
export async function onCallList(tx: RoomTx<'monitoring'>, now: Temporal.Instant): Promise<OnCallShown[]> {
  const rows = await tx
    .selectFrom('monitoring.on_call as c')
    .innerJoin('monitoring.staff as s', (join) =>
      join.onRef('s.agency_id', '=', 'c.agency_id').onRef('s.id', '=', 'c.staff_id'),
    )
    .selectAll('c')
    .select(['s.name', 's.phone', 's.email', 's.texts'])
    .where('c.ended_at', 'is', null)
    .where((eb) => eb.or([eb('c.to_at', 'is', null), eb('c.to_at', '>', now)]))
    .orderBy('c.place')
    .orderBy('c.from_at')
    .orderBy('s.name')
    .orderBy('c.id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    staffId: row.staff_id,
    name: row.name,
    phone: row.phone,
    email: row.email,
    texts: row.texts,
    place: row.place,
    from: row.from_at,
    to: row.to_at,
    now: Temporal.Instant.compare(row.from_at, now) <= 0,
    version: row.version,
  }))
}
