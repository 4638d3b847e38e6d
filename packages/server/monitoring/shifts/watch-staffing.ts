import { randomUUID } from 'node:crypto'
import { Temporal } from 'temporal-polyfill'
import { type Verb, verb, type Work } from '../../platform/act.ts'
import type { Staffing } from '../guidelines/numbers.ts'
import { staffingAt } from '../guidelines/numbers-in-force.ts'
import { plainClient } from '../plain-client.ts'
import { holdPlan } from './plan-lock.ts'
import type { Post } from './plan-shift.ts'
import { gapsOfPlan, neededAt, posts, staffedSince } from './staffing.ts'
import { type Asked, type Gap, tell } from './tell-of-gaps.ts'
import { supervisorsToTell, whoMayFill } from './who-may-fill.ts'

/** Days ahead in which gaps of the plan are looked for, today not counted. */
export const daysAhead = 7

type Here = Work<'monitoring'>

/**
 * Looks at the plan of the next seven days and at who is at a post now (EMP-7.1): records each gap, warns of those
 * to come, asks one after the other to fill one that is there, and closes what is filled. The worker runs it each
 * half minute; so does everything that changes the plan or who is there. Nothing new, nothing written.
 */
export const watchStaffing: Verb<'monitoring', Record<never, never>, void> = verb(
  'monitoring.watch-staffing',
  async (work) => {
    const since = await staffedSince(work.db)
    if (!since) return
    await holdPlan(work)
    const staffing = await staffingAt(plainClient(work.db), work.ctx.agency.id, work.ctx.now)
    const asked: Asked[] = await lookAhead(work, staffing)
    if (Temporal.Instant.compare(since, work.ctx.now) <= 0)
      for (const post of posts) asked.push(...(await lookAtPost(work, post, staffing, since)))
    await tell(work, asked)
  },
)

async function openGaps({ db }: Here, kind: 'planned' | 'in-fact'): Promise<Gap[]> {
  return db
    .selectFrom('monitoring.gap')
    .selectAll()
    .where('kind', '=', kind)
    .where('closed_at', 'is', null)
    .orderBy('from_at')
    .orderBy('id')
    .execute()
}

// --- The plan ahead ------------------------------------------------------------------------------------------

async function lookAhead(work: Here, staffing: Staffing): Promise<Asked[]> {
  const { ctx } = work
  // To the end of a day, so that the last gap does not grow by the minute.
  const until = ctx.today
    .add({ days: daysAhead + 1 })
    .toZonedDateTime(ctx.agency.timeZone)
    .toInstant()
  const found = await gapsOfPlan(work.db, staffing, ctx.now, until)
  const ahead = found.filter((gap) => Temporal.Instant.compare(gap.from, ctx.now) > 0)
  const known = await openGaps(work, 'planned')
  for (const row of known) {
    if (ahead.some((gap) => isSame(row, gap))) continue
    const began = Temporal.Instant.compare(row.from_at, ctx.now) <= 0
    await closeGap(work, row, began ? 'began' : 'filled', row.to_at)
  }
  for (const gap of ahead) {
    const row = known.find((each) => isSame(each, gap))
    if (!row) await recordGap(work, { kind: 'planned', ...gap })
    else if (row.to_at === null || !row.to_at.equals(gap.to)) {
      await work.db.updateTable('monitoring.gap').set({ to_at: gap.to }).where('id', '=', row.id).execute()
      await work.emit('monitoring.gap-changed', { gap: row.id })
    }
  }
  return warnOfComing(work, staffing)
}

const isSame = (row: Gap, gap: { post: Post; from: Temporal.Instant }): boolean =>
  row.post === gap.post && row.from_at.equals(gap.from)

