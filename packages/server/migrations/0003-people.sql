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
  version integer not null default 1,
  constraint person_key primary key (agency_id, id),
  constraint person_agency foreign key (agency_id) references access.agency (id),
  constraint person_photo foreign key (agency_id, photo_paper_id) references platform.paper (agency_id, id),
  constraint person_named check (family_name <> '' or given_names <> ''),
  constraint person_sex check (sex is null or sex in ('female', 'male', 'nonbinary', 'unknown')),
  constraint person_language check (language in ('en', 'es'))
);
select platform.agency_table('people.person', 'insert, update');

create table people.alias (
  agency_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  family_name text not null,
  given_names text not null,
  added_at timestamptz not null,
  ended_at timestamptz,
  constraint alias_key primary key (agency_id, id),
  constraint alias_of_person foreign key (agency_id, person_id) references people.person (agency_id, id)
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
  until_day date,
  constraint address_key primary key (agency_id, id),
  constraint address_of_person foreign key (agency_id, person_id) references people.person (agency_id, id),
  constraint address_period check (until_day is null or until_day >= from_day),
  constraint address_placed check ((latitude is null) = (longitude is null) and (latitude is null) = (placed_by is null))
);
create unique index address_current on people.address (agency_id, person_id) where until_day is null;
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

-- Social security, driver's licence and identification numbers: sealed; found exactly by keyed digest.
create table people.identifier (
  agency_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  kind text not null,
  sealed text not null,
  lookup bytea not null,
  ending text not null,                      -- the last four characters, shown without opening
  added_at timestamptz not null,
  ended_at timestamptz,
  constraint identifier_key primary key (agency_id, id),
  constraint identifier_of_person foreign key (agency_id, person_id) references people.person (agency_id, id),
  constraint identifier_kind check (kind in ('social-security', 'drivers-license', 'coin'))
);
create unique index identifier_once on people.identifier (agency_id, kind, lookup) where ended_at is null;
create index identifier_by_person on people.identifier (agency_id, person_id);
select platform.agency_table('people.identifier', 'insert, update');

-- Keys a person is found by. Under row-level security LIKE and trigram search lose their index; a range
-- over stored keys does not. Names are stored with each of their endings, so that any part is a prefix.
create table people.search_key (
  agency_id uuid not null,
  person_id uuid not null,
  source_id uuid not null,                   -- the row the key was made from
  kind text not null,
  key text collate "C" not null,
  ended_at timestamptz,
  constraint search_key_key primary key (agency_id, kind, key, person_id, source_id),
  constraint search_key_of_person foreign key (agency_id, person_id) references people.person (agency_id, id),
  constraint search_key_kind check (kind in ('name', 'sound', 'docket', 'booking', 'phone'))
);
create index search_key_by_source on people.search_key (agency_id, source_id);
select platform.agency_table('people.search_key', 'insert, update', false);

create view people.v_person as
  select p.agency_id, p.id, p.family_name, p.given_names, p.suffix, p.birth_date, p.sex, p.birth_place, p.race,
    p.language, p.description, p.photo_paper_id, p.created_at, p.version,
    a.line1, a.line2, a.city, a.state, a.zip, a.latitude, a.longitude, a.placed_by
  from people.person p
  left join people.address a on a.agency_id = p.agency_id and a.person_id = p.id and a.until_day is null;
select platform.reading_view('people.v_person');

create view people.v_phone as
  select agency_id, id, person_id, number, kind, added_at from people.phone where ended_at is null;
select platform.reading_view('people.v_phone');

create view people.v_search_key as
  select agency_id, person_id, kind, key from people.search_key where ended_at is null;
select platform.reading_view('people.v_search_key');
