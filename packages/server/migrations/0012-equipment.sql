-- equipment: the units of an agency, who wears which, and how each gets in at the device doors.
select platform.room('equipment');
grant usage on schema equipment to inlieu_ingest;

-- What an installer and a wearer need to know of a kind of unit (EMP-A.1).
create table equipment.model (
  agency_id uuid not null,
  id uuid not null,
  maker text not null,
  name text not null,
  -- What it measures: places, or tests and presence only.
  kind text not null,
  positions boolean not null,
  levels text[] not null,
  battery_hours integer,
  life_months integer,
  strap text not null default '',
  water text not null default '',
  charging text not null default '',
  signals text[] not null default '{}',   -- what it can do for its wearer: vibrate, light, tone, locate
  added_at timestamptz not null,
  version integer not null default 1,
  constraint model_key primary key (agency_id, id),
  constraint model_agency foreign key (agency_id) references access.agency (id),
  constraint model_once unique (agency_id, maker, name),
  constraint model_kind check (kind in ('gps', 'home-unit', 'breath', 'alcohol', 'beacon', 'phone')),
  constraint model_levels check (levels <@ array['active', 'passive', 'on-demand']),
  constraint model_signals check (signals <@ array['vibrate', 'light', 'tone', 'locate']),
  constraint model_battery check (battery_hours between 1 and 1000),
  constraint model_life check (life_months between 1 and 240),
  constraint model_level_once check (cardinality(levels) between 1 and 3),
  constraint model_version check (version >= 1)
);
select platform.agency_table('equipment.model', 'insert, update');
select platform.read_by_watch('equipment.model');

-- A day's price of a model in the field and on the shelf, for the cost report (EMP-11.2, EMP-11.3).
create table equipment.price (
  agency_id uuid not null,
  id uuid not null,
  model_id uuid not null,
  from_day date not null,
  in_field_cents integer not null,
  on_shelf_cents integer not null,
  authority text not null,
  entered_at timestamptz not null,
  entered_by uuid not null,
  constraint price_key primary key (agency_id, id),
  constraint price_of_model foreign key (agency_id, model_id) references equipment.model (agency_id, id),
  constraint price_entered_by foreign key (agency_id, entered_by) references access.account (agency_id, id),
  constraint price_cents check (in_field_cents between 0 and 1000000 and on_shelf_cents between 0 and 1000000)
);
-- Two prices of one day: the later one corrects the earlier, which stays on record.
create index price_by_model on equipment.price (agency_id, model_id, from_day, entered_at);
select platform.agency_table('equipment.price', 'insert');

create table equipment.unit (
  agency_id uuid not null,
  id uuid not null,
  model_id uuid not null,
  serial text collate "C" not null,
  phone text not null default '',
  carrier text not null default '',
  acquired_on date not null,
  note text not null default '',
  version integer not null default 1,
  constraint unit_key primary key (agency_id, id),
  constraint unit_serial unique (agency_id, serial),
  constraint unit_of_model foreign key (agency_id, model_id) references equipment.model (agency_id, id),
  constraint unit_serial_form check (serial ~ '^[!-~]{1,64}$')
);
select platform.agency_table('equipment.unit', 'insert, update');
select platform.read_by_watch('equipment.unit');

-- What happened to a unit; its state (in stock, fitted, in repair, lost, retired) follows from these.
create table equipment.step (
  agency_id uuid not null,
  id uuid not null,
  unit_id uuid not null,
  number integer not null,
  kind text not null,
  at timestamptz not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  code text not null default '',  -- which fault, or why it was taken off
  note text not null default '',
  constraint step_key primary key (agency_id, id),
  constraint step_of_unit foreign key (agency_id, unit_id) references equipment.unit (agency_id, id),
  constraint step_number unique (agency_id, unit_id, number),
  constraint step_kind check (kind in ('received', 'fitted', 'removed', 'fault', 'to-repair', 'repaired', 'lost', 'found', 'retired')),
  constraint step_recorded_by foreign key (agency_id, recorded_by) references access.account (agency_id, id)
);
select platform.agency_table('equipment.step', 'insert');

-- A unit on a person, from its fitting to its removal (EMP-4.2i). One unit, one wearer at a time.
create table equipment.fitting (
  agency_id uuid not null,
  id uuid not null,
  unit_id uuid not null,
  person_id uuid not null,
  enrolment_id uuid not null,
  level text not null,
  -- Whether it tells places: a person wears one such unit at a time.
  positions boolean not null default true,
  fitted_at timestamptz not null,
  fitted_by uuid not null,
  note text not null default '',
  removed_at timestamptz,
  removed_by uuid,
  removal_code text,
  removal_note text,
  version integer not null default 1,
  constraint fitting_key primary key (agency_id, id),
  constraint fitting_of_unit foreign key (agency_id, unit_id) references equipment.unit (agency_id, id),
  constraint fitting_of_person foreign key (agency_id, person_id) references people.person (agency_id, id),
  constraint fitting_of_enrolment foreign key (agency_id, enrolment_id) references programs.enrolment (agency_id, id),
  constraint fitting_fitted_by foreign key (agency_id, fitted_by) references access.account (agency_id, id),
  constraint fitting_level check (level in ('active', 'passive', 'on-demand')),
  constraint fitting_order check (removed_at is null or removed_at > fitted_at),
  constraint fitting_removed_by foreign key (agency_id, removed_by) references access.account (agency_id, id),
  constraint fitting_removal check ((removed_at is null) = (removed_by is null) and (removed_at is null) = (removal_code is null))
);
create unique index fitting_one_wearer on equipment.fitting (agency_id, unit_id) where removed_at is null;
create unique index fitting_one_track on equipment.fitting (agency_id, person_id) where removed_at is null and positions;
create index fitting_by_unit on equipment.fitting (agency_id, unit_id, fitted_at);
create index fitting_by_person on equipment.fitting (agency_id, person_id, fitted_at);
select platform.agency_table('equipment.fitting', 'insert, update');
select platform.read_by_watch('equipment.fitting');

