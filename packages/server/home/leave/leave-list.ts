import type { Permission } from '@inlieu/law'
import { z } from 'zod'
import type { Context } from '../../platform/context.ts'
import type { RoomTx } from '../../platform/database.ts'
import { type CsvColumn, spoken } from '../../platform/files.ts'
import { notFound } from '../../platform/problem.ts'
import { day, id, instant } from '../../platform/schemas.ts'
import { datesOf, instantOf, shown, weekdays } from './absences.ts'
import { denyCodes, endCodes, grantCodes, leaveKinds } from './codes.ts'

/** Where a leave stands. `asked`: somebody decides it; `ended`: taken back, or over before its time. */
export const leaveStates = ['asked', 'granted', 'denied', 'taken-back', 'ended', 'over'] as const

/** A leave in the list of leaves. */
export const listedLeave = z.object({
  id,
  enrolmentId: id,
  number: z.string(),
  personId: id,
  person: z.string(),
  kind: z.enum(leaveKinds),
  whereto: z.string(),
  why: z.string(),
  from: z.string(),
  to: z.string(),
  repeatDays: z.array(z.enum(weekdays)),
  repeatUntil: day.nullable(),
  /** The absence that runs now, or the next one; null when none is left. */
  next: z.object({ from: instant, to: instant, running: z.boolean() }).nullable(),
  state: z.enum(leaveStates),
  askedAt: instant,
  askedBy: z.string(),
  askedByMe: z.boolean(),
  decidedAt: instant.nullable(),
  decidedBy: z.string().nullable(),
  code: z.enum([...grantCodes, ...denyCodes]).nullable(),
  version: z.int(),
})

export type ListedLeave = z.output<typeof listedLeave>

export const leaveColumns: readonly CsvColumn<ListedLeave>[] = [
  { title: 'Person', value: (leave) => leave.person },
  { title: 'Number', value: (leave) => leave.number },
  { title: 'Kind', value: (leave) => spoken(leave.kind) },
  { title: 'Where to', value: (leave) => leave.whereto },
  { title: 'From', value: (leave) => leave.from },
  { title: 'To', value: (leave) => leave.to },
  { title: 'Repeats', value: (leave) => leave.repeatDays.join(' ') },
  { title: 'Until', value: (leave) => leave.repeatUntil?.toString() ?? '' },
  { title: 'State', value: (leave) => spoken(leave.state) },
  { title: 'Reason', value: (leave) => (leave.code ? spoken(leave.code) : null) },
  { title: 'Asked', value: (leave) => leave.askedAt },
  { title: 'Asked by', value: (leave) => leave.askedBy },
  { title: 'Decided', value: (leave) => leave.decidedAt },
  { title: 'Decided by', value: (leave) => leave.decidedBy },
]

/** Which leaves to list. `open`: asked and still to be decided; `current`: granted and not over. */
export interface LeaveFilter {
  id?: string | undefined
  enrolmentId?: string | undefined
  show: 'open' | 'current' | 'all'
  limit: number
}

/** Leaves, those still to be decided first, by when they begin; the others newest first. */
export async function listLeave(
  tx: RoomTx<'home'>,
  ctx: Context,
  filter: LeaveFilter,
): Promise<ListedLeave[]> {
  const rows = await rowsOf(tx, ctx, filter)
  return rows.map((row) => listed(row, ctx))
}

function rowsOf(tx: RoomTx<'home'>, ctx: Context, filter: LeaveFilter) {
  let query = tx
    .selectFrom('home.v_leave as l')
    .innerJoin('programs.v_enrolment as e', 'e.id', 'l.enrolment_id')
    .innerJoin('people.v_person as p', 'p.id', 'l.person_id')
    .leftJoin('access.v_account as asker', 'asker.id', 'l.asked_by')
    .leftJoin('access.v_account as decider', 'decider.id', 'l.decided_by')
    .leftJoin('access.v_account as ender', 'ender.id', 'l.ended_by')
    .selectAll('l')
    .select(['e.number', 'e.pack', 'p.given_names', 'p.family_name', 'p.suffix'])
    .select(['asker.display_name as asker', 'decider.display_name as decider', 'ender.display_name as ender'])
    .orderBy(({ eb }) => eb('l.state', '<>', 'asked'))
    .orderBy(({ eb }) => eb.case().when('l.state', '=', 'asked').then(eb.ref('l.from_at')).end())
    .orderBy('l.from_at', 'desc')
    .orderBy('l.id')
    .limit(filter.limit)
  if (filter.id) query = query.where('l.id', '=', filter.id)
  if (filter.enrolmentId) query = query.where('l.enrolment_id', '=', filter.enrolmentId)
  if (filter.show === 'open') query = query.where('l.state', '=', 'asked')
  if (filter.show === 'current') query = query.where('l.state', '=', 'granted').where('l.to_at', '>', ctx.now)
  return query.execute()
}

