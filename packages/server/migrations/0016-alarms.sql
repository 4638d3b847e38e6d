-- monitoring: alarms. An alarm is one incident that people work on until a person closes it. The watch opens it
-- and adds what it learns; it only adds rows here and never waits for somebody's hands on an alarm: what it must
-- change later (withdrawn, returned) stands in `alarm_happening`, which the office only reads.

create table monitoring.alarm (
  agency_id uuid not null,
  id uuid not null,
  number bigint not null generated always as identity,
  person_id uuid,
  unit_id uuid,
  -- Key of the incident when it was opened. Happenings that were said again with another one stand under theirs.
  incident text collate "C" not null,
  kind text not null,
  zone text,
  severity text not null,
  happened_at timestamptz(3) not null,
  opened_at timestamptz not null,
  -- Where it was, as far as known when it was opened.
  lat double precision,
  lon double precision,
  why text not null,
  drill boolean not null default false,
  opened_by uuid,
  -- An earlier alarm of the same incident, closed before this one was opened.
  after_alarm_id uuid,
  acknowledged_at timestamptz,
  acknowledged_by uuid,
  closed_at timestamptz,
  closed_by uuid,
  closed_code text,
  version integer not null default 1,
  constraint alarm_key primary key (agency_id, id),
  constraint alarm_number unique (agency_id, number),
  constraint alarm_agency foreign key (agency_id) references access.agency (id),
  constraint alarm_of_person foreign key (agency_id, person_id) references people.person (agency_id, id),
  constraint alarm_of_unit foreign key (agency_id, unit_id) references equipment.unit (agency_id, id),
  constraint alarm_after foreign key (agency_id, after_alarm_id) references monitoring.alarm (agency_id, id),
  constraint alarm_opened_by foreign key (agency_id, opened_by) references access.account (agency_id, id),
  constraint alarm_acknowledged_by foreign key (agency_id, acknowledged_by) references access.account (agency_id, id),
  constraint alarm_closed_by foreign key (agency_id, closed_by) references access.account (agency_id, id),
  -- Whom or what it is about; a drill may be about nobody.
  constraint alarm_about check (drill or person_id is not null or unit_id is not null),
  constraint alarm_drill check (drill = (opened_by is not null)),
  constraint alarm_severity check (severity in ('critical', 'high', 'medium', 'low')),
  constraint alarm_acknowledged check ((acknowledged_at is null) = (acknowledged_by is null)),
  constraint alarm_closed check (
    (closed_at is null) = (closed_by is null) and (closed_at is null) = (closed_code is null)),
  constraint alarm_place check ((lat is null) = (lon is null))
);
create index alarm_open on monitoring.alarm (agency_id, id) where closed_at is null;
create index alarm_by_time on monitoring.alarm (agency_id, opened_at, id);
create index alarm_by_person on monitoring.alarm (agency_id, person_id, opened_at);
create index alarm_by_unit on monitoring.alarm (agency_id, unit_id, opened_at) where unit_id is not null;
create index alarm_by_place on monitoring.alarm (agency_id, lat) where lat is not null;
select platform.agency_table('monitoring.alarm', 'insert, update');
create policy by_watch on monitoring.alarm to inlieu_ingest using (true) with check (true);
-- The right to change one column is what the database asks for to hold an alarm against being closed meanwhile.
grant select, insert, update (version) on monitoring.alarm to inlieu_ingest;

-- Which happening belongs to which alarm, and how it stands: withdrawn by later evidence, over, joined.
create table monitoring.alarm_happening (
  agency_id uuid not null,
  key text collate "C" not null,
  alarm_id uuid not null,
  incident text collate "C" not null,
  kind text not null,
  -- As the agency grades it, and as the watch said it.
  severity text not null,
  said text not null,
  at timestamptz(3) not null,
  known_at timestamptz(3) not null,
  late boolean not null,
  withdrawn boolean not null,
  joined text,
  -- Key of the happening that this is the end of.
  ends text,
  ended_at timestamptz(3),
  constraint alarm_happening_key primary key (agency_id, key),
  constraint alarm_happening_of_alarm foreign key (agency_id, alarm_id) references monitoring.alarm (agency_id, id)
);
create index alarm_happening_by_alarm on monitoring.alarm_happening (agency_id, alarm_id, at);
create index alarm_happening_by_incident on monitoring.alarm_happening (agency_id, incident);
select monitoring.written_by_watch('monitoring.alarm_happening', 'insert, update');

