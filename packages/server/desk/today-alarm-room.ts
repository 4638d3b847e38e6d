import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../platform/context.ts'
import { dayOf, momentOf, mostShown, type TodayList } from './today-list.ts'

/** What the monitoring center owes, in the order in which it matters; each by the time until which it is owed. */
export const alarmRoomLists: readonly TodayList[] = [
  {
    kind: 'alarm-to-acknowledge',
    permission: 'alarm.work',
    rows: (ctx) =>
      alarmsOf(
        ctx,
        sql`select d.agency_id, d.alarm_id, d.kind, d.due_at, null::uuid as by from ${toAcknowledge}`,
      ),
    count: () => sql`select count(*) from ${toAcknowledge}`,
  },
  {
    kind: 'dispatch-to-decide',
    permission: 'alarm.supervise',
    // Nobody decides on what they asked for themselves.
    rows: (ctx) =>
      alarmsOf(
        ctx,
        sql`select q.agency_id, q.alarm_id, 'dispatch' as kind, q.asked_at as due_at, q.asked_by as by
          from ${dispatchAskedByOthers(ctx)}`,
      ),
    count: (ctx) => sql`select count(*) from ${dispatchAskedByOthers(ctx)}`,
  },
  {
    kind: 'alarm-that-ran-out',
    permission: 'alarm.supervise',
    rows: (ctx) =>
      alarmsOf(
        ctx,
        sql`select h.agency_id, h.alarm_id, (array_agg(d.kind order by d.due_at))[1] as kind,
            min(d.due_at) as due_at, h.held_by as by
          from ${ranOutAtOthers(ctx)} group by h.agency_id, h.alarm_id, h.held_by`,
      ),
    count: (ctx) => sql`select count(distinct h.alarm_id) from ${ranOutAtOthers(ctx)}`,
  },
  {
    kind: 'alarm-to-notify',
    permission: 'alarm.work',
    rows: (ctx) =>
      alarmsOf(
        ctx,
        sql`select d.agency_id, d.alarm_id, d.kind, d.due_at, null::uuid as by from ${ownToNotify(ctx)}`,
      ),
    count: (ctx) => sql`select count(*) from ${ownToNotify(ctx)}`,
  },
  {
    kind: 'alarm-to-resolve',
    permission: 'alarm.work',
    rows: (ctx) =>
      alarmsOf(
        ctx,
        sql`select d.agency_id, d.alarm_id, d.kind, d.due_at, null::uuid as by from ${ownToResolve(ctx)}`,
      ),
    count: (ctx) => sql`select count(*) from ${ownToResolve(ctx)}`,
  },
  {
    kind: 'help-to-answer',
    permission: 'alarm.work',
    rows: ({ agency: { timeZone } }) => sql`
      select ${dayOf('h.due_at', timeZone)} as due_on, h.person_id, null::uuid as enrolment_id, h.id as subject_id,
        jsonb_build_object('number', h.number, 'caller', h.caller, 'time', ${momentOf('h.due_at')}) as detail
      from monitoring.v_help_request h where h.answered_at is null`,
  },
  {
    kind: 'post-to-fill',
    permission: 'alarm.work',
    rows: ({ agency }) => gapsOf('in-fact', agency.timeZone),
  },
  {
    kind: 'note-to-read',
    permission: 'alarm.work',
    // Whoever takes a post over reads what was left there; its own author has no need to.
    rows: ({ actor, permissions, agency: { timeZone } }) => sql`
      select ${dayOf('n.written_at', timeZone)} as due_on, null::uuid as person_id, null::uuid as enrolment_id,
        n.id as subject_id,
        jsonb_build_object('name', n.name, 'post', n.post, 'time', ${momentOf('n.written_at')}) as detail
      from monitoring.v_hand_over n
      where n.taken_at is null and n.account_id is distinct from ${actor}::uuid
        and (n.post = 'operator' or ${permissions.has('alarm.supervise')}::boolean)`,
  },
  {
    kind: 'person-to-call',
    permission: 'alarm.work',
    // One call tells somebody of everything that no message did; nobody is told to call themselves.
    rows: ({ now, actor, agency: { timeZone } }) => sql`
      select ${dayOf('m.since', timeZone)} as due_on, null::uuid as person_id, null::uuid as enrolment_id,
        m.first as subject_id, jsonb_build_object('name', m.recipient, 'address', m.address, 'times', m.times,
          'alarm', m.alarm, 'gap', m.gap, 'time', ${momentOf('m.since')}) as detail
      from (select recipient, address, count(*) as times, min(asked_at) as since, min(id::text)::uuid as first,
          min(alarm_id::text) as alarm, min(gap_id::text) as gap
        from monitoring.v_untold
        where asked_at > ${now.subtract({ hours: 24 })} and account_id is distinct from ${actor}::uuid
        group by recipient, address) m`,
  },
  {
    kind: 'shift-to-fill',
    permission: 'shift.write',
    rows: ({ agency }) => gapsOf('planned', agency.timeZone),
  },
]

const toAcknowledge = sql`monitoring.v_duty_owed d where d.kind = 'acknowledge'`

const dispatchAskedByOthers = ({ actor }: Context) =>
  sql`monitoring.v_dispatch_asked q where q.asked_by is distinct from ${actor}::uuid`

const held = sql`monitoring.v_alarm_held h
  join monitoring.v_duty_owed d on d.agency_id = h.agency_id and d.alarm_id = h.alarm_id`

const ranOutAtOthers = ({ actor }: Context) =>
  sql`${held} where h.held_by <> ${actor}::uuid and d.missed_at is not null`

const ownToNotify = ({ actor }: Context) =>
  sql`${held} where h.held_by = ${actor}::uuid and d.kind = 'notify'`

/** Where the agency is still to be told, that comes first: an alarm stands in one list. */
const ownToResolve = ({ actor }: Context) => sql`${held}
  where h.held_by = ${actor}::uuid and d.kind = 'resolve' and not exists (
    select from monitoring.v_duty_owed first
    where first.agency_id = d.agency_id and first.alarm_id = d.alarm_id and first.kind = 'notify')`

/**
 * The first of these alarms: how grave each has become and what it is about is read for no others.
 * @param owed `agency_id`, `alarm_id`, `kind` of what is owed, `due_at`, and `by`: who asked, or has it
 */
const alarmsOf = ({ agency: { timeZone } }: Context, owed: RawBuilder<unknown>) => sql<never>`
  select ${dayOf('o.due_at', timeZone)} as due_on, a.person_id, null::uuid as enrolment_id, a.id as subject_id,
    jsonb_build_object('number', a.number, 'kind', a.kind, 'severity', a.severity, 'unit', u.serial,
      'drill', case when a.drill then 'drill' end, 'duty', o.kind,
      'by', k.display_name, 'time', ${momentOf('o.due_at')}) as detail
  from (${owed} order by due_at, alarm_id limit ${mostShown}) o
  join monitoring.v_alarm a on a.agency_id = o.agency_id and a.id = o.alarm_id
  left join equipment.v_unit u on u.agency_id = a.agency_id and u.id = a.unit_id
  left join access.v_account k on k.agency_id = a.agency_id and k.id = o.by`

const gapsOf = (kind: 'planned' | 'in-fact', timeZone: string) => sql<never>`
  select ${dayOf('g.from_at', timeZone)} as due_on, null::uuid as person_id, null::uuid as enrolment_id,
    g.id as subject_id, jsonb_build_object('post', g.post, 'time', ${momentOf('g.from_at')}) as detail
  from monitoring.v_gap g where g.closed_at is null and g.kind = ${kind}`
