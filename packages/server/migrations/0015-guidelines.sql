-- monitoring: what the agency has decided about its alarms, who is there to work them, and what leaves the house.

-- A guideline of the agency (EMP-7.3): what an operator does about a kind of alarm, or the numbers the watch
-- decides by. Entered by one person and approved by another; it applies from `from_at`, and never before it was
-- approved. Rows stay, so that what applied at any moment can be told later.
create table monitoring.guideline (
  agency_id uuid not null,
  id uuid not null,
  -- 'protocol:<kind>', 'protocol:*' for every kind without its own, 'parameters', 'staffing'.
  subject text not null,
  number integer not null,
  content jsonb not null,
  reason text not null,
  from_at timestamptz not null,
  entered_at timestamptz not null,
  entered_by uuid not null,
  approved_at timestamptz,
  approved_by uuid,
  approval_clause text,
  -- From when it applies: as asked, or from its approval where that came later.
  effective_at timestamptz generated always as (greatest(from_at, approved_at)) stored,
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  withdrawal_reason text,
  constraint guideline_key primary key (agency_id, id),
  constraint guideline_agency foreign key (agency_id) references access.agency (id),
  constraint guideline_number unique (agency_id, subject, number),
  constraint guideline_entered_by foreign key (agency_id, entered_by) references access.account (agency_id, id),
  constraint guideline_approved_by foreign key (agency_id, approved_by) references access.account (agency_id, id),
  constraint guideline_subject check (subject ~ '^(protocol:([a-z-]+|\*)|parameters|staffing)$'),
  constraint guideline_approval check ((approved_at is null) = (approved_by is null)),
  constraint guideline_withdrawal check ((withdrawn_at is null) = (withdrawn_by is null) and (withdrawn_at is null) = (withdrawal_reason is null)),
  -- Nobody approves what they entered themselves.
  constraint guideline_two_people check (approved_by is null or approved_by <> entered_by)
);
create index guideline_in_force on monitoring.guideline (agency_id, subject, effective_at desc, number desc)
  where approved_at is not null;
select platform.agency_table('monitoring.guideline', 'insert, update');
select platform.read_by_watch('monitoring.guideline');

-- People whom the center can reach: its operators and supervisors, and officers on call (EMP-4.1).
create table monitoring.staff (
  agency_id uuid not null,
  id uuid not null,
  -- Null for somebody who has no account here, such as another agency's duty desk.
  account_id uuid,
  name text not null,
  phone text not null default '',
  email text not null default '',
  -- Whether the telephone takes text messages.
  texts boolean not null default false,
  note text not null default '',
  added_at timestamptz not null,
  ended_at timestamptz,
  version integer not null default 1,
  constraint staff_key primary key (agency_id, id),
  constraint staff_agency foreign key (agency_id) references access.agency (id),
  constraint staff_account foreign key (agency_id, account_id) references access.account (agency_id, id)
);
create unique index staff_once on monitoring.staff (agency_id, account_id) where ended_at is null;
select platform.agency_table('monitoring.staff', 'insert, update');
select platform.read_by_watch('monitoring.staff');

-- The plan: who is to be at which post, from when until before when (EMP-7.1).
create table monitoring.shift (
  agency_id uuid not null,
  id uuid not null,
  staff_id uuid not null,
  post text not null,
  from_at timestamptz not null,
  to_at timestamptz not null,
  planned_at timestamptz not null,
  planned_by uuid,
  cancelled_at timestamptz,
  cancelled_by uuid,
  cancelled_because text,
  version integer not null default 1,
  constraint shift_key primary key (agency_id, id),
  constraint shift_of_staff foreign key (agency_id, staff_id) references monitoring.staff (agency_id, id),
  constraint shift_post check (post in ('operator', 'supervisor')),
  constraint shift_length check (to_at > from_at and to_at <= from_at + interval '24 hours'),
  constraint shift_cancel check ((cancelled_at is null) = (cancelled_because is null))
);
create index shift_by_time on monitoring.shift (agency_id, to_at, from_at) where cancelled_at is null;
create index shift_by_staff on monitoring.shift (agency_id, staff_id, to_at);
select platform.agency_table('monitoring.shift', 'insert, update');
select platform.read_by_watch('monitoring.shift');

-- Who has in fact taken a post over, and until when.
create table monitoring.presence (
  agency_id uuid not null,
  id uuid not null,
  staff_id uuid not null,
  post text not null,
  shift_id uuid,
  from_at timestamptz not null,
  to_at timestamptz,
  constraint presence_key primary key (agency_id, id),
  constraint presence_of_staff foreign key (agency_id, staff_id) references monitoring.staff (agency_id, id),
  constraint presence_of_shift foreign key (agency_id, shift_id) references monitoring.shift (agency_id, id),
  constraint presence_post check (post in ('operator', 'supervisor')),
  constraint presence_order check (to_at is null or to_at >= from_at)
);
create unique index presence_once on monitoring.presence (agency_id, staff_id) where to_at is null;
create index presence_by_time on monitoring.presence (agency_id, from_at);
select platform.agency_table('monitoring.presence', 'insert, update');
select platform.read_by_watch('monitoring.presence');