-- The protocol an alarm is worked by, as it stood when the alarm was opened or made graver (EMP-7.3).
create table monitoring.alarm_protocol (
  agency_id uuid not null,
  id uuid not null,
  number bigint not null generated always as identity,
  alarm_id uuid not null,
  kind text not null,
  from_at timestamptz not null,
  content jsonb not null,
  -- The approved version it came from; null: the default of this release.
  guideline_id uuid,
  constraint alarm_protocol_key primary key (agency_id, id),
  constraint alarm_protocol_of_alarm foreign key (agency_id, alarm_id) references monitoring.alarm (agency_id, id)
);
create index alarm_protocol_by_alarm on monitoring.alarm_protocol (agency_id, alarm_id, number);
select platform.agency_table('monitoring.alarm_protocol', 'insert');
create policy by_watch on monitoring.alarm_protocol to inlieu_ingest using (true) with check (true);
grant select, insert on monitoring.alarm_protocol to inlieu_ingest;

-- Everything that was learned and done about an alarm, in order. `by` is null where the watch wrote it.
create table monitoring.alarm_step (
  agency_id uuid not null,
  id uuid not null,
  number bigint not null generated always as identity,
  alarm_id uuid not null,
  kind text not null,
  at timestamptz not null,
  by uuid,
  -- Of a happening its kind, of a protocol step or a closing its code, of a duty its kind.
  code text not null default '',
  happening_key text collate "C",
  note text not null default '',
  about jsonb not null default '{}',
  constraint alarm_step_key primary key (agency_id, id),
  constraint alarm_step_number unique (agency_id, number),
  constraint alarm_step_of_alarm foreign key (agency_id, alarm_id) references monitoring.alarm (agency_id, id),
  constraint alarm_step_by foreign key (agency_id, by) references access.account (agency_id, id),
  constraint alarm_step_kind check (kind in (
    'opened', 'folded', 'raised', 'withdrawn', 'supported', 'ended', 'joined', 'missed', 'escalated',
    'acknowledged', 'step', 'note', 'reply', 'dispatch-asked', 'dispatch-approved', 'dispatch-refused',
    'closed', 'reopened'))
);
create index alarm_step_by_alarm on monitoring.alarm_step (agency_id, alarm_id, number);
-- The alarms at which somebody was sent: looked through before somebody is sent again.
create index alarm_step_dispatch on monitoring.alarm_step (agency_id, alarm_id) where about ? 'dispatch';
select platform.agency_table('monitoring.alarm_step', 'insert');
create policy by_watch on monitoring.alarm_step to inlieu_ingest using (true) with check (true);
grant select, insert on monitoring.alarm_step to inlieu_ingest;

-- What must be done by when: acknowledge, notify, resolve (EMP-8.4). A duty that was missed stays until it is
-- done; `escalate_at` is when the next on the list is asked, null when the list has come to its end.
create table monitoring.duty (
  agency_id uuid not null,
  id uuid not null,
  alarm_id uuid not null,
  kind text not null,
  made_at timestamptz not null,
  due_at timestamptz not null,
  escalate_at timestamptz,
  asked smallint not null default 0,
  missed_at timestamptz,
  done_at timestamptz,
  done_by uuid,
  -- Closed without it, for the reason that the closing gives.
  dropped boolean not null default false,
  constraint duty_key primary key (agency_id, id),
  constraint duty_of_alarm foreign key (agency_id, alarm_id) references monitoring.alarm (agency_id, id),
  constraint duty_done_by foreign key (agency_id, done_by) references access.account (agency_id, id),
  constraint duty_kind check (kind in ('acknowledge', 'notify', 'resolve')),
  constraint duty_done check ((done_at is null) = (done_by is null))
);
create index duty_by_alarm on monitoring.duty (agency_id, alarm_id, due_at);
create index duty_open on monitoring.duty (agency_id, alarm_id, due_at) where done_at is null;
create index duty_to_escalate on monitoring.duty (escalate_at) where done_at is null and escalate_at is not null;
select platform.agency_table('monitoring.duty', 'insert, update');
create policy by_watch on monitoring.duty to inlieu_ingest using (true) with check (true);
grant select, insert, update on monitoring.duty to inlieu_ingest;

