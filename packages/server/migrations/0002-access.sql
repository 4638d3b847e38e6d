-- access: agencies, accounts, roles, sessions. Who may do what is decided here, once.
select platform.room('access');

create table access.agency (
  id uuid not null,
  slug text not null,
  name text not null,
  county text not null,
  state text not null,
  time_zone text not null,
  address text not null default '',
  phone text not null default '',
  is_demonstration boolean not null default false,
  -- Whether fees follow the law as it stands (California's repeal applied) or the source as it reads.
  fee_basis text not null default 'law-as-it-stands',
  constraint agency_key primary key (id),
  constraint agency_slug unique (slug),
  constraint agency_fee_basis check (fee_basis in ('law-as-it-stands', 'as-the-source-reads'))
);
alter table access.agency enable row level security;
alter table access.agency force row level security;
create policy own_agency on access.agency using (id = platform.agency());
create policy at_the_door on access.agency for select to inlieu_owner using (true);
create policy founding on access.agency for insert to inlieu_owner with check (true);
grant select, update on access.agency to inlieu_app, inlieu_worker;
grant select on access.agency to inlieu_auditor;
create function access.agency_changed() returns trigger
  language plpgsql security definer set search_path = pg_catalog
  as $$
begin
  if platform.agency() is null then
    perform set_config('inlieu.agency', new.id::text, true);
  end if;
  perform audit.write('access', 'agency', new.id::text, lower(tg_op),
    jsonb_build_object('before', case when tg_op = 'UPDATE' then to_jsonb(old) end, 'after', to_jsonb(new)));
  return null;
end $$;
create trigger audited after insert or update on access.agency
  for each row execute function access.agency_changed();

create table access.account (
  agency_id uuid not null,
  id uuid not null,
  username text collate "C" not null,
  display_name text not null,
  email text not null default '',
  password_hash text not null,
  second_factor_sealed text,            -- TOTP secret, sealed
  second_factor_pending_sealed text,    -- begun, and not yet confirmed with a code
  second_factor_since timestamptz,
  second_factor_last_step bigint,       -- a code works once
  must_change_password boolean not null default false,
  is_demonstration boolean not null default false,
  ends_at timestamptz,                  -- from here on the account cannot sign in
  created_at timestamptz not null,
  version integer not null default 1,
  constraint account_key primary key (agency_id, id),
  constraint account_username unique (username),
  constraint account_username_form check (username ~ '^[a-z0-9][a-z0-9._-]{1,62}$'),
  constraint account_of_agency foreign key (agency_id) references access.agency (id)
);
select platform.agency_table('access.account', 'insert, update');

create table access.account_role (
  agency_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  role text not null,
  granted_at timestamptz not null,
  granted_by uuid,
  ended_at timestamptz,
  constraint account_role_key primary key (agency_id, id),
  constraint account_role_account foreign key (agency_id, account_id) references access.account (agency_id, id),
  constraint account_role_period check (ended_at is null or ended_at >= granted_at)
);
create unique index account_role_once on access.account_role (agency_id, account_id, role) where ended_at is null;
select platform.agency_table('access.account_role', 'insert, update');

-- A delegation ("or designee") is dated; the authority is checked at the moment of decision.
create table access.delegation (
  agency_id uuid not null,
  id uuid not null,
  decision text not null,
  from_role text not null,
  to_account uuid not null,
  from_day date not null,
  until_day date,
  made_by uuid not null,
  made_at timestamptz not null,
  constraint delegation_key primary key (agency_id, id),
  constraint delegation_account foreign key (agency_id, to_account) references access.account (agency_id, id),
  constraint delegation_period check (until_day is null or until_day > from_day)
);
select platform.agency_table('access.delegation', 'insert, update');

create table access.session (
  agency_id uuid not null,
  id uuid not null,
  token_hash bytea not null,
  account_id uuid not null,
  csrf text not null,
  began_at timestamptz not null,
  last_seen_at timestamptz not null,
  ended_at timestamptz,
  end_cause text,
  address text not null,
  browser text not null,
  constraint session_key primary key (agency_id, id),
  constraint session_token unique (token_hash),
  constraint session_account foreign key (agency_id, account_id) references access.account (agency_id, id),
  constraint session_end check ((ended_at is null) = (end_cause is null))
);
create index session_by_account on access.session (agency_id, account_id) where ended_at is null;
-- Not audited by trigger: each request would write a row. Sign-in and sign-out are events and tries.
select platform.agency_table('access.session', 'insert, update', false);

create table access.sign_in_try (
  agency_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  at timestamptz not null,
  succeeded boolean not null,
  cause text not null,
  address text not null,
  constraint sign_in_try_key primary key (agency_id, id),
  constraint sign_in_try_account foreign key (agency_id, account_id) references access.account (agency_id, id)
);
create index sign_in_try_recent on access.sign_in_try (agency_id, account_id, at);
select platform.agency_table('access.sign_in_try', 'insert');

-- Five bad tries in fifteen minutes close an account until a person releases it.
create table access.account_lock (
  agency_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  locked_at timestamptz not null,
  cause text not null,
  released_at timestamptz,
  released_by uuid,
  release_note text,
  constraint account_lock_key primary key (agency_id, id),
  constraint account_lock_account foreign key (agency_id, account_id) references access.account (agency_id, id)
);
create unique index account_lock_once on access.account_lock (agency_id, account_id) where released_at is null;
select platform.agency_table('access.account_lock', 'insert, update');

-- The door: what must be read before the agency is known. Owned by the owner, narrow, read-only.
create policy at_the_door on access.account for select to inlieu_owner using (true);
create policy at_the_door on access.session for select to inlieu_owner using (true);
create policy at_the_door on access.account_role for select to inlieu_owner using (true);
create policy at_the_door on access.account_lock for select to inlieu_owner using (true);

create function access.account_at_the_door(p_username text)
  returns table (agency_id uuid, account_id uuid)
  language sql stable security definer set search_path = pg_catalog
  as $$ select a.agency_id, a.id from access.account a where a.username = p_username $$;

-- Everything that admits a request, in one round trip: asked before each of them.
create function access.session_at_the_door(p_token_hash bytea)
  returns table (session_id uuid, csrf text, began_at timestamptz, last_seen_at timestamptz, account_id uuid,
    username text, display_name text, has_second_factor boolean, must_change_password boolean, ends_at timestamptz,
    locked boolean, roles text[], agency_id uuid, name text, county text, state text, time_zone text,
    is_demonstration boolean, fee_basis text)
  language sql stable security definer set search_path = pg_catalog
  as $$
    select s.id, s.csrf, s.began_at, s.last_seen_at, a.id, a.username, a.display_name,
      a.second_factor_since is not null, a.must_change_password, a.ends_at,
      exists (select from access.account_lock l
        where l.agency_id = a.agency_id and l.account_id = a.id and l.released_at is null),
      array(select r.role from access.account_role r
        where r.agency_id = a.agency_id and r.account_id = a.id and r.ended_at is null order by r.role),
      g.id, g.name, g.county, g.state, g.time_zone, g.is_demonstration, g.fee_basis
    from access.session s
    join access.account a on a.agency_id = s.agency_id and a.id = s.account_id
    join access.agency g on g.id = s.agency_id
    where s.token_hash = p_token_hash and s.ended_at is null
  $$;

create function access.agencies_for_worker() returns table (agency_id uuid)
  language sql stable security definer set search_path = pg_catalog
  as $$ select a.id from access.agency a $$;

revoke all on function access.account_at_the_door(text) from public;
revoke all on function access.session_at_the_door(bytea) from public;
revoke all on function access.agencies_for_worker() from public;
grant execute on function access.account_at_the_door(text) to inlieu_app;
grant execute on function access.session_at_the_door(bytea) to inlieu_app;
grant execute on function access.agencies_for_worker() to inlieu_worker;

create view access.v_account as
  select a.agency_id, a.id, a.username, a.display_name, a.email, a.ends_at, a.created_at, a.version,
    a.second_factor_since is not null as has_second_factor,
    (select l.locked_at from access.account_lock l
      where l.agency_id = a.agency_id and l.account_id = a.id and l.released_at is null) as locked_at,
    array(select r.role from access.account_role r
      where r.agency_id = a.agency_id and r.account_id = a.id and r.ended_at is null order by r.role) as roles
  from access.account a;
select platform.reading_view('access.v_account');

create view access.v_agency as
  select id as agency_id, slug, name, county, state, time_zone, address, phone, is_demonstration, fee_basis
  from access.agency;
select platform.reading_view('access.v_agency');

create view access.v_delegation as
  select agency_id, id, decision, from_role, to_account, from_day, until_day, made_by, made_at
  from access.delegation;
select platform.reading_view('access.v_delegation');
