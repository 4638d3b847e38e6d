-- intake: from the appointment to the booking record. Who comes when, what they wrote down, whether the
-- program takes them, and what was done at the interview.
select platform.room('intake');

-- The office's appointment hours from a day on: which weekdays, from when to when, how long a slot is and how
-- many people it holds. The latest row of the latest day not after the day asked for is in force.
create table intake.slot_plan (
  agency_id uuid not null,
  id uuid not null,
  from_day date not null,
  slot_minutes integer not null,
  capacity integer not null,
  hours jsonb not null,                      -- [{weekday 1-7, opens 'HH:MM', closes 'HH:MM'}]
  authority text not null,                   -- who set it, by which order
  entered_at timestamptz not null,
  entered_by uuid not null,
  constraint slot_plan_key primary key (agency_id, id),
  constraint slot_plan_agency foreign key (agency_id) references access.agency (id),
  constraint slot_plan_minutes check (slot_minutes between 5 and 480),
  constraint slot_plan_capacity check (capacity between 1 and 50)
);
create index slot_plan_in_order on intake.slot_plan (agency_id, from_day, entered_at);
select platform.agency_table('intake.slot_plan', 'insert');

-- A day on which nobody is seen: a holiday, a training day.
create table intake.closed_day (
  agency_id uuid not null,
  id uuid not null,
  on_day date not null,
  reason text not null,
  entered_at timestamptz not null,
  entered_by uuid not null,
  ended_at timestamptz,
  ended_by uuid,
  constraint closed_day_key primary key (agency_id, id),
  constraint closed_day_agency foreign key (agency_id) references access.agency (id),
  constraint closed_day_end check ((ended_at is null) = (ended_by is null))
);
create unique index closed_day_once on intake.closed_day (agency_id, on_day) where ended_at is null;
select platform.agency_table('intake.closed_day', 'insert, update');

-- One row for each slot that anybody was ever booked into: clerks who want the same slot wait for each other
-- on it.
create table intake.slot (
  agency_id uuid not null,
  id uuid not null,
  starts_at timestamptz not null,
  constraint slot_key primary key (agency_id, id),
  constraint slot_once unique (agency_id, starts_at),
  constraint slot_agency foreign key (agency_id) references access.agency (id)
);
select platform.agency_table('intake.slot', 'insert, update');

create table intake.appointment (
  agency_id uuid not null,
  id uuid not null,
  enrolment_id uuid not null,
  slot_id uuid not null,
  on_day date not null,                      -- the office's day of starts_at
  starts_at timestamptz not null,
  minutes integer not null,
  place integer not null,
  purpose text not null,
  limiting_condition text not null,          -- whether the person says that a condition limits their work
  brings_statement boolean not null default false, -- a financial statement is due then (WAP-P3.2)
  no_worksheet_reason text not null default '',
  booked_at timestamptz not null,
  booked_by uuid not null,
  moved_from uuid,
  arrived_at timestamptz,
  arrived_by uuid,
  called_at timestamptz,                     -- the aide directs the person to intake (WAP-BOOK.3)
  called_by uuid,
  out_of_turn_reason text not null default '',
  ended_at timestamptz,
  ended_as text,
  ended_by uuid,
  end_reason text not null default '',
  version integer not null default 1,
  constraint appointment_key primary key (agency_id, id),
  constraint appointment_enrolment foreign key (agency_id, enrolment_id) references programs.enrolment (agency_id, id),
  constraint appointment_slot foreign key (agency_id, slot_id) references intake.slot (agency_id, id),
  constraint appointment_moved_from foreign key (agency_id, moved_from) references intake.appointment (agency_id, id),
  constraint appointment_place check (place >= 1),
  constraint appointment_purpose check (purpose in ('booking-interview', 're-schedule-interview')),
  constraint appointment_limiting check (limiting_condition in ('yes', 'no', 'unknown')),
  constraint appointment_ended_as check (ended_as in ('kept', 'stopped', 'moved', 'cancelled', 'no-show')),
  constraint appointment_end check ((ended_at is null) = (ended_as is null)),
  constraint appointment_arrival check ((arrived_at is null) = (arrived_by is null)),
  constraint appointment_call check ((called_at is null) = (called_by is null)),
  constraint appointment_called_after_arrival check (called_at is null or arrived_at is not null)
);
-- Whatever the office's code believes, a place in a slot is held once and a person has one appointment.
create unique index appointment_place_once on intake.appointment (agency_id, slot_id, place)
  where ended_as is null or ended_as = 'kept';
