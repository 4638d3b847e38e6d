-- monitoring: what units said, as it came, and what the watch made of it. The watch is one writer under the
-- role `inlieu_ingest`, for all agencies at once; the office reads its own agency's rows.
select platform.room('monitoring');
grant usage on schema monitoring to inlieu_ingest;

-- A table that the watch writes: its own policy for it, the usual one for everybody else. Not audited by
-- trigger: the rows are append-only or follow from rows that are.
create function monitoring.written_by_watch(p_table regclass, p_rights text) returns void
  language plpgsql
  as $$
declare
  name text := p_table::text;
begin
  execute format('alter table %s enable row level security', name);
  execute format('alter table %s force row level security', name);
  execute format('create policy own_agency on %s using (agency_id = platform.agency()) with check (agency_id = platform.agency())', name);
  execute format('create policy by_watch on %s to inlieu_ingest using (true) with check (true)', name);
  execute format('grant select, %s on %s to inlieu_ingest', p_rights, name);
  execute format('grant select on %s to inlieu_app, inlieu_worker, inlieu_auditor', name);
end $$;

-- Epoch milliseconds as JSON writes them.
create function monitoring.instant(p_millis jsonb) returns timestamptz
  language sql immutable parallel safe
  as $$ select to_timestamp(p_millis::text::float8 / 1000) $$;

-- One row for each commit of the watch. `tick_at`: time was let pass to there, for the people of that slot
-- (all of them when null); it is an input like any other, so that a crashed run can be compared.
create table monitoring.batch (
  number bigint not null,
  committed_at timestamptz not null,
  tick_at timestamptz,
  tick_slot smallint,
  constraint batch_key primary key (number)
);
create index batch_ticks on monitoring.batch (number) where tick_at is not null;
grant select, insert on monitoring.batch to inlieu_ingest;
grant select on monitoring.batch to inlieu_app, inlieu_worker, inlieu_auditor;

-- When the watch last evaluated. One row, written each second: silence here is an alarm of its own.
create table monitoring.heartbeat (
  only_row boolean not null default true,
  started_at timestamptz not null,
  evaluated_at timestamptz not null,
  batch bigint not null,
  people integer not null,
  waiting integer not null,
  -- People whose last inputs the watch could make nothing of: a defect, and red until it is none.
  not_evaluated integer not null default 0,
  constraint heartbeat_key primary key (only_row),
  constraint heartbeat_one check (only_row)
);
grant select, insert, update on monitoring.heartbeat to inlieu_ingest;
grant select on monitoring.heartbeat to inlieu_app, inlieu_worker, inlieu_auditor;

-- A position as received, fit for a decision or not. The key is unit, measured time and digest of the record:
-- sent again it has no effect; a second record of the same second with a cut strap is a row of its own.
-- What has no column is kept in `extra`.
create table monitoring.fix (
  agency_id uuid not null,
  unit_id uuid not null,
  at timestamptz(3) not null,
  digest bigint not null,
  received_at timestamptz(3) not null,
  batch bigint not null,
  person_id uuid,
  lat double precision,
  lon double precision,
  accuracy double precision,
  speed double precision,
  course double precision,
  battery double precision,
  satellites smallint,
  flags integer not null default 0,
  extra jsonb,
  constraint fix_key primary key (unit_id, at, digest)
) partition by range (at);
select monitoring.written_by_watch('monitoring.fix', 'insert');
create index fix_by_batch on monitoring.fix using brin (batch) with (pages_per_range = 16, autosummarize = on);

-- Something a unit said that is no position: a strap, a charge, a breath.
create table monitoring.signal (
  agency_id uuid not null,
  unit_id uuid not null,
  at timestamptz(3) not null,
  digest bigint not null,
  received_at timestamptz(3) not null,
  batch bigint not null,
  person_id uuid,
  event text not null,
  content jsonb not null,
  extra jsonb,
  constraint signal_key primary key (unit_id, at, digest)
) partition by range (at);
select monitoring.written_by_watch('monitoring.signal', 'insert');
create index signal_by_batch on monitoring.signal using brin (batch) with (pages_per_range = 16, autosummarize = on);

-- Partitions of whole days (UTC) from `p_from` to `p_to`. The watch owns no table; this is all it may make.
create function monitoring.ensure_days(p_from date, p_to date) returns integer
  language plpgsql security definer set search_path = pg_catalog
  as $$
declare
  day date := p_from;
  made integer := 0;
  parent text;
  name text;
begin
  if p_to - p_from > 400 then
    raise exception 'too many days at once' using errcode = '22023';
  end if;
  while day <= p_to loop
    foreach parent in array array['fix', 'signal'] loop
      name := format('%s_%s', parent, to_char(day, 'YYYYMMDD'));
      if to_regclass('monitoring.' || name) is null then
        execute format('create table monitoring.%I partition of monitoring.%I for values from (%L) to (%L)',
          name, parent, day::text || ' 00:00:00+00', (day + 1)::text || ' 00:00:00+00');
        execute format('alter table monitoring.%I enable row level security', name);
        execute format('alter table monitoring.%I force row level security', name);
        execute format('create policy own_agency on monitoring.%I using (agency_id = platform.agency())', name);
        made := made + 1;
      end if;
    end loop;
    day := day + 1;
  end loop;
  return made;
end $$;
revoke all on function monitoring.ensure_days(date, date) from public;
grant execute on function monitoring.ensure_days(date, date) to inlieu_ingest;

-- What could not be taken, whole, with the reason. An unknown unit belongs to no agency.
create table monitoring.set_aside (
  id bigint not null generated always as identity,
  agency_id uuid,
  unit_id uuid,
  received_at timestamptz not null,
  door text not null,
  reason text not null,
  detail text not null,
  address text not null,
  body text not null,
  constraint set_aside_key primary key (id)
);
create index set_aside_by_time on monitoring.set_aside (agency_id, received_at);
select monitoring.written_by_watch('monitoring.set_aside', 'insert');

