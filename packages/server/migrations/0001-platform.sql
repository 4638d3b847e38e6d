-- The platform under every room: the tools a room's tables are made with, the audit trail,
-- the event stream, answers already given, stored papers.

create schema platform;
create schema audit;
grant usage on schema platform to inlieu_app, inlieu_worker, inlieu_ingest, inlieu_auditor;
grant usage on schema audit to inlieu_app, inlieu_worker, inlieu_auditor;

-- The agency of the running transaction. nullif: after a transaction-local setting ends, a pooled
-- connection reads '' where it once read null, and ''::uuid is an error instead of "no rows".
create function platform.agency() returns uuid
  language sql stable parallel safe
  as $$ select nullif(current_setting('inlieu.agency', true), '')::uuid $$;

create function platform.actor() returns uuid
  language sql stable parallel safe
  as $$ select nullif(current_setting('inlieu.actor', true), '')::uuid $$;

-- Audit ---------------------------------------------------------------------------------------

create sequence audit.entry_id;

create table audit.entry (
  id bigint not null default nextval('audit.entry_id'),
  xid xid8 not null,
  agency_id uuid not null,
  at timestamptz not null,
  actor uuid,
  roles text not null,
  request text not null,
  verb text not null,
  reason text not null,
  room text not null,
  record text not null,
  row_id text not null,
  operation text not null,
  payload jsonb,                 -- null after an erasure order; the digest stays, so the chain verifies
  payload_digest bytea not null,
  row_hash bytea not null,
  constraint entry_key primary key (id),
  constraint entry_operation check (operation in ('insert', 'update', 'delete', 'look'))
);
create index entry_by_xid on audit.entry (xid, id);
create index entry_by_row on audit.entry (agency_id, room, record, row_id);
create index entry_by_request on audit.entry (agency_id, request);

-- A seal closes every row whose transaction number is below `until_xid` and not below `from_xid`.
create table audit.seal (
  id bigint not null generated always as identity,
  from_xid xid8 not null,
  until_xid xid8 not null,
  row_count bigint not null,
  root bytea not null,           -- SHA-256 over the row hashes in order of (xid, id)
  previous bytea not null,
  hash bytea not null,           -- SHA-256(previous || until_xid || row_count || root)
  sealed_at timestamptz not null,
  constraint seal_key primary key (id),
  constraint seal_until unique (until_xid)
);

create function audit.row_text(e audit.entry) returns text
  language sql immutable
  as $$
    select concat_ws('|', e.id, e.xid, e.agency_id,
      to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'),
      coalesce(e.actor::text, '-'), e.roles, e.request, e.verb, e.reason, e.room, e.record, e.row_id,
      e.operation, encode(e.payload_digest, 'hex'))
  $$;

-- The one place that writes the trail. It takes no shared lock: a chain kept here fell to a quarter
-- of the speed and to deadlocks beside a capacity lock. The worker seals behind the commit horizon.
create function audit.write(p_room text, p_record text, p_row_id text, p_operation text, p_payload jsonb)
  returns void
  language plpgsql security definer set search_path = pg_catalog
  as $$
declare
  e audit.entry;
begin
  e.id := nextval('audit.entry_id');
  e.xid := pg_current_xact_id();
  e.agency_id := platform.agency();
  e.at := clock_timestamp();
  e.actor := platform.actor();
  e.roles := coalesce(current_setting('inlieu.roles', true), '');
  e.request := coalesce(current_setting('inlieu.request', true), '');
  e.verb := coalesce(current_setting('inlieu.verb', true), '');
  e.reason := coalesce(current_setting('inlieu.reason', true), '');
  e.room := p_room;
  e.record := p_record;
  e.row_id := p_row_id;
  e.operation := p_operation;
  e.payload := p_payload;
  e.payload_digest := sha256(convert_to(p_payload::text, 'UTF8'));
  e.row_hash := sha256(convert_to(audit.row_text(e), 'UTF8'));
  insert into audit.entry values (e.*);
end $$;

create function audit.on_change() returns trigger
  language plpgsql security definer set search_path = pg_catalog
  as $$
declare
  before jsonb := case when tg_op = 'INSERT' then '{}'::jsonb else to_jsonb(old) end;
  after jsonb := case when tg_op = 'DELETE' then '{}'::jsonb else to_jsonb(new) end;
  changed jsonb;
  secret text;
