-- monitoring: a battery that was low and then critical was said to be over with the critical one alone, so that the
-- low one stood for ever. Each that was left so gets its end, that of the critical one of its incident, as the watch
-- says it from now on. The owner passes row-level security for this once.
alter table monitoring.happening no force row level security;
alter table monitoring.alarm_happening no force row level security;
alter table monitoring.standing no force row level security;

with left_standing as (
  select distinct on (low.agency_id, low.key) low.key as low_key, over.*
  from monitoring.happening low
  join monitoring.happening critical on critical.agency_id = low.agency_id and critical.person_id = low.person_id
    and critical.incident = low.incident and critical.kind = 'battery-critical' and not critical.withdrawn
  join monitoring.happening over on over.agency_id = critical.agency_id and over.person_id = critical.person_id
    and over.ends = critical.key and not over.withdrawn and over.at >= low.at
  where low.kind = 'battery-low' and not low.withdrawn and not exists (
    select from monitoring.happening e
    where e.agency_id = low.agency_id and e.person_id = low.person_id and e.ends = low.key and not e.withdrawn)
  order by low.agency_id, low.key, over.at
), said as (
  insert into monitoring.happening (agency_id, key, person_id, kind, zone, severity, at, known_at, confirmed_at, late,
    withdrawn, joined, ends, cause, incident, evidence, batch)
  select agency_id,
    format('%s|restored|battery-low|%s', person_id, round(extract(epoch from at) * 1000)::bigint), person_id, kind,
    zone, severity, at, known_at, confirmed_at, late, false, joined, low_key, cause, incident, evidence, batch
  from left_standing
  on conflict do nothing
  returning agency_id, ends, at
)
update monitoring.alarm_happening h set ended_at = said.at
from said where h.agency_id = said.agency_id and h.key = said.ends and h.ended_at is null;

update monitoring.standing s set matters = array_remove(s.matters, 'battery-low')
where 'battery-low' = any(s.matters) and not exists (
  select from monitoring.happening low
  where low.agency_id = s.agency_id and low.person_id = s.person_id and low.kind = 'battery-low'
    and not low.withdrawn and low.joined is null and not exists (
      select from monitoring.happening e
      where e.agency_id = low.agency_id and e.person_id = low.person_id and e.ends = low.key and not e.withdrawn));

alter table monitoring.happening force row level security;
alter table monitoring.alarm_happening force row level security;
alter table monitoring.standing force row level security;
