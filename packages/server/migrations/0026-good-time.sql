-- Good time of home detention: what was granted stands on the commitment, what was lost is a decision (SCC-2.D).

-- null: the paper grants none.
alter table court.commitment add column good_time_days integer,
  add constraint commitment_good_time check (good_time_days between 0 and 36500);

-- The view names every column of the table, so it is made anew.
drop view court.v_commitment;
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

-- Good time lost for a rule violation, of one commitment. What was entered in error is put right by a further
-- decision that stands in its place, down to no day at all; the earlier one stays on record.
create table programs.good_time_loss (
  agency_id uuid not null,
  id uuid not null,
  enrolment_id uuid not null,
  number integer not null,
  commitment_id uuid not null,
  days integer not null,
  -- The return for a rule violation that it goes with, as the program's pack names the ending.
  returned_on date not null,
  ending text not null,
  -- The day from which it is lost: that of the return, or a later one.
  on_day date not null,
  instead_of uuid,
  reason text not null,
  clause text not null,
  -- The paper that was made of it; null where the paper of the return names it.
  document_id uuid,
  decided_on date not null,
  decided_at timestamptz not null,
  decided_by uuid not null,
  constraint good_time_loss_key primary key (agency_id, id),
  constraint good_time_loss_of_enrolment foreign key (agency_id, enrolment_id) references programs.enrolment (agency_id, id),
  constraint good_time_loss_of_commitment foreign key (agency_id, commitment_id) references court.commitment (agency_id, id),
  constraint good_time_loss_number unique (agency_id, enrolment_id, number),
  constraint good_time_loss_same_enrolment unique (agency_id, enrolment_id, commitment_id, id),
  constraint good_time_loss_instead foreign key (agency_id, enrolment_id, commitment_id, instead_of)
    references programs.good_time_loss (agency_id, enrolment_id, commitment_id, id),
  constraint good_time_loss_instead_once unique (agency_id, instead_of),
  constraint good_time_loss_document foreign key (agency_id, document_id) references platform.document (agency_id, id),
  constraint good_time_loss_decided_by foreign key (agency_id, decided_by) references access.account (agency_id, id),
  constraint good_time_loss_days check (days between 0 and 36500 and (days > 0 or instead_of is not null)),
  constraint good_time_loss_order check (on_day >= returned_on and decided_on >= on_day),
  constraint good_time_loss_reason check (reason <> '')
);
select platform.agency_table('programs.good_time_loss', 'insert');

create view programs.v_good_time_loss as
  select l.agency_id, l.id, l.enrolment_id, l.number, l.commitment_id, l.days, l.returned_on, l.ending, l.on_day,
    l.instead_of, l.reason, l.clause, l.document_id, l.decided_on, l.decided_at, l.decided_by,
    not exists (select from programs.good_time_loss x
      where x.agency_id = l.agency_id and x.instead_of = l.id) as stands
  from programs.good_time_loss l;
select platform.reading_view('programs.v_good_time_loss');

alter table programs.worksheet drop constraint worksheet_cause, add constraint worksheet_cause check
  (cause in ('asked', 'reading-chosen', 'commitment-joined', 'commitment-changed', 'good-time-lost'));

create or replace view programs.v_timeline as
  select s.agency_id, e.person_id, s.enrolment_id, s.at, s.on_day, 'programs.' || s.kind as kind,
    jsonb_strip_nulls(jsonb_build_object('number', e.number, 'note', s.note, 'reason', s.about -> 'reason')) as about, s.by as actor
  from programs.step s
  join programs.enrolment e on e.agency_id = s.agency_id and e.id = s.enrolment_id
  union all
  select w.agency_id, e.person_id, w.enrolment_id, w.computed_at, w.computed_on,
    case when w.adjusted_days is null then 'programs.worksheet-not-computed' else 'programs.worksheet-computed' end,
    jsonb_build_object('number', e.number, 'worksheet', w.number, 'days', w.adjusted_days, 'release', w.release_day, 'cause', w.cause),
    w.computed_by
  from programs.worksheet w
  join programs.enrolment e on e.agency_id = w.agency_id and e.id = w.enrolment_id
  union all
  select j.agency_id, e.person_id, j.enrolment_id, j.joined_at, null::date, 'programs.commitment-joined',
    jsonb_build_object('number', e.number, 'commitment', j.commitment_id), j.joined_by
  from programs.enrolment_commitment j
  join programs.enrolment e on e.agency_id = j.agency_id and e.id = j.enrolment_id
  where j.joined_at > e.opened_at            -- those it was opened with are told by the opening itself
  union all
  select l.agency_id, e.person_id, l.enrolment_id, l.decided_at, l.on_day,
    case when l.instead_of is null then 'programs.good-time-lost' else 'programs.good-time-put-right' end,
    jsonb_build_object('number', e.number, 'days', l.days, 'reason', l.reason), l.decided_by
  from programs.good_time_loss l
  join programs.enrolment e on e.agency_id = l.agency_id and e.id = l.enrolment_id;
select platform.reading_view('programs.v_timeline');
