-- work: sites under contract, their places by day, a person's work contract, rosters and attendance.
select platform.room('work');

create table work.site (
  agency_id uuid not null,
  id uuid not null,
  name text not null,
  organization text not null,
  kind text not null,
  line1 text not null,
  line2 text not null default '',
  city text not null,
  state text not null,
  zip text not null default '',
  latitude double precision,
  longitude double precision,
  placed_by text,                            -- 'zip' (centre of the ZIP area) or 'hand'
  contract_reference text not null default '',
  contract_signed_on date,
  contract_from date,
  contract_until date,                       -- the first day no longer under contract; null: open
  tasks text not null,
  demands text not null default '',          -- what the work asks of a body, in words
  cannot_take text[] not null default '{}',  -- work limits, by code, that the site cannot take
  meeting_point text not null,
  directions text not null default '',
  report_at text not null,                   -- 'HH:MM' at the site
  day_minutes integer not null,              -- length of its work day
  supervisor_name text not null,
  supervisor_phone text not null,
  languages text[] not null default '{en}',
  created_at timestamptz not null,
  version integer not null default 1,
  constraint site_key primary key (agency_id, id),
  constraint site_agency foreign key (agency_id) references access.agency (id),
  constraint site_name unique (agency_id, name),
  constraint site_kind check (kind in ('state', 'county', 'city', 'non-profit')),
  constraint site_placed check ((latitude is null) = (longitude is null) and (latitude is null) = (placed_by is null)),
  constraint site_contract check ((contract_signed_on is null) = (contract_from is null)
    and (contract_until is null or contract_until > contract_from)),
  constraint site_report_at check (report_at ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  -- WAP-SITE.1: a day of 8 to 10 hours
  constraint site_day_length check (day_minutes between 480 and 600)
);
select platform.agency_table('work.site', 'insert, update');

-- People a day by day of the week, Monday first, from a day until the next plan begins.
create table work.capacity_plan (
  agency_id uuid not null,
  id uuid not null,
  site_id uuid not null,
  from_day date not null,
  places integer[] not null,
  entered_at timestamptz not null,
  entered_by uuid,
  constraint capacity_plan_key primary key (agency_id, id),
  constraint capacity_plan_site foreign key (agency_id, site_id) references work.site (agency_id, id),
  constraint capacity_plan_once unique (agency_id, site_id, from_day),
  constraint capacity_plan_places check (cardinality(places) = 7 and 0 <= all (places) and 500 >= all (places))
);
select platform.agency_table('work.capacity_plan', 'insert, update');

-- A day on which no site takes anybody, unless the site has said otherwise for that day.
create table work.holiday (
  agency_id uuid not null,
  id uuid not null,
  on_day date not null,
  name text not null,
  entered_at timestamptz not null,
  entered_by uuid,
  ended_at timestamptz,
  constraint holiday_key primary key (agency_id, id),
  constraint holiday_agency foreign key (agency_id) references access.agency (id)
);
create unique index holiday_once on work.holiday (agency_id, on_day) where ended_at is null;
select platform.agency_table('work.holiday', 'insert, update');

-- One day of one site that differs from its plan.
create table work.day_exception (
  agency_id uuid not null,
  id uuid not null,
  site_id uuid not null,
  on_day date not null,
  kind text not null,
  places integer not null,
  note text not null default '',
  entered_at timestamptz not null,
  entered_by uuid,
  ended_at timestamptz,
  constraint day_exception_key primary key (agency_id, id),
  constraint day_exception_site foreign key (agency_id, site_id) references work.site (agency_id, id),
  constraint day_exception_kind check (kind in ('holiday', 'closed', 'other-number')),
  constraint day_exception_places check (places between 0 and 500 and (kind = 'other-number' or places = 0))
);
create unique index day_exception_once on work.day_exception (agency_id, site_id, on_day) where ended_at is null;
select platform.agency_table('work.day_exception', 'insert, update');

-- Places of a site on a day, as soon as anybody is down for it. The last place cannot be sold twice, and
-- places cannot be lowered under those that are taken: whoever gets around the verbs meets the constraint.
create table work.site_day (
  agency_id uuid not null,
  site_id uuid not null,
  day date not null,
  capacity integer not null,
  taken integer not null,
  constraint site_day_key primary key (agency_id, site_id, day),
  constraint site_day_site foreign key (agency_id, site_id) references work.site (agency_id, id),
  constraint site_day_not_oversold check (taken >= 0 and taken <= capacity)
);
-- Not audited: it is counted from the plan and the contracts, which are.
select platform.agency_table('work.site_day', 'insert, update', false);

-- The places of one site, or of all when it is null, on each day of [from, until), and why there are so
-- many. The one place where plan, exception, holiday and contract are put together.
create function work.site_days(p_site uuid, p_from date, p_until date)
  returns table (agency_id uuid, site_id uuid, day date, capacity integer, taken integer, because text)
  language sql stable
  as $$
    select s.agency_id, s.id, d.day,
      case
        when s.contract_from is null or d.day < s.contract_from or d.day >= s.contract_until then 0
        when e.id is not null then e.places
        when h.id is not null then 0
        else coalesce(p.places[extract(isodow from d.day)::integer], 0)
      end,
      coalesce(t.taken, 0),
      case
        when s.contract_from is null or d.day < s.contract_from then 'no-contract'
        when d.day >= s.contract_until then 'contract-over'
        when e.id is not null then e.kind
        when h.id is not null then 'holiday'
        when p.id is null then 'no-plan'
        else 'plan'
      end
    from work.site s
    cross join lateral (select p_from + n as day from generate_series(0, p_until - p_from - 1) n) d
    left join lateral (
      select x.id, x.places from work.capacity_plan x
      where x.agency_id = s.agency_id and x.site_id = s.id and x.from_day <= d.day
      order by x.from_day desc limit 1
    ) p on true
    left join work.day_exception e
      on e.agency_id = s.agency_id and e.site_id = s.id and e.on_day = d.day and e.ended_at is null
    left join work.holiday h on h.agency_id = s.agency_id and h.on_day = d.day and h.ended_at is null
    left join work.site_day t on t.agency_id = s.agency_id and t.site_id = s.id and t.day = d.day
    where p_site is null or s.id = p_site
  $$;
grant execute on function work.site_days(uuid, date, date) to inlieu_app, inlieu_worker, inlieu_auditor;

-- What was asked of a person for the choice of site and days; the newest counts.
create table work.circumstances (
  agency_id uuid not null,
  id uuid not null,
  enrolment_id uuid not null,
  number integer not null,
  employed boolean,                          -- null: nobody has asked
  limits text[],                             -- work limits by code, not diagnosis; null: nobody has asked
  exceptions jsonb not null,                 -- WAP-P4.2: medical, or verified loss of the job
  available_weekdays integer[],              -- 1 is Monday; null: any
  unavailable_days jsonb not null,
  not_before date,                           -- start postponed for a temporary illness or injury (WAP-P4.1)
  not_before_reason text not null default '',
  reach jsonb not null,                      -- site -> whether the person can get there (WAP-P5.1)
  noted_at timestamptz not null,
  noted_by uuid,
  constraint circumstances_key primary key (agency_id, id),
  constraint circumstances_enrolment foreign key (agency_id, enrolment_id) references programs.enrolment (agency_id, id),
  constraint circumstances_number unique (agency_id, enrolment_id, number),
  constraint circumstances_postponed check ((not_before is null) = (not_before_reason = ''))
);
select platform.agency_table('work.circumstances', 'insert');

-- A supervisor allows one contract a first day within the notice (WAP-P6.1, own).
create table work.early_start (
  agency_id uuid not null,
  id uuid not null,
  enrolment_id uuid not null,
  reason text not null,
  allowed_at timestamptz not null,
  allowed_by uuid not null,
  constraint early_start_key primary key (agency_id, id),
  constraint early_start_enrolment foreign key (agency_id, enrolment_id) references programs.enrolment (agency_id, id),
  constraint early_start_reason check (reason <> '')
);
create index early_start_by_enrolment on work.early_start (agency_id, enrolment_id);
select platform.agency_table('work.early_start', 'insert');

-- The row at which changes of one enrolment's contract and attendance wait for each other.
create table work.schedule (
  agency_id uuid not null,
  enrolment_id uuid not null,
  version integer not null,                  -- of the contract in force; 0 before the first
  constraint schedule_key primary key (agency_id, enrolment_id),
  constraint schedule_enrolment foreign key (agency_id, enrolment_id) references programs.enrolment (agency_id, id)
);
select platform.agency_table('work.schedule', 'insert, update', false);

-- The work schedule contract, a row a version. `decision` holds what was decided whole: facts, ranking, plan,
-- pack and parameters, and where the officer departed from them.
create table work.contract (
  agency_id uuid not null,
  id uuid not null,
  enrolment_id uuid not null,
  person_id uuid not null,
  version integer not null,
  purpose text not null,
  days_owed integer not null,                -- days left to work that this version covers
  decision jsonb not null,
  reason text not null default '',
  early_start_id uuid,
  document_id uuid not null,
  made_at timestamptz not null,
  made_by uuid not null,
  constraint contract_key primary key (agency_id, id),
  constraint contract_enrolment foreign key (agency_id, enrolment_id) references programs.enrolment (agency_id, id),
  constraint contract_person foreign key (agency_id, person_id) references people.person (agency_id, id),
  constraint contract_document foreign key (agency_id, document_id) references platform.document (agency_id, id),
  constraint contract_early_start foreign key (agency_id, early_start_id) references work.early_start (agency_id, id),
  constraint contract_version unique (agency_id, enrolment_id, version),
  constraint contract_purpose check (purpose in ('first', 'change', 're-schedule-valid', 're-schedule-not-valid')),
  constraint contract_days_owed check (days_owed >= 0)
);
create unique index contract_early_start_once on work.contract (agency_id, early_start_id);
select platform.agency_table('work.contract', 'insert');

-- A day of a contract, in the versions [from_version, until_version).
create table work.contract_day (
  agency_id uuid not null,
  id uuid not null,
  enrolment_id uuid not null,
  person_id uuid not null,
  site_id uuid not null,
  day date not null,
  from_version integer not null,
  until_version integer,
  rescheduled_in integer,                    -- the version that put another day in place of this missed one
  constraint contract_day_key primary key (agency_id, id),
  constraint contract_day_site foreign key (agency_id, site_id) references work.site (agency_id, id),
  constraint contract_day_person foreign key (agency_id, person_id) references people.person (agency_id, id),
  constraint contract_day_contract foreign key (agency_id, enrolment_id, from_version)
    references work.contract (agency_id, enrolment_id, version),
  constraint contract_day_versions check (until_version is null or until_version > from_version)
);
-- Nobody is in two places on one day.
create unique index contract_day_once on work.contract_day (agency_id, person_id, day) where until_version is null;
create index contract_day_by_enrolment on work.contract_day (agency_id, enrolment_id, day);
create index contract_day_by_site on work.contract_day (agency_id, site_id, day);
create index contract_day_by_day on work.contract_day (agency_id, day) where until_version is null;
select platform.agency_table('work.contract_day', 'insert, update');

-- Attendance as ticked. A correction is a later row; the earlier one stays and says when it stopped counting.
create table work.attendance (
  agency_id uuid not null,
  id uuid not null,
  contract_day_id uuid not null,
  number integer not null,
  mark text not null,
  minutes integer,
  credited_days integer not null,
  credit jsonb not null,                     -- the clause's answer and, where an officer decided, who and why
  excuse text,
  verification text not null default '',
  paper_id uuid,
  note text not null default '',
  source text not null,
  marked_at timestamptz not null,
  marked_by uuid not null,
  superseded_at timestamptz,
  constraint attendance_key primary key (agency_id, id),
  constraint attendance_day foreign key (agency_id, contract_day_id) references work.contract_day (agency_id, id),
  constraint attendance_paper foreign key (agency_id, paper_id) references platform.paper (agency_id, id),
  constraint attendance_number unique (agency_id, contract_day_id, number),
  constraint attendance_mark check (mark in ('worked', 'sent-home', 'absent', 'absent-excused', 'absent-unexcused', 'stood-down')),
  constraint attendance_minutes check ((mark in ('worked', 'sent-home')) = (minutes is not null) and minutes between 0 and 1440),
  -- WAP-CRED.1: a day credits one day or none, and only where somebody worked
  constraint attendance_credit check (credited_days = 0 or (credited_days = 1 and minutes > 0)),
  constraint attendance_excuse check ((mark = 'absent-excused') = (excuse is not null) and (excuse is null or verification <> '')),
  constraint attendance_excuse_kind check (excuse in ('sick', 'death-in-family', 'other')),
  constraint attendance_source check (source in ('office', 'roster', 'site'))
);
create unique index attendance_current on work.attendance (agency_id, contract_day_id) where superseded_at is null;
select platform.agency_table('work.attendance', 'insert, update (superseded_at)');

-- What was done about the missed days of a contract (WAP-P6.5); until then they stay on the list.
create table work.missed_day_answer (
  agency_id uuid not null,
  id uuid not null,
  contract_day_id uuid not null,
  answer text not null,
  reason text not null,
  answered_at timestamptz not null,
  answered_by uuid not null,
  constraint missed_day_answer_key primary key (agency_id, id),
  constraint missed_day_answer_day foreign key (agency_id, contract_day_id) references work.contract_day (agency_id, id),
  constraint missed_day_answer_kind check (answer in ('letter-sent', 'no-letter')),
  constraint missed_day_answer_once unique (agency_id, contract_day_id)
);
select platform.agency_table('work.missed_day_answer', 'insert');

-- A week's roster of a site that left the office, or came back (WAP-P6.1, P6.2).
create table work.roster_record (
  agency_id uuid not null,
  id uuid not null,
  site_id uuid not null,
  week date not null,                        -- its Monday
  kind text not null,
  on_day date not null,
  how text not null,
  note text not null default '',
  paper_id uuid,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  constraint roster_record_key primary key (agency_id, id),
  constraint roster_record_site foreign key (agency_id, site_id) references work.site (agency_id, id),
  constraint roster_record_paper foreign key (agency_id, paper_id) references platform.paper (agency_id, id),
  constraint roster_record_kind check (kind in ('sent', 'returned')),
  constraint roster_record_week check (extract(isodow from week) = 1),
  constraint roster_record_how check (how in ('mail', 'email', 'fax', 'by-hand', 'phone', 'site-sheet'))
);
create unique index roster_returned_once on work.roster_record (agency_id, site_id, week) where kind = 'returned';
create index roster_record_by_week on work.roster_record (agency_id, site_id, week, recorded_at);
select platform.agency_table('work.roster_record', 'insert');

-- Which sites' sheets an account of a site supervisor may open.
create table work.site_supervisor (
  agency_id uuid not null,
  id uuid not null,
  site_id uuid not null,
  account_id uuid not null,
  linked_at timestamptz not null,
  linked_by uuid,
  ended_at timestamptz,
  constraint site_supervisor_key primary key (agency_id, id),
  constraint site_supervisor_site foreign key (agency_id, site_id) references work.site (agency_id, id),
  constraint site_supervisor_account foreign key (agency_id, account_id) references access.account (agency_id, id)
);
create unique index site_supervisor_once on work.site_supervisor (agency_id, site_id, account_id) where ended_at is null;
select platform.agency_table('work.site_supervisor', 'insert, update');

-- Reading contract --------------------------------------------------------------------------------

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
  select d.agency_id, d.enrolment_id, d.person_id,
    count(*)::integer as days,
    min(d.day) as first_day,
    max(d.day) as last_day,
    sum(d.credited_days)::integer as credited_days,
    (count(*) filter (where d.standing = 'open'))::integer as open_days,
    (count(*) filter (where d.standing in ('incomplete', 'missed', 'stood-down') and d.rescheduled_in is null))::integer as lost_days
  from work.v_contract_day d
  group by d.agency_id, d.enrolment_id, d.person_id;
select platform.reading_view('work.v_progress');

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
  select c.agency_id, c.enrolment_id, c.person_id, c.adjusted_days, c.credited_days, c.last_day
  from work.v_contract c
  where c.credited_days >= c.adjusted_days and c.open_days = 0
    and not exists (select from programs.v_step s
      where s.agency_id = c.agency_id and s.enrolment_id = c.enrolment_id
        and s.kind in ('completed', 'returned-to-court', 'withdrawn')
        and not exists (select from programs.v_step r
          where r.agency_id = s.agency_id and r.enrolment_id = s.enrolment_id and r.kind = 'reopened' and r.number > s.number));
select platform.reading_view('work.v_completion_candidate');

-- WAP-P6.5: a missed or incomplete day that no verified, re-scheduled absence explains (own) and that nobody
-- has answered.
create view work.v_violation_candidate as
  select d.agency_id, d.id as contract_day_id, d.enrolment_id, d.person_id, d.site_id, d.day, d.mark, d.hours, d.marked_at
  from work.v_contract_day d
  where (d.standing = 'incomplete'
      or (d.standing = 'missed' and not (d.mark = 'absent-excused' and d.rescheduled_in is not null)))
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