-- What one says to who comes next, and what was open when it was said. Taken when the next one has read it.
create table monitoring.hand_over (
  agency_id uuid not null,
  id uuid not null,
  presence_id uuid not null,
  note text not null,
  open jsonb not null,
  written_at timestamptz not null,
  taken_at timestamptz,
  taken_in uuid,
  constraint hand_over_key primary key (agency_id, id),
  constraint hand_over_of_presence foreign key (agency_id, presence_id) references monitoring.presence (agency_id, id),
  constraint hand_over_taken_in foreign key (agency_id, taken_in) references monitoring.presence (agency_id, id),
  constraint hand_over_taken check ((taken_at is null) = (taken_in is null))
);
create index hand_over_by_time on monitoring.hand_over (agency_id, written_at);
select platform.agency_table('monitoring.hand_over', 'insert, update');

-- Officers on call, in the order in which they are called.
create table monitoring.on_call (
  agency_id uuid not null,
  id uuid not null,
  staff_id uuid not null,
  place integer not null,
  from_at timestamptz not null,
  to_at timestamptz,
  entered_at timestamptz not null,
  entered_by uuid,
  ended_at timestamptz,
  version integer not null default 1,
  constraint on_call_key primary key (agency_id, id),
  constraint on_call_of_staff foreign key (agency_id, staff_id) references monitoring.staff (agency_id, id),
  constraint on_call_place check (place between 1 and 99),
  constraint on_call_order check (to_at is null or to_at > from_at)
);
create index on_call_by_time on monitoring.on_call (agency_id, from_at) where ended_at is null;
select platform.agency_table('monitoring.on_call', 'insert, update');
select platform.read_by_watch('monitoring.on_call');

-- A time without a supervisor, or without enough operators: found ahead in the plan, or now in fact (EMP-7.1).
create table monitoring.gap (
  agency_id uuid not null,
  id uuid not null,
  kind text not null,
  post text not null,
  from_at timestamptz not null,
  -- Until before when the plan leaves it open; of a gap in fact, when it was filled.
  to_at timestamptz,
  found_at timestamptz not null,
  warned_at timestamptz,
  -- How many have been asked so far, in the order of the list.
  asked integer not null default 0,
  asked_at timestamptz,
  closed_at timestamptz,
  closed_because text,
  constraint gap_key primary key (agency_id, id),
  constraint gap_agency foreign key (agency_id) references access.agency (id),
  constraint gap_kind check (kind in ('planned', 'in-fact')),
  constraint gap_post check (post in ('operator', 'supervisor')),
  constraint gap_closed check ((closed_at is null) = (closed_because is null))
);
create unique index gap_open_once on monitoring.gap (agency_id, kind, post, from_at) where closed_at is null;
create index gap_by_time on monitoring.gap (agency_id, from_at);
select platform.agency_table('monitoring.gap', 'insert, update');

-- A request for help by telephone from staff of the agency (EMP-7.2): when it came, until when it is to be
-- answered, when it was.
create table monitoring.help_request (
  agency_id uuid not null,
  id uuid not null,
  number integer not null,
  called_at timestamptz not null,
  logged_at timestamptz not null,
  logged_by uuid not null,
  caller text not null,
  phone text not null default '',
  kind text not null,
  request text not null,
  person_id uuid,
  due_at timestamptz not null,
  answered_at timestamptz,
  answered_by uuid,
  answer text,
  version integer not null default 1,
  constraint help_request_key primary key (agency_id, id),
  constraint help_request_number unique (agency_id, number),
  constraint help_request_person foreign key (agency_id, person_id) references people.person (agency_id, id),
  constraint help_request_logged_by foreign key (agency_id, logged_by) references access.account (agency_id, id),
  constraint help_request_answered_by foreign key (agency_id, answered_by) references access.account (agency_id, id),
  constraint help_request_kind check (kind in ('where-somebody-is', 'about-an-alarm', 'equipment', 'zone-or-hours', 'record-or-report', 'other')),
  constraint help_request_order check (called_at <= logged_at and answered_at >= called_at),
  constraint help_request_answer check ((answered_at is null) = (answered_by is null) and (answered_at is null) = (answer is null))
);
create index help_request_open on monitoring.help_request (agency_id, due_at) where answered_at is null;
create index help_request_by_time on monitoring.help_request (agency_id, called_at);
select platform.agency_table('monitoring.help_request', 'insert, update');

