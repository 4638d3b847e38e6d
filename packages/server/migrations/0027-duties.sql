-- monitoring: what an alarm owes, and whom the watch asks when its time runs out.

-- A duty in whose place a graver protocol has put its own ends without anybody's hand: `dropped`, and `done_by` null.
alter table monitoring.duty drop constraint duty_done;
alter table monitoring.duty add constraint duty_done check (
  case when done_at is null then done_by is null and not dropped else done_by is not null or dropped end);
-- Who has been asked stands in the record of the alarm, by name: the list may have changed since.
alter table monitoring.duty drop column asked;
-- `escalate_at` is null while everybody who is there has been asked, or nobody is there: who comes is asked then.
create index duty_all_asked on monitoring.duty (agency_id) where done_at is null and escalate_at is null;

-- What became of a message that a step of the protocol had asked for.
alter table monitoring.alarm_step drop constraint alarm_step_kind;
alter table monitoring.alarm_step add constraint alarm_step_kind check (kind in (
  'opened', 'folded', 'raised', 'withdrawn', 'supported', 'ended', 'joined', 'missed', 'escalated', 'unreached',
  'acknowledged', 'step', 'note', 'reply', 'dispatch-asked', 'dispatch-approved', 'dispatch-refused',
  'closed', 'reopened'));

-- By which happening another has ended: a return is asked for by it.
create index alarm_happening_by_end on monitoring.alarm_happening (agency_id, ends) where ends is not null;

-- Which account has which role now. The watch reads it to ask the supervisors of a center where none is at the post.
create view access.v_account_role as
  select agency_id, account_id, role from access.account_role where ended_at is null;
select platform.reading_view('access.v_account_role');
select platform.read_by_watch('access.account_role');
grant usage on schema access to inlieu_ingest;
grant select on access.v_account_role to inlieu_ingest;

-- What the watch could not do when its time came: put off, so that it holds nothing else up, and tried again at
-- `until_at`. Done at last, the row stays and says how often it failed.
create table monitoring.put_off (
  agency_id uuid not null,
  -- The duty, or the alarm of the outage.
  subject uuid not null,
  what text not null,
  first_at timestamptz not null,
  until_at timestamptz not null,
  faults integer not null default 1,
  -- The last fault, for who repairs it.
  fault text not null,
  constraint put_off_key primary key (agency_id, subject),
  constraint put_off_agency foreign key (agency_id) references access.agency (id),
  constraint put_off_what check (what in ('duty', 'outage')),
  constraint put_off_faults check (faults > 0)
);
create index put_off_until on monitoring.put_off (until_at);
select monitoring.written_by_watch('monitoring.put_off', 'insert, update');
-- How many stand so: a defect, and red until it is none.
alter table monitoring.heartbeat add column put_off integer not null default 0;