begin
  -- A trail that many may read shows that a secret changed, never the secret.
  foreach secret in array array['password_hash', 'second_factor_sealed', 'second_factor_pending_sealed'] loop
    if before ->> secret is not null then
      before := jsonb_set(before, array[secret], to_jsonb(left(encode(sha256(convert_to(before ->> secret, 'UTF8')), 'hex'), 12)));
    end if;
    if after ->> secret is not null then
      after := jsonb_set(after, array[secret], to_jsonb(left(encode(sha256(convert_to(after ->> secret, 'UTF8')), 'hex'), 12)));
    end if;
  end loop;
  if tg_op = 'UPDATE' then
    -- Only what differs, before and after: the change is readable and the row small.
    select jsonb_build_object(
        'before', coalesce(jsonb_object_agg(b.key, b.value), '{}'::jsonb),
        'after', coalesce(jsonb_object_agg(b.key, after -> b.key), '{}'::jsonb))
      into changed
      from jsonb_each(before) b where b.value is distinct from after -> b.key;
    if changed -> 'after' = '{}'::jsonb then
      return null;
    end if;
  elsif tg_op = 'INSERT' then
    changed := jsonb_build_object('after', after);
  else
    changed := jsonb_build_object('before', before);
  end if;
  perform audit.write(tg_table_schema, tg_table_name,
    coalesce(after ->> 'id', before ->> 'id', ''), lower(tg_op), changed);
  return null;
end $$;

-- Making a room's table ------------------------------------------------------------------------

-- Every table that belongs to an agency is finished with this: row-level security for all (the owner
-- too), the audit trigger, and no more rights than the table needs. `p_rights`: 'insert' or 'insert, update'.
create function platform.agency_table(p_table regclass, p_rights text, p_audited boolean default true)
  returns void
  language plpgsql
  as $$
declare
  name text := p_table::text;
begin
  execute format('alter table %s enable row level security', name);
  execute format('alter table %s force row level security', name);
  execute format('create policy own_agency on %s using (agency_id = platform.agency()) with check (agency_id = platform.agency())', name);
  execute format('grant select, %s on %s to inlieu_app, inlieu_worker', p_rights, name);
  execute format('grant select on %s to inlieu_auditor', name);
  if p_audited then
    execute format('create trigger audited after insert or update or delete on %s for each row execute function audit.on_change()', name);
  end if;
end $$;

-- What the watch reads of every agency at once: it follows all people in one process. The office never does.
create function platform.read_by_watch(p_table regclass) returns void
  language plpgsql
  as $$
begin
  execute format('create policy read_by_watch on %s for select to inlieu_ingest using (true)', p_table::text);
  execute format('grant select on %s to inlieu_ingest', p_table::text);
end $$;

create function platform.room(p_name text) returns void
  language plpgsql
  as $$
begin
  execute format('create schema %I', p_name);
  execute format('grant usage on schema %I to inlieu_app, inlieu_worker, inlieu_auditor', p_name);
end $$;

-- A reading view: obeys the reader's own row-level security, never the owner's.
create function platform.reading_view(p_view regclass) returns void
  language plpgsql
  as $$
begin
  execute format('alter view %s set (security_invoker = true)', p_view::text);
  execute format('grant select on %s to inlieu_app, inlieu_worker, inlieu_auditor', p_view::text);
end $$;

alter table audit.entry enable row level security;
alter table audit.entry force row level security;
create policy own_agency on audit.entry for select using (agency_id = platform.agency());
create policy written on audit.entry for insert to inlieu_owner with check (true);
create policy sealed on audit.entry for select to inlieu_worker, inlieu_owner using (true);
grant select on audit.entry to inlieu_app, inlieu_worker, inlieu_auditor;
grant select on audit.seal to inlieu_auditor;
grant select, insert on audit.seal to inlieu_worker;
revoke all on function audit.write(text, text, text, text, jsonb) from public;
grant execute on function audit.write(text, text, text, text, jsonb) to inlieu_app, inlieu_worker;

-- Events ---------------------------------------------------------------------------------------

-- What happened, as ids and kind only. Read behind the commit horizon, in order of (xid, id): read by
-- `id > last`, a slow transaction's event was lost.
create table platform.event (
  id bigint not null generated always as identity,
  xid xid8 not null default pg_current_xact_id(),
  agency_id uuid not null,
  at timestamptz not null,
  kind text not null,
  subject jsonb not null,
  actor uuid,
  constraint event_key primary key (id),
  constraint event_kind check (kind ~ '^[a-z]+\.[a-z-]+$')
);
create index event_in_order on platform.event (agency_id, xid, id);
select platform.agency_table('platform.event', 'insert', false);

