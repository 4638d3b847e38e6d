import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import type { RoomTx } from '../../platform/database.ts'
import { day, id, instant, limit } from '../../platform/schemas.ts'
import { helpKinds } from './log-help.ts'

export const helpAsked = z.strictObject({
  state: z.enum(['open', 'answered', 'all']).default('all'),
  /** Days of the calls, both included. */
  from: day.optional(),
  lastDay: day.optional(),
  limit,
  format: z.enum(['json', 'csv']).default('json'),
})
export type HelpAsked = z.output<typeof helpAsked>

/** A request for help as it stands. */
export const helpShown = z.object({
  id,
  number: z.int(),
  calledAt: instant,
  loggedByName: z.string(),
  caller: z.string(),
  phone: z.string(),
  kind: z.enum(helpKinds),
  request: z.string(),
  personId: id.nullable(),
  personName: z.string().nullable(),
  dueAt: instant,
  answeredAt: instant.nullable(),
  answeredByName: z.string().nullable(),
  answer: z.string().nullable(),
  /** Answered after its time, or not answered and its time is over (EMP-7.2). */
  late: z.boolean(),
})
export type HelpShown = z.output<typeof helpShown>

/** Requests for help: open ones first, the one that is due first on top; then the answered, the latest first. */
export async function helpLog(
  tx: RoomTx<'monitoring'>,
  asked: HelpAsked,
  { now, timeZone }: { now: Temporal.Instant; timeZone: string },
): Promise<HelpShown[]> {
  let query = tx
    .selectFrom('monitoring.help_request as h')
    .innerJoin('access.v_account as l', (join) =>
      join.onRef('l.agency_id', '=', 'h.agency_id').onRef('l.id', '=', 'h.logged_by'),
    )
    .leftJoin('access.v_account as a', (join) =>
      join.onRef('a.agency_id', '=', 'h.agency_id').onRef('a.id', '=', 'h.answered_by'),
    )
    .leftJoin('people.v_person as p', (join) =>
      join.onRef('p.agency_id', '=', 'h.agency_id').onRef('p.id', '=', 'h.person_id'),
    )
    .selectAll('h')
    .select([
      'l.display_name as logged_by_name',
      'a.display_name as answered_by_name',
      'p.family_name',
      'p.given_names',
    ])
    .orderBy('h.answered_at', (order) => order.desc().nullsFirst())
    .orderBy('h.due_at')
    .orderBy('h.id')
    .limit(asked.limit)
  if (asked.state !== 'all')
    query = query.where('h.answered_at', asked.state === 'open' ? 'is' : 'is not', null)
  if (asked.from) query = query.where('h.called_at', '>=', asked.from.toZonedDateTime(timeZone).toInstant())
  if (asked.lastDay)
    query = query.where(
      'h.called_at',
      '<',
      asked.lastDay.add({ days: 1 }).toZonedDateTime(timeZone).toInstant(),
    )
  return (await query.execute()).map((row) => ({
    id: row.id,
    number: row.number,
    calledAt: row.called_at,
    loggedByName: row.logged_by_name,
    caller: row.caller,
    phone: row.phone,
    kind: row.kind as HelpShown['kind'],
    request: row.request,
    personId: row.person_id,
    personName: row.family_name === null ? null : `${row.family_name}, ${row.given_names}`,
    dueAt: row.due_at,
    answeredAt: row.answered_at,
    answeredByName: row.answered_by_name,
    answer: row.answer,
    late: Temporal.Instant.compare(row.answered_at ?? now, row.due_at) > 0,
  }))
}
