-- court: the papers a court sends. A modification is a paper of its own beside the one it modifies, so the
-- earlier state is kept (WAP-P1.3).
select platform.room('court');

create table court.commitment (
  agency_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  docket text not null default '',
  court_name text not null default '',
  county text not null default '',
  in_county boolean not null,
  judge_name text not null default '',
  received_on date not null,
  sentenced_on date,
  paper_form text not null,                  -- as it first came (WAP-AUTH.2)
  original_received_on date,                 -- when a fax was followed by the original or certified copy
  original_form text,
  original_paper_id uuid,
  is_modification boolean,                   -- null: nobody has looked
  has_jail_orders boolean,
  active_file_found boolean,                 -- WAP-P1.2; null: nobody has looked, or there was no need
  modifies_commitment_id uuid,
  -- the sentence as the paper states it; null where the paper is silent
  years integer,
  months integer,
  days integer,
  credit_days integer,
  starts_on date,
  relation text not null default 'unstated',
  consecutive_to uuid[] not null default '{}',
  received_while_active boolean not null default false,
  violation_indicated boolean,               -- WAP-ELIG.i; null: the clerk has not said
  conditions text not null default '',
  address_on_paper text not null default '',
  paper_id uuid,
  -- each item of the checklist (WAP-AUTH, SENT.3, P1.1) as read from the paper: item -> present | absent | unknown
  items jsonb not null,
  -- what the rules said of it when it was last written, whole; running them again is a check
  checklist jsonb not null,
  outcome text not null,
  pack_version text not null,
  pack_hash text not null,
  returned_at timestamptz,
  returned_by uuid,
  return_note text,
  created_at timestamptz not null,
  created_by uuid,
  version integer not null default 1,
  constraint commitment_key primary key (agency_id, id),
  constraint commitment_person foreign key (agency_id, person_id) references people.person (agency_id, id),
  constraint commitment_paper foreign key (agency_id, paper_id) references platform.paper (agency_id, id),
  constraint commitment_original_paper foreign key (agency_id, original_paper_id) references platform.paper (agency_id, id),
  constraint commitment_modifies foreign key (agency_id, modifies_commitment_id) references court.commitment (agency_id, id),
  constraint commitment_modifies_another check (modifies_commitment_id <> id),
  constraint commitment_paper_form check (paper_form in ('original', 'certified-copy', 'fax', 'photocopy', 'unknown')),
  constraint commitment_original_form check (original_form in ('original', 'certified-copy')),
  constraint commitment_original check ((original_received_on is null) = (original_form is null)
    and (original_received_on is not null or original_paper_id is null)),
  constraint commitment_original_later check (original_received_on >= received_on),
  constraint commitment_relation check (relation in ('concurrent', 'consecutive', 'unstated')),
  constraint commitment_after_only_consecutive check (relation = 'consecutive' or consecutive_to = '{}'),
  constraint commitment_length check (years between 0 and 99 and months between 0 and 1188
    and days between 0 and 36500 and credit_days between 0 and 36500),
  constraint commitment_outcome check (outcome in ('accepted', 'accepted-pending-original', 'refused', 'incomplete')),
  constraint commitment_return check ((returned_at is null) = (return_note is null))
);
create index commitment_by_person on court.commitment (agency_id, person_id);
create index commitment_by_day on court.commitment (agency_id, received_on, id);
create index commitment_by_modified on court.commitment (agency_id, modifies_commitment_id);
create index commitment_unsettled on court.commitment (agency_id, received_on, id)
  where returned_at is null and outcome <> 'accepted';
create index commitment_original_owed on court.commitment (agency_id, received_on)
  where paper_form = 'fax' and original_received_on is null and returned_at is null;
select platform.agency_table('court.commitment', 'insert, update');

