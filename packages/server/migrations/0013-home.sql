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

-- A place in a program that takes so many at a time (EMP-0.8, EMP-2.4): waited for, held, freed. How many there
-- are is a parameter of the pack; each program counts its own people.
create table home.slot (
  agency_id uuid not null,
  id uuid not null,
  enrolment_id uuid not null,
  person_id uuid not null,
  pack text not null,
  asked_at timestamptz not null,
  asked_by uuid,
  note text not null default '',
  given_at timestamptz,
  given_by uuid,
  -- Why somebody else who has waited longer was passed over; '' where nobody was.
  out_of_turn text not null default '',
  freed_at timestamptz,
  freed_by uuid,
  freed_because text,
  constraint slot_key primary key (agency_id, id),
  constraint slot_of_enrolment foreign key (agency_id, enrolment_id) references programs.enrolment (agency_id, id),
  constraint slot_of_person foreign key (agency_id, person_id) references people.person (agency_id, id),
  constraint slot_asked_by foreign key (agency_id, asked_by) references access.account (agency_id, id),
  constraint slot_given_by foreign key (agency_id, given_by) references access.account (agency_id, id),
  constraint slot_freed_by foreign key (agency_id, freed_by) references access.account (agency_id, id),
  constraint slot_given check ((given_at is null) = (given_by is null) and (given_at is not null or out_of_turn = '')),
  constraint slot_freed check ((freed_at is null) = (freed_because is null))
);
create unique index slot_once on home.slot (agency_id, enrolment_id) where freed_at is null;
create index slot_by_pack on home.slot (agency_id, pack, asked_at) where freed_at is null;
create index slot_by_enrolment on home.slot (agency_id, enrolment_id, asked_at);
select platform.agency_table('home.slot', 'insert, update');

-- The row at which those who give places of one program wait for each other, so that the last one is given once.
create table home.program (
  agency_id uuid not null,
  pack text not null,
  constraint program_key primary key (agency_id, pack),
  constraint program_agency foreign key (agency_id) references access.agency (id)
);
-- Not audited: it holds nothing.
select platform.agency_table('home.program', 'insert, update', false);

-- The sworn deputy who supervises somebody (EMP-0.10).
create table home.deputy (
  agency_id uuid not null,
  id uuid not null,
  enrolment_id uuid not null,
  person_id uuid not null,
  account_id uuid not null,
  named_at timestamptz not null,
  named_by uuid not null,
  note text not null default '',
  ended_at timestamptz,
  constraint deputy_key primary key (agency_id, id),
  constraint deputy_of_enrolment foreign key (agency_id, enrolment_id) references programs.enrolment (agency_id, id),
  constraint deputy_of_person foreign key (agency_id, person_id) references people.person (agency_id, id),
  constraint deputy_account foreign key (agency_id, account_id) references access.account (agency_id, id),
  constraint deputy_named_by foreign key (agency_id, named_by) references access.account (agency_id, id)
);
create unique index deputy_one on home.deputy (agency_id, enrolment_id) where ended_at is null;
create index deputy_by_account on home.deputy (agency_id, account_id) where ended_at is null;
create index deputy_by_enrolment on home.deputy (agency_id, enrolment_id, named_at);
select platform.agency_table('home.deputy', 'insert, update');

-- What limits somebody's places, doings and communications; each names the order that set it and how it is
-- supervised (EMP-1.4). A change is a new row: what bound a person on a day stays on record.
create table home.condition (
  agency_id uuid not null,
  id uuid not null,
  enrolment_id uuid not null,
  person_id uuid not null,
  kind text not null,
  content text not null,
  -- The commitment whose order it is; null for another order, which `order_reference` names.
  commitment_id uuid,
  order_reference text not null,
  ordered_on date not null,
  supervised_by text not null,
  from_day date not null,
  set_at timestamptz not null,
  set_by uuid not null,
  ended_at timestamptz,
  ended_by uuid,
  ended_because text,
  constraint condition_key primary key (agency_id, id),
  constraint condition_of_enrolment foreign key (agency_id, enrolment_id) references programs.enrolment (agency_id, id),
  constraint condition_of_person foreign key (agency_id, person_id) references people.person (agency_id, id),
  constraint condition_commitment foreign key (agency_id, commitment_id) references court.commitment (agency_id, id),
  constraint condition_set_by foreign key (agency_id, set_by) references access.account (agency_id, id),
  constraint condition_ended_by foreign key (agency_id, ended_by) references access.account (agency_id, id),
  constraint condition_kind check (kind in ('location', 'activity', 'communication', 'testing', 'treatment', 'search', 'other')),
  constraint condition_order check (order_reference <> ''),
  constraint condition_supervised check (supervised_by in ('monitoring', 'visits', 'office-contacts', 'tests', 'reports')),
  constraint condition_end check ((ended_at is null) = (ended_by is null) and (ended_at is null) = (ended_because is null))
);
create index condition_by_enrolment on home.condition (agency_id, enrolment_id, set_at);
create index condition_by_person on home.condition (agency_id, person_id);
select platform.agency_table('home.condition', 'insert, update');

