-- Where and when: zones drawn for a person or once for a group, the weekly hours, dated exceptions, leave. Every
-- change keeps who, when and why, and holds from the moment it is saved (EMP-8.2); leave carries its own span.
grant usage on schema home to inlieu_ingest;

-- A zone of one person. What it is stands in its versions: the newest holds, the older ones stand in evidence.
create table home.zone (
  agency_id uuid not null,
  id uuid not null,
  enrolment_id uuid not null,
  person_id uuid not null,
  version integer not null,
  ended_at timestamptz,
  ended_by uuid,
  ended_because text,
  constraint zone_key primary key (agency_id, id),
  constraint zone_of_enrolment foreign key (agency_id, enrolment_id) references programs.enrolment (agency_id, id),
  constraint zone_of_person foreign key (agency_id, person_id) references people.person (agency_id, id),
  constraint zone_ended_by foreign key (agency_id, ended_by) references access.account (agency_id, id),
  constraint zone_end check ((ended_at is null) = (ended_by is null) and (ended_at is null) = (ended_because is null)),
  constraint zone_version check (version >= 1)
);
create index zone_by_enrolment on home.zone (agency_id, enrolment_id);
create index zone_by_person on home.zone (agency_id, person_id);
select platform.agency_table('home.zone', 'insert, update');

-- One drawing of a zone. `area` is a circle, a polygon or several, as the watch takes it: degrees WGS 84, metres.
create table home.zone_version (
  agency_id uuid not null,
  id uuid not null,
  zone_id uuid not null,
  number integer not null,
  name text not null,
  rule text not null,
  area jsonb not null,
  buffer_m integer not null,
  severity text,
  confirm_fixes integer,
  confirm_seconds integer,
  place_id uuid,
  at timestamptz not null,
  by uuid not null,
  why text not null,
  constraint zone_version_key primary key (agency_id, id),
  constraint zone_version_of foreign key (agency_id, zone_id) references home.zone (agency_id, id),
  constraint zone_version_number unique (agency_id, zone_id, number),
  constraint zone_version_place foreign key (agency_id, place_id) references home.place (agency_id, id),
  constraint zone_version_by foreign key (agency_id, by) references access.account (agency_id, id),
  constraint zone_version_rule check (rule in ('inclusion', 'exclusion')),
  constraint zone_version_severity check (severity in ('critical', 'high', 'medium', 'low')),
  constraint zone_version_buffer check (buffer_m between -1000 and 5000),
  constraint zone_version_confirm check (confirm_fixes between 1 and 60 and confirm_seconds between 0 and 3600)
);
select platform.agency_table('home.zone_version', 'insert');

-- Zones drawn once for many: schools, playgrounds (EMP-8.3). A version is never changed; a change is the next one.
create table home.template_set (
  agency_id uuid not null,
  id uuid not null,
  name text not null,
  version integer not null,
  ended_at timestamptz,
  ended_by uuid,
  ended_because text,
  constraint template_set_key primary key (agency_id, id),
  constraint template_set_agency foreign key (agency_id) references access.agency (id),
  constraint template_set_ended_by foreign key (agency_id, ended_by) references access.account (agency_id, id),
  constraint template_set_end check ((ended_at is null) = (ended_by is null) and (ended_at is null) = (ended_because is null))
);
create unique index template_set_name on home.template_set (agency_id, lower(name)) where ended_at is null;
select platform.agency_table('home.template_set', 'insert, update');

-- `zones`: a list of {id, name, area, buffer, severity}; all of them exclusion zones.
create table home.template_version (
  agency_id uuid not null,
  id uuid not null,
  set_id uuid not null,
  number integer not null,
  zones jsonb not null,
  at timestamptz not null,
  by uuid not null,
  why text not null,
  constraint template_version_key primary key (agency_id, id),
  constraint template_version_of foreign key (agency_id, set_id) references home.template_set (agency_id, id),
  constraint template_version_number unique (agency_id, set_id, number),
  constraint template_version_by foreign key (agency_id, by) references access.account (agency_id, id)
);
select platform.agency_table('home.template_version', 'insert');
select platform.read_by_watch('home.template_version');