async function warnOfComing(work: Here, { warnAheadHours }: Staffing): Promise<Asked[]> {
  const { ctx, db } = work
  const soon = ctx.now.add({ hours: warnAheadHours })
  const coming = (await openGaps(work, 'planned')).filter(
    (gap) => gap.warned_at === null && Temporal.Instant.compare(gap.from_at, soon) <= 0,
  )
  if (coming.length === 0) return []
  const supervisors = await supervisorsToTell(work)
  for (const gap of coming) {
    await db
      .updateTable('monitoring.gap')
      .set({ warned_at: ctx.now, asked: supervisors.length, asked_at: ctx.now })
      .where('id', '=', gap.id)
      .execute()
    await work.emit('monitoring.gap-changed', { gap: gap.id })
  }
  return coming.flatMap((gap) => supervisors.map((who) => ({ gap, who })))
}

// --- Now -----------------------------------------------------------------------------------------------------

async function lookAtPost(
  work: Here,
  post: Post,
  staffing: Staffing,
  since: Temporal.Instant,
): Promise<Asked[]> {
  const { ctx, db } = work
  const { there, left } = await db
    .selectFrom('monitoring.presence')
    .select((eb) => [
      eb.fn.countAll<number>().filterWhere('to_at', 'is', null).as('there'),
      eb.fn.max('to_at').as('left'),
    ])
    .where('post', '=', post)
    .executeTakeFirstOrThrow()
  const isOpen = (await openGaps(work, 'in-fact')).find((gap) => gap.post === post)
  const needed = neededAt(post, staffing)
  if (there >= needed) {
    if (isOpen) await closeGap(work, isOpen, 'filled', ctx.now)
    return []
  }
  const gap =
    isOpen ?? (await recordGap(work, { kind: 'in-fact', post, from: latest(since, left), to: null }))
  return askNext(work, gap, staffing)
}

const latest = (one: Temporal.Instant, other: Temporal.Instant | null): Temporal.Instant =>
  other && Temporal.Instant.compare(other, one) > 0 ? other : one

/**
 * Asks the first who may fill it and has not been asked, as the list stands now: those planned, the supervisors, then
 * who is on call, as long as it stands open.
 */
async function askNext(work: Here, gap: Gap, { askNextMinutes }: Staffing): Promise<Asked[]> {
  const { ctx, db } = work
  const due = gap.asked_at?.add({ minutes: askNextMinutes })
  if (due && Temporal.Instant.compare(due, ctx.now) > 0) return []
  const asked = await db
    .selectFrom('monitoring.gap_asked')
    .select('staff_id')
    .where('gap_id', '=', gap.id)
    .execute()
  const next = (await whoMayFill(work, gap.post as Post)).find(({ staffId }) =>
    asked.every(({ staff_id }) => staff_id !== staffId),
  )
  if (!next) return []
  await db
    .updateTable('monitoring.gap')
    .set({ warned_at: gap.warned_at ?? ctx.now, asked: gap.asked + 1, asked_at: ctx.now })
    .where('id', '=', gap.id)
    .execute()
  await work.emit('monitoring.gap-changed', { gap: gap.id })
  return [{ gap, who: next }]
}

// --- Both ----------------------------------------------------------------------------------------------------

async function recordGap(
  { ctx, db, emit }: Here,
  gap: { kind: 'planned' | 'in-fact'; post: Post; from: Temporal.Instant; to: Temporal.Instant | null },
): Promise<Gap> {
  const row = await db
    .insertInto('monitoring.gap')
    .values({
      agency_id: ctx.agency.id,
      id: randomUUID(),
      kind: gap.kind,
      post: gap.post,
      from_at: gap.from,
      to_at: gap.to,
      found_at: ctx.now,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  await emit('monitoring.gap-changed', { gap: row.id })
  return row
}

async function closeGap(
  { ctx, db, emit }: Here,
  gap: Gap,
  because: 'filled' | 'began',
  to: Temporal.Instant | null,
): Promise<void> {
  await db
    .updateTable('monitoring.gap')
    .set({ closed_at: ctx.now, closed_because: because, to_at: to })
    .where('id', '=', gap.id)
    .execute()
  await emit('monitoring.gap-changed', { gap: gap.id })
}