-- The commitments that nobody is enrolled for and that did not go back: a short list, kept because finding it
-- means comparing every commitment there ever was with every enrolment. Written by the triggers below and by
-- nothing else, in the transaction that changes it.
create table court.waiting (
  agency_id uuid not null,
  commitment_id uuid not null,
  constraint waiting_key primary key (agency_id, commitment_id),
  constraint waiting_commitment foreign key (agency_id, commitment_id) references court.commitment (agency_id, id)
);
select platform.agency_table('court.waiting', 'insert', false);
revoke insert on court.waiting from inlieu_app, inlieu_worker;

create function court.commitment_came() returns trigger
  language plpgsql security definer set search_path = pg_catalog
  as $$
begin
  if new.returned_at is not null then
    delete from court.waiting w where w.agency_id = new.agency_id and w.commitment_id = new.id;
  elsif tg_op = 'INSERT' then
    insert into court.waiting (agency_id, commitment_id) values (new.agency_id, new.id);
  end if;
  return null;
end $$;
create trigger commitment_came after insert or update of returned_at on court.commitment
  for each row execute function court.commitment_came();

-- For the room that enrolls people: it says with a trigger of its own that a commitment is joined.
create function court.commitment_joined() returns trigger
  language plpgsql security definer set search_path = pg_catalog
  as $$
begin
  delete from court.waiting w where w.agency_id = new.agency_id and w.commitment_id = new.commitment_id;
  return null;
end $$;

create table court.charge (
  agency_id uuid not null,
  id uuid not null,
  commitment_id uuid not null,
  position integer not null,
  statute text not null,
  description text not null default '',
  level text not null default 'unknown',
  ended_at timestamptz,                      -- taken off the record by a correction
  constraint charge_key primary key (agency_id, id),
  constraint charge_of_commitment foreign key (agency_id, commitment_id) references court.commitment (agency_id, id),
  constraint charge_level check (level in ('felony', 'misdemeanor', 'infraction', 'unknown'))
);
create unique index charge_position on court.charge (agency_id, commitment_id, position) where ended_at is null;
select platform.agency_table('court.charge', 'insert, update');

-- What a court was asked for because its paper lacks it, and when all of it had come.
create table court.request (
  agency_id uuid not null,
  id uuid not null,
  commitment_id uuid not null,
  items jsonb not null,
  note text not null default '',
  asked_at timestamptz not null,
  asked_by uuid not null,
  document_id uuid,
  answered_at timestamptz,
  constraint request_key primary key (agency_id, id),
  constraint request_of_commitment foreign key (agency_id, commitment_id) references court.commitment (agency_id, id),
  constraint request_document foreign key (agency_id, document_id) references platform.document (agency_id, id)
);
create index request_by_commitment on court.request (agency_id, commitment_id);
create index request_open on court.request (agency_id, commitment_id) where answered_at is null;
select platform.agency_table('court.request', 'insert, update');

-- A commitment that had been typed in on the wrong person: whose it was thought to be, whose it is, and why.
create table court.move (
  agency_id uuid not null,
  id uuid not null,
  commitment_id uuid not null,
  from_person_id uuid not null,
  to_person_id uuid not null,
  reason text not null,
  moved_at timestamptz not null,
  moved_by uuid not null,
  constraint move_key primary key (agency_id, id),
  constraint move_of_commitment foreign key (agency_id, commitment_id) references court.commitment (agency_id, id),
  constraint move_from foreign key (agency_id, from_person_id) references people.person (agency_id, id),
  constraint move_to foreign key (agency_id, to_person_id) references people.person (agency_id, id),
  constraint move_to_another check (from_person_id <> to_person_id)
);
create index move_by_commitment on court.move (agency_id, commitment_id);
create index move_by_from on court.move (agency_id, from_person_id);
create index move_by_to on court.move (agency_id, to_person_id);
select platform.agency_table('court.move', 'insert');