-- What the office tells the watch: who wears what, zones, hours, leave, numbers, results that people typed in.
-- Written in the transaction of the act that changed it; `batch` is set by the watch when it has taken it in.
create table monitoring.told (
  agency_id uuid not null,
  id bigint not null generated always as identity,
  -- 'input': an input of `step` for a person; 'unit': read this unit's credentials and wearers again;
  -- 'template': read this set of zones again.
  kind text not null,
  person_id uuid,
  unit_id uuid,
  at timestamptz(3) not null,
  told_at timestamptz(3) not null,
  content jsonb not null,
  batch bigint,
  constraint told_key primary key (id),
  constraint told_kind check (kind in ('input', 'unit', 'template')),
  constraint told_of check ((kind = 'input') = (person_id is not null) and (kind = 'unit') = (unit_id is not null)),
  constraint told_person foreign key (agency_id, person_id) references people.person (agency_id, id)
);
create index told_waiting on monitoring.told (id) where batch is null;
create index told_by_person on monitoring.told (agency_id, person_id, id);
create index told_by_batch on monitoring.told (batch);
select monitoring.written_by_watch('monitoring.told', 'update');
grant insert on monitoring.told to inlieu_app, inlieu_worker;

-- The watch's memory of a person after a commit; what came since is read again from the rows above.
create table monitoring.snapshot (
  agency_id uuid not null,
  person_id uuid not null,
  batch bigint not null,
  taken_at timestamptz not null,
  state jsonb not null,
  constraint snapshot_key primary key (agency_id, person_id)
);
select monitoring.written_by_watch('monitoring.snapshot', 'insert, update');
-- The office has no use for it.
revoke select on monitoring.snapshot from inlieu_app;

-- What the watch found, the last word for each key. Withdrawn and joined ones stay.
create table monitoring.happening (
  agency_id uuid not null,
  key text collate "C" not null,
  person_id uuid not null,
  kind text not null,
  zone text,
  severity text not null,
  at timestamptz(3) not null,
  known_at timestamptz(3) not null,
  confirmed_at timestamptz(3) not null,
  late boolean not null,
  withdrawn boolean not null,
  joined text,
  ends text,
  cause text,
  incident text collate "C" not null,
  evidence jsonb not null,
  batch bigint not null,
  constraint happening_key primary key (agency_id, key),
  constraint happening_person foreign key (agency_id, person_id) references people.person (agency_id, id),
  constraint happening_severity check (severity in ('critical', 'high', 'medium', 'low', 'note'))
);
create index happening_by_person on monitoring.happening (agency_id, person_id, at);
create index happening_by_incident on monitoring.happening (agency_id, incident);
select monitoring.written_by_watch('monitoring.happening', 'insert, update');

-- How each unit stands now: its last contact, its last usable position, and what is the matter.
create table monitoring.standing (
  agency_id uuid not null,
  unit_id uuid not null,
  person_id uuid,
  contact_at timestamptz(3) not null,
  -- Milliseconds that the unit's clock is behind ours, the least seen lately: what it can be at most.
  clock_offset_ms integer,
  battery double precision,
  charging boolean,
  at timestamptz(3),
  lat double precision,
  lon double precision,
  accuracy double precision,
  speed double precision,
  course double precision,
  -- Kinds of happenings that hold now.
  matters text[] not null default '{}',
  constraint standing_key primary key (agency_id, unit_id)
) with (fillfactor = 70);
create index standing_by_person on monitoring.standing (agency_id, person_id);
select monitoring.written_by_watch('monitoring.standing', 'insert, update');

-- What is to be said to a unit at its next message.
create table monitoring.command (
  agency_id uuid not null,
  id uuid not null,
  unit_id uuid not null,
  kind text not null,
  asked_at timestamptz not null,
  asked_by uuid,
  alarm_id uuid,
  sent_at timestamptz,
  constraint command_key primary key (agency_id, id),
  constraint command_of_unit foreign key (agency_id, unit_id) references equipment.unit (agency_id, id),
  constraint command_kind check (kind in ('vibrate', 'light', 'tone', 'locate'))
);
create index command_waiting on monitoring.command (agency_id, unit_id) where sent_at is null;
select platform.agency_table('monitoring.command', 'insert');
create policy by_watch on monitoring.command to inlieu_ingest using (true) with check (true);
grant select, update on monitoring.command to inlieu_ingest;

create view monitoring.v_happening as
  select agency_id, key, person_id, kind, zone, severity, at, known_at, confirmed_at, late, withdrawn, joined, ends,
    cause, incident, evidence, batch
  from monitoring.happening;
select platform.reading_view('monitoring.v_happening');

create view monitoring.v_standing as
  select agency_id, unit_id, person_id, contact_at, clock_offset_ms, battery, charging, at, lat, lon, accuracy, speed,
    course, matters
  from monitoring.standing;
select platform.reading_view('monitoring.v_standing');

-- The watch itself was silent: found by the worker, told to people outside of the house.
create table monitoring.silence (
  agency_id uuid not null,
  id uuid not null,
  -- When the watch last evaluated; null when it never had.
  last_evaluated_at timestamptz,
  found_at timestamptz not null,
  told integer not null,
  ended_at timestamptz,
  constraint silence_key primary key (agency_id, id),
  constraint silence_agency foreign key (agency_id) references access.agency (id)
);
create unique index silence_one_open on monitoring.silence (agency_id) where ended_at is null;
select platform.agency_table('monitoring.silence', 'insert, update');