-- By which way e-mail and text messages leave. None: nothing leaves, and every step says "call".
create table monitoring.channel (
  agency_id uuid not null,
  id uuid not null,
  medium text not null,
  -- Never a secret: that stays in a file of the keys folder, which `settings` names.
  settings jsonb not null,
  set_at timestamptz not null,
  set_by uuid not null,
  ended_at timestamptz,
  constraint channel_key primary key (agency_id, id),
  constraint channel_set_by foreign key (agency_id, set_by) references access.account (agency_id, id),
  constraint channel_medium check (medium in ('email', 'text'))
);
create unique index channel_once on monitoring.channel (agency_id, medium) where ended_at is null;
select platform.agency_table('monitoring.channel', 'insert, update');
select platform.read_by_watch('monitoring.channel');

-- What is to be told to somebody outside, and what is known of its delivery. Asked by the watch and the office,
-- sent by the worker. 'sent' is said only when another system has taken it; 'delivered' only when that said so.
create table monitoring.message (
  agency_id uuid not null,
  id uuid not null,
  medium text not null,
  address text not null,
  recipient text not null default '',
  title text not null default '',
  body text not null,
  alarm_id uuid,
  gap_id uuid,
  help_request_id uuid,
  -- Sent to see whether the channel works.
  trial boolean not null default false,
  asked_at timestamptz not null,
  asked_by uuid,
  state text not null,
  state_at timestamptz not null,
  tries integer not null default 0,
  -- What the other system calls it.
  reference text not null default '',
  -- SHA-256 of the word by which the other system may report delivery.
  report_digest bytea,
  constraint message_key primary key (agency_id, id),
  constraint message_agency foreign key (agency_id) references access.agency (id),
  constraint message_medium check (medium in ('email', 'text')),
  constraint message_state check (state in ('asked', 'no-channel', 'sent', 'delivered', 'refused'))
);
create index message_by_time on monitoring.message (agency_id, asked_at);
create index message_by_alarm on monitoring.message (agency_id, alarm_id, asked_at) where alarm_id is not null;
create unique index message_by_report on monitoring.message (report_digest) where report_digest is not null;
select platform.agency_table('monitoring.message', 'insert, update', false);
create policy by_watch on monitoring.message to inlieu_ingest using (true) with check (true);
grant select, insert on monitoring.message to inlieu_ingest;

-- Each word about a message, in order: asked, tried and failed, sent, delivered, refused.
create table monitoring.message_step (
  agency_id uuid not null,
  message_id uuid not null,
  number integer not null,
  kind text not null,
  at timestamptz not null,
  detail text not null default '',
  constraint message_step_key primary key (agency_id, message_id, number),
  constraint message_step_of_message foreign key (agency_id, message_id) references monitoring.message (agency_id, id),
  constraint message_step_kind check (kind in ('asked', 'no-channel', 'failed', 'sent', 'delivered', 'refused'))
);
select platform.agency_table('monitoring.message_step', 'insert', false);
create policy by_watch on monitoring.message_step to inlieu_ingest using (true) with check (true);
grant select, insert on monitoring.message_step to inlieu_ingest;

-- The watch hands over a message in the transaction of its alarm.
grant execute on function platform.enqueue(text, jsonb) to inlieu_ingest;

-- Which office a report of delivery belongs to, before any office is known.
create policy at_the_door on monitoring.message for select to inlieu_owner using (true);
create function monitoring.message_at_the_door(p_digest bytea)
  returns table (agency_id uuid, message_id uuid)
  language sql stable security definer set search_path = pg_catalog
  as $$ select m.agency_id, m.id from monitoring.message m where m.report_digest = p_digest $$;
revoke all on function monitoring.message_at_the_door(bytea) from public;
grant execute on function monitoring.message_at_the_door(bytea) to inlieu_app;

create view monitoring.v_guideline as
  select agency_id, id, subject, number, content, reason, from_at, entered_at, entered_by, approved_at, approved_by,
    approval_clause, effective_at, withdrawn_at, withdrawn_by, withdrawal_reason
  from monitoring.guideline;
select platform.reading_view('monitoring.v_guideline');

create view monitoring.v_presence as
  select p.agency_id, p.id, p.staff_id, s.account_id, s.name, s.phone, p.post, p.shift_id, p.from_at, p.to_at
  from monitoring.presence p
  join monitoring.staff s on s.agency_id = p.agency_id and s.id = p.staff_id;
select platform.reading_view('monitoring.v_presence');

create view monitoring.v_gap as
  select agency_id, id, kind, post, from_at, to_at, found_at, warned_at, asked, asked_at, closed_at, closed_because
  from monitoring.gap;
select platform.reading_view('monitoring.v_gap');

create view monitoring.v_help_request as
  select agency_id, id, number, called_at, logged_at, logged_by, caller, phone, kind, request, person_id, due_at,
    answered_at, answered_by, answer, version
  from monitoring.help_request;
select platform.reading_view('monitoring.v_help_request');

create view monitoring.v_message as
  select agency_id, id, medium, address, recipient, title, body, alarm_id, gap_id, help_request_id, trial, asked_at,
    asked_by, state, state_at, tries, reference
  from monitoring.message;
select platform.reading_view('monitoring.v_message');
