-- money: what the room publishes of its ledger, and the books' own proof.

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
  select a.agency_id, a.enrolment_id, r.person_id, a.pay_by,
    (select coalesce(sum(p.amount_cents), 0) from money.posting p
      where p.agency_id = a.agency_id and p.enrolment_id = a.enrolment_id and p.account = 'receivable')::bigint as owed_cents
  from (
    select distinct on (x.agency_id, x.enrolment_id) x.agency_id, x.enrolment_id, x.pay_by
    from money.arrangement x where x.kind = 'pay-by'
    order by x.agency_id, x.enrolment_id, x.at desc
  ) a
  join money.receivable r on r.agency_id = a.agency_id and r.enrolment_id = a.enrolment_id;
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
    with of_entry as (
      select p.agency_id, p.enrolment_id, p.entry_id, sum(p.amount_cents)::bigint as total
      from money.posting p group by p.agency_id, p.enrolment_id, p.entry_id
    ), accounts as (
      select p.agency_id, p.enrolment_id,
        coalesce(sum(p.amount_cents) filter (where p.account = 'receivable'), 0)::bigint as owed,
        coalesce(-sum(p.amount_cents) filter (where p.account = 'refunds-payable'), 0)::bigint as held,
        coalesce(sum(p.amount_cents) filter (where p.account in ('drawer', 'refunds-paid')), 0)::bigint as paid
      from money.posting p group by p.agency_id, p.enrolment_id
    ), statement as (
      select r.agency_id, r.enrolment_id, r.last_line, count(e.id) as lines, coalesce(max(e.line), 0) as highest,
        coalesce(sum(e.net_cents), 0)::bigint as net
      from money.receivable r
      left join money.entry e on e.agency_id = r.agency_id and e.enrolment_id = r.enrolment_id
      group by r.agency_id, r.enrolment_id, r.last_line
    ), drawer as (
      select p.agency_id, p.entry_id, p.part, p.amount_cents from money.posting p where p.account = 'drawer'
    )
    select o.agency_id, 'entry does not sum to zero', o.entry_id::text, o.total from of_entry o where o.total <> 0
    union all
    select e.agency_id, 'entry has no postings', e.id::text, 0::bigint
      from money.entry e
      left join of_entry o on o.agency_id = e.agency_id and o.enrolment_id = e.enrolment_id and o.entry_id = e.id
      where o.entry_id is null
    union all
    select s.agency_id, 'lines of a statement are not 1 to the last', s.enrolment_id::text, s.last_line::bigint
      from statement s where s.lines <> s.last_line or s.highest <> s.last_line
    union all
    select s.agency_id, 'statement does not agree with its accounts', s.enrolment_id::text, s.net
      from statement s
      left join accounts a on a.agency_id = s.agency_id and a.enrolment_id = s.enrolment_id
      where s.net <> coalesce(a.owed - a.held, 0)
    union all
    select a.agency_id, 'owed or held is below zero, or both stand', a.enrolment_id::text, a.owed - a.held
      from accounts a where a.owed < 0 or a.held < 0 or (a.owed <> 0 and a.held <> 0)
    union all
    -- Nothing is held, and nothing given back, that was not paid in.
    select a.agency_id, 'more is held than was paid', a.enrolment_id::text, a.held
      from accounts a where a.held > greatest(a.paid, 0)
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
      left join drawer d on d.agency_id = t.agency_id and d.entry_id = t.entry_id and d.part = t.form
      where d.amount_cents is distinct from t.amount_cents
    union all
    select t.agency_id, 'void does not agree with the drawer', t.number, t.amount_cents
      from money.receipt_void v
      join money.receipt t on t.agency_id = v.agency_id and t.id = v.receipt_id
      left join drawer d on d.agency_id = v.agency_id and d.entry_id = v.entry_id and d.part = t.form
      where d.amount_cents is distinct from 0 - t.amount_cents
    union all
    select d.agency_id, 'the drawer moved without a receipt', d.entry_id::text, d.amount_cents
      from drawer d
      left join money.receipt t on t.agency_id = d.agency_id and t.entry_id = d.entry_id
      left join money.receipt_void v on v.agency_id = d.agency_id and v.entry_id = d.entry_id
      where t.id is null and v.receipt_id is null
  $$;
grant execute on function money.books() to inlieu_app, inlieu_worker, inlieu_auditor;
