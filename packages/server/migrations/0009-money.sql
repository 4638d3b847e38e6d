-- money: a ledger of double entry, and what is decided about fees. Nothing here is changed or deleted; what
-- was wrong is corrected by a further entry that names it. All amounts are integer cents.
select platform.room('money');

-- What one enrolment owes. Whoever adds an entry locks this row, so lines are numbered without a gap and two
-- clerks at once wait for each other.
create table money.receivable (
  agency_id uuid not null,
  enrolment_id uuid not null,
  person_id uuid not null,
  opened_at timestamptz not null,
  last_line integer not null default 0,
  constraint receivable_key primary key (agency_id, enrolment_id),
  constraint receivable_enrolment foreign key (agency_id, enrolment_id) references programs.enrolment (agency_id, id),
  constraint receivable_person foreign key (agency_id, person_id) references people.person (agency_id, id),
  constraint receivable_line check (last_line >= 0)
);
create index receivable_by_person on money.receivable (agency_id, person_id);
-- A counter and nothing else changes here; each line it counts is audited itself.
select platform.agency_table('money.receivable', 'insert, update', false);

-- One line of a statement. `net_cents` is what it adds to the balance.
create table money.entry (
  agency_id uuid not null,
  id uuid not null,
  enrolment_id uuid not null,
  line integer not null,
  kind text not null,
  on_day date not null,
  at timestamptz not null,
  by uuid,
  net_cents bigint not null,
  about jsonb not null,
  reason text not null default '',
  corrects uuid,
  constraint entry_key primary key (agency_id, id),
  constraint entry_of_enrolment unique (agency_id, enrolment_id, id),
  constraint entry_line unique (agency_id, enrolment_id, line),
  constraint entry_receivable foreign key (agency_id, enrolment_id) references money.receivable (agency_id, enrolment_id),
  -- What is corrected stands on the same statement.
  constraint entry_corrects foreign key (agency_id, enrolment_id, corrects) references money.entry (agency_id, enrolment_id, id),
  constraint entry_kind check (kind in ('fee', 'fee-difference', 'fee-correction', 'payment', 'payment-void',
    'waiver', 'waiver-reduced', 'uncollectible', 'uncollectible-reduced', 'refund')),
  constraint entry_first_line check (line >= 1),
  constraint entry_names_what_it_corrects check (corrects is not null
    or kind not in ('fee-correction', 'payment-void', 'waiver-reduced', 'uncollectible-reduced')),
  constraint entry_reason check (reason <> '' or kind in ('fee', 'payment'))
);
create index entry_by_day on money.entry (agency_id, on_day, at);
create index entry_by_corrected on money.entry (agency_id, corrects) where corrects is not null;
select platform.agency_table('money.entry', 'insert');

-- Debit is positive, credit negative. `part` is the fee of fee income and the form of payment of the drawer.
--   receivable       what the person owes           fee-income    what was charged
--   refunds-payable  what we hold for the person    drawer        what was handed over the counter
--   waived           given up by a named officer    uncollectible given up because the law says so
--   refunds-paid     paid back by the treasurer
create table money.posting (
  agency_id uuid not null,
  id uuid not null,
  entry_id uuid not null,
  enrolment_id uuid not null,
  account text not null,
  part text not null default '',
  amount_cents bigint not null,
  constraint posting_key primary key (agency_id, id),
  constraint posting_entry foreign key (agency_id, enrolment_id, entry_id) references money.entry (agency_id, enrolment_id, id),
  constraint posting_account unique (agency_id, entry_id, account, part),
  constraint posting_amount check (amount_cents <> 0),
  constraint posting_part check (case account
    when 'fee-income' then part in ('administrative', 'daily', 're-scheduling', 're-scheduled-day')
    when 'drawer' then part in ('cash', 'money-order', 'cashiers-check')
    else account in ('receivable', 'refunds-payable', 'waived', 'uncollectible', 'refunds-paid') and part = '' end)
);
create index posting_by_enrolment on money.posting (agency_id, enrolment_id) include (account, part, amount_cents);
-- What is held for people is a short list, found without reading every statement.
create index posting_held on money.posting (agency_id, enrolment_id, amount_cents) where account = 'refunds-payable';
select platform.agency_table('money.posting', 'insert');

