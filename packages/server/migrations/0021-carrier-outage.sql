-- monitoring: the outage of a carrier is one alarm, about no single person and no single unit (field 6).
alter table monitoring.alarm drop constraint alarm_about;
alter table monitoring.alarm add constraint alarm_about
  check (drill or person_id is not null or unit_id is not null or kind = 'carrier-outage');
create index alarm_outage on monitoring.alarm (agency_id, id) where kind = 'carrier-outage' and not drill;
-- Which silences have an alarm of their own beside the one of the outage.
create index alarm_step_outage on monitoring.alarm_step (agency_id, alarm_id, happening_key)
  where kind = 'folded' and about ? 'outage';