create unique index appointment_open_once on intake.appointment (agency_id, enrolment_id) where ended_at is null;
create index appointment_by_day on intake.appointment (agency_id, on_day, starts_at);
create index appointment_by_enrolment on intake.appointment (agency_id, enrolment_id, booked_at);
select platform.agency_table('intake.appointment', 'insert, update');

-- What the person was told (WAP-APPT.1), each item with when and by whom.
create table intake.told (
  agency_id uuid not null,
  id uuid not null,
  enrolment_id uuid not null,
  item text not null,
  at timestamptz not null,
  by uuid not null,
  constraint told_key primary key (agency_id, id),
  constraint told_enrolment foreign key (agency_id, enrolment_id) references programs.enrolment (agency_id, id),
  constraint told_once unique (agency_id, enrolment_id, item),
  constraint told_item check (item in ('fees', 'payment-forms', 'diagnosis'))
);
select platform.agency_table('intake.told', 'insert');

-- The application form (WAP-BOOK.2). Kept as it is being written; signed on a day; checked by a clerk.
create table intake.application (
  agency_id uuid not null,
  id uuid not null,
  enrolment_id uuid not null,
  answers jsonb not null,
  signed_on date,
  incomplete_reason text not null default '', -- why it was taken although something is missing (WAP-ELIG.j)
  taken_at timestamptz,
  taken_by uuid,
  created_at timestamptz not null,
  created_by uuid not null,
  version integer not null default 1,
  constraint application_key primary key (agency_id, id),
  constraint application_enrolment foreign key (agency_id, enrolment_id) references programs.enrolment (agency_id, id),
  constraint application_once unique (agency_id, enrolment_id),
  constraint application_signed check ((signed_on is null) = (taken_at is null) and (taken_at is null) = (taken_by is null))
);
select platform.agency_table('intake.application', 'insert, update');

-- History and prints (WAP-P2): a row for each thing that was done, ended when it was entered wrongly.
create table intake.print_record (
  agency_id uuid not null,
  id uuid not null,
  enrolment_id uuid not null,
  person_id uuid not null,
  kind text not null,
  on_day date not null,
  note text not null default '',
  document_id uuid,
  at timestamptz not null,
  by uuid not null,
  ended_at timestamptz,
  ended_by uuid,
  end_reason text not null default '',
  constraint print_record_key primary key (agency_id, id),
  constraint print_record_enrolment foreign key (agency_id, enrolment_id) references programs.enrolment (agency_id, id),
  constraint print_record_person foreign key (agency_id, person_id) references people.person (agency_id, id),
  constraint print_record_document foreign key (agency_id, document_id) references platform.document (agency_id, id),
  constraint print_record_kind check (kind in ('history-found', 'history-none', 'prints-on-file', 'no-prints-on-file',
    'thumb-prints', 'print-set', 'coin-on-application', 'duplicate-given', 'noted-on-original',
    'duplicate-sent', 'returned-printed', 'returned-match', 'returned-no-match', 'no-match-letter',
    'completion-sent', 'violation-sent')),
  constraint print_record_end check ((ended_at is null) = (ended_by is null))
);
create unique index print_record_once on intake.print_record (agency_id, enrolment_id, kind) where ended_at is null;
create index print_record_by_person on intake.print_record (agency_id, person_id);
select platform.agency_table('intake.print_record', 'insert, update');

-- A screening: the questions of one step of the program, answered by the office until an officer decides.
create table intake.screening (
  agency_id uuid not null,
  id uuid not null,
  enrolment_id uuid not null,
  step text not null,
  number integer not null,
  answers jsonb not null default '{}',       -- fact -> value as asked; what is known from elsewhere is not here
  started_at timestamptz not null,
  started_by uuid not null,
  decided_at timestamptz,
  version integer not null default 1,
  constraint screening_key primary key (agency_id, id),
  constraint screening_enrolment foreign key (agency_id, enrolment_id) references programs.enrolment (agency_id, id),
  constraint screening_number unique (agency_id, enrolment_id, step, number),
  constraint screening_step check (step in ('admission', 'early-release'))
);
create unique index screening_open_once on intake.screening (agency_id, enrolment_id, step) where decided_at is null;
select platform.agency_table('intake.screening', 'insert, update');

