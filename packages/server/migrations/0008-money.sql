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

-- Reading views -------------------------------------------------------------------------------

-- A row for each enrolment with an assessment. balance = assessed - paid - waived - uncollectible; below zero
-- it is money that is held for the person.
create view money.v_balance as
  select r.agency_id, r.enrolment_id, r.person_id,
    coalesce(p.assessed_cents, 0)::bigint as assessed_cents,
    coalesce(p.paid_cents, 0)::bigint as paid_cents,
    coalesce(p.waived_cents, 0)::bigint as waived_cents,
    coalesce(p.uncollectible_cents, 0)::bigint as uncollectible_cents,
    coalesce(p.balance_cents, 0)::bigint as balance_cents,
    coalesce(p.held_cents, 0)::bigint as held_cents,
    (select a.pay_by from money.arrangement a
      where a.agency_id = r.agency_id and a.enrolment_id = r.enrolment_id and a.kind = 'pay-by'
      order by a.at desc limit 1) as pay_by,
    exists (select from money.waiver w
      left join money.waiver_decision d on d.agency_id = w.agency_id and d.waiver_id = w.id
      where w.agency_id = r.agency_id and w.enrolment_id = r.enrolment_id and d.waiver_id is null) as waiver_open
  from money.receivable r
  left join lateral (
    select -sum(p.amount_cents) filter (where p.account = 'fee-income') as assessed_cents,
      sum(p.amount_cents) filter (where p.account in ('drawer', 'refunds-paid')) as paid_cents,
      sum(p.amount_cents) filter (where p.account = 'waived') as waived_cents,
      sum(p.amount_cents) filter (where p.account = 'uncollectible') as uncollectible_cents,
      sum(p.amount_cents) filter (where p.account in ('receivable', 'refunds-payable')) as balance_cents,
      -sum(p.amount_cents) filter (where p.account = 'refunds-payable') as held_cents
    from money.posting p where p.agency_id = r.agency_id and p.enrolment_id = r.enrolment_id
  ) p on true;
select platform.reading_view('money.v_balance');

-- The day last agreed on for payment (WAP-P3.2), with what is still owed. For reminding, nothing else.
create view money.v_pay_by as
  select distinct on (a.agency_id, a.enrolment_id) a.agency_id, a.enrolment_id, r.person_id, a.pay_by,
    (select coalesce(sum(p.amount_cents), 0) from money.posting p
      where p.agency_id = a.agency_id and p.enrolment_id = a.enrolment_id and p.account = 'receivable')::bigint as owed_cents
  from money.arrangement a
  join money.receivable r on r.agency_id = a.agency_id and r.enrolment_id = a.enrolment_id
  where a.kind = 'pay-by'
  order by a.agency_id, a.enrolment_id, a.at desc;
select platform.reading_view('money.v_pay_by');

-- The statement. Why a waiver was given is the waiver's own and is not told here (WAP-P3.3).
create view money.v_entry as
  select e.agency_id, e.id, e.enrolment_id, r.person_id, e.line, e.kind, e.on_day, e.at, e.by, e.net_cents,
    sum(e.net_cents) over (partition by e.agency_id, e.enrolment_id order by e.line)::bigint as balance_cents,
    e.about, case when e.kind in ('waiver', 'waiver-reduced') then '' else e.reason end as reason, e.corrects
  from money.entry e
  join money.receivable r on r.agency_id = e.agency_id and r.enrolment_id = e.enrolment_id;
select platform.reading_view('money.v_entry');

create view money.v_receipt as
  select t.agency_id, t.id, t.enrolment_id, r.person_id, t.entry_id, t.year, t.serial, t.number, t.form,
    t.instrument_number, t.amount_cents, t.held_cents, t.balance_cents, t.received_from, t.taken_on, t.taken_at,
    t.taken_by, coalesce(v.document_id, t.document_id) as document_id,
    v.receipt_id is not null as voided, v.reason as void_reason, v.on_day as voided_on, v.at as voided_at, v.by as voided_by
  from money.receipt t
  join money.receivable r on r.agency_id = t.agency_id and r.enrolment_id = t.enrolment_id
  left join money.receipt_void v on v.agency_id = t.agency_id and v.receipt_id = t.id;
