-- monitoring: what a unit is asked for is for whom it was asked, worth saying for a while, and ends with its alarm.
alter table monitoring.command
  -- Who wore the unit, and null where nobody did: it is said to nobody else.
  add column person_id uuid,
  -- Null of what was asked before commands had an end: that is said no more.
  add column keep_until timestamptz(3),
  -- What was not said by then is not said any more, and why.
  add column ended_at timestamptz(3),
  add column ended_because text,
  add constraint command_of_person foreign key (agency_id, person_id) references people.person (agency_id, id),
  add constraint command_ended check ((ended_at is null) = (ended_because is null)),
  add constraint command_ended_because check (ended_because in ('alarm-closed', 'put-on', 'taken-off'));

-- The watch looks for what is still worth saying ten times a second; what never was said stays behind it.
drop index monitoring.command_waiting;
create index command_waiting on monitoring.command (keep_until) where sent_at is null and ended_at is null;
create index command_of_unit_waiting on monitoring.command (agency_id, unit_id) where sent_at is null and ended_at is null;
create index command_of_alarm on monitoring.command (agency_id, alarm_id);
grant update (ended_at, ended_because) on monitoring.command to inlieu_app, inlieu_worker;

-- Who wears a unit now is counted with each look at the pulse of the alarm room.
create index fitting_wearers on equipment.fitting (agency_id, person_id) where removed_at is null;