-- The decision, with everything it was taken from: running the rules again is a check, this row is the record.
create table intake.screening_decision (
  agency_id uuid not null,
  id uuid not null,
  screening_id uuid not null,
  enrolment_id uuid not null,
  step text not null,
  decision text not null,
  reason text not null,
  departs boolean not null,
  grounds jsonb not null,                    -- clauses the denial rests on
  assessment jsonb not null,                 -- as the law answered: facts, findings, pack version, hash, parameters
  sources jsonb not null,                    -- fact -> where its value came from
  release_fees jsonb,                        -- WAP-P8.3, early release only: beside the assessment, no fact of it
  permission jsonb not null,                 -- why this officer might decide
  challenge_days integer,                    -- null: the office has set none
  outcome text not null,
  pack_version text not null,
  pack_hash text not null,
  decided_on date not null,
  decided_at timestamptz not null,
  decided_by uuid not null,
  notice_document_id uuid,
  constraint screening_decision_key primary key (agency_id, id),
  constraint screening_decision_screening foreign key (agency_id, screening_id) references intake.screening (agency_id, id),
  constraint screening_decision_once unique (agency_id, screening_id),
  constraint screening_decision_enrolment foreign key (agency_id, enrolment_id) references programs.enrolment (agency_id, id),
  constraint screening_decision_notice foreign key (agency_id, notice_document_id) references platform.document (agency_id, id),
  constraint screening_decision_kind check (decision in ('admit', 'deny'))
);
create index screening_decision_by_enrolment on intake.screening_decision (agency_id, enrolment_id, decided_at);
select platform.agency_table('intake.screening_decision', 'insert');

-- The booking record (WAP-BOOK.4): what is not kept with the person.
create table intake.booking (
  agency_id uuid not null,
  id uuid not null,
  enrolment_id uuid not null,
  employment text not null default '',       -- present or last place of employment
  health_needs text not null default '',     -- health, medical or mental needs; the limits stand in the application
  special_needs text not null default '',    -- special custody requirements, service needs
  signed_on date,
  gaps_reason text not null default '',      -- why it was completed although something is not on record
  booked_at timestamptz,
  booked_by uuid,
  created_at timestamptz not null,
  created_by uuid not null,
  version integer not null default 1,
  constraint booking_key primary key (agency_id, id),
  constraint booking_enrolment foreign key (agency_id, enrolment_id) references programs.enrolment (agency_id, id),
  constraint booking_once unique (agency_id, enrolment_id),
  constraint booking_booked check ((booked_at is null) = (booked_by is null))
);
select platform.agency_table('intake.booking', 'insert, update');

-- What was done at the interview (WAP-BOOK.5), each ticked by whom and when; `part` is one of the verbal
-- reminders (a) to (g), and '' otherwise.
create table intake.tick (
  agency_id uuid not null,
  id uuid not null,
  enrolment_id uuid not null,
  item text not null,
  part text not null default '',
  note text not null default '',
  on_day date not null,
  at timestamptz not null,
  by uuid not null,
  ended_at timestamptz,
  ended_by uuid,
  end_reason text not null default '',
  constraint tick_key primary key (agency_id, id),
  constraint tick_enrolment foreign key (agency_id, enrolment_id) references programs.enrolment (agency_id, id),
  constraint tick_end check ((ended_at is null) = (ended_by is null))
);
create unique index tick_once on intake.tick (agency_id, enrolment_id, item, part) where ended_at is null;
select platform.agency_table('intake.tick', 'insert, update');

-- Reading -------------------------------------------------------------------------------------

-- The state of an appointment, derived here and nowhere else.
create view intake.v_appointment as
  select a.agency_id, a.id, a.enrolment_id, a.on_day, a.starts_at, a.minutes, a.place, a.purpose,
    a.limiting_condition, a.brings_statement, a.booked_at, a.booked_by, a.moved_from,
    a.arrived_at, a.called_at, a.ended_at, a.end_reason, a.version,
    case
      when a.ended_as is not null then a.ended_as
      when a.called_at is not null then 'in-interview'
      when a.arrived_at is not null then 'waiting'
      else 'booked'
    end as state,
    a.ended_at is null as is_open
  from intake.appointment a;
select platform.reading_view('intake.v_appointment');

-- What other rooms need of the application: limits and days, nothing of a diagnosis.
create view intake.v_application as
  select a.agency_id, a.id, a.enrolment_id, a.signed_on, a.incomplete_reason, a.version,
    (a.answers ->> 'employed')::boolean as employed,
    a.answers -> 'daysAvailable' as days_available,
    a.answers -> 'workLimits' as work_limits,
    a.answers ->> 'otherWorkLimits' as other_work_limits,
    a.answers ->> 'unableUntil' as unable_until,
    a.answers ->> 'jobLoss' as job_loss,
    a.answers ->> 'transport' as transport
  from intake.application a;
