-- home: whether the home lies in a zone to be in that names no place that it is drawn around; kept when the zone is drawn
-- and when the home is entered or corrected. Null: it names a place, or nobody knows where the home is, or the zone was
-- drawn before this was kept.
alter table home.zone add column holds_home boolean;

-- The zones in force that are taken for the home of their person: drawn around a home, or around no place and the home
-- is not known to lie outside. `is_never`: the week names other zones to be in and not this one, which then binds never.
create view home.v_home_zone as
  with inclusion as not materialized (
    select z.agency_id, z.id, z.enrolment_id, z.holds_home, v.name, v.place_id, s.at as week_at,
      coalesce(s.weekly @> jsonb_build_array(jsonb_build_object('zone', z.id)), false) as is_named
    from home.zone z
    join home.zone_version v on v.agency_id = z.agency_id and v.zone_id = z.id and v.number = z.version
    left join lateral (select w.weekly, w.at from home.schedule_version w
      where w.agency_id = z.agency_id and w.enrolment_id = z.enrolment_id order by w.number desc limit 1) s on true
    where z.ended_at is null and v.rule = 'inclusion'
  )
  select z.agency_id, z.id, z.enrolment_id, z.name, z.week_at,
    not z.is_named and exists (select from inclusion o
      where o.agency_id = z.agency_id and o.enrolment_id = z.enrolment_id and o.is_named) as is_never
  from inclusion z
  left join home.place p on p.agency_id = z.agency_id and p.id = z.place_id
  where case when z.place_id is null then z.holds_home is not false else p.kind = 'home' end;
select platform.reading_view('home.v_home_zone');
