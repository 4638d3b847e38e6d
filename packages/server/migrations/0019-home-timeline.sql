-- home: both parts of the room's timeline of a person, as the desk reads it.
create view home.v_timeline as
  select agency_id, person_id, enrolment_id, at, on_day, kind, about, actor from home.v_timeline_of_detention
  union all
  select agency_id, person_id, enrolment_id, at, on_day, kind, about, actor from home.v_timeline_of_zones;
select platform.reading_view('home.v_timeline');
