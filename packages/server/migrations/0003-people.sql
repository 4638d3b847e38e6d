-- people: who a person is. One row a person; names, addresses and phones as they were over time.
select platform.room('people');

create table people.person (
  agency_id uuid not null,
  id uuid not null,
  family_name text not null,
  given_names text not null,
  suffix text not null default '',
  birth_date date,
  sex text,
  birth_place text not null default '',
  race text not null default '',
  language text not null default 'en',
  description text not null default '',      -- birthmarks, tattoos (WAP-BOOK.4)
  photo_paper_id uuid,
  created_at timestamptz not null,
  created_by uuid,
  version integer not null default 1,        -- counts changes of the person and of all that hangs below
  constraint person_key primary key (agency_id, id),
  constraint person_agency foreign key (agency_id) references access.agency (id),
  constraint person_photo foreign key (agency_id, photo_paper_id) references platform.paper (agency_id, id),
  constraint person_named check (family_name <> '' or given_names <> ''),
  constraint person_sex check (sex is null or sex in ('female', 'male', 'nonbinary', 'unknown')),
  constraint person_language check (language in ('en', 'es'))
);
create index person_by_birth_date on people.person (agency_id, birth_date);
select platform.agency_table('people.person', 'insert, update');

-- A paper may be scanned before its person is known. It is given to a person once and stays with them; only with
-- a commitment that had been typed in on the wrong person does its scan move.
alter table platform.paper add constraint paper_person
  foreign key (agency_id, person_id) references people.person (agency_id, id);
alter table platform.document add constraint document_person
  foreign key (agency_id, person_id) references people.person (agency_id, id);
grant update (person_id) on platform.paper to inlieu_app, inlieu_worker;
create function people.paper_given_once() returns trigger
  language plpgsql set search_path = pg_catalog
  as $$
begin
  if old.person_id is not null and new.person_id is distinct from old.person_id
    and current_setting('inlieu.verb', true) is distinct from 'court.move-commitment' then
    raise exception 'a paper stays with its person' using errcode = '23514', constraint = 'paper_given_once';
  end if;
  return new;
end $$;
create trigger paper_given_once before update on platform.paper
  for each row execute function people.paper_given_once();

create table people.alias (
  agency_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  family_name text not null,
  given_names text not null,
  added_at timestamptz not null,
  ended_at timestamptz,
  constraint alias_key primary key (agency_id, id),
  constraint alias_of_person foreign key (agency_id, person_id) references people.person (agency_id, id),
  constraint alias_named check (family_name <> '' or given_names <> '')
);
create index alias_by_person on people.alias (agency_id, person_id);
select platform.agency_table('people.alias', 'insert, update');

create table people.address (
  agency_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  line1 text not null,
  line2 text not null default '',
  city text not null,
  state text not null,
  zip text not null default '',
  latitude double precision,
  longitude double precision,
  placed_by text,                            -- 'zip' (centre of the ZIP area) or 'hand'
  from_day date not null,
  until_day date,                            -- the first day it no longer holds
  added_at timestamptz not null,
  added_by uuid,
  constraint address_key primary key (agency_id, id),
  constraint address_of_person foreign key (agency_id, person_id) references people.person (agency_id, id),
  constraint address_period check (until_day is null or until_day > from_day),
  constraint address_placed check ((latitude is null) = (longitude is null) and (latitude is null) = (placed_by is null)),
  constraint address_placed_by check (placed_by in ('zip', 'hand')),
  constraint address_on_earth check (latitude between -90 and 90 and longitude between -180 and 180)
);
create unique index address_current on people.address (agency_id, person_id) where until_day is null;
create index address_by_person on people.address (agency_id, person_id, from_day);
select platform.agency_table('people.address', 'insert, update');

create table people.phone (
  agency_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  number text not null,                      -- digits only, with country code
  kind text not null,
  added_at timestamptz not null,
  ended_at timestamptz,
  constraint phone_key primary key (agency_id, id),
  constraint phone_of_person foreign key (agency_id, person_id) references people.person (agency_id, id),
  constraint phone_digits check (number ~ '^[0-9]{7,15}$'),
  constraint phone_kind check (kind in ('mobile', 'home', 'work', 'other'))
);
create index phone_by_person on people.phone (agency_id, person_id);
select platform.agency_table('people.phone', 'insert, update');

create table people.emergency_contact (
  agency_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  name text not null,
  relation text not null,
  address text not null,
  phone text not null,
  added_at timestamptz not null,
  ended_at timestamptz,
  constraint emergency_contact_key primary key (agency_id, id),
  constraint emergency_contact_of_person foreign key (agency_id, person_id) references people.person (agency_id, id)
);
create index emergency_contact_by_person on people.emergency_contact (agency_id, person_id);
select platform.agency_table('people.emergency_contact', 'insert, update');

