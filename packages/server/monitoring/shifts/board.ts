import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import type { Context } from '../../platform/context.ts'
import type { RoomTx } from '../../platform/database.ts'
import { day, id, instant } from '../../platform/schemas.ts'
import { staffingAt } from '../guidelines/numbers-in-force.ts'
import { plainClient } from '../plain-client.ts'
import { askedAboutGaps, toldAndToCall } from './asked-about-gaps.ts'
import { openNow, whatIsOpen } from './open-now.ts'
import { post } from './plan-shift.ts'
import { gapsOfPlan, neededAt, staffedSince } from './staffing.ts'

const staffShown = z.object({
  id,
  accountId: id.nullable(),
  name: z.string(),
  phone: z.string(),
  email: z.string(),
  texts: z.boolean(),
  note: z.string(),
  /** Whether the account may take the supervisor's post. */
  maySupervise: z.boolean(),
  version: z.int(),
})

const shiftShown = z.object({
  id,
  staffId: id,
  name: z.string(),
  post,
  from: instant,
  to: instant,
  /** When the post was taken over within it; null where nobody has come. */
  takenAt: instant.nullable(),
})

const presenceShown = z.object({
  id,
  staffId: id,
  accountId: id.nullable(),
  name: z.string(),
  phone: z.string(),
  post,
  from: instant,
  /** Until when the shift was planned. */
  plannedTo: instant.nullable(),
  /** A hand-over note is written and waits for who comes. */
  noteWritten: z.boolean(),
})

const gapShown = z.object({
  post,
  from: instant,
  to: instant,
  /** How many are there, and how many are needed. */
  there: z.int(),
  needed: z.int(),
  warnedAt: instant.nullable(),
})

const gapNow = z.object({
  id,
  post,
  from: instant,
  /** To how many a message was sent or waits to be sent; a refused one reached nobody. */
  told: z.int(),
  /** When the last of the list was asked. */
  askedAt: instant.nullable(),
  /** Those of the list whom no message reaches: call them. */
  toCall: z.array(z.object({ name: z.string(), phone: z.string() })),
})

const noteShown = z.object({
  id,
  post,
  by: z.string(),
  writtenAt: instant,
  note: z.string(),
  open: openNow,
  takenAt: instant.nullable(),
  takenBy: z.string().nullable(),
})

export const board = z.object({
  from: day,
  days: z.int(),
  /** False: no shift was ever planned, so there are no gaps either. */
  planned: z.boolean(),
  operatorsNeeded: z.int(),
  staff: z.array(staffShown),
  shifts: z.array(shiftShown),
  gaps: z.array(gapShown),
  present: z.array(presenceShown),
  gapsNow: z.array(gapNow),
  /** What is open now, for who writes a note and who reads one. */
  open: openNow,
  /** Those that nobody has read yet, then the last that were read. */
  notes: z.array(noteShown),
})
export type Board = z.output<typeof board>

type Tx = RoomTx<'monitoring'>

/** Notes that were read already and are still shown. */
const notesShown = 20

/** The plan of some days, who is there now, what is open, and what was handed over. */
export async function boardOf(tx: Tx, ctx: Context, from: Temporal.PlainDate, days: number): Promise<Board> {
  const at = (offset: number) => from.add({ days: offset }).toZonedDateTime(ctx.agency.timeZone).toInstant()
  const [begins, ends] = [at(0), at(days)]
  const staffing = await staffingAt(plainClient(tx), ctx.agency.id, ctx.now)
  // What is over is history: a gap of the plan matters from now on.
  const ahead = Temporal.Instant.compare(begins, ctx.now) > 0 ? begins : ctx.now
  const gaps = Temporal.Instant.compare(ahead, ends) < 0 ? await gapsOfPlan(tx, staffing, ahead, ends) : []
  const asked = await askedAboutGaps(tx)
  const recorded = await tx
    .selectFrom('monitoring.gap')
    .selectAll()
    .where('closed_at', 'is', null)
    .orderBy('from_at')
    .orderBy('id')
    .execute()
  return {
    from,
    days,
    planned: (await staffedSince(tx)) !== null,
    operatorsNeeded: neededAt('operator', staffing),
    staff: await staffList(tx),
    shifts: await shiftsBetween(tx, begins, ends),
    gaps: gaps.map((gap) => ({
      ...gap,
      warnedAt:
        recorded.find(
          (row) => row.kind === 'planned' && row.post === gap.post && row.from_at.equals(gap.from),
        )?.warned_at ?? null,
    })),
    present: await presentNow(tx),
    gapsNow: recorded
      .filter((row) => row.kind === 'in-fact')
      .map((row) => ({
        id: row.id,
        post: row.post as z.output<typeof post>,
        from: row.from_at,
        askedAt: row.asked_at,
        ...toldAndToCall(asked.filter((one) => one.gapId === row.id)),
      })),
    open: await whatIsOpen(tx, ctx.now),
    notes: await notes(tx),
  }
}