-- Seen at commit, when all postings of an entry are there.
create function money.entry_balances() returns trigger
  language plpgsql
  as $$
declare
  v_entry uuid;
  v_total bigint;
  v_person bigint;
  v_count integer;
  v_net bigint;
begin
  if tg_table_name = 'posting' then
    v_entry := new.entry_id;
  else
    v_entry := new.id;
  end if;
  select coalesce(sum(p.amount_cents), 0), count(*),
      coalesce(sum(p.amount_cents) filter (where p.account in ('receivable', 'refunds-payable')), 0)
    into v_total, v_count, v_person
    from money.posting p where p.agency_id = new.agency_id and p.entry_id = v_entry;
  select e.net_cents into v_net from money.entry e where e.agency_id = new.agency_id and e.id = v_entry;
  if v_count < 2 or v_total <> 0 or v_person <> v_net then
    raise exception 'entry % does not balance: % postings, sum % cents, net % of %',
      v_entry, v_count, v_total, v_person, v_net using errcode = 'check_violation', constraint = 'entry_balances';
  end if;
  return null;
end $$;
create constraint trigger entry_balances after insert on money.entry
  deferrable initially deferred for each row execute function money.entry_balances();
create constraint trigger posting_balances after insert on money.posting
  deferrable initially deferred for each row execute function money.entry_balances();

-- Fees as assessed: what went in and what came out, whole. The intake's fees are assessed anew with each
-- worksheet (WAP-SENT.1), a re-scheduling's once (WAP-BOOK.10).
create table money.assessment (
  agency_id uuid not null,
  id uuid not null,
  enrolment_id uuid not null,
  number integer not null,
  occasion text not null,
  worksheet_id uuid,
  rescheduling_id uuid,
  on_day date not null,
  -- The day whose amounts are charged: a later worksheet changes how many days, not what a day costs.
  rates_on date not null,
  at timestamptz not null,
  by uuid,
  basis text not null,
  input jsonb not null,
  parameters jsonb not null,
  result jsonb not null,
  printed_cents bigint not null,
  charged_cents bigint not null,
  pack_version text not null,
  pack_hash text not null,
  constraint assessment_key primary key (agency_id, id),
  constraint assessment_receivable foreign key (agency_id, enrolment_id) references money.receivable (agency_id, enrolment_id),
  constraint assessment_number unique (agency_id, enrolment_id, number),
  constraint assessment_rescheduling unique (agency_id, rescheduling_id),
  constraint assessment_occasion check (case occasion
    when 'intake' then worksheet_id is not null and rescheduling_id is null
    when 're-scheduling' then worksheet_id is null and rescheduling_id is not null
    else false end),
  constraint assessment_basis check (basis in ('law-as-it-stands', 'as-the-source-reads')),
  constraint assessment_cents check (printed_cents >= 0 and charged_cents >= 0)
);
select platform.agency_table('money.assessment', 'insert');

-- Never a fee line without a clause and an authority.
create table money.fee_line (
  agency_id uuid not null,
  id uuid not null,
  assessment_id uuid not null,
  position integer not null,
  code text not null,
  clause text not null,
  own boolean not null,               -- our reading of the clause, not its words
  authority text not null,
  resolution text,
  statute text not null,
  unit text not null,
  unit_cents bigint not null,
  quantity integer not null,
  amount_cents bigint not null,       -- as the policy prints it
  charged_cents bigint not null,      -- what is charged of it
  reason text not null,
  repeal jsonb,
  constraint fee_line_key primary key (agency_id, id),
  constraint fee_line_assessment foreign key (agency_id, assessment_id) references money.assessment (agency_id, id),
  constraint fee_line_position unique (agency_id, assessment_id, position),
  constraint fee_line_code check (code in ('administrative', 'daily', 're-scheduling', 're-scheduled-day')),
  constraint fee_line_cited check (clause <> '' and authority <> '' and statute <> ''),
  constraint fee_line_amount check (unit_cents >= 0 and quantity >= 0 and amount_cents = unit_cents * quantity),
  constraint fee_line_charged check (charged_cents between 0 and amount_cents)
);
select platform.agency_table('money.fee_line', 'insert');