-- The kinds of absence open to a person, set from offense, terms and conditions (EMP-1.5); the latest holds.
create table home.absence_kinds (
  agency_id uuid not null,
  id uuid not null,
  enrolment_id uuid not null,
  person_id uuid not null,
  number integer not null,
  kinds text[] not null,
  why text not null,
  set_at timestamptz not null,
  set_by uuid not null,
  permission jsonb not null,
  constraint absence_kinds_key primary key (agency_id, id),
  constraint absence_kinds_of_enrolment foreign key (agency_id, enrolment_id) references programs.enrolment (agency_id, id),
  constraint absence_kinds_of_person foreign key (agency_id, person_id) references people.person (agency_id, id),
  constraint absence_kinds_set_by foreign key (agency_id, set_by) references access.account (agency_id, id),
  constraint absence_kinds_number unique (agency_id, enrolment_id, number),
  constraint absence_kinds_why check (why <> '')
);
select platform.agency_table('home.absence_kinds', 'insert');

-- An adult who lives in the home, and what they signed: the consent to search and the rules (EMP-3.3d).
create table home.adult (
  agency_id uuid not null,
  id uuid not null,
  enrolment_id uuid not null,
  person_id uuid not null,           -- the participant
  name text not null,
  relation text not null default '',
  living_since date,
  added_at timestamptz not null,
  added_by uuid not null,
  consent_on date,
  consent_paper_id uuid,
  rules_on date,
  withdrawn_on date,
  withdrawn_note text,
  left_on date,
  version integer not null default 1,
  constraint adult_key primary key (agency_id, id),
  constraint adult_of_enrolment foreign key (agency_id, enrolment_id) references programs.enrolment (agency_id, id),
  constraint adult_of_person foreign key (agency_id, person_id) references people.person (agency_id, id),
  constraint adult_added_by foreign key (agency_id, added_by) references access.account (agency_id, id),
  constraint adult_paper foreign key (agency_id, consent_paper_id) references platform.paper (agency_id, id),
  constraint adult_paper_of_consent check (consent_paper_id is null or consent_on is not null),
  constraint adult_withdrawn check (withdrawn_on is null or (consent_on is not null and withdrawn_on >= consent_on)),
  constraint adult_version check (version >= 1)
);
create index adult_by_enrolment on home.adult (agency_id, enrolment_id, added_at);
select platform.agency_table('home.adult', 'insert, update');

-- An evaluation of the home (EMP-3.3). It stays open until an officer decides; a new adult, a withdrawn consent
-- or a new address opens another one (own).
create table home.evaluation (
  agency_id uuid not null,
  id uuid not null,
  enrolment_id uuid not null,
  person_id uuid not null,
  number integer not null,
  opened_because text not null,
  opened_at timestamptz not null,
  opened_by uuid,
  place_id uuid,
  visited_on date,
  -- Adults who live there besides the participant; null: nobody has counted them.
  adults_counted integer,
  answers jsonb not null default '{}',
  note text not null default '',
  outcome text,
  reason text,
  -- What was decided on, whole: each criterion with what answered it.
  decided_on jsonb,
  decided_at timestamptz,
  decided_by uuid,
  version integer not null default 1,
  constraint evaluation_key primary key (agency_id, id),
  constraint evaluation_of_enrolment foreign key (agency_id, enrolment_id) references programs.enrolment (agency_id, id),
  constraint evaluation_of_person foreign key (agency_id, person_id) references people.person (agency_id, id),
  constraint evaluation_of_place foreign key (agency_id, place_id) references home.place (agency_id, id),
  constraint evaluation_opened_by foreign key (agency_id, opened_by) references access.account (agency_id, id),
  constraint evaluation_decided_by foreign key (agency_id, decided_by) references access.account (agency_id, id),
  constraint evaluation_number unique (agency_id, enrolment_id, number),
  constraint evaluation_because check (opened_because in ('first', 'new-adult', 'consent-withdrawn', 'new-address', 'other')),
  constraint evaluation_adults check (adults_counted between 0 and 50),
  constraint evaluation_outcome check (outcome in ('accepted', 'refused')),
  constraint evaluation_decided check ((outcome is null) = (decided_at is null) and (outcome is null) = (decided_by is null)
    and (outcome is null) = (reason is null) and (outcome is null) = (decided_on is null)),
  constraint evaluation_version check (version >= 1)
);
create unique index evaluation_one_open on home.evaluation (agency_id, enrolment_id) where outcome is null;
select platform.agency_table('home.evaluation', 'insert, update');

