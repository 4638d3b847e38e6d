-- home: a sentence served at home under electronic monitoring. Where a person lives and may go, what binds
-- them and who says so, the evaluation of the home, the contract, the places of each program.
select platform.room('home');

-- A place that an officer has approved for a person: the home, and where an absence may lead (EMP-0.1, EMP-1.2).
create table home.place (
  agency_id uuid not null,
  id uuid not null,
  enrolment_id uuid not null,
  person_id uuid not null,
  kind text not null,
  name text not null,
  address text not null,
  -- Degrees WGS 84; null until somebody has put it on the map.
  lat double precision,
  lon double precision,
  note text not null default '',
  approved_at timestamptz not null,
  approved_by uuid not null,
  ended_at timestamptz,
  ended_by uuid,
  ended_because text,
  version integer not null default 1,
  constraint place_key primary key (agency_id, id),
  constraint place_of_enrolment foreign key (agency_id, enrolment_id) references programs.enrolment (agency_id, id),
  constraint place_of_person foreign key (agency_id, person_id) references people.person (agency_id, id),
  constraint place_approved_by foreign key (agency_id, approved_by) references access.account (agency_id, id),
  constraint place_ended_by foreign key (agency_id, ended_by) references access.account (agency_id, id),
  constraint place_kind check (kind in ('home', 'work', 'school', 'family', 'treatment', 'service', 'medical', 'court', 'other')),
  constraint place_on_map check ((lat is null) = (lon is null) and lat between -90 and 90 and lon between -180 and 180),
  constraint place_end check ((ended_at is null) = (ended_by is null) and (ended_at is null) = (ended_because is null)),
  constraint place_version check (version >= 1)
);
-- One home at a time: a new address ends the earlier one and re-opens the evaluation (EMP-3.3, own).
create unique index place_one_home on home.place (agency_id, enrolment_id) where kind = 'home' and ended_at is null;
create index place_by_enrolment on home.place (agency_id, enrolment_id, approved_at);
create index place_by_person on home.place (agency_id, person_id);
select platform.agency_table('home.place', 'insert, update');

create view home.v_place as
  select agency_id, id, enrolment_id, person_id, kind, name, address, lat, lon, note, approved_at, approved_by,
    ended_at, ended_by, ended_because, version
  from home.place;
select platform.reading_view('home.v_place');
