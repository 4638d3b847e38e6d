-- work: what the room publishes of its tables, for its own pages and for every other room.

create view work.v_site as
  select agency_id, id, name, organization, kind, line1, line2, city, state, zip, latitude, longitude, placed_by,
    contract_reference, contract_signed_on, contract_from, contract_until, tasks, demands, cannot_take,
    meeting_point, directions, report_at, day_minutes, supervisor_name, supervisor_phone, languages, version
  from work.site;
select platform.reading_view('work.v_site');

create view work.v_site_day as
  select agency_id, site_id, day, capacity, taken from work.site_day;
select platform.reading_view('work.v_site_day');

-- Each day that stands in a contract, with its mark as it now is. `standing`: open (nothing reported), worked
-- (credited), incomplete (worked or sent home without credit), missed (an absence), stood-down (the site's doing).
create view work.v_contract_day as
  select d.agency_id, d.id, d.enrolment_id, d.person_id, d.site_id, d.day, d.from_version as contract_version,
    d.rescheduled_in, a.number as mark_number, a.mark, a.minutes, a.minutes / 60.0::double precision as hours,
    coalesce(a.credited_days, 0) as credited_days, a.excuse, a.verification, a.note, a.source, a.marked_at, a.marked_by,
    case
      when a.mark is null then 'open'
      when a.credited_days = 1 then 'worked'
      when a.mark in ('worked', 'sent-home') then 'incomplete'
      when a.mark = 'stood-down' then 'stood-down'
      else 'missed'
    end as standing
  from work.contract_day d
  left join work.attendance a
    on a.agency_id = d.agency_id and a.contract_day_id = d.id and a.superseded_at is null
  where d.until_version is null;
select platform.reading_view('work.v_contract_day');

-- How far each contract is: days credited, still open, and lost days that no other day was put in place of.
create view work.v_progress as
  select agency_id, enrolment_id, person_id, days, first_day, last_day, credited_days, open_days, lost_days
  from work.progress;
select platform.reading_view('work.v_progress');

create view work.v_unmarked_day as
  select agency_id, contract_day_id, enrolment_id, site_id, day from work.unmarked_day;
select platform.reading_view('work.v_unmarked_day');

-- The contract in force of each enrolment, against the adjusted sentence as it now stands. `days_short` is
-- what has to be scheduled still (below zero: what has to come off).
create view work.v_contract as
  select c.agency_id, c.id, c.enrolment_id, c.person_id, c.version, c.purpose, c.days_owed, c.document_id, c.made_at,
    c.made_by, p.days, p.first_day, p.last_day, p.credited_days, p.open_days, p.lost_days, e.adjusted_days,
    e.adjusted_days - p.credited_days - p.open_days as days_short
  from work.schedule s
  join work.contract c on c.agency_id = s.agency_id and c.enrolment_id = s.enrolment_id and c.version = s.version
  join programs.v_enrolment e on e.agency_id = c.agency_id and e.id = c.enrolment_id
  left join work.v_progress p on p.agency_id = c.agency_id and p.enrolment_id = c.enrolment_id;
select platform.reading_view('work.v_contract');

-- WAP-P6.4: every day owed is worked, none is left to report, and nobody has recorded an ending yet.
create view work.v_completion_candidate as
  select c.agency_id, c.enrolment_id, c.person_id, e.adjusted_days, c.credited_days, c.last_day
  from programs.v_standing s
  -- Each by itself: most contracts that are worked out belong to enrolments that have ended.
  cross join lateral (select * from work.v_progress x
    where x.agency_id = s.agency_id and x.enrolment_id = s.enrolment_id and x.open_days = 0 offset 0) c
  join programs.v_enrolment e on e.agency_id = s.agency_id and e.id = s.enrolment_id
  where s.state in ('opened', 'appointed', 'applied', 'accepted', 'booked', 'active')
    and c.credited_days >= e.adjusted_days;
select platform.reading_view('work.v_completion_candidate');

-- WAP-P6.5: a missed or incomplete day that no verified, re-scheduled absence explains (own) and that nobody
-- has answered.
create view work.v_violation_candidate as
  select d.agency_id, d.id as contract_day_id, d.enrolment_id, d.person_id, d.site_id, d.day, a.mark,
    a.minutes / 60.0::double precision as hours, a.marked_at
  from work.attendance a
  join work.contract_day d on d.agency_id = a.agency_id and d.id = a.contract_day_id and d.until_version is null
  where a.superseded_at is null and a.credited_days = 0 and a.mark <> 'stood-down'
    and not (a.mark = 'absent-excused' and d.rescheduled_in is not null)
    and not exists (select from work.missed_day_answer m
      where m.agency_id = d.agency_id and m.contract_day_id = d.id);
select platform.reading_view('work.v_violation_candidate');

create view work.v_timeline as
  select c.agency_id, c.person_id, c.enrolment_id, c.made_at as at, null::date as on_day, 'work.contract-made' as kind,
    jsonb_build_object('contract', c.id, 'version', c.version, 'purpose', c.purpose, 'daysOwed', c.days_owed,
      'reason', c.reason, 'document', c.document_id) as about,
    c.made_by as actor
  from work.contract c
  union all
  select d.agency_id, d.person_id, d.enrolment_id, a.marked_at, d.day, 'work.attendance-marked',
    jsonb_build_object('contractDay', d.id, 'site', d.site_id, 'mark', a.mark, 'minutes', a.minutes,
      'creditedDays', a.credited_days, 'excuse', a.excuse, 'corrected', a.superseded_at is not null),
    a.marked_by
  from work.attendance a
  join work.contract_day d on d.agency_id = a.agency_id and d.id = a.contract_day_id
  union all
  select s.agency_id, e.person_id, s.enrolment_id, s.allowed_at, null, 'work.early-start-allowed',
    jsonb_build_object('reason', s.reason), s.allowed_by
  from work.early_start s
  join programs.v_enrolment e on e.agency_id = s.agency_id and e.id = s.enrolment_id
  union all
  select k.agency_id, e.person_id, k.enrolment_id, k.noted_at, null, 'work.circumstances-noted',
    jsonb_build_object('number', k.number, 'employed', k.employed, 'notBefore', k.not_before), k.noted_by
  from work.circumstances k
  join programs.v_enrolment e on e.agency_id = k.agency_id and e.id = k.enrolment_id
  union all
  select d.agency_id, d.person_id, d.enrolment_id, m.answered_at, d.day, 'work.missed-day-answered',
    jsonb_build_object('contractDay', d.id, 'answer', m.answer, 'reason', m.reason), m.answered_by
  from work.missed_day_answer m
  join work.contract_day d on d.agency_id = m.agency_id and d.id = m.contract_day_id;
select platform.reading_view('work.v_timeline');

create view work.v_roster_record as
  select agency_id, id, site_id, week, kind, how, recorded_at, recorded_by from work.roster_record;
select platform.reading_view('work.v_roster_record');
