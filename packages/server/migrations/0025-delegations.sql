-- Delegations as an office makes and ends them: for one decision of one program, by the holder's own hand or from a
-- paper they signed, from a day that is not past. What was delegated is never rewritten: only its end is entered.

alter table access.delegation
  add column pack text,                 -- null: in every program of the office
  add column made_on date,              -- the office's day; null: of before offices made them themselves
  add column signed_paper text,         -- what the holder of the rank signed, where somebody else records it
  add column signed_on date,
  add column ended_from date,           -- the first day on which it no longer holds, where somebody ended it
  add column ended_at timestamptz,
  add column ended_by uuid,
  add column end_reason text,
  -- A decision that was taken must not become authorized afterwards.
  add constraint delegation_not_past check (made_on is null or from_day >= made_on),
  add constraint delegation_paper check ((signed_paper is null) = (signed_on is null)
    and (signed_on is null or signed_on <= made_on)),
  add constraint delegation_end check (num_nulls(ended_from, ended_at, ended_by, end_reason) in (0, 4)),
  add constraint delegation_made_by foreign key (agency_id, made_by) references access.account (agency_id, id),
  add constraint delegation_ended_by foreign key (agency_id, ended_by) references access.account (agency_id, id);

revoke update on access.delegation from inlieu_app, inlieu_worker;
grant update (ended_from, ended_at, ended_by, end_reason) on access.delegation to inlieu_app;

-- `until_day` is the first day on which it no longer holds, whether so made or ended before. Of one that was taken
-- back before it began, it lies on its first day or earlier: it never held.
create or replace view access.v_delegation as
  select agency_id, id, decision, from_role, to_account, from_day, least(until_day, ended_from) as until_day, made_by,
    made_at, pack
  from access.delegation;
select platform.reading_view('access.v_delegation');
