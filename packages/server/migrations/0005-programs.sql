-- programs: a person's time in a program, from the first appointment to the last day, and the numbers a
-- board may change.
select platform.room('programs');

-- A county's value of a parameter of a pack, from a day on. Entered by one person, approved by another.
create table programs.parameter (
  agency_id uuid not null,
  id uuid not null,
  pack text not null,
  name text not null,
  value jsonb not null,
  from_day date not null,
  authority text not null,
  resolution text not null,
  entered_at timestamptz not null,
  entered_by uuid not null,
  approved_at timestamptz,
  approved_by uuid,
  -- Taken back before it had effect; it stays on record.
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  withdrawal_reason text,
  constraint parameter_key primary key (agency_id, id),
  constraint parameter_agency foreign key (agency_id) references access.agency (id),
  constraint parameter_entered_by foreign key (agency_id, entered_by) references access.account (agency_id, id),
  constraint parameter_approved_by foreign key (agency_id, approved_by) references access.account (agency_id, id),
  constraint parameter_approval check ((approved_at is null) = (approved_by is null)),
  constraint parameter_withdrawal check ((withdrawn_at is null) = (withdrawn_by is null) and (withdrawn_at is null) = (withdrawal_reason is null)),
  -- Nobody approves what they entered themselves.
  constraint parameter_two_people check (approved_by is null or approved_by <> entered_by)
);
create unique index parameter_once on programs.parameter (agency_id, pack, name, from_day)
  where approved_at is not null and withdrawn_at is null;
create index parameter_by_name on programs.parameter (agency_id, pack, name, entered_at);
select platform.agency_table('programs.parameter', 'insert, update');

create table programs.enrolment (
  agency_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  pack text not null,
  number text collate "C" not null,          -- the booking number printed on papers
  opened_on date not null,
  opened_at timestamptz not null,
  version integer not null default 1,
  constraint enrolment_key primary key (agency_id, id),
  constraint enrolment_person foreign key (agency_id, person_id) references people.person (agency_id, id),
  constraint enrolment_number unique (agency_id, number)
);
create index enrolment_by_person on programs.enrolment (agency_id, person_id);
create index enrolment_by_day on programs.enrolment (agency_id, opened_on, number);
select platform.agency_table('programs.enrolment', 'insert, update');

-- Numbers without a gap or a double, by kind and year.
create table programs.counter (
  agency_id uuid not null,
  kind text not null,
  year integer not null,
  last integer not null,
  constraint counter_key primary key (agency_id, kind, year),
  constraint counter_agency foreign key (agency_id) references access.agency (id)
);
select platform.agency_table('programs.counter', 'insert, update', false);

create table programs.enrolment_commitment (
  agency_id uuid not null,
  id uuid not null,
  enrolment_id uuid not null,
  commitment_id uuid not null,
  joined_at timestamptz not null,
  joined_by uuid,
  constraint enrolment_commitment_key primary key (agency_id, id),
  constraint enrolment_commitment_once unique (agency_id, commitment_id),
  constraint enrolment_commitment_enrolment foreign key (agency_id, enrolment_id) references programs.enrolment (agency_id, id),
  constraint enrolment_commitment_commitment foreign key (agency_id, commitment_id) references court.commitment (agency_id, id)
);
create index enrolment_commitment_by_enrolment on programs.enrolment_commitment (agency_id, enrolment_id);
select platform.agency_table('programs.enrolment_commitment', 'insert');
create trigger commitment_joined after insert on programs.enrolment_commitment
  for each row execute function court.commitment_joined();

-- The adjusted sentence (WAP-DEF.1) as computed: facts, steps and pack whole. Running it again is a check,
-- this row is the record. A later worksheet takes the place of the one before it, which is kept. Where the
-- papers leave it open the answer is "cannot compute, because", and there are no days.
create table programs.worksheet (
  agency_id uuid not null,
  id uuid not null,
  enrolment_id uuid not null,
  number integer not null,
  cause text not null,
  computed_on date not null,
  computed_at timestamptz not null,
  computed_by uuid,
  input jsonb not null,
  result jsonb not null,
  adjusted_days integer,
  release_day date,
  pack text not null,
  pack_version text not null,
  pack_hash text not null,
  -- The officer's choice where the readings of WAP-SENT.6 differ: who, and why.
  reading text not null,
  reading_by uuid,
  reading_reason text not null default '',
  constraint worksheet_key primary key (agency_id, id),
  constraint worksheet_of_enrolment foreign key (agency_id, enrolment_id) references programs.enrolment (agency_id, id),
  -- With what lists show of the latest one.
  constraint worksheet_number unique (agency_id, enrolment_id, number) include (id, adjusted_days, release_day),
  constraint worksheet_days check (adjusted_days >= 0),
  constraint worksheet_answer check ((result ->> 'kind' = 'worksheet') = (adjusted_days is not null)),
  constraint worksheet_cause check (cause in ('asked', 'reading-chosen', 'commitment-joined', 'commitment-changed')),
  constraint worksheet_reading check (reading in ('days-owed', 'calendar'))
);
select platform.agency_table('programs.worksheet', 'insert');