-- The state is what is to be done about a commitment, in order of precedence: nothing (it went back, or it is
-- accepted), wait for the original, look at the paper again, wait for the court, return it or ask, ask.
create view court.v_commitment as
  select c.*,
    array(select ch.statute from court.charge ch
      where ch.agency_id = c.agency_id and ch.commitment_id = c.id and ch.ended_at is null
      order by ch.position) as statutes,
    r.request_open,
    c.paper_form = 'fax' and c.original_form is null and c.returned_at is null as original_owed,
    case
      when c.returned_at is not null then 'returned'
      when c.outcome = 'accepted' then 'accepted'
      when c.outcome = 'accepted-pending-original' then 'original-owed'
      when c.outcome = 'incomplete' and c.checklist -> 'toCheck' <> '[]' then 'to-check'
      when r.request_open then 'asked'
      when c.outcome = 'refused' then 'refused'
      else 'to-ask'
    end as state
  from court.commitment c
  cross join lateral (select exists (select from court.request q
    where q.agency_id = c.agency_id and q.commitment_id = c.id and q.answered_at is null) as request_open) r;
select platform.reading_view('court.v_commitment');

create view court.v_waiting as select agency_id, commitment_id from court.waiting;
select platform.reading_view('court.v_waiting');

-- What something is still to be done about, enrolling included.
create view court.v_open_commitment as
  select c.agency_id, c.id from court.commitment c where c.returned_at is null and c.outcome <> 'accepted'
  union
  select w.agency_id, w.commitment_id from court.waiting w;
select platform.reading_view('court.v_open_commitment');

create view court.v_charge as
  select agency_id, id, commitment_id, position, statute, description, level from court.charge where ended_at is null;
select platform.reading_view('court.v_charge');

create view court.v_request as
  select agency_id, id, commitment_id, items, note, asked_at, asked_by, document_id, answered_at from court.request;
select platform.reading_view('court.v_request');

create view court.v_timeline as
  select c.agency_id, c.person_id, null::uuid as enrolment_id, c.created_at as at, c.received_on as on_day,
    'court.commitment-received' as kind,
    jsonb_build_object('commitment', c.id, 'docket', c.docket, 'court', c.court_name, 'form', c.paper_form,
      'modifies', c.modifies_commitment_id) as about,
    c.created_by as actor
  from court.commitment c
  union all
  select e.agency_id, c.person_id, null, e.at,
    case e.verb when 'court.record-original' then c.original_received_on end,
    case e.verb when 'court.record-original' then 'court.original-received' else 'court.commitment-changed' end,
    jsonb_build_object('commitment', c.id, 'docket', c.docket), e.actor
  from court.commitment c
  join audit.entry e on e.agency_id = c.agency_id and e.room = 'court' and e.record = 'commitment'
    and e.row_id = c.id::text and e.operation = 'update'
    and e.verb in ('court.change-commitment', 'court.record-original')
  union all
  select r.agency_id, c.person_id, null, r.asked_at, null, 'court.asked',
    jsonb_build_object('commitment', c.id, 'docket', c.docket, 'items', r.items, 'document', r.document_id), r.asked_by
  from court.request r
  join court.commitment c on c.agency_id = r.agency_id and c.id = r.commitment_id
  union all
  select c.agency_id, c.person_id, null, c.returned_at, null, 'court.commitment-returned',
    jsonb_build_object('commitment', c.id, 'docket', c.docket, 'note', c.return_note), c.returned_by
  from court.commitment c where c.returned_at is not null
  union all
  select m.agency_id, p.person_id, null, m.moved_at, null, p.kind,
    jsonb_build_object('commitment', c.id, 'docket', c.docket, 'from', m.from_person_id, 'to', m.to_person_id,
      'reason', m.reason), m.moved_by
  from court.move m
  join court.commitment c on c.agency_id = m.agency_id and c.id = m.commitment_id
  cross join lateral (values (m.from_person_id, 'court.commitment-moved-away'),
    (m.to_person_id, 'court.commitment-moved-here')) p (person_id, kind);
select platform.reading_view('court.v_timeline');
