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
create index contract_by_person on work.contract (agency_id, person_id);
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
  freed_at timestamptz,                      -- taken out because the enrolment ended, and not by a version
  rescheduled_in integer,                    -- the version that put another day in place of this missed one
  constraint contract_day_key primary key (agency_id, id),
  constraint contract_day_site foreign key (agency_id, site_id) references work.site (agency_id, id),
  constraint contract_day_person foreign key (agency_id, person_id) references people.person (agency_id, id),
  constraint contract_day_contract foreign key (agency_id, enrolment_id, from_version)
    references work.contract (agency_id, enrolment_id, version),
  constraint contract_day_freed check (freed_at is null or until_version is not null),
  constraint contract_day_versions check (until_version is null or until_version > from_version)
);
-- Nobody is in two places on one day.
create unique index contract_day_once on work.contract_day (agency_id, person_id, day) where until_version is null;
create index contract_day_by_enrolment on work.contract_day (agency_id, enrolment_id, day);
create index contract_day_by_person on work.contract_day (agency_id, person_id);
create index contract_day_by_site on work.contract_day (agency_id, site_id, day);
create index contract_day_by_day on work.contract_day (agency_id, day) include (site_id, person_id, id)
  where until_version is null;
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
create index attendance_not_credited on work.attendance (agency_id, contract_day_id)
  where superseded_at is null and credited_days = 0 and mark <> 'stood-down';
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