-- What the watch says to open pages, numbered by the watch itself: one writer, one transaction at a time, so
-- `number > last` loses nothing, and no slow transaction of the office can hold an alarm back.
create table platform.news (
  number bigint not null,
  agency_id uuid not null,
  at timestamptz not null,
  kind text not null,
  subject jsonb not null,
  constraint news_key primary key (number),
  constraint news_kind check (kind ~ '^[a-z]+\.[a-z-]+$')
);
create index news_in_order on platform.news (agency_id, number);
alter table platform.news enable row level security;
alter table platform.news force row level security;
create policy own_agency on platform.news using (agency_id = platform.agency());
create policy by_watch on platform.news to inlieu_ingest using (true) with check (true);
grant select, insert on platform.news to inlieu_ingest;
grant select on platform.news to inlieu_app, inlieu_worker, inlieu_auditor;

-- Answers already given: the same request sent again gets the same answer and no second effect.
create table platform.answer (
  agency_id uuid not null,
  actor uuid not null,
  key uuid not null,
  verb text not null,
  input_digest bytea not null,
  result jsonb,
  at timestamptz not null,
  constraint answer_key primary key (agency_id, actor, key)
);
select platform.agency_table('platform.answer', 'insert, update', false);

-- Papers: scanned or made. The bytes and their hash are the record.
create table platform.paper (
  agency_id uuid not null,
  id uuid not null,
  kind text not null,
  title text not null,
  media_type text not null,
  size_bytes integer not null,
  sha256 bytea not null,
  person_id uuid,
  about jsonb not null default '{}',
  added_at timestamptz not null,
  added_by uuid,
  constraint paper_key primary key (agency_id, id),
  constraint paper_media_type check (media_type in ('application/pdf', 'image/jpeg', 'image/png')),
  constraint paper_size check (size_bytes between 1 and 20971520)
);
create index paper_by_person on platform.paper (agency_id, person_id, added_at);
select platform.agency_table('platform.paper', 'insert');

-- Apart from the row that describes them, so that the audit trail carries the hash and not the bytes.
create table platform.paper_bytes (
  agency_id uuid not null,
  paper_id uuid not null,
  bytes bytea not null,
  constraint paper_bytes_key primary key (agency_id, paper_id),
  constraint paper_bytes_of_paper foreign key (agency_id, paper_id) references platform.paper (agency_id, id)
);
select platform.agency_table('platform.paper_bytes', 'insert', false);

-- A document asked for and made by the worker.
create table platform.document (
  agency_id uuid not null,
  id uuid not null,
  kind text not null,
  title text not null,
  person_id uuid,
  about jsonb not null default '{}',
  data jsonb not null,
  language text not null,
  asked_at timestamptz not null,
  asked_by uuid,
  paper_id uuid,
  failure text,
  constraint document_key primary key (agency_id, id),
  constraint document_paper foreign key (agency_id, paper_id) references platform.paper (agency_id, id),
  constraint document_language check (language in ('en', 'es'))
);
create index document_by_person on platform.document (agency_id, person_id, asked_at);
create index document_failed on platform.document (agency_id, asked_at) where failure is not null and paper_id is null;
select platform.agency_table('platform.document', 'insert, update');

-- The demonstration's office can be moved forward in time; a real office has no row here.
create table platform.demonstration_clock (
  only_row boolean not null default true,
  ahead_seconds bigint not null,
  constraint demonstration_clock_key primary key (only_row),
  constraint demonstration_clock_one check (only_row),
  constraint demonstration_clock_forward check (ahead_seconds >= 0)
);
grant select, insert, update on platform.demonstration_clock to inlieu_app;
grant select on platform.demonstration_clock to inlieu_worker, inlieu_ingest, inlieu_auditor;

create view platform.v_paper as
  select agency_id, id, kind, title, media_type, size_bytes, person_id, about, added_at, added_by
  from platform.paper;
select platform.reading_view('platform.v_paper');

create view platform.v_document as
  select agency_id, id, kind, title, person_id, about, asked_at, asked_by, paper_id, failure
  from platform.document;
select platform.reading_view('platform.v_document');

-- Work for the worker, handed over inside the caller's transaction. The queue belongs to the worker's role;
-- an office connection may add to it and do nothing else with it.
create function platform.enqueue(p_job text, p_payload jsonb) returns void
  language plpgsql security definer set search_path = pg_catalog
  as $$
begin
  perform graphile_worker.add_job(p_job, (p_payload || jsonb_build_object('agency', platform.agency()))::json);
end $$;
-- It runs as the worker, whose queue it is: the owner may become the worker and does not inherit its rights.
grant create on schema platform to inlieu_worker;
alter function platform.enqueue(text, jsonb) owner to inlieu_worker;
revoke create on schema platform from inlieu_worker;
revoke all on function platform.enqueue(text, jsonb) from public;
grant execute on function platform.enqueue(text, jsonb) to inlieu_app, inlieu_worker;

create view audit.v_entry as
  select agency_id, id, at, actor, roles, request, verb, reason, room, record, row_id, operation, payload
  from audit.entry;
select platform.reading_view('audit.v_entry');