-- Whom a set binds: everyone who wears a unit, those of a program, or one person.
create table home.template_use (
  agency_id uuid not null,
  id uuid not null,
  set_id uuid not null,
  reach text not null,
  pack text,
  enrolment_id uuid,
  person_id uuid,
  at timestamptz not null,
  by uuid not null,
  why text not null,
  ended_at timestamptz,
  ended_by uuid,
  ended_because text,
  constraint template_use_key primary key (agency_id, id),
  constraint template_use_of foreign key (agency_id, set_id) references home.template_set (agency_id, id),
  constraint template_use_enrolment foreign key (agency_id, enrolment_id) references programs.enrolment (agency_id, id),
  constraint template_use_person foreign key (agency_id, person_id) references people.person (agency_id, id),
  constraint template_use_by foreign key (agency_id, by) references access.account (agency_id, id),
  constraint template_use_ended_by foreign key (agency_id, ended_by) references access.account (agency_id, id),
  constraint template_use_end check ((ended_at is null) = (ended_by is null) and (ended_at is null) = (ended_because is null)),
  constraint template_use_reach check (
    (reach = 'everyone' and pack is null and enrolment_id is null and person_id is null) or
    (reach = 'program' and pack is not null and enrolment_id is null and person_id is null) or
    (reach = 'person' and pack is null and enrolment_id is not null and person_id is not null))
);
create unique index template_use_once on home.template_use (agency_id, set_id, reach, coalesce(pack, ''),
  coalesce(enrolment_id, '00000000-0000-0000-0000-000000000000')) where ended_at is null;
create index template_use_by_enrolment on home.template_use (agency_id, enrolment_id) where ended_at is null;
select platform.agency_table('home.template_use', 'insert, update');

-- A dated exception per person and zone (EMP-8.3): meanwhile the zone does not bind this person, whatever its rule.
-- Local times of the agency; instants beside them, as they are compared.
create table home.zone_exception (
  agency_id uuid not null,
  id uuid not null,
  enrolment_id uuid not null,
  person_id uuid not null,
  -- A zone of the person, or one of a set.
  zone_id uuid not null,
  set_id uuid,
  zone_name text not null,
  from_local text not null,
  to_local text not null,
  from_at timestamptz not null,
  to_at timestamptz not null,
  granted_at timestamptz not null,
  granted_by uuid not null,
  authority jsonb not null,
  why text not null,
  ended_at timestamptz,
  ended_by uuid,
  ended_because text,
  constraint zone_exception_key primary key (agency_id, id),
  constraint zone_exception_enrolment foreign key (agency_id, enrolment_id) references programs.enrolment (agency_id, id),
  constraint zone_exception_person foreign key (agency_id, person_id) references people.person (agency_id, id),
  constraint zone_exception_set foreign key (agency_id, set_id) references home.template_set (agency_id, id),
  constraint zone_exception_granted_by foreign key (agency_id, granted_by) references access.account (agency_id, id),
  constraint zone_exception_ended_by foreign key (agency_id, ended_by) references access.account (agency_id, id),
  constraint zone_exception_order check (to_at > from_at),
  constraint zone_exception_end check ((ended_at is null) = (ended_by is null) and (ended_at is null) = (ended_because is null))
);
create index zone_exception_by_person on home.zone_exception (agency_id, person_id, to_at);
select platform.agency_table('home.zone_exception', 'insert, update');

-- The weekly hours of a person's zones, in the agency's local time; the newest version holds.
create table home.schedule_version (
  agency_id uuid not null,
  id uuid not null,
  enrolment_id uuid not null,
  person_id uuid not null,
  number integer not null,
  weekly jsonb not null,
  at timestamptz not null,
  by uuid not null,
  why text not null,
  constraint schedule_version_key primary key (agency_id, id),
  constraint schedule_version_enrolment foreign key (agency_id, enrolment_id) references programs.enrolment (agency_id, id),
  constraint schedule_version_person foreign key (agency_id, person_id) references people.person (agency_id, id),
  constraint schedule_version_number unique (agency_id, enrolment_id, number),
  constraint schedule_version_by foreign key (agency_id, by) references access.account (agency_id, id)
);
select platform.agency_table('home.schedule_version', 'insert');