-- What has happened in an enrolment, a row a step; the state is derived from these in one place below.
create table programs.step (
  agency_id uuid not null,
  id uuid not null,
  enrolment_id uuid not null,
  number integer not null,                   -- the order in which they were recorded
  kind text not null,
  on_day date not null,
  at timestamptz not null,
  by uuid,
  note text not null default '',
  about jsonb not null default '{}',
  constraint step_key primary key (agency_id, id),
  constraint step_of_enrolment foreign key (agency_id, enrolment_id) references programs.enrolment (agency_id, id),
  constraint step_number unique (agency_id, enrolment_id, number),
  constraint step_kind check (kind in ('opened', 'appointed', 'applied', 'accepted', 'denied', 'booked',
    'scheduled', 'placed', 'completed', 'returned-to-court', 'withdrawn', 'reopened'))
);
-- Most enrolments have ended: their state is found here without looking at their other steps.
create index step_ending on programs.step (agency_id, enrolment_id, number desc) include (kind, on_day)
  where kind in ('denied', 'completed', 'returned-to-court', 'withdrawn', 'reopened');
select platform.agency_table('programs.step', 'insert');

-- The state of one enrolment as it stood at the end of a day, from its steps. The one place it is derived.
-- Order of precedence: an ending counts unless the enrolment was reopened after it; then the furthest step.
create function programs.state_from_steps(p_agency uuid, p_enrolment uuid, p_day date)
  returns table (state text, since date)
  language sql stable
  as $$
    select
      coalesce(ended.kind, case when furthest.kind in ('scheduled', 'placed') then 'active' else furthest.kind end, 'opened'),
      coalesce(ended.on_day, furthest.on_day, e.opened_on)
    from programs.enrolment e
    left join lateral (
      select x.kind, x.on_day
      from (
        select s.kind, s.on_day
        from programs.step s
        where s.agency_id = e.agency_id and s.enrolment_id = e.id and s.on_day <= p_day
          and s.kind in ('denied', 'completed', 'returned-to-court', 'withdrawn', 'reopened')
        order by s.number desc
        limit 1
      ) x
      where x.kind <> 'reopened'
    ) ended on true
    left join lateral (
      select s.kind, s.on_day
      from programs.step s
      where ended.kind is null and s.agency_id = e.agency_id and s.enrolment_id = e.id and s.on_day <= p_day
        and s.kind in ('opened', 'appointed', 'applied', 'accepted', 'booked', 'scheduled', 'placed')
      order by array_position(array['scheduled', 'placed', 'booked', 'accepted', 'applied', 'appointed', 'opened'], s.kind), s.number
      limit 1
    ) furthest on true
    where e.agency_id = p_agency and e.id = p_enrolment and e.opened_on <= p_day
  $$;

-- What the steps give, kept for each span of days [from_day, until_day), because the office asks for "everything
-- in this state" all day long, and most of its enrolments have ended. Written by the trigger below and by nothing
-- else, in the transaction that writes the step.
create table programs.standing (
  agency_id uuid not null,
  enrolment_id uuid not null,
  from_day date not null,
  until_day date not null,                   -- 'infinity' for the last
  state text not null,
  since date not null,
  constraint standing_key primary key (agency_id, enrolment_id, from_day),
  constraint standing_enrolment foreign key (agency_id, enrolment_id) references programs.enrolment (agency_id, id),
  constraint standing_days check (until_day > from_day)
);
create index standing_by_state on programs.standing (agency_id, state, until_day, from_day) include (enrolment_id, since);
select platform.agency_table('programs.standing', 'insert', false);
revoke insert on programs.standing from inlieu_app, inlieu_worker;

create function programs.keep_standing() returns trigger
  language plpgsql security definer set search_path = pg_catalog
  as $$
