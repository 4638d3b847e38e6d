-- court: the papers a court sends. A commitment is kept as received; what changed it stands beside it.
select platform.room('court');

create table court.commitment (
  agency_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  docket text not null,
  court_name text not null default '',
  county text not null default '',
  in_county boolean not null,
  judge_name text not null default '',
  received_on date not null,
  sentenced_on date,
  paper_form text not null,
  original_received_on date,                 -- when a fax was followed by the original or certified copy
  is_modification boolean not null default false,
  has_jail_orders boolean not null default true,
  modifies_commitment_id uuid,
  -- the sentence as the paper states it; null where the paper is silent
  years integer,
  months integer,
  days integer,
  credit_days integer,
  starts_on date,
  relation text not null default 'unstated',
  consecutive_to uuid,
  received_while_active boolean not null default false,
  violation_indicated boolean,
  conditions text not null default '',
  address_on_paper text not null default '',
  paper_id uuid,
  -- each item of the checklist (WAP-AUTH, SENT.3, P1.1) as read from the paper: item -> present | absent | unknown
  items jsonb not null,
  returned_at timestamptz,
  return_note text,
  created_at timestamptz not null,
  version integer not null default 1,
  constraint commitment_key primary key (agency_id, id),
  constraint commitment_person foreign key (agency_id, person_id) references people.person (agency_id, id),
  constraint commitment_paper foreign key (agency_id, paper_id) references platform.paper (agency_id, id),
  constraint commitment_modifies foreign key (agency_id, modifies_commitment_id) references court.commitment (agency_id, id),
  constraint commitment_after foreign key (agency_id, consecutive_to) references court.commitment (agency_id, id),
  constraint commitment_paper_form check (paper_form in ('original', 'certified-copy', 'fax', 'photocopy')),
  constraint commitment_relation check (relation in ('concurrent', 'consecutive', 'unstated')),
  constraint commitment_length check (coalesce(years, 0) >= 0 and coalesce(months, 0) >= 0 and coalesce(days, 0) >= 0 and coalesce(credit_days, 0) >= 0),
  constraint commitment_return check ((returned_at is null) = (return_note is null))
);
create index commitment_by_person on court.commitment (agency_id, person_id);
create index commitment_by_docket on court.commitment (agency_id, docket);
create index commitment_by_day on court.commitment (agency_id, received_on, id);
select platform.agency_table('court.commitment', 'insert, update');

create table court.charge (
  agency_id uuid not null,
  id uuid not null,
  commitment_id uuid not null,
  position integer not null,
  statute text not null,
  description text not null default '',
  level text not null default 'unknown',
  constraint charge_key primary key (agency_id, id),
  constraint charge_of_commitment foreign key (agency_id, commitment_id) references court.commitment (agency_id, id),
  constraint charge_level check (level in ('felony', 'misdemeanor', 'infraction', 'unknown')),
  constraint charge_position unique (agency_id, commitment_id, position)
);
select platform.agency_table('court.charge', 'insert, update');

-- What a court was asked for because its paper lacks it, and when it came.
create table court.request (
  agency_id uuid not null,
  id uuid not null,
  commitment_id uuid not null,
  items jsonb not null,
  asked_at timestamptz not null,
  asked_by uuid not null,
  document_id uuid,
  answered_at timestamptz,
  constraint request_key primary key (agency_id, id),
  constraint request_of_commitment foreign key (agency_id, commitment_id) references court.commitment (agency_id, id),
  constraint request_document foreign key (agency_id, document_id) references platform.document (agency_id, id)
);
create index request_by_commitment on court.request (agency_id, commitment_id);
select platform.agency_table('court.request', 'insert, update');

create view court.v_commitment as
  select c.*,
    array(select ch.statute from court.charge ch
      where ch.agency_id = c.agency_id and ch.commitment_id = c.id order by ch.position) as statutes,
    exists (select from court.request r
      where r.agency_id = c.agency_id and r.commitment_id = c.id and r.answered_at is null) as request_open
  from court.commitment c;
select platform.reading_view('court.v_commitment');

create view court.v_charge as
  select agency_id, id, commitment_id, position, statute, description, level from court.charge;
select platform.reading_view('court.v_charge');

create view court.v_request as
  select agency_id, id, commitment_id, items, asked_at, asked_by, document_id, answered_at from court.request;
select platform.reading_view('court.v_request');
