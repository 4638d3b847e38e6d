-- monitoring: what a unit that nobody wears says again and again is one incident, counted with its alarm, also when
-- somebody has closed that meanwhile.
create table monitoring.unit_incident (
  agency_id uuid not null,
  alarm_id uuid not null,
  unit_id uuid not null,
  kind text not null,
  first_at timestamptz(3) not null,
  -- When it was said last, and how often in all.
  last_at timestamptz(3) not null,
  times integer not null,
  -- The unit has said since that it is no longer so.
  is_over boolean not null default false,
  constraint unit_incident_key primary key (agency_id, alarm_id),
  constraint unit_incident_of_alarm foreign key (agency_id, alarm_id) references monitoring.alarm (agency_id, id),
  constraint unit_incident_of_unit foreign key (agency_id, unit_id) references equipment.unit (agency_id, id),
  constraint unit_incident_times check (times > 0)
);
create index unit_incident_by_unit on monitoring.unit_incident (agency_id, unit_id, kind, last_at);
select monitoring.written_by_watch('monitoring.unit_incident', 'insert, update');