-- A receipt's number is given once and stays, voided or not.
create table money.receipt (
  agency_id uuid not null,
  id uuid not null,
  enrolment_id uuid not null,
  entry_id uuid not null,
  year integer not null,
  serial integer not null,
  number text collate "C" not null,
  form text not null,
  instrument_number text not null default '',
  amount_cents bigint not null,
  held_cents bigint not null,          -- the part beyond what was owed, held for the person
  balance_cents bigint not null,       -- what is owed after it; below zero, what is held
  received_from text not null,
  taken_on date not null,
  taken_at timestamptz not null,
  taken_by uuid not null,
  document_id uuid not null,
  constraint receipt_key primary key (agency_id, id),
  constraint receipt_entry foreign key (agency_id, enrolment_id, entry_id) references money.entry (agency_id, enrolment_id, id),
  constraint receipt_document foreign key (agency_id, document_id) references platform.document (agency_id, id),
  constraint receipt_number unique (agency_id, year, serial),
  constraint receipt_once unique (agency_id, entry_id),
  constraint receipt_form check (form in ('cash', 'money-order', 'cashiers-check')),
  constraint receipt_instrument check ((form = 'cash') = (instrument_number = '')),
  constraint receipt_amount check (amount_cents > 0 and held_cents between 0 and amount_cents)
);
create index receipt_by_day on money.receipt (agency_id, taken_on, serial);
create index receipt_by_enrolment on money.receipt (agency_id, enrolment_id);
create index receipt_by_number on money.receipt (agency_id, number);
select platform.agency_table('money.receipt', 'insert');

create table money.receipt_void (
  agency_id uuid not null,
  receipt_id uuid not null,
  enrolment_id uuid not null,
  entry_id uuid not null,
  reason text not null,
  on_day date not null,
  at timestamptz not null,
  by uuid not null,
  document_id uuid not null,
  constraint receipt_void_key primary key (agency_id, receipt_id),
  constraint receipt_void_receipt foreign key (agency_id, receipt_id) references money.receipt (agency_id, id),
  constraint receipt_void_entry foreign key (agency_id, enrolment_id, entry_id) references money.entry (agency_id, enrolment_id, id),
  constraint receipt_void_document foreign key (agency_id, document_id) references platform.document (agency_id, id),
  constraint receipt_void_reason check (reason <> '')
);
create index receipt_void_by_day on money.receipt_void (agency_id, on_day);
select platform.agency_table('money.receipt_void', 'insert');

-- Fees not brought (WAP-P3.2): a day to pay by, or the interview put off until a new appointment.
create table money.arrangement (
  agency_id uuid not null,
  id uuid not null,
  enrolment_id uuid not null,
  kind text not null,
  pay_by date,
  note text not null default '',
  owed_cents bigint not null,
  on_day date not null,
  at timestamptz not null,
  by uuid not null,
  constraint arrangement_key primary key (agency_id, id),
  constraint arrangement_receivable foreign key (agency_id, enrolment_id) references money.receivable (agency_id, enrolment_id),
  constraint arrangement_kind check (kind in ('pay-by', 'interview-put-off')),
  constraint arrangement_day check ((kind = 'pay-by') = (pay_by is not null))
);
create index arrangement_by_enrolment on money.arrangement (agency_id, enrolment_id, at);
select platform.agency_table('money.arrangement', 'insert');