select platform.reading_view('money.v_receipt');

-- That a waiver was asked and how it ended, never why nor with what budget (WAP-P3.3).
create view money.v_waiver as
  select w.agency_id, w.id, w.enrolment_id, r.person_id, w.asked_cents, w.on_day, w.at, w.by,
    coalesce(d.outcome, 'open') as state, d.waived_cents, d.on_day as decided_on, d.at as decided_at,
    d.by as decided_by, d.document_id
  from money.waiver w
  join money.receivable r on r.agency_id = w.agency_id and r.enrolment_id = w.enrolment_id
  left join money.waiver_decision d on d.agency_id = w.agency_id and d.waiver_id = w.id;
select platform.reading_view('money.v_waiver');

create view money.v_timeline as
  select a.agency_id, r.person_id, a.enrolment_id, a.at, a.on_day, 'money.fees-assessed' as kind,
    jsonb_build_object('assessment', a.id, 'occasion', a.occasion, 'printedCents', a.printed_cents,
      'chargedCents', a.charged_cents, 'basis', a.basis) as about, a.by as actor
  from money.assessment a
  join money.receivable r on r.agency_id = a.agency_id and r.enrolment_id = a.enrolment_id
  union all
  select t.agency_id, r.person_id, t.enrolment_id, t.taken_at, t.taken_on, 'money.payment-recorded',
    jsonb_build_object('receipt', t.id, 'number', t.number, 'form', t.form, 'amountCents', t.amount_cents), t.taken_by
  from money.receipt t
  join money.receivable r on r.agency_id = t.agency_id and r.enrolment_id = t.enrolment_id
  union all
  select v.agency_id, r.person_id, v.enrolment_id, v.at, v.on_day, 'money.payment-voided',
    jsonb_build_object('receipt', t.id, 'number', t.number, 'amountCents', t.amount_cents, 'reason', v.reason), v.by
  from money.receipt_void v
  join money.receipt t on t.agency_id = v.agency_id and t.id = v.receipt_id
  join money.receivable r on r.agency_id = v.agency_id and r.enrolment_id = v.enrolment_id
  union all
  select e.agency_id, r.person_id, e.enrolment_id, e.at, e.on_day,
    case e.kind when 'fee-correction' then 'money.fee-corrected' when 'refund' then 'money.refund-recorded'
      else 'money.balance-vacated' end,
    e.about || jsonb_build_object('entry', e.id, 'netCents', e.net_cents, 'reason', e.reason), e.by
  from money.entry e
  join money.receivable r on r.agency_id = e.agency_id and r.enrolment_id = e.enrolment_id
  where e.kind in ('fee-correction', 'refund', 'uncollectible')
  union all
  select w.agency_id, r.person_id, w.enrolment_id, w.at, w.on_day, 'money.waiver-asked',
    jsonb_build_object('waiver', w.id, 'askedCents', w.asked_cents), w.by
  from money.waiver w
  join money.receivable r on r.agency_id = w.agency_id and r.enrolment_id = w.enrolment_id
  union all
  select d.agency_id, r.person_id, d.enrolment_id, d.at, d.on_day, 'money.waiver-decided',
    jsonb_build_object('waiver', d.waiver_id, 'outcome', d.outcome, 'waivedCents', d.waived_cents), d.by
  from money.waiver_decision d
  join money.receivable r on r.agency_id = d.agency_id and r.enrolment_id = d.enrolment_id
  union all
  select a.agency_id, r.person_id, a.enrolment_id, a.at, a.on_day,
    case a.kind when 'pay-by' then 'money.date-agreed' else 'money.interview-put-off' end,
    jsonb_strip_nulls(jsonb_build_object('arrangement', a.id, 'payBy', a.pay_by)), a.by
  from money.arrangement a
  join money.receivable r on r.agency_id = a.agency_id and r.enrolment_id = a.enrolment_id;
select platform.reading_view('money.v_timeline');