type LeaveRow = Awaited<ReturnType<typeof rowsOf>>[number]

function listed(row: LeaveRow, ctx: Context): ListedLeave {
  const isOver = row.to_at.epochMilliseconds <= ctx.now.epochMilliseconds
  const state = row.state === 'granted' && isOver ? 'over' : (row.state as ListedLeave['state'])
  return {
    id: row.id,
    enrolmentId: row.enrolment_id,
    number: row.number,
    personId: row.person_id,
    person: [row.given_names, row.family_name, row.suffix].filter(Boolean).join(' '),
    kind: row.kind as ListedLeave['kind'],
    whereto: row.whereto,
    why: row.why,
    from: row.from_local,
    to: row.to_local,
    repeatDays: row.repeat_days as ListedLeave['repeatDays'],
    repeatUntil: row.repeat_until,
    next: state === 'asked' || state === 'granted' ? nextOf(row, ctx) : null,
    state,
    askedAt: row.asked_at,
    askedBy: row.asker ?? '',
    askedByMe: row.asked_by === ctx.actor,
    decidedAt: row.decided_at,
    decidedBy: row.decider,
    code: row.code as ListedLeave['code'],
    version: row.version,
  }
}

const planOf = (row: LeaveRow) => ({
  kind: row.kind,
  from: row.from_local,
  to: row.to_local,
  repeatDays: row.repeat_days,
  repeatUntil: row.repeat_until,
})

function nextOf(row: LeaveRow, { now, agency }: Context): ListedLeave['next'] {
  for (const absence of datesOf(planOf(row), agency.timeZone)) {
    const from = instantOf(absence.from, agency.timeZone, 'begins')
    const to = instantOf(absence.to, agency.timeZone, 'ends')
    if (to.epochMilliseconds <= now.epochMilliseconds) continue
    return { from, to, running: from.epochMilliseconds <= now.epochMilliseconds }
  }
  return null
}

/** One leave, whole. */
export const leavePage = listedLeave.extend({
  /** Each absence in local time. */
  dates: z.array(z.object({ from: z.string(), to: z.string() })),
  note: z.string().nullable(),
  clause: z.string().nullable(),
  ended: z.object({ at: instant, by: z.string(), code: z.enum(endCodes), note: z.string() }).nullable(),
  place: z.object({ name: z.string(), address: z.string() }).nullable(),
})

/** @throws Problem `not-found` */
export async function readLeave(
  tx: RoomTx<'home'>,
  ctx: Context,
  leaveId: string,
): Promise<z.output<typeof leavePage>> {
  const [row] = await rowsOf(tx, ctx, { id: leaveId, show: 'all', limit: 1 })
  if (!row) throw notFound('leave')
  const kept = await tx
    .selectFrom('home.leave')
    .where('id', '=', leaveId)
    .select('authority')
    .executeTakeFirst()
  const place =
    row.place_id === null
      ? undefined
      : await tx
          .selectFrom('home.v_place')
          .where('id', '=', row.place_id)
          .select(['name', 'address'])
          .executeTakeFirst()
  return {
    ...listed(row, ctx),
    dates: datesOf(planOf(row), ctx.agency.timeZone).map(({ from, to }) => ({
      from: shown(from),
      to: shown(to),
    })),
    note: row.note,
    clause: (kept?.authority as Permission | null | undefined)?.clause ?? null,
    ended: row.ended_at && {
      at: row.ended_at,
      by: row.ender ?? '',
      code: row.ended_code as (typeof endCodes)[number],
      note: row.ended_note ?? '',
    },
    place: place ?? null,
  }
}
