-- home: what a later entry takes the place of stays on record.

-- A consent that was withdrawn before the adult signed again (EMP-3.3d): the one in force stands with the adult.
create table home.earlier_consent (
  agency_id uuid not null,
  id uuid not null,
  adult_id uuid not null,
  enrolment_id uuid not null,
  person_id uuid not null,           -- the participant
  consent_on date not null,
  consent_paper_id uuid,
  withdrawn_on date not null,
  withdrawn_note text not null,
  -- When the next signature was recorded, and by whom.
  replaced_at timestamptz not null,
  replaced_by uuid not null,
  constraint earlier_consent_key primary key (agency_id, id),
  constraint earlier_consent_of_adult foreign key (agency_id, adult_id) references home.adult (agency_id, id),
  constraint earlier_consent_of_enrolment foreign key (agency_id, enrolment_id) references programs.enrolment (agency_id, id),
  constraint earlier_consent_of_person foreign key (agency_id, person_id) references people.person (agency_id, id),
  constraint earlier_consent_paper foreign key (agency_id, consent_paper_id) references platform.paper (agency_id, id),
  constraint earlier_consent_replaced_by foreign key (agency_id, replaced_by) references access.account (agency_id, id),
  constraint earlier_consent_withdrawn check (withdrawn_on >= consent_on)
);
create index earlier_consent_by_adult on home.earlier_consent (agency_id, adult_id, withdrawn_on);
select platform.agency_table('home.earlier_consent', 'insert');

-- Why what was written down of a home was put right; null: it was not.
alter table home.place add column corrected_because text;

-- Zones in force that are drawn around a place that is approved no longer: after a move the person is followed at the
-- earlier address until somebody draws them again.
create view home.v_zone_left as
  select z.agency_id, z.id, z.enrolment_id, z.person_id, z.name, z.rule, p.name as place, p.address, p.ended_at
  from home.v_zone z
  join home.place p on p.agency_id = z.agency_id and p.id = z.place_id
  where z.ended_at is null and p.ended_at is not null;
select platform.reading_view('home.v_zone_left');

-- intake: the screenings that nobody has decided, and whether every question that was asked has an answer.
create view intake.v_screening_open as
  select agency_id, enrolment_id, step,
    answers <> '{}' and not jsonb_path_exists(answers, '$.* ? (@ == null)') as is_answered
  from intake.screening where decided_at is null;
select platform.reading_view('intake.v_screening_open');