create table money.waiver (
  agency_id uuid not null,
  id uuid not null,
  enrolment_id uuid not null,
  asked_cents bigint,                 -- null: all that is owed on the day of the decision
  owed_cents bigint not null,
  budget_digest bytea not null,
  on_day date not null,
  at timestamptz not null,
  by uuid not null,
  constraint waiver_key primary key (agency_id, id),
  constraint waiver_receivable foreign key (agency_id, enrolment_id) references money.receivable (agency_id, enrolment_id),
  constraint waiver_asked check (asked_cents is null or asked_cents > 0)
);
create index waiver_by_enrolment on money.waiver (agency_id, enrolment_id);
create index waiver_by_day on money.waiver (agency_id, on_day, id);
select platform.agency_table('money.waiver', 'insert');

-- Why they ask, and the short budget form. Eligibility, assignment and removal cannot read it (WAP-P3.3): the office may write
-- it and nothing else; it is opened by one function, below, and the opening is recorded. The audit trail has
-- its digest (on the waiver), not its content.
create table money.budget (
  agency_id uuid not null,
  waiver_id uuid not null,
  why text not null,
  incomes jsonb not null,
  expenses jsonb not null,
  dependents integer not null,
  note text not null default '',
  constraint budget_key primary key (agency_id, waiver_id),
  constraint budget_waiver foreign key (agency_id, waiver_id) references money.waiver (agency_id, id),
  constraint budget_why check (why <> ''),
  constraint budget_dependents check (dependents between 0 and 50)
);
select platform.agency_table('money.budget', 'insert', false);
revoke select on money.budget from inlieu_app, inlieu_worker, inlieu_auditor;

create function money.open_budget(p_waiver uuid)
  returns table (why text, incomes jsonb, expenses jsonb, dependents integer, note text)
  language plpgsql security definer set search_path = pg_catalog
  as $$
begin
  perform audit.write('money', 'budget', p_waiver::text, 'look', '{}'::jsonb);
  return query select b.why, b.incomes, b.expenses, b.dependents, b.note from money.budget b
    where b.agency_id = platform.agency() and b.waiver_id = p_waiver;
end $$;
revoke all on function money.open_budget(uuid) from public;
grant execute on function money.open_budget(uuid) to inlieu_app;

create table money.waiver_decision (
  agency_id uuid not null,
  waiver_id uuid not null,
  enrolment_id uuid not null,
  outcome text not null,
  waived_cents bigint not null,
  reason text not null,
  authority jsonb,                    -- what let this account decide: rank or delegation, with its clause
  entry_id uuid,
  document_id uuid,
  on_day date not null,
  at timestamptz not null,
  by uuid not null,
  constraint waiver_decision_key primary key (agency_id, waiver_id),
  constraint waiver_decision_waiver foreign key (agency_id, waiver_id) references money.waiver (agency_id, id),
  constraint waiver_decision_entry foreign key (agency_id, enrolment_id, entry_id) references money.entry (agency_id, enrolment_id, id),
  constraint waiver_decision_document foreign key (agency_id, document_id) references platform.document (agency_id, id),
  constraint waiver_decision_reason check (reason <> ''),
  constraint waiver_decision_outcome check (case outcome
    when 'granted' then waived_cents > 0 and entry_id is not null and authority is not null and document_id is not null
    when 'granted-in-part' then waived_cents > 0 and entry_id is not null and authority is not null and document_id is not null
    when 'denied' then waived_cents = 0 and entry_id is null and authority is not null and document_id is not null
    when 'withdrawn' then waived_cents = 0 and entry_id is null
    else false end)
);
select platform.agency_table('money.waiver_decision', 'insert');

-- Never who asked (authority.md). The verb refuses first and says so; this stands for code that got around it.
create function money.decided_by_another() returns trigger
  language plpgsql
  as $$
begin
  if new.outcome <> 'withdrawn' and exists (select from money.waiver w
      where w.agency_id = new.agency_id and w.id = new.waiver_id and w.by = new."by") then
    raise exception 'a waiver is not decided by who asked for it'
      using errcode = 'check_violation', constraint = 'waiver_decision_by_another';
  end if;
  return new;
end $$;
create trigger decided_by_another before insert on money.waiver_decision
  for each row execute function money.decided_by_another();