-- The program contract (EMP-4.3), a row a version, with its terms as they were printed: a violation names the
-- term broken. The latest that is signed is in force.
create table home.contract (
  agency_id uuid not null,
  id uuid not null,
  enrolment_id uuid not null,
  person_id uuid not null,
  number integer not null,
  terms jsonb not null,
  language text not null,
  document_id uuid not null,
  made_at timestamptz not null,
  made_by uuid not null,
  signed_on date,
  paper_id uuid,
  signed_recorded_at timestamptz,
  signed_recorded_by uuid,
  constraint contract_key primary key (agency_id, id),
  constraint contract_of_enrolment foreign key (agency_id, enrolment_id) references programs.enrolment (agency_id, id),
  constraint contract_of_person foreign key (agency_id, person_id) references people.person (agency_id, id),
  constraint contract_document foreign key (agency_id, document_id) references platform.document (agency_id, id),
  constraint contract_paper foreign key (agency_id, paper_id) references platform.paper (agency_id, id),
  constraint contract_made_by foreign key (agency_id, made_by) references access.account (agency_id, id),
  constraint contract_signed_by foreign key (agency_id, signed_recorded_by) references access.account (agency_id, id),
  constraint contract_number unique (agency_id, enrolment_id, number),
  constraint contract_language check (language in ('en', 'es')),
  constraint contract_signed check ((signed_on is null) = (signed_recorded_at is null)
    and (signed_on is null) = (signed_recorded_by is null) and (paper_id is null or signed_on is not null))
);
select platform.agency_table('home.contract', 'insert, update');

-- That somebody could be fitted, as it was found at that moment: the law's answer whole and what else was asked.
create table home.installation (
  agency_id uuid not null,
  id uuid not null,
  enrolment_id uuid not null,
  person_id uuid not null,
  unit_id uuid not null,
  assessment jsonb not null,
  items jsonb not null,
  pack text not null,
  pack_version text not null,
  pack_hash text not null,
  at timestamptz not null,
  by uuid not null,
  constraint installation_key primary key (agency_id, id),
  constraint installation_of_enrolment foreign key (agency_id, enrolment_id) references programs.enrolment (agency_id, id),
  constraint installation_of_person foreign key (agency_id, person_id) references people.person (agency_id, id),
  constraint installation_of_unit foreign key (agency_id, unit_id) references equipment.unit (agency_id, id),
  constraint installation_by foreign key (agency_id, by) references access.account (agency_id, id)
);
create index installation_by_enrolment on home.installation (agency_id, enrolment_id, at);
select platform.agency_table('home.installation', 'insert');

create view home.v_slot as
  select agency_id, id, enrolment_id, person_id, pack, asked_at, asked_by, note, given_at, given_by, out_of_turn,
    freed_at, freed_by, freed_because,
    case when freed_at is not null then 'freed' when given_at is not null then 'held' else 'waiting' end as state
  from home.slot;
select platform.reading_view('home.v_slot');

create view home.v_deputy as
  select d.agency_id, d.id, d.enrolment_id, d.person_id, d.account_id, a.display_name, d.named_at, d.named_by, d.note,
    d.ended_at
  from home.deputy d
  join access.v_account a on a.agency_id = d.agency_id and a.id = d.account_id;
select platform.reading_view('home.v_deputy');

