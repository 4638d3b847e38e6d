import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { enrolmentStates, isEnded, programsRun } from '../programs/index.ts'
import { alarmRoomLists } from './today-alarm-room.ts'
import { dayOf, momentOf, type TodayList } from './today-list.ts'

/**
 * The enrolments that are in one of these states on a day, as `e`, with the state as `st`. Few of all: each is looked
 * up by itself (`offset 0` says so), where the planner, not knowing, would read all that ever were.
 */
const enrolmentsIn = (day: Temporal.PlainDate, ...states: string[]) =>
  sql`(select * from programs.enrolment_state(${day}) x where x.state in (${sql.join(states)})) st
      cross join lateral (select * from programs.v_enrolment x
        where x.agency_id = st.agency_id and x.id = st.enrolment_id offset 0) e`

/** The states in which nothing of an enrolment binds any more. */
const ended = sql.join(enrolmentStates.filter(isEnded))

/** Whether an enrolment `e` is of a program that is served at home. */
const atHome = sql`e.pack in (${sql.join(
  programsRun.filter(({ served }) => served === 'at-home').map(({ pack }) => pack),
)})`

/**
 * Whether the last day of the sentence of an enrolment `e` has come. Where an order of the court or good time leaves
 * nothing to serve there is no such day: it has come at once.
 */
const isServedOut = (today: Temporal.PlainDate) => sql`(e.release_day <= ${today} or e.adjusted_days = 0)`

/** Whether every question of the admission of an enrolment `e` has an answer: it is prepared, and can be decided. */
const isAnswered = sql`exists (select from intake.v_screening_open s
  where s.agency_id = e.agency_id and s.enrolment_id = e.id and s.step = 'admission' and s.is_answered)`

/**
 * Every duty of the office, in the order of the case. A new duty is one entry here. Ahead of all is who should be
 * followed and is not. Each list is everything that is open, never only what is new.
 */