-- How a unit gets in at a device door. Only the digest is kept: the secret is shown once, when it is made.
-- One without a unit belongs to a forwarder (a Traccar server, a vendor's feed) that names units by serial.
create table equipment.credential (
  agency_id uuid not null,
  id uuid not null,
  unit_id uuid,
  door text not null,
  digest bytea not null,
  hint text not null,             -- the last four characters, to tell one from another
  name text not null default '',
  made_at timestamptz not null,
  made_by uuid,
  ended_at timestamptz,
  ended_by uuid,
  ended_because text,
  constraint credential_key primary key (agency_id, id),
  constraint credential_agency foreign key (agency_id) references access.agency (id),
  constraint credential_of_unit foreign key (agency_id, unit_id) references equipment.unit (agency_id, id),
  constraint credential_digest unique (digest),
  constraint credential_door check (door in ('osmand', 'owntracks', 'traccar', 'json')),
  constraint credential_made_by foreign key (agency_id, made_by) references access.account (agency_id, id),
  constraint credential_ended_by foreign key (agency_id, ended_by) references access.account (agency_id, id),
  constraint credential_name check (unit_id is not null or name <> ''),
  constraint credential_end check ((ended_at is null) = (ended_because is null))
);
-- One way in per unit and door: a new one takes the place of the one before it.
create unique index credential_one_live on equipment.credential (agency_id, unit_id, door) where ended_at is null;
create index credential_by_unit on equipment.credential (agency_id, unit_id, made_at);
select platform.agency_table('equipment.credential', 'insert, update');
select platform.read_by_watch('equipment.credential');

create view equipment.v_model as
  select agency_id, id, maker, name, kind, positions, levels, battery_hours, life_months, strap, water, charging,
    signals, added_at, version
  from equipment.model;
select platform.reading_view('equipment.v_model');

create view equipment.v_price as
  select agency_id, id, model_id, from_day, in_field_cents, on_shelf_cents, authority, entered_at, entered_by
  from equipment.price;
select platform.reading_view('equipment.v_price');

-- Each unit as it stands now. The one place where its state is derived: what is lost, in repair or retired is
-- that whatever else; else it is fitted while somebody wears it.
create view equipment.v_unit as
  select u.agency_id, u.id, u.model_id, u.serial, u.phone, u.carrier, u.acquired_on, u.note, u.version,
    m.maker, m.name as model, m.kind, m.positions, m.levels, m.battery_hours, m.life_months, m.signals,
    -- EMP-8.7: a unit serves for so long; after that it is to be exchanged.
    (u.acquired_on + make_interval(months => m.life_months))::date as life_ends_on,
    f.id as fitting_id, f.person_id, f.enrolment_id, f.level, f.fitted_at,
    s.kind as last_step, s.at as last_step_at,
    case
      when s.kind = 'lost' then 'lost'
      when s.kind = 'to-repair' then 'in-repair'
      when s.kind = 'retired' then 'retired'
      when f.id is not null then 'fitted'
      else 'in-stock'
    end as state
  from equipment.unit u
  join equipment.model m on m.agency_id = u.agency_id and m.id = u.model_id
  left join equipment.fitting f on f.agency_id = u.agency_id and f.unit_id = u.id and f.removed_at is null
  left join lateral (
    select kind, at from equipment.step s
    where s.agency_id = u.agency_id and s.unit_id = u.id and s.kind <> 'fault'
    order by s.number desc limit 1
  ) s on true;
select platform.reading_view('equipment.v_unit');

create view equipment.v_fitting as
  select agency_id, id, unit_id, person_id, enrolment_id, level, fitted_at, fitted_by, removed_at, removed_by,
    removal_code, note, removal_note, version
  from equipment.fitting;
select platform.reading_view('equipment.v_fitting');
grant select on equipment.v_fitting to inlieu_ingest;

create view equipment.v_credential as
  select agency_id, id, unit_id, door, hint, name, made_at, made_by, ended_at, ended_by, ended_because
  from equipment.credential;
select platform.reading_view('equipment.v_credential');

create view equipment.v_timeline as
  select f.agency_id, f.person_id, f.enrolment_id, f.fitted_at as at, null::date as on_day, 'equipment.fitted' as kind,
    jsonb_build_object('unit', f.unit_id, 'serial', u.serial, 'fitting', f.id, 'level', f.level) as about,
    f.fitted_by as actor
  from equipment.fitting f
  join equipment.unit u on u.agency_id = f.agency_id and u.id = f.unit_id
  union all
  select f.agency_id, f.person_id, f.enrolment_id, f.removed_at, null::date, 'equipment.removed',
    jsonb_build_object('unit', f.unit_id, 'serial', u.serial, 'fitting', f.id, 'code', f.removal_code), f.removed_by
  from equipment.fitting f
  join equipment.unit u on u.agency_id = f.agency_id and u.id = f.unit_id
  where f.removed_at is not null;
select platform.reading_view('equipment.v_timeline');
