-- monitoring: what a unit sent and the office could not take may say where somebody was: opening it is a look.
alter table monitoring.look drop constraint look_scope;
alter table monitoring.look add constraint look_scope
  check (scope in ('map', 'moment', 'person', 'day', 'alarm', 'what-if', 'export', 'message'));

-- monitoring: an alarm is as grave as the gravest of what still stands of it. What was withdrawn counts no more; where
-- nothing stands, the least of it, until a person closes it. The watch keeps it here with what it says of the alarm, and
-- never waits for hands on the alarm itself; without a row an alarm is as grave as it was opened.
create table monitoring.alarm_gravity (
  agency_id uuid not null,
  alarm_id uuid not null,
  severity text not null,
  constraint alarm_gravity_key primary key (agency_id, alarm_id),
  constraint alarm_gravity_of_alarm foreign key (agency_id, alarm_id) references monitoring.alarm (agency_id, id),
  constraint alarm_gravity_severity check (severity in ('critical', 'high', 'medium', 'low'))
);
select monitoring.written_by_watch('monitoring.alarm_gravity', 'insert, update');

-- The closed ones are listed newest first, a page of them at a time.
create index alarm_closed_by_time on monitoring.alarm (agency_id, closed_at, number) where closed_at is not null;

-- The record says when it became less grave, and by which finding that was withdrawn.
alter table monitoring.alarm_step drop constraint alarm_step_kind;
alter table monitoring.alarm_step add constraint alarm_step_kind check (kind in (
  'opened', 'folded', 'raised', 'lowered', 'withdrawn', 'supported', 'ended', 'joined', 'missed', 'escalated', 'unreached',
  'acknowledged', 'step', 'note', 'reply', 'dispatch-asked', 'dispatch-approved', 'dispatch-refused',
  'closed', 'reopened'));

-- Of the alarms there are. The owner passes row-level security for this once.
alter table monitoring.alarm no force row level security;
alter table monitoring.alarm_happening no force row level security;
alter table monitoring.alarm_gravity no force row level security;
insert into monitoring.alarm_gravity (agency_id, alarm_id, severity)
select agency_id, id, (array['critical', 'high', 'medium', 'low'])[gravity] from (
  select a.agency_id, a.id, a.severity, coalesce(
    least(min(monitoring.gravity(h.severity)) filter (where not h.withdrawn),
      -- What it was opened for is another alarm's by now: of this one it stands.
      case when not bool_or(h.kind = a.kind and h.at = a.happened_at) then monitoring.gravity(a.severity) end),
    max(monitoring.gravity(h.severity))) as gravity
  from monitoring.alarm a
  join monitoring.alarm_happening h on h.agency_id = a.agency_id and h.alarm_id = a.id
  where h.severity <> 'note'
  group by a.agency_id, a.id
) graded
where gravity <> monitoring.gravity(severity);
alter table monitoring.alarm force row level security;
alter table monitoring.alarm_happening force row level security;
alter table monitoring.alarm_gravity force row level security;

-- An alarm as it stands. It is acknowledged when no acknowledgement is owed: something graver that joins it asks for
-- another.
create or replace view monitoring.v_alarm as
  select a.agency_id, a.id, a.number, a.person_id, a.unit_id, a.incident, a.kind, a.zone,
    coalesce(g.severity, a.severity) as severity,
    a.happened_at, a.opened_at, a.lat, a.lon, a.why, a.drill, a.after_alarm_id,
    coalesce(h.happenings, 0) as happenings, coalesce(h.withdrawn, false) as withdrawn, coalesce(h.late, false) as late,
    h.ended_at,
    case when o.owed then null else a.acknowledged_at end as acknowledged_at, a.acknowledged_by,
    a.closed_at, a.closed_by, a.closed_code, a.version,
    d.kind as next_duty, d.due_at as next_due_at, d.missed_at as next_missed_at
  from monitoring.alarm a
  left join monitoring.alarm_gravity g on g.agency_id = a.agency_id and g.alarm_id = a.id
  left join lateral (
    select count(*)::integer as happenings,
      bool_and(s.withdrawn) as withdrawn, bool_or(s.late) as late,
      -- Over only when everything is over that can be and still stands; a battery that fell further is over with that.
      case when bool_and(s.ended_at is not null or s.withdrawn or s.joined is not null
        or s.kind in ('battery-low', 'battery-critical') and exists (
          select from monitoring.alarm_happening worse
          where worse.agency_id = s.agency_id and worse.alarm_id = s.alarm_id and worse.at > s.at
            and worse.kind in ('battery-critical', 'battery-dead') and not worse.withdrawn))
        then max(s.ended_at) end as ended_at
    from monitoring.alarm_happening s
    where s.agency_id = a.agency_id and s.alarm_id = a.id and s.severity <> 'note'
  ) h on true
  left join lateral (
    select d.kind, d.due_at, d.missed_at from monitoring.duty d
    where d.agency_id = a.agency_id and d.alarm_id = a.id and d.done_at is null
    order by d.due_at, d.kind limit 1
  ) d on true
  left join lateral (
    select true as owed from monitoring.duty d
    where d.agency_id = a.agency_id and d.alarm_id = a.id and d.done_at is null and d.kind = 'acknowledge'
    limit 1
  ) o on true;
select platform.reading_view('monitoring.v_alarm');