export const todayLists: readonly TodayList[] = [
  {
    kind: 'unit-to-fit',
    permission: 'equipment.fit',
    rows: ({ today, agency: { timeZone } }) => sql`
      select coalesce((select max(${dayOf('f.removed_at', timeZone)}) from equipment.v_fitting f
          where f.agency_id = e.agency_id and f.enrolment_id = e.id), st.since) as due_on,
        e.person_id, e.id as enrolment_id, null::uuid as subject_id, jsonb_build_object('number', e.number) as detail
      from ${enrolmentsIn(today, 'active')}
      where ${atHome} and (e.release_day > ${today} or e.adjusted_days is null)
        and not exists (select from equipment.v_fitting f
          where f.agency_id = e.agency_id and f.enrolment_id = e.id and f.removed_at is null)`,
  },
  {
    kind: 'home-zone-to-draw',
    permission: 'zone.write',
    // Due since the unit was put on, the last zone to be in was taken off, or the week left the home out: asked of
    // those alone who have none in force (`offset 0` says so).
    rows: ({ today, agency: { timeZone } }) => sql`
      select greatest(${dayOf('u.worn_since', timeZone)}, ${dayOf('zoned.until', timeZone)},
          ${dayOf('never.week_at', timeZone)}) as due_on,
        u.person_id, u.id as enrolment_id, never.id as subject_id,
        jsonb_build_object('number', u.number, 'zone', never.name) as detail
      from (select e.agency_id, e.id, e.person_id, e.number, worn.since as worn_since
        from ${enrolmentsIn(today, 'active')}
        cross join lateral (select min(f.fitted_at) as since from equipment.v_fitting f
          where f.agency_id = e.agency_id and f.enrolment_id = e.id and f.removed_at is null) worn
        where ${atHome} and (e.release_day > ${today} or e.adjusted_days is null) and worn.since is not null
          and not exists (select from home.v_home_zone z
            where z.agency_id = e.agency_id and z.enrolment_id = e.id and not z.is_never) offset 0) u
      cross join lateral (select max(z.ended_at) as until from home.v_zone z
        where z.agency_id = u.agency_id and z.enrolment_id = u.id and z.rule = 'inclusion') zoned
      left join lateral (select z.id, z.name, z.week_at from home.v_home_zone z
        where z.agency_id = u.agency_id and z.enrolment_id = u.id order by z.name limit 1) never on true`,
  },
  ...alarmRoomLists,
  {
    kind: 'commitment-to-open',
    permission: 'commitment.write',
    rows: () => sql`
      select c.received_on as due_on, c.person_id, null::uuid as enrolment_id, c.id as subject_id,
        jsonb_build_object('docket', c.docket) as detail
      from court.v_waiting w
      join court.v_commitment c on c.agency_id = w.agency_id and c.id = w.commitment_id
      where not c.request_open`,
  },
  {
    kind: 'court-has-not-answered',
    permission: 'commitment.write',
    rows: ({ today, agency: { timeZone } }) => sql`
      select ${dayOf('r.asked_at', timeZone)} as due_on, c.person_id, null::uuid as enrolment_id, c.id as subject_id,
        jsonb_build_object('docket', c.docket) as detail
      from court.v_request r
      join court.v_commitment c on c.id = r.commitment_id
      where r.answered_at is null and c.returned_at is null and ${dayOf('r.asked_at', timeZone)} <= ${today.subtract({ days: 7 })}::date`,
  },
  {
    kind: 'original-owed',
    permission: 'commitment.write',
    rows: () => sql`
      select c.received_on as due_on, c.person_id, null::uuid as enrolment_id, c.id as subject_id,
        jsonb_build_object('docket', c.docket) as detail
      from court.v_commitment c
      where c.paper_form = 'fax' and c.original_received_on is null and c.returned_at is null`,
  },
  {
    kind: 'worksheet-to-compute',
    permission: 'worksheet.compute',
    rows: ({ today }) => sql`
      select e.opened_on as due_on, e.person_id, e.id as enrolment_id, null::uuid as subject_id,
        jsonb_build_object('number', e.number) as detail
      from ${enrolmentsIn(today, 'opened', 'appointed', 'applied', 'accepted', 'booked', 'active')}
      where e.adjusted_days is null`,
  },
  {
    kind: 'appointment-to-make',
    permission: 'appointment.write',
    rows: ({ today }) => sql`
      select e.opened_on as due_on, e.person_id, e.id as enrolment_id, null::uuid as subject_id,
        jsonb_build_object('number', e.number) as detail
      from ${enrolmentsIn(today, 'opened', 'appointed')}
      where e.adjusted_days is not null
        and not exists (select from intake.v_appointment a where a.enrolment_id = e.id and a.is_open)`,
  },
  {
    kind: 'appointment-today',
    permission: 'appointment.write',
    rows: ({ today }) => sql`
      select a.on_day as due_on, e.person_id, e.id as enrolment_id, a.id as subject_id,
        jsonb_build_object('time', ${momentOf('a.starts_at')}, 'state', a.state) as detail
      from intake.v_appointment a join programs.v_enrolment e on e.id = a.enrolment_id
      where a.is_open and a.on_day = ${today}`,
  },
  {
    kind: 'appointment-passed',
    permission: 'appointment.write',
    rows: ({ today }) => sql`
      select a.on_day as due_on, e.person_id, e.id as enrolment_id, a.id as subject_id, '{}'::jsonb as detail
      from intake.v_appointment a join programs.v_enrolment e on e.id = a.enrolment_id
      where a.is_open and a.on_day < ${today}`,
  },
  {
    kind: 'screening-to-prepare',
    permission: 'screening.answer',
    rows: ({ today }) => sql`
      select st.since as due_on, e.person_id, e.id as enrolment_id, null::uuid as subject_id,
        jsonb_build_object('number', e.number) as detail
      from ${enrolmentsIn(today, 'applied')}
      where not ${isAnswered}`,
  },
  {
    kind: 'screening-to-decide',
    permission: 'screening.decide',
    rows: ({ today }) => sql`
      select st.since as due_on, e.person_id, e.id as enrolment_id, null::uuid as subject_id,
        jsonb_build_object('number', e.number) as detail
      from ${enrolmentsIn(today, 'applied')}
      where ${isAnswered}`,
  },
  {
    kind: 'booking-to-finish',
    permission: 'booking.write',
    rows: ({ today }) => sql`
      select st.since as due_on, e.person_id, e.id as enrolment_id, null::uuid as subject_id,
        jsonb_build_object('number', e.number) as detail
      from ${enrolmentsIn(today, 'accepted')}
      where not ${atHome}`,
  },
  {
    kind: 'home-to-prepare',
    permission: 'home.write',
    rows: ({ today }) => sql`
      select st.since as due_on, e.person_id, e.id as enrolment_id, null::uuid as subject_id,
        jsonb_build_object('number', e.number) as detail
      from ${enrolmentsIn(today, 'accepted', 'booked')}
      where ${atHome} and not coalesce(${isServedOut(today)}, false) and not exists (select from home.v_slot w
        where w.agency_id = e.agency_id and w.enrolment_id = e.id and w.given_at is null and w.freed_at is null)`,
  },
  {
    kind: 'home-to-evaluate',
    permission: 'home.write',
    rows: ({ today, agency: { timeZone } }) => sql`
      select ${dayOf('v.opened_at', timeZone)} as due_on, e.person_id, e.id as enrolment_id, null::uuid as subject_id,
        jsonb_build_object('because', v.opened_because) as detail
      from ${enrolmentsIn(today, 'active')}
      join home.v_evaluation v on v.agency_id = e.agency_id and v.enrolment_id = e.id and v.state <> 'accepted'
      where ${atHome}`,
  },
  {
    kind: 'zone-to-draw-again',
    permission: 'zone.write',
    rows: ({ today, agency: { timeZone } }) => sql`
      select ${dayOf('z.ended_at', timeZone)} as due_on, e.person_id, e.id as enrolment_id, z.id as subject_id,
        jsonb_build_object('zone', z.name, 'address', z.address) as detail
      from ${enrolmentsIn(today, 'accepted', 'booked', 'active')}
      join home.v_zone_left z on z.agency_id = e.agency_id and z.enrolment_id = e.id`,
  },
  {
    kind: 'leave-to-decide',
    permission: 'leave.decide',
    rows: ({ agency: { timeZone } }) => sql`
      select ${dayOf('l.asked_at', timeZone)} as due_on, l.person_id, l.enrolment_id, l.id as subject_id,
        jsonb_build_object('number', e.number) as detail
      from home.v_leave l join programs.v_enrolment e on e.agency_id = l.agency_id and e.id = l.enrolment_id
      join programs.v_standing st on st.agency_id = l.agency_id and st.enrolment_id = l.enrolment_id
      where l.state = 'asked' and st.state not in (${ended})`,
  },
  {
    kind: 'unit-to-take-off',
    permission: 'equipment.fit',
    rows: ({ today }) => sql`
      select coalesce(e.release_day, st.since) as due_on, e.person_id, e.id as enrolment_id, null::uuid as subject_id,
        jsonb_build_object('number', e.number, 'unit', min(u.serial)) as detail
      from equipment.v_unit u
      join programs.v_standing st on st.agency_id = u.agency_id and st.enrolment_id = u.enrolment_id
      join programs.v_enrolment e on e.agency_id = u.agency_id and e.id = u.enrolment_id
      where ${atHome} and (${isServedOut(today)}
        or st.state in (${ended}))
      group by e.release_day, st.since, e.person_id, e.id, e.number`,
  },
  {
    kind: 'days-to-schedule',
    permission: 'schedule.write',
    rows: ({ today }) => sql`
      select st.since as due_on, e.person_id, e.id as enrolment_id, null::uuid as subject_id,
        jsonb_build_object('number', e.number, 'days', e.adjusted_days) as detail
      from ${enrolmentsIn(today, 'booked')}
      where not ${atHome} and not exists (select from work.v_contract c where c.enrolment_id = e.id)
      union all
      select least(p.last_day, ${today}::date), e.person_id, e.id, null,
        jsonb_build_object('days', e.adjusted_days - p.credited_days - p.open_days)
      from ${enrolmentsIn(today, 'active')}
      cross join lateral (select * from work.v_progress x
        where x.agency_id = e.agency_id and x.enrolment_id = e.id offset 0) p
      where e.adjusted_days > p.credited_days + p.open_days`,
  },
  {
    kind: 'payment-date-passed',
    permission: 'payment.record',
    rows: ({ today }) => sql`
      select b.pay_by as due_on, b.person_id, b.enrolment_id, null::uuid as subject_id,
        jsonb_build_object('cents', b.owed_cents) as detail
      from money.v_pay_by b
      where b.pay_by < ${today} and b.owed_cents > 0
        and not exists (select from money.v_waiver w where w.enrolment_id = b.enrolment_id and w.state = 'open')`,
  },
  {
    kind: 'waiver-to-decide',
    permission: 'waiver.decide',
    rows: () => sql`
      select w.on_day as due_on, w.person_id, w.enrolment_id, w.id as subject_id,
        jsonb_build_object('cents', w.asked_cents) as detail
      from money.v_waiver w where w.state = 'open'`,
  },
  {
    kind: 'roster-to-send',
    permission: 'attendance.write',
    rows: ({ today }) => sql`
      select ${today.subtract({ days: today.dayOfWeek - 1 })}::date as due_on, null::uuid as person_id, null::uuid as enrolment_id,
        s.id as subject_id, jsonb_build_object('site', s.name, 'week', ${nextMonday(today).toString()}::text) as detail
      from work.v_site s
      where ${today.dayOfWeek} >= 4
        and exists (select from work.v_contract_day d
          where d.site_id = s.id and d.day >= ${nextMonday(today)} and d.day < ${nextMonday(today).add({ days: 7 })})
        and not exists (select from work.v_roster_record r
          where r.site_id = s.id and r.week = ${nextMonday(today)} and r.kind = 'sent')`,
  },
  {
    kind: 'attendance-to-enter',
    permission: 'attendance.write',
    rows: ({ today }) => sql`
      select min(d.day) as due_on, null::uuid as person_id, null::uuid as enrolment_id, d.site_id as subject_id,
        jsonb_build_object('site', s.name, 'week', date_trunc('week', d.day)::date, 'days', count(*)) as detail
      from work.v_unmarked_day d join work.v_site s on s.id = d.site_id
      where d.day < ${today.subtract({ days: today.dayOfWeek - 1 })}
      group by d.site_id, s.name, date_trunc('week', d.day)`,
  },
  {
    kind: 'missed-day-to-answer',
    permission: 'attendance.write',
    rows: () => sql`
      select v.day as due_on, v.person_id, v.enrolment_id, v.contract_day_id as subject_id,
        jsonb_build_object('mark', v.mark) as detail
      from work.v_violation_candidate v`,
  },
  {
    kind: 'completion-to-record',
    permission: 'completion.record',
    rows: ({ today }) => sql`
      select c.last_day as due_on, c.person_id, c.enrolment_id, null::uuid as subject_id,
        jsonb_build_object('days', c.credited_days) as detail
      from work.v_completion_candidate c
      union all
      select coalesce(e.release_day, st.since), e.person_id, e.id, null, jsonb_build_object('days', e.adjusted_days)
      from ${enrolmentsIn(today, 'active')}
      where ${atHome} and ${isServedOut(today)}
        and not exists (select from equipment.v_fitting f
          where f.agency_id = e.agency_id and f.enrolment_id = e.id and f.removed_at is null)
      union all
      select st.since, e.person_id, e.id, null, jsonb_build_object('days', e.adjusted_days)
      from ${enrolmentsIn(today, 'accepted', 'booked')}
      where ${atHome} and e.adjusted_days = 0`,
  },
  {
    kind: 'case-to-return',
    permission: 'enrolment.write',
    // No unit was put on in time: nothing was served at home, and no unit is put on any more.
    rows: ({ today }) => sql`
      select e.release_day as due_on, e.person_id, e.id as enrolment_id, null::uuid as subject_id,
        jsonb_build_object('number', e.number) as detail
      from ${enrolmentsIn(today, 'accepted', 'booked')}
      where ${atHome} and e.release_day <= ${today} and e.adjusted_days > 0`,
  },
  {
    kind: 'parameter-to-approve',
    permission: 'parameter.approve',
    rows: () => sql`
      select p.from_day as due_on, null::uuid as person_id, null::uuid as enrolment_id, p.id as subject_id,
        jsonb_build_object('name', p.name) as detail
      from programs.v_parameter p where p.approved_at is null`,
  },
  {
    kind: 'guideline-to-approve',
    permission: 'guideline.approve',
    // Nobody approves what they entered themselves.
    rows: ({ actor, agency: { timeZone } }) => sql`
      select ${dayOf('g.entered_at', timeZone)} as due_on, null::uuid as person_id, null::uuid as enrolment_id,
        g.id as subject_id, jsonb_build_object('subject', g.subject, 'number', g.number) as detail
      from monitoring.v_guideline g
      where g.approved_at is null and g.withdrawn_at is null and g.entered_by is distinct from ${actor}::uuid`,
  },
  {
    kind: 'account-locked',
    permission: 'account.unlock',
    rows: ({ agency: { timeZone } }) => sql`
      select ${dayOf('a.locked_at', timeZone)} as due_on, null::uuid as person_id, null::uuid as enrolment_id,
        a.id as subject_id, jsonb_build_object('name', a.display_name) as detail
      from access.v_account a where a.locked_at is not null`,
  },
  {
    kind: 'paper-failed',
    permission: 'enrolment.write',
    rows: ({ agency: { timeZone } }) => sql`
      select ${dayOf('d.asked_at', timeZone)} as due_on, d.person_id, null::uuid as enrolment_id, d.id as subject_id,
        jsonb_build_object('title', d.title) as detail
      from platform.v_document d where d.failure is not null and d.paper_id is null`,
  },
]

function nextMonday(today: Temporal.PlainDate): Temporal.PlainDate {
  return today.add({ days: 8 - today.dayOfWeek })
}
