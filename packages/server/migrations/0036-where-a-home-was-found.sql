-- home: where a home stood when it was evaluated, or, until then, when it was put on the map. A correction is measured
-- from there: many small ones never add up to a move that nobody evaluates (EMP-3.3, own). Null for a home that was
-- entered before this was kept: its next correction is measured from where it stands now, and that is kept.
alter table home.place
  add column found_lat double precision,
  add column found_lon double precision,
  add constraint place_found check ((found_lat is null) = (found_lon is null) and found_lat between -90 and 90
    and found_lon between -180 and 180);