-- Whether the books balance, for the office of the running transaction. No row: they do.
create function money.books()
  returns table (agency_id uuid, problem text, record text, cents bigint)
  language sql stable
  as $$
    select p.agency_id, 'entry does not sum to zero', p.entry_id::text, sum(p.amount_cents)::bigint
      from money.posting p group by p.agency_id, p.entry_id having sum(p.amount_cents) <> 0
    union all
    select e.agency_id, 'entry has no postings', e.id::text, 0::bigint
      from money.entry e
      where not exists (select from money.posting p where p.agency_id = e.agency_id and p.entry_id = e.id)
    union all
    select r.agency_id, 'lines of a statement are not 1 to the last', r.enrolment_id::text, r.last_line::bigint
      from money.receivable r
      left join money.entry e on e.agency_id = r.agency_id and e.enrolment_id = r.enrolment_id
      group by r.agency_id, r.enrolment_id, r.last_line
      having count(e.id) <> r.last_line or coalesce(max(e.line), 0) <> r.last_line
    union all
    select e.agency_id, 'statement does not agree with its accounts', e.enrolment_id::text, sum(e.net_cents)::bigint
      from money.entry e
      group by e.agency_id, e.enrolment_id
      having sum(e.net_cents) <> (select coalesce(sum(p.amount_cents), 0) from money.posting p
        where p.agency_id = e.agency_id and p.enrolment_id = e.enrolment_id and p.account in ('receivable', 'refunds-payable'))
    union all
    select p.agency_id, 'owed or held is below zero, or both stand', p.enrolment_id::text, sum(p.amount_cents)::bigint
      from money.posting p where p.account in ('receivable', 'refunds-payable')
      group by p.agency_id, p.enrolment_id
      having coalesce(sum(p.amount_cents) filter (where p.account = 'receivable'), 0) < 0
        or coalesce(sum(p.amount_cents) filter (where p.account = 'refunds-payable'), 0) > 0
        or (coalesce(sum(p.amount_cents) filter (where p.account = 'receivable'), 0) <> 0
          and coalesce(sum(p.amount_cents) filter (where p.account = 'refunds-payable'), 0) <> 0)
    union all
    -- Nothing is held, and nothing given back, that was not paid in.
    select b.agency_id, 'more is held than was paid', b.enrolment_id::text, b.held_cents
      from money.v_balance b where b.held_cents > greatest(b.paid_cents, 0)
    union all
    select p.agency_id, 'a fee, a waiver or a write-off is below zero', p.enrolment_id::text, sum(p.amount_cents)::bigint
      from money.posting p where p.account in ('fee-income', 'waived', 'uncollectible')
      group by p.agency_id, p.enrolment_id, p.account, p.part
      having case when p.account = 'fee-income' then sum(p.amount_cents) > 0 else sum(p.amount_cents) < 0 end
    union all
    select t.agency_id, 'receipt numbers of a year have a gap', t.year::text, max(t.serial)::bigint
      from money.receipt t group by t.agency_id, t.year having count(*) <> max(t.serial) or min(t.serial) <> 1
    union all
    select t.agency_id, 'receipt does not agree with the drawer', t.number, t.amount_cents
      from money.receipt t
      left join money.receipt_void v on v.agency_id = t.agency_id and v.receipt_id = t.id
      where t.amount_cents is distinct from (select p.amount_cents from money.posting p
          where p.agency_id = t.agency_id and p.entry_id = t.entry_id and p.account = 'drawer' and p.part = t.form)
        or (v.receipt_id is not null and -t.amount_cents is distinct from (select p.amount_cents from money.posting p
          where p.agency_id = v.agency_id and p.entry_id = v.entry_id and p.account = 'drawer' and p.part = t.form))
    union all
    select p.agency_id, 'the drawer moved without a receipt', p.entry_id::text, p.amount_cents
      from money.posting p where p.account = 'drawer'
        and not exists (select from money.receipt t where t.agency_id = p.agency_id and t.entry_id = p.entry_id)
        and not exists (select from money.receipt_void v where v.agency_id = p.agency_id and v.entry_id = p.entry_id)
  $$;
grant execute on function money.books() to inlieu_app, inlieu_worker, inlieu_auditor;