create view home.v_condition as
  select agency_id, id, enrolment_id, person_id, kind, content, commitment_id, order_reference, ordered_on,
    supervised_by, from_day, set_at, set_by, ended_at, ended_by, ended_because
  from home.condition;
select platform.reading_view('home.v_condition');

-- The kinds of absence that are open to each person now.
create view home.v_absence_kinds as
  select distinct on (agency_id, enrolment_id) agency_id, id, enrolment_id, person_id, number, kinds, why, set_at, set_by
  from home.absence_kinds
  order by agency_id, enrolment_id, number desc;
select platform.reading_view('home.v_absence_kinds');

-- The evaluation of each home that counts now: the latest.
create view home.v_evaluation as
  select distinct on (agency_id, enrolment_id) agency_id, id, enrolment_id, person_id, number, opened_because,
    opened_at, opened_by, place_id, visited_on, adults_counted, answers, note, outcome, reason, decided_at, decided_by,
    version, coalesce(outcome, 'open') as state
  from home.evaluation
  order by agency_id, enrolment_id, number desc;
select platform.reading_view('home.v_evaluation');

create view home.v_adult as
  select agency_id, id, enrolment_id, person_id, name, relation, living_since, consent_on, consent_paper_id, rules_on,
    withdrawn_on, withdrawn_note, left_on, version
  from home.adult;
select platform.reading_view('home.v_adult');

-- The contract in force of each enrolment: the latest that is signed.
create view home.v_contract as
  select distinct on (agency_id, enrolment_id) agency_id, id, enrolment_id, person_id, number, terms, language,
    document_id, made_at, made_by, signed_on, paper_id
  from home.contract
  where signed_on is not null
  order by agency_id, enrolment_id, number desc;
select platform.reading_view('home.v_contract');

-- This part of the room's timeline of a person.
create view home.v_timeline_of_detention as
  select agency_id, person_id, enrolment_id, approved_at as at, null::date as on_day, 'home.place-approved' as kind,
    jsonb_build_object('place', id, 'kind', kind, 'name', name, 'address', address) as about, approved_by as actor
  from home.place
  union all
  select agency_id, person_id, enrolment_id, ended_at, null::date, 'home.place-ended',
    jsonb_build_object('place', id, 'kind', kind, 'name', name, 'reason', ended_because), ended_by
  from home.place where ended_at is not null
  union all
  select agency_id, person_id, enrolment_id, asked_at, null::date, 'home.waiting', jsonb_build_object('slot', id), asked_by
  from home.slot where given_at is null or given_at > asked_at
  union all
  select agency_id, person_id, enrolment_id, given_at, null::date, 'home.place-given',
    jsonb_build_object('slot', id, 'reason', out_of_turn), given_by
  from home.slot where given_at is not null
  union all
  select d.agency_id, d.person_id, d.enrolment_id, d.named_at, null::date, 'home.deputy-named',
    jsonb_build_object('name', a.display_name), d.named_by
  from home.deputy d
  join access.v_account a on a.agency_id = d.agency_id and a.id = d.account_id
  union all
  select agency_id, person_id, enrolment_id, set_at, null::date, 'home.condition-set',
    jsonb_build_object('condition', id, 'content', content, 'order', order_reference), set_by
  from home.condition
  union all
  select agency_id, person_id, enrolment_id, ended_at, null::date, 'home.condition-ended',
    jsonb_build_object('condition', id, 'content', content, 'reason', ended_because), ended_by
  from home.condition where ended_at is not null
  union all
  select agency_id, person_id, enrolment_id, set_at, null::date, 'home.absence-kinds-set',
    jsonb_build_object('kinds', kinds, 'why', why), set_by
  from home.absence_kinds
  union all
  select agency_id, person_id, enrolment_id, opened_at, null::date, 'home.evaluation-opened',
    jsonb_build_object('number', number, 'because', opened_because), opened_by
  from home.evaluation
  union all
  select agency_id, person_id, enrolment_id, decided_at, visited_on, 'home.evaluation-' || outcome,
    jsonb_build_object('number', number, 'reason', reason), decided_by
  from home.evaluation where outcome is not null
  union all
  select agency_id, person_id, enrolment_id, signed_recorded_at, signed_on, 'home.contract-signed',
    jsonb_build_object('number', number), signed_recorded_by
  from home.contract where signed_on is not null;
select platform.reading_view('home.v_timeline_of_detention');