-- The hours of a zone on one day in place of the weekly ones; without times there are none that day.
create table home.dated_hours (
  agency_id uuid not null,
  id uuid not null,
  enrolment_id uuid not null,
  person_id uuid not null,
  zone_id uuid not null,
  on_day date not null,
  from_time text,
  to_time text,
  at timestamptz not null,
  by uuid not null,
  why text not null,
  ended_at timestamptz,
  ended_by uuid,
  ended_because text,
  constraint dated_hours_key primary key (agency_id, id),
  constraint dated_hours_enrolment foreign key (agency_id, enrolment_id) references programs.enrolment (agency_id, id),
  constraint dated_hours_person foreign key (agency_id, person_id) references people.person (agency_id, id),
  constraint dated_hours_zone foreign key (agency_id, zone_id) references home.zone (agency_id, id),
  constraint dated_hours_by foreign key (agency_id, by) references access.account (agency_id, id),
  constraint dated_hours_ended_by foreign key (agency_id, ended_by) references access.account (agency_id, id),
  constraint dated_hours_times check ((from_time is null) = (to_time is null)),
  constraint dated_hours_end check ((ended_at is null) = (ended_by is null) and (ended_at is null) = (ended_because is null))
);
create unique index dated_hours_once on home.dated_hours (agency_id, zone_id, on_day) where ended_at is null;
create index dated_hours_by_enrolment on home.dated_hours (agency_id, enrolment_id, on_day);
select platform.agency_table('home.dated_hours', 'insert, update');

-- An absence from home that was asked for (EMP-1.2): once, or on days of the week until a day. It suspends inclusion
-- zones, never an exclusion zone. Local times of the agency; the instants span the first absence to the last.
create table home.leave (
  agency_id uuid not null,
  id uuid not null,
  enrolment_id uuid not null,
  person_id uuid not null,
  kind text not null,
  place_id uuid,
  whereto text not null,
  why text not null,
  from_local text not null,
  to_local text not null,
  repeat_days text[] not null,
  repeat_until date,
  from_at timestamptz not null,
  to_at timestamptz not null,
  asked_at timestamptz not null,
  asked_by uuid not null,
  version integer not null default 1,
  decided_at timestamptz,
  decided_by uuid,
  outcome text,
  code text,
  note text,
  authority jsonb,
  ended_at timestamptz,
  ended_by uuid,
  ended_code text,
  ended_note text,
  constraint leave_key primary key (agency_id, id),
  constraint leave_of_enrolment foreign key (agency_id, enrolment_id) references programs.enrolment (agency_id, id),
  constraint leave_of_person foreign key (agency_id, person_id) references people.person (agency_id, id),
  constraint leave_place foreign key (agency_id, place_id) references home.place (agency_id, id),
  constraint leave_asked_by foreign key (agency_id, asked_by) references access.account (agency_id, id),
  constraint leave_decided_by foreign key (agency_id, decided_by) references access.account (agency_id, id),
  constraint leave_ended_by foreign key (agency_id, ended_by) references access.account (agency_id, id),
  constraint leave_kind check (kind in ('work', 'job-search', 'school', 'family', 'counseling', 'treatment',
    'community-service', 'medical', 'court-approved')),
  constraint leave_order check (to_at > from_at),
  constraint leave_repeat check ((repeat_until is null) = (repeat_days = '{}')),
  constraint leave_outcome check (outcome in ('granted', 'denied')),
  constraint leave_decision check ((decided_at is null) = (outcome is null) and (decided_at is null) = (decided_by is null)
    and (decided_at is null) = (code is null) and (decided_at is null) = (note is null)),
  constraint leave_end check ((ended_at is null) = (ended_by is null) and (ended_at is null) = (ended_code is null)
    and (ended_at is null) = (ended_note is null))
);
create index leave_open on home.leave (agency_id, from_at) where decided_at is null and ended_at is null;
create index leave_by_person on home.leave (agency_id, person_id, to_at);
create index leave_by_enrolment on home.leave (agency_id, enrolment_id, to_at);
select platform.agency_table('home.leave', 'insert, update');

-- What others read ----------------------------------------------------------------------------------

create view home.v_zone as
  select z.agency_id, z.id, z.enrolment_id, z.person_id, z.version, z.ended_at, z.ended_by, z.ended_because,
    v.name, v.rule, v.area, v.buffer_m, v.severity, v.confirm_fixes, v.confirm_seconds, v.place_id, v.at, v.by, v.why
  from home.zone z
  join home.zone_version v on v.agency_id = z.agency_id and v.zone_id = z.id and v.number = z.version;
select platform.reading_view('home.v_zone');

-- Every drawing there was: evidence names the zone and the version.
create view home.v_zone_version as
  select v.agency_id, v.zone_id, v.number, z.enrolment_id, z.person_id, v.name, v.rule, v.area, v.buffer_m, v.severity,
    v.confirm_fixes, v.confirm_seconds, v.place_id, v.at, v.by, v.why
  from home.zone_version v
  join home.zone z on z.agency_id = v.agency_id and z.id = v.zone_id;