select platform.reading_view('intake.v_application');

-- The latest screening of each step, with its decision where there is one. Status X (WAP-P8.7): released early
-- from custody, so that a violation returns the person there.
create view intake.v_screening as
  select s.agency_id, s.id, s.enrolment_id, s.step, s.number, s.started_at, s.version,
    d.id as decision_id, d.decision, d.reason, d.departs, d.grounds, d.outcome, d.challenge_days,
    d.pack_version, d.pack_hash, d.decided_on, d.decided_at, d.decided_by, d.notice_document_id,
    coalesce(s.step = 'early-release' and d.decision = 'admit', false) as status_x
  from intake.screening s
  join (
    select agency_id, enrolment_id, step, max(number) as number
    from intake.screening group by agency_id, enrolment_id, step
  ) latest using (agency_id, enrolment_id, step, number)
  left join intake.screening_decision d on d.agency_id = s.agency_id and d.screening_id = s.id;
select platform.reading_view('intake.v_screening');

create view intake.v_print_record as
  select agency_id, id, enrolment_id, person_id, kind, on_day, note, document_id, at, by
  from intake.print_record where ended_at is null;
select platform.reading_view('intake.v_print_record');

create view intake.v_booking as
  select agency_id, id, enrolment_id, employment, special_needs, signed_on, booked_at, booked_by, created_at, version
  from intake.booking;
select platform.reading_view('intake.v_booking');

-- Each part joins the enrolment itself: joined to the whole, every part was read of everybody.
create view intake.v_timeline as
  select a.agency_id, e.person_id, a.enrolment_id, a.booked_at as at, a.on_day, 'intake.appointment-booked' as kind,
    jsonb_build_object('appointment', a.id, 'startsAt', a.starts_at, 'purpose', a.purpose, 'moved', a.moved_from is not null) as about,
    a.booked_by as actor
  from intake.appointment a
  join programs.v_enrolment e on e.agency_id = a.agency_id and e.id = a.enrolment_id
  union all
  select a.agency_id, e.person_id, a.enrolment_id, a.arrived_at, a.on_day, 'intake.arrived',
    jsonb_build_object('appointment', a.id), a.arrived_by
  from intake.appointment a
  join programs.v_enrolment e on e.agency_id = a.agency_id and e.id = a.enrolment_id
  where a.arrived_at is not null
  union all
  -- Moved is told by the appointment that took its place, kept by what was done there.
  select a.agency_id, e.person_id, a.enrolment_id, a.ended_at, a.on_day, 'intake.appointment-' || a.ended_as,
    jsonb_build_object('appointment', a.id, 'startsAt', a.starts_at, 'reason', a.end_reason), a.ended_by
  from intake.appointment a
  join programs.v_enrolment e on e.agency_id = a.agency_id and e.id = a.enrolment_id
  where a.ended_as in ('cancelled', 'no-show', 'stopped')
  union all
  select a.agency_id, e.person_id, a.enrolment_id, a.taken_at, a.signed_on, 'intake.application-signed',
    jsonb_build_object('application', a.id, 'incomplete', a.incomplete_reason <> ''), a.taken_by
  from intake.application a
  join programs.v_enrolment e on e.agency_id = a.agency_id and e.id = a.enrolment_id
  where a.taken_at is not null
  union all
  select r.agency_id, r.person_id, r.enrolment_id, r.at, r.on_day, 'intake.print-recorded',
    jsonb_build_object('print', r.kind, 'document', r.document_id), r.by
  from intake.print_record r
  where r.ended_at is null
  union all
  select d.agency_id, e.person_id, d.enrolment_id, d.decided_at, d.decided_on, 'intake.screening-decided',
    jsonb_build_object('screening', d.screening_id, 'step', d.step, 'decision', d.decision, 'departs', d.departs,
      'grounds', d.grounds, 'document', d.notice_document_id), d.decided_by
  from intake.screening_decision d
  join programs.v_enrolment e on e.agency_id = d.agency_id and e.id = d.enrolment_id
  union all
  select b.agency_id, e.person_id, b.enrolment_id, b.booked_at, b.signed_on, 'intake.booked',
    jsonb_build_object('booking', b.id), b.booked_by
  from intake.booking b
  join programs.v_enrolment e on e.agency_id = b.agency_id and e.id = b.enrolment_id
  where b.booked_at is not null;
select platform.reading_view('intake.v_timeline');
