-- The fees of home detention beside those of work (SCC-3.A1, EMP-11.1).

alter table money.posting drop constraint posting_part, add constraint posting_part check (case account
  when 'fee-income' then part in ('administrative', 'application', 'daily', 'equipment-rental', 'monitoring',
    're-scheduling', 're-scheduled-day')
  when 'drawer' then part in ('cash', 'money-order', 'cashiers-check')
  else account in ('receivable', 'refunds-payable', 'waived', 'uncollectible', 'refunds-paid') and part = '' end);

alter table money.fee_line drop constraint fee_line_code, add constraint fee_line_code check (code in
  ('administrative', 'application', 'daily', 'equipment-rental', 'monitoring', 're-scheduling', 're-scheduled-day'));