async function staffList(tx: Tx): Promise<Board['staff']> {
  const rows = await tx
    .selectFrom('monitoring.staff as s')
    .leftJoin('access.v_account as a', (join) =>
      join.onRef('a.agency_id', '=', 's.agency_id').onRef('a.id', '=', 's.account_id'),
    )
    .selectAll('s')
    .select('a.roles')
    .where('s.ended_at', 'is', null)
    .orderBy('s.name')
    .orderBy('s.id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    accountId: row.account_id,
    name: row.name,
    phone: row.phone,
    email: row.email,
    texts: row.texts,
    note: row.note,
    maySupervise: row.roles?.includes('operator-supervisor') ?? false,
    version: row.version,
  }))
}

async function shiftsBetween(tx: Tx, from: Temporal.Instant, to: Temporal.Instant): Promise<Board['shifts']> {
  const rows = await tx
    .selectFrom('monitoring.shift as f')
    .innerJoin('monitoring.staff as s', (join) =>
      join.onRef('s.agency_id', '=', 'f.agency_id').onRef('s.id', '=', 'f.staff_id'),
    )
    .select(['f.id', 'f.staff_id', 's.name', 'f.post', 'f.from_at', 'f.to_at'])
    .select((eb) =>
      eb
        .selectFrom('monitoring.presence as p')
        .select((of) => of.fn.min('p.from_at').as('taken'))
        .whereRef('p.agency_id', '=', 'f.agency_id')
        .whereRef('p.shift_id', '=', 'f.id')
        .as('taken_at'),
    )
    .where('f.cancelled_at', 'is', null)
    .where('f.to_at', '>', from)
    .where('f.from_at', '<', to)
    .orderBy('f.from_at')
    .orderBy('s.name')
    .orderBy('f.id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    staffId: row.staff_id,
    name: row.name,
    post: row.post as z.output<typeof post>,
    from: row.from_at,
    to: row.to_at,
    takenAt: row.taken_at,
  }))
}

async function presentNow(tx: Tx): Promise<Board['present']> {
  const rows = await tx
    .selectFrom('monitoring.v_presence as p')
    .leftJoin('monitoring.shift as f', (join) =>
      join.onRef('f.agency_id', '=', 'p.agency_id').onRef('f.id', '=', 'p.shift_id'),
    )
    .select([
      'p.id',
      'p.staff_id',
      'p.account_id',
      'p.name',
      'p.phone',
      'p.post',
      'p.from_at',
      'f.to_at as planned_to',
    ])
    .select((eb) =>
      eb
        .exists(
          eb
            .selectFrom('monitoring.hand_over as h')
            .whereRef('h.agency_id', '=', 'p.agency_id')
            .whereRef('h.presence_id', '=', 'p.id')
            .where('h.taken_at', 'is', null),
        )
        .as('note_written'),
    )
    .where('p.to_at', 'is', null)
    .orderBy('p.from_at')
    .orderBy('p.id')
    .execute()
  return rows.map((row) => ({
    id: row.id!,
    staffId: row.staff_id!,
    accountId: row.account_id,
    name: row.name!,
    phone: row.phone!,
    post: row.post as z.output<typeof post>,
    from: row.from_at!,
    plannedTo: row.planned_to,
    noteWritten: Boolean(row.note_written),
  }))
}

async function notes(tx: Tx): Promise<Board['notes']> {
  const rows = await tx
    .selectFrom('monitoring.hand_over as h')
    .innerJoin('monitoring.v_presence as p', (join) =>
      join.onRef('p.agency_id', '=', 'h.agency_id').onRef('p.id', '=', 'h.presence_id'),
    )
    .leftJoin('monitoring.v_presence as t', (join) =>
      join.onRef('t.agency_id', '=', 'h.agency_id').onRef('t.id', '=', 'h.taken_in'),
    )
    .selectAll('h')
    .select(['p.post', 'p.name as by', 't.name as taken_by'])
    .orderBy('h.taken_at', (order) => order.desc().nullsFirst())
    .orderBy('h.written_at', 'desc')
    .orderBy('h.id')
    .limit(notesShown)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    post: row.post as z.output<typeof post>,
    by: row.by!,
    writtenAt: row.written_at,
    note: row.note,
    open: openNow.decode(row.open as never),
    takenAt: row.taken_at,
    takenBy: row.taken_by,
  }))
}