-- A place where units lose their signal, known from experience: shown with alarms that happen there.
create table monitoring.dead_spot (
  agency_id uuid not null,
  id uuid not null,
  lat double precision not null,
  lon double precision not null,
  radius_m integer not null,
  note text not null,
  alarm_id uuid,
  added_at timestamptz not null,
  added_by uuid not null,
  ended_at timestamptz,
  ended_by uuid,
  constraint dead_spot_key primary key (agency_id, id),
  constraint dead_spot_of_alarm foreign key (agency_id, alarm_id) references monitoring.alarm (agency_id, id),
  constraint dead_spot_added_by foreign key (agency_id, added_by) references access.account (agency_id, id),
  constraint dead_spot_ended_by foreign key (agency_id, ended_by) references access.account (agency_id, id),
  constraint dead_spot_on_earth check (lat between -90 and 90 and lon between -180 and 180),
  constraint dead_spot_radius check (radius_m between 10 and 2000),
  constraint dead_spot_end check ((ended_at is null) = (ended_by is null))
);
create index dead_spot_by_place on monitoring.dead_spot (agency_id, lat) where ended_at is null;
select platform.agency_table('monitoring.dead_spot', 'insert, update');

-- 1 is gravest.
create function monitoring.gravity(p_severity text) returns smallint
  language sql immutable parallel safe
  as $$ select array_position(array['critical', 'high', 'medium', 'low', 'note'], p_severity)::smallint $$;
grant execute on function monitoring.gravity(text) to inlieu_app, inlieu_worker, inlieu_ingest, inlieu_auditor;

-- An alarm as it stands. It is as grave as the gravest thing that was said of it; it is acknowledged when no
-- acknowledgement is owed: something graver that joins it asks for another.
create view monitoring.v_alarm as
  select a.agency_id, a.id, a.number, a.person_id, a.unit_id, a.incident, a.kind, a.zone,
    case when h.gravest < monitoring.gravity(a.severity)
      then (array['critical', 'high', 'medium', 'low'])[h.gravest] else a.severity end as severity,
    a.happened_at, a.opened_at, a.lat, a.lon, a.why, a.drill, a.after_alarm_id,
    coalesce(h.happenings, 0) as happenings, coalesce(h.withdrawn, false) as withdrawn, coalesce(h.late, false) as late,
    h.ended_at,
    case when o.owed then null else a.acknowledged_at end as acknowledged_at, a.acknowledged_by,
    a.closed_at, a.closed_by, a.closed_code, a.version,
    d.kind as next_duty, d.due_at as next_due_at, d.missed_at as next_missed_at
  from monitoring.alarm a
  left join lateral (
    select count(*)::integer as happenings,
      bool_and(s.withdrawn) as withdrawn, bool_or(s.late) as late,
      min(monitoring.gravity(s.severity)) as gravest,
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

create view monitoring.v_alarm_step as
  select agency_id, id, number, alarm_id, kind, at, by, code, happening_key, note, about from monitoring.alarm_step;
select platform.reading_view('monitoring.v_alarm_step');

create view monitoring.v_timeline as
  select agency_id, person_id, null::uuid as enrolment_id, opened_at as at, null::date as on_day,
    'monitoring.alarm-opened' as kind,
    jsonb_build_object('alarm', id, 'number', number, 'kind', a.kind, 'severity', severity) as about, null::uuid as actor
  from monitoring.alarm a where person_id is not null and not drill
  union all
  select agency_id, person_id, null::uuid, closed_at, null::date, 'monitoring.alarm-closed',
    jsonb_build_object('alarm', id, 'number', number, 'kind', a.kind, 'code', closed_code), closed_by
  from monitoring.alarm a where person_id is not null and not drill and closed_at is not null;
select platform.reading_view('monitoring.v_timeline');
