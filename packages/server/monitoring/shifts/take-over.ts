import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { type InputOf, verb, type Work } from '../../platform/act.ts'
import { fieldProblem, notFound, Problem } from '../../platform/problem.ts'
import { id, text } from '../../platform/schemas.ts'
import { giveUpHeld, takeHeld } from '../alarms/pass-held.ts'
import { whatIsOpen } from './open-now.ts'
import { holdPlan } from './plan-lock.ts'
import { type Post, post } from './plan-shift.ts'
import { watchStaffing } from './watch-staffing.ts'

type Here = Work<'monitoring'>

/** How early before a planned shift its post is taken over within it. */
const earliestMinutes = 60

/** What is typed when a post is taken over. */
export const takeOverForm = z.strictObject({
  post,
  /** Whose place is taken; null where one comes besides the others, or to an empty post. */
  relieves: id.nullable(),
  /** What was said at the hand-over; needed where the other one has written nothing. */
  note: text(2000, false),
})

/**
 * Takes a post over (EMP-7.1). Who is relieved leaves it at the same moment, and the alarms that they have come with it;
 * every hand-over note of the post that nobody has read yet is read by this, and what was open is kept with it.
 * @throws Problem `not-allowed` for the supervisor's post without the right; `already-done`; `cannot-be`
 */
export const takeOver = verb(
  'monitoring.take-over',
  async (work, input: InputOf<typeof takeOverForm>): Promise<{ id: string }> => {
    const { ctx, db, emit } = work
    if (input.post === 'supervisor' && !ctx.permissions.has('alarm.supervise'))
      throw new Problem(
        'not-allowed',
        'Only a supervisor of the center takes the supervisor’s post (EMP-7.1).',
      )
    await holdPlan(work)
    const staffId = await ownCard(work)
    await refuseSecondPost(work, staffId)
    if (input.relieves) await relieve(work, input.relieves, input)
    const presenceId = randomUUID()
    await db
      .insertInto('monitoring.presence')
      .values({
        agency_id: ctx.agency.id,
        id: presenceId,
        staff_id: staffId,
        post: input.post,
        shift_id: await ownShift(work, staffId, input.post),
        from_at: ctx.now,
      })
      .execute()
    await readNotes(work, input.post, presenceId)
    await emit('monitoring.shift-changed', { staff: staffId })
    await work.call(watchStaffing, {})
    return { id: presenceId }
  },
)

/** What is typed of a hand-over note. */
export const handOverForm = z.strictObject({
  note: text(2000),
  /** Leaves the post now; else the note is kept for who comes. */
  leaves: z.boolean(),
})

/**
 * Writes the hand-over note of one's own post, with what is open; and leaves the post, where that is asked: the alarms
 * that one has are nobody's then, and are to be acknowledged anew.
 * @throws Problem `cannot-be` when one is at no post
 */
export const handOver = verb(
  'monitoring.hand-over',
  async (work, input: InputOf<typeof handOverForm>): Promise<{ id: string }> => {
    const { ctx, db, emit } = work
    await holdPlan(work)
    const presence = await db
      .selectFrom('monitoring.presence as p')
      .innerJoin('monitoring.staff as s', (join) =>
        join.onRef('s.agency_id', '=', 'p.agency_id').onRef('s.id', '=', 'p.staff_id'),
      )
      .select(['p.id', 'p.staff_id', 's.account_id'])
      .where('s.account_id', '=', ctx.actor)
      .where('p.to_at', 'is', null)
      .executeTakeFirst()
    if (!presence) throw new Problem('cannot-be', 'You are at no post that you could hand over.')
    const noteId = await writeNote(work, presence.id, input.note)
    if (input.leaves) {
      await leave(work, presence.id)
      if (presence.account_id) await giveUpHeld(work, presence.account_id)
    }
    await emit('monitoring.shift-changed', { staff: presence.staff_id })
    if (input.leaves) await work.call(watchStaffing, {})
    return { id: noteId }
  },
)

