-- monitoring: whether an alarm stands is asked of the record with everything that the watch says, and of the whole
-- record at a start and for a moment of the map.
create index happening_by_end on monitoring.happening (agency_id, ends) where ends is not null;

-- access: whose account has ended has left the office, and is asked for nothing. Of accounts the watch reads no more.
create or replace view access.v_account_role as
  select r.agency_id, r.account_id, r.role, a.ends_at
  from access.account_role r
  join access.account a on a.agency_id = r.agency_id and a.id = r.account_id
  where r.ended_at is null;
select platform.reading_view('access.v_account_role');
create policy read_by_watch on access.account for select to inlieu_ingest using (true);
grant select (agency_id, id, ends_at) on access.account to inlieu_ingest;