select platform.reading_view('home.v_zone_version');

create view home.v_template_version as
  select agency_id, set_id, number, zones, at, by, why from home.template_version;
select platform.reading_view('home.v_template_version');
grant select on home.v_template_version to inlieu_ingest;

create view home.v_template_set as
  select agency_id, id, name, version, ended_at from home.template_set;
select platform.reading_view('home.v_template_set');

-- The sets that bind somebody now, and by what reach.
create view home.v_template_use as
  select u.agency_id, u.id, u.set_id, s.version as set_version, u.reach, u.pack, u.enrolment_id, u.person_id
  from home.template_use u
  join home.template_set s on s.agency_id = u.agency_id and s.id = u.set_id
  where u.ended_at is null and s.ended_at is null;
select platform.reading_view('home.v_template_use');

create view home.v_zone_exception as
  select agency_id, id, enrolment_id, person_id, zone_id, set_id, zone_name, from_local, to_local, from_at, to_at,
    granted_at, granted_by, why, ended_at, ended_by, ended_because
  from home.zone_exception;
select platform.reading_view('home.v_zone_exception');

create view home.v_schedule as
  select distinct on (agency_id, enrolment_id)
    agency_id, enrolment_id, person_id, number, weekly, at, by, why
  from home.schedule_version
  order by agency_id, enrolment_id, number desc;
select platform.reading_view('home.v_schedule');

create view home.v_dated_hours as
  select agency_id, id, enrolment_id, person_id, zone_id, on_day, from_time, to_time, at, by, why
  from home.dated_hours
  where ended_at is null;
select platform.reading_view('home.v_dated_hours');

create view home.v_leave as
  select agency_id, id, enrolment_id, person_id, kind, place_id, whereto, why, from_local, to_local, repeat_days,
    repeat_until, from_at, to_at, asked_at, asked_by, version, decided_at, decided_by, outcome, code, note, ended_at,
    ended_by, ended_code, ended_note,
    case
      when decided_at is null then case when ended_at is null then 'asked' else 'taken-back' end
      when outcome = 'denied' then 'denied'
      when ended_at is not null then 'ended'
      else 'granted'
    end as state
  from home.leave;
select platform.reading_view('home.v_leave');

-- This part of the room's timeline of a person.
create view home.v_timeline_of_zones as
  select v.agency_id, z.person_id, z.enrolment_id, v.at, null::date as on_day,
    case when v.number = 1 then 'home.zone-drawn' else 'home.zone-changed' end as kind,
    jsonb_build_object('zone', v.zone_id, 'version', v.number, 'name', v.name, 'why', v.why) as about, v.by as actor
  from home.zone_version v join home.zone z on z.agency_id = v.agency_id and z.id = v.zone_id
  union all
  select z.agency_id, z.person_id, z.enrolment_id, z.ended_at, null::date, 'home.zone-ended',
    jsonb_build_object('zone', z.id, 'name', v.name, 'why', z.ended_because), z.ended_by
  from home.zone z join home.zone_version v on v.agency_id = z.agency_id and v.zone_id = z.id and v.number = z.version
  where z.ended_at is not null
  union all
  select agency_id, person_id, enrolment_id, at, null::date, 'home.schedule-changed',
    jsonb_build_object('version', number, 'why', why), by
  from home.schedule_version
  union all
  select agency_id, person_id, enrolment_id, granted_at, null::date, 'home.exception-granted',
    jsonb_build_object('zone', zone_id, 'name', zone_name, 'from', from_local, 'to', to_local, 'why', why), granted_by
  from home.zone_exception
  union all
  select agency_id, person_id, enrolment_id, asked_at, null::date, 'home.leave-asked',
    jsonb_build_object('leave', id, 'kind', kind, 'from', from_local, 'to', to_local), asked_by
  from home.leave
  union all
  select agency_id, person_id, enrolment_id, decided_at, null::date, 'home.leave-' || outcome,
    jsonb_build_object('leave', id, 'kind', kind, 'from', from_local, 'to', to_local, 'code', code), decided_by
  from home.leave where decided_at is not null
  union all
  select agency_id, person_id, enrolment_id, ended_at, null::date, 'home.leave-ended',
    jsonb_build_object('leave', id, 'kind', kind, 'code', ended_code), ended_by
  from home.leave where ended_at is not null;
select platform.reading_view('home.v_timeline_of_zones');