-- Social security, driver's license and identification numbers: sealed; found exactly by keyed digest. Two
-- people may have given the same number: that is a warning to the clerk, not something the table can know.
create table people.identifier (
  agency_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  kind text not null,
  issuer text not null default '',           -- the state of a driver's license
  sealed text not null,
  lookup bytea not null,
  ending text not null,                      -- the last four characters, shown without opening
  added_at timestamptz not null,
  ended_at timestamptz,
  end_reason text,
  constraint identifier_key primary key (agency_id, id),
  constraint identifier_of_person foreign key (agency_id, person_id) references people.person (agency_id, id),
  constraint identifier_kind check (kind in ('social-security', 'drivers-license', 'coin')),
  constraint identifier_end check ((ended_at is null) = (end_reason is null))
);
create unique index identifier_once on people.identifier (agency_id, person_id, kind, lookup) where ended_at is null;
create index identifier_by_lookup on people.identifier (agency_id, kind, lookup);
select platform.agency_table('people.identifier', 'insert, update');

-- Keys a person is found by. Under row-level security LIKE and trigram search lose their index; a range
-- over stored keys does not. 'name' holds whole words and 'inside' their endings, so that any part of a
-- name is the beginning of a key, and beginnings of words can be asked for first.
create table people.search_key (
  agency_id uuid not null,
  person_id uuid not null,
  source_id uuid not null,                   -- the row the key was made from
  kind text collate "C" not null,
  key text collate "C" not null,
  ended_at timestamptz,
  constraint search_key_key primary key (agency_id, kind, key, person_id, source_id),
  constraint search_key_of_person foreign key (agency_id, person_id) references people.person (agency_id, id),
  constraint search_key_kind check (kind in ('name', 'inside', 'sound', 'docket', 'booking', 'phone')),
  constraint search_key_length check (key <> '' and length(key) <= 200)
);
create index search_key_by_source on people.search_key (agency_id, source_id, kind);
-- The two that searches read, without going to the rows; most of a common name are looked at for each search.
create index search_key_in_force on people.search_key (agency_id, kind, key, person_id) where ended_at is null;
create index search_key_by_person on people.search_key (agency_id, person_id, kind, key) where ended_at is null;
select platform.agency_table('people.search_key', 'insert, update', false);

create view people.v_person as
  select p.agency_id, p.id, p.family_name, p.given_names, p.suffix, p.birth_date, p.sex, p.birth_place, p.race,
    p.language, p.description, p.photo_paper_id, p.created_at, p.version,
    a.line1, a.line2, a.city, a.state, a.zip, a.latitude, a.longitude, a.placed_by
  from people.person p
  left join people.address a on a.agency_id = p.agency_id and a.person_id = p.id and a.until_day is null;
select platform.reading_view('people.v_person');

create view people.v_alias as
  select agency_id, id, person_id, family_name, given_names, added_at from people.alias where ended_at is null;
select platform.reading_view('people.v_alias');

create view people.v_address as
  select agency_id, id, person_id, line1, line2, city, state, zip, latitude, longitude, placed_by, from_day, until_day
  from people.address;
select platform.reading_view('people.v_address');

create view people.v_phone as
  select agency_id, id, person_id, number, kind, added_at from people.phone where ended_at is null;
select platform.reading_view('people.v_phone');

create view people.v_emergency_contact as
  select agency_id, id, person_id, name, relation, address, phone, added_at
  from people.emergency_contact where ended_at is null;
select platform.reading_view('people.v_emergency_contact');

-- Never the sealed value: it is opened in one place, which records the look.
create view people.v_identifier as
  select agency_id, id, person_id, kind, issuer, ending, added_at from people.identifier where ended_at is null;
select platform.reading_view('people.v_identifier');

create view people.v_search_key as
  select agency_id, person_id, source_id, kind, key from people.search_key where ended_at is null;
select platform.reading_view('people.v_search_key');

create view people.v_timeline as
  select p.agency_id, p.id as person_id, null::uuid as enrolment_id, p.created_at as at, null::date as on_day,
    'people.opened' as kind, '{}'::jsonb as about, p.created_by as actor
  from people.person p
  union all
  select a.agency_id, a.person_id, null, a.added_at, a.from_day, 'people.address-recorded',
    jsonb_build_object('address', a.id, 'line1', a.line1, 'city', a.city, 'state', a.state, 'zip', a.zip), a.added_by
  from people.address a
  union all
  select e.agency_id, p.id, null, e.at, null, 'people.changed', jsonb_build_object('request', e.request), e.actor
  from people.person p
  join audit.entry e on e.agency_id = p.agency_id and e.room = 'people' and e.record = 'person'
    and e.row_id = p.id::text and e.operation = 'update'
  union all
  select e.agency_id, i.person_id, null, e.at, null, 'people.identifier-opened',
    jsonb_build_object('identifier', i.id, 'kind', i.kind, 'ending', i.ending, 'reason', e.reason), e.actor
  from people.identifier i
  join audit.entry e on e.agency_id = i.agency_id and e.room = 'people' and e.record = 'identifier'
    and e.row_id = i.id::text and e.operation = 'look';
select platform.reading_view('people.v_timeline');