async function relieve(
  work: Here,
  presenceId: string,
  { post: of, note }: { post: Post; note: string },
): Promise<void> {
  const { db } = work
  const there = await db
    .selectFrom('monitoring.presence as p')
    .innerJoin('monitoring.staff as s', (join) =>
      join.onRef('s.agency_id', '=', 'p.agency_id').onRef('s.id', '=', 'p.staff_id'),
    )
    .select(['p.id', 'p.post', 'p.to_at', 's.name', 's.account_id'])
    .where('p.id', '=', presenceId)
    .executeTakeFirst()
  if (!there) throw notFound('post that is held')
  if (there.to_at)
    throw new Problem('conflict', `${there.name} has left the post already. Look at the board again.`)
  if (there.post !== of) throw fieldProblem('relieves', `${there.name} is at the other post.`)
  const written = await db
    .selectFrom('monitoring.hand_over')
    .select('id')
    .where('presence_id', '=', presenceId)
    .where('taken_at', 'is', null)
    .executeTakeFirst()
  if (note !== '') await writeNote(work, presenceId, note)
  else if (!written)
    throw fieldProblem('note', `${there.name} has written no hand-over note. Write what was said.`)
  await leave(work, presenceId)
  if (there.account_id) await takeHeld(work, there.account_id)
}

async function writeNote(work: Here, presenceId: string, note: string): Promise<string> {
  const { ctx, db } = work
  const noteId = randomUUID()
  await db
    .insertInto('monitoring.hand_over')
    .values({
      agency_id: ctx.agency.id,
      id: noteId,
      presence_id: presenceId,
      note,
      open: JSON.stringify(await whatIsOpen(db, ctx.now)),
      written_at: ctx.now,
    })
    .execute()
  return noteId
}

async function leave({ ctx, db }: Here, presenceId: string): Promise<void> {
  await db.updateTable('monitoring.presence').set({ to_at: ctx.now }).where('id', '=', presenceId).execute()
}

async function readNotes({ ctx, db }: Here, of: Post, presenceId: string): Promise<void> {
  await db
    .updateTable('monitoring.hand_over')
    .set({ taken_at: ctx.now, taken_in: presenceId })
    .where('taken_at', 'is', null)
    .where('presence_id', 'in', (eb) =>
      eb.selectFrom('monitoring.presence').select('id').where('post', '=', of).where('to_at', 'is not', null),
    )
    .execute()
}

async function refuseSecondPost({ db }: Here, staffId: string): Promise<void> {
  const held = await db
    .selectFrom('monitoring.presence')
    .select('post')
    .where('staff_id', '=', staffId)
    .where('to_at', 'is', null)
    .executeTakeFirst()
  if (held) throw new Problem('already-done', `You are at a post already (${held.post}). Hand it over first.`)
}

/** One's own card on the list of the center; made when one comes for the first time. */
async function ownCard({ ctx, db, emit }: Here): Promise<string> {
  if (!ctx.actor) throw new Problem('not-allowed', 'A person takes a post; the office itself cannot.')
  const card = await db
    .selectFrom('monitoring.staff')
    .select('id')
    .where('account_id', '=', ctx.actor)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  if (card) return card.id
  const staffId = randomUUID()
  await db
    .insertInto('monitoring.staff')
    .values({
      agency_id: ctx.agency.id,
      id: staffId,
      account_id: ctx.actor,
      name: ctx.actorName,
      added_at: ctx.now,
    })
    .execute()
  await emit('monitoring.staff-changed', { staff: staffId })
  return staffId
}

/** The planned shift that one takes over within: the one that runs, or begins within the hour. */
async function ownShift({ ctx, db }: Here, staffId: string, of: Post): Promise<string | null> {
  const shift = await db
    .selectFrom('monitoring.shift')
    .select('id')
    .where('staff_id', '=', staffId)
    .where('post', '=', of)
    .where('cancelled_at', 'is', null)
    .where('from_at', '<=', ctx.now.add({ minutes: earliestMinutes }))
    .where('to_at', '>', ctx.now)
    .orderBy('from_at')
    .executeTakeFirst()
  return shift?.id ?? null
}
