-- work: what is kept beside the days of contracts and their marks (docs/decisions/0009-kept-beside.md).

-- How far each contract is, counted whenever a day or a mark of it changes, in the same transaction: the office asks
-- it of everybody at once. Written by the triggers below and by nothing else.
create table work.progress (
  agency_id uuid not null,
  enrolment_id uuid not null,
  person_id uuid not null,
  days integer not null,
  first_day date not null,
  last_day date not null,
  credited_days integer not null,
  open_days integer not null,
  lost_days integer not null,
  constraint progress_key primary key (agency_id, enrolment_id),
  constraint progress_enrolment foreign key (agency_id, enrolment_id) references programs.enrolment (agency_id, id),
  constraint progress_person foreign key (agency_id, person_id) references people.person (agency_id, id)
);
select platform.agency_table('work.progress', 'insert', false);
revoke insert on work.progress from inlieu_app, inlieu_worker;

-- The days that stand in a contract and have no mark: few of all that ever were. Kept in the same way.
create table work.unmarked_day (
  agency_id uuid not null,
  contract_day_id uuid not null,
  enrolment_id uuid not null,
  site_id uuid not null,
  day date not null,
  constraint unmarked_day_key primary key (agency_id, contract_day_id),
  constraint unmarked_day_day foreign key (agency_id, contract_day_id) references work.contract_day (agency_id, id)
);
create index unmarked_day_by_enrolment on work.unmarked_day (agency_id, enrolment_id);
create index unmarked_day_by_day on work.unmarked_day (agency_id, day, site_id);
select platform.agency_table('work.unmarked_day', 'insert', false);
revoke insert on work.unmarked_day from inlieu_app, inlieu_worker;

create function work.keep_progress() returns trigger
  language plpgsql security definer set search_path = pg_catalog
  as $$
declare
  v record;
begin
  for v in
    select distinct d.agency_id, d.enrolment_id
    from (select to_jsonb(c) as row from changed c) c
    join work.contract_day d on d.agency_id = (c.row ->> 'agency_id')::uuid
      and d.id = (c.row ->> case tg_table_name when 'attendance' then 'contract_day_id' else 'id' end)::uuid
    order by d.enrolment_id
  loop
    -- Whoever changes a contract or its attendance holds this row; who does not waits here for those who do.
    perform from work.schedule s where s.agency_id = v.agency_id and s.enrolment_id = v.enrolment_id for no key update;
    delete from work.progress p where p.agency_id = v.agency_id and p.enrolment_id = v.enrolment_id;
    insert into work.progress
      select d.agency_id, d.enrolment_id, d.person_id, count(*), min(d.day), max(d.day), sum(d.credited_days),
        count(*) filter (where d.standing = 'open'),
        count(*) filter (where d.standing in ('incomplete', 'missed', 'stood-down') and d.rescheduled_in is null)
      from work.v_contract_day d
      where d.agency_id = v.agency_id and d.enrolment_id = v.enrolment_id
      group by d.agency_id, d.enrolment_id, d.person_id;
    delete from work.unmarked_day u where u.agency_id = v.agency_id and u.enrolment_id = v.enrolment_id
      and not exists (select from work.v_contract_day d
        where d.agency_id = u.agency_id and d.id = u.contract_day_id and d.standing = 'open');
    insert into work.unmarked_day (agency_id, contract_day_id, enrolment_id, site_id, day)
      select d.agency_id, d.id, d.enrolment_id, d.site_id, d.day
      from work.v_contract_day d
      where d.agency_id = v.agency_id and d.enrolment_id = v.enrolment_id and d.standing = 'open'
      on conflict do nothing;
  end loop;
  return null;
end $$;
create trigger keep_progress_of_new after insert on work.contract_day
  referencing new table as changed for each statement execute function work.keep_progress();
create trigger keep_progress after update on work.contract_day
  referencing new table as changed for each statement execute function work.keep_progress();
create trigger keep_progress_of_new after insert on work.attendance
  referencing new table as changed for each statement execute function work.keep_progress();
create trigger keep_progress after update on work.attendance
  referencing new table as changed for each statement execute function work.keep_progress();