declare
  v_row jsonb := to_jsonb(case when tg_op = 'DELETE' then old else new end);
  v_agency uuid := v_row ->> 'agency_id';
  v_enrolment uuid := v_row ->> case when tg_table_name = 'enrolment' then 'id' else 'enrolment_id' end;
begin
  -- Two steps written at once: the later one waits here, and then sees both.
  perform from programs.enrolment e where e.agency_id = v_agency and e.id = v_enrolment for no key update;
  delete from programs.standing k where k.agency_id = v_agency and k.enrolment_id = v_enrolment;
  insert into programs.standing (agency_id, enrolment_id, from_day, until_day, state, since)
    select v_agency, v_enrolment, d.day, lead(d.day, 1, 'infinity') over (order by d.day), s.state, s.since
    from (
      select e.opened_on as day from programs.enrolment e where e.agency_id = v_agency and e.id = v_enrolment
      union
      select x.on_day from programs.step x where x.agency_id = v_agency and x.enrolment_id = v_enrolment
    ) d
    -- A day before it was opened has no state.
    cross join lateral programs.state_from_steps(v_agency, v_enrolment, d.day) s;
  return null;
end $$;
create trigger keep_standing after insert or update or delete on programs.step
  for each row execute function programs.keep_standing();
create trigger keep_standing after insert or update of opened_on on programs.enrolment
  for each row execute function programs.keep_standing();

-- The state of each enrolment as it stood at the end of a day.
create function programs.enrolment_state(p_day date)
  returns table (agency_id uuid, enrolment_id uuid, state text, since date)
  language sql stable
  as $$
    select k.agency_id, k.enrolment_id, k.state, k.since
    from programs.standing k
    where k.from_day <= p_day and k.until_day > p_day
  $$;
grant execute on function programs.enrolment_state(date) to inlieu_app, inlieu_worker, inlieu_auditor;

-- The state that holds when every step on record counts, whatever its day.
create view programs.v_standing as
  select agency_id, enrolment_id, state, since from programs.standing where until_day = 'infinity';
select platform.reading_view('programs.v_standing');

create view programs.v_enrolment as
  select e.agency_id, e.id, e.person_id, e.pack, e.number, e.opened_on, e.opened_at, e.version,
    w.id as worksheet_id, w.number as worksheet_number, w.adjusted_days, w.release_day
  from programs.enrolment e
  left join lateral (
    select * from programs.worksheet x
    where x.agency_id = e.agency_id and x.enrolment_id = e.id order by x.number desc limit 1
  ) w on true;
select platform.reading_view('programs.v_enrolment');

create view programs.v_enrolment_commitment as
  select agency_id, enrolment_id, commitment_id, joined_at, joined_by from programs.enrolment_commitment;
select platform.reading_view('programs.v_enrolment_commitment');

create view programs.v_worksheet as select * from programs.worksheet;
select platform.reading_view('programs.v_worksheet');

create view programs.v_step as select * from programs.step;
select platform.reading_view('programs.v_step');

create view programs.v_parameter as select * from programs.parameter;
select platform.reading_view('programs.v_parameter');

-- This room's part of a person's timeline.
create view programs.v_timeline as
  select s.agency_id, e.person_id, s.enrolment_id, s.at, s.on_day, 'programs.' || s.kind as kind,
    jsonb_strip_nulls(jsonb_build_object('number', e.number, 'note', s.note, 'reason', s.about -> 'reason')) as about, s.by as actor
  from programs.step s
  join programs.enrolment e on e.agency_id = s.agency_id and e.id = s.enrolment_id
  union all
  select w.agency_id, e.person_id, w.enrolment_id, w.computed_at, w.computed_on,
    case when w.adjusted_days is null then 'programs.worksheet-not-computed' else 'programs.worksheet-computed' end,
    jsonb_build_object('number', e.number, 'worksheet', w.number, 'days', w.adjusted_days, 'release', w.release_day, 'cause', w.cause),
    w.computed_by
  from programs.worksheet w
  join programs.enrolment e on e.agency_id = w.agency_id and e.id = w.enrolment_id
  union all
  select j.agency_id, e.person_id, j.enrolment_id, j.joined_at, null::date, 'programs.commitment-joined',
    jsonb_build_object('number', e.number, 'commitment', j.commitment_id), j.joined_by
  from programs.enrolment_commitment j
  join programs.enrolment e on e.agency_id = j.agency_id and e.id = j.enrolment_id
  where j.joined_at > e.opened_at;           -- those it was opened with are told by the opening itself
select platform.reading_view('programs.v_timeline');
