-- monitoring: what waits for the center, as Today asks for it. An outage opens alarms by the ten thousand: each of
-- these gives its first rows without reading the others.

-- What open alarms still owe, a row for each duty.
create view monitoring.v_duty_owed as
  select agency_id, alarm_id, kind, due_at, missed_at from monitoring.duty where done_at is null;
select platform.reading_view('monitoring.v_duty_owed');
create index duty_owed_by_time on monitoring.duty (agency_id, kind, due_at) where done_at is null;

-- Who has which open alarm. Where an acknowledgement is owed, again or still, nobody has it.
create view monitoring.v_alarm_held as
  select a.agency_id, a.id as alarm_id, a.acknowledged_by as held_by
  from monitoring.alarm a
  where a.closed_at is null and a.acknowledged_by is not null and not exists (
    select from monitoring.duty d
    where d.agency_id = a.agency_id and d.alarm_id = a.id and d.done_at is null and d.kind = 'acknowledge');
select platform.reading_view('monitoring.v_alarm_held');
create index alarm_held on monitoring.alarm (agency_id, acknowledged_by)
  where closed_at is null and acknowledged_by is not null;

-- Open alarms whose last word about sending somebody again is the question.
create view monitoring.v_dispatch_asked as
  select s.agency_id, s.alarm_id, s.at as asked_at, s.by as asked_by
  from monitoring.alarm_step s
  join monitoring.alarm a on a.agency_id = s.agency_id and a.id = s.alarm_id
  where s.kind = 'dispatch-asked' and a.closed_at is null and not exists (
    select from monitoring.alarm_step later
    where later.agency_id = s.agency_id and later.alarm_id = s.alarm_id and later.number > s.number
      and (later.kind in ('dispatch-asked', 'dispatch-approved', 'dispatch-refused') or later.about ? 'dispatch'));
select platform.reading_view('monitoring.v_dispatch_asked');
create index alarm_step_asking on monitoring.alarm_step (agency_id, alarm_id) where kind = 'dispatch-asked';

-- Hand-over notes by their post and who wrote them; what they say stays on the shift board.
create view monitoring.v_hand_over as
  select h.agency_id, h.id, p.post, s.account_id, s.name, h.written_at, h.taken_at
  from monitoring.hand_over h
  join monitoring.presence p on p.agency_id = h.agency_id and p.id = h.presence_id
  join monitoring.staff s on s.agency_id = p.agency_id and s.id = p.staff_id;
select platform.reading_view('monitoring.v_hand_over');
create index hand_over_to_read on monitoring.hand_over (agency_id, written_at) where taken_at is null;

-- Who was to hear of something and did not, while it stands: a message reached nobody, or there was no way for one. Each
-- reason by itself, so that thousands are joined at once. `id` is that of the message, of the word in the record, of
-- who was to be asked; `account_id` is theirs, where it is known.
create view monitoring.v_untold as
  -- The watch wrote, and the time that ran out is still owed.
  select m.agency_id, m.id, m.alarm_id, null::uuid as gap_id, null::uuid as account_id, m.recipient, m.address, m.asked_at
  from monitoring.message m
  where m.state in ('no-channel', 'refused') and not m.trial and m.asked_by is null and exists (
    select from monitoring.duty d
    where d.agency_id = m.agency_id and d.alarm_id = m.alarm_id and d.done_at is null and d.missed_at is not null)
  union all
  -- The watch had no address to write to.
  select s.agency_id, s.id, s.alarm_id, null, f.account_id, s.note, coalesce(s.about ->> 'phone', ''), s.at
  from monitoring.alarm_step s
  left join monitoring.staff f on f.agency_id = s.agency_id and f.id = (s.about ->> 'staff')::uuid
  where s.kind = 'escalated' and s.about ->> 'state' = 'no-address' and exists (
    select from monitoring.duty d
    where d.agency_id = s.agency_id and d.alarm_id = s.alarm_id and d.kind = s.code and d.done_at is null
      and d.made_at <= s.at)
  union all
  -- A step of the protocol wrote, and the agency is still to be told.
  select m.agency_id, m.id, m.alarm_id, null, null, m.recipient, m.address, m.asked_at
  from monitoring.message m
  where m.state in ('no-channel', 'refused') and not m.trial and m.asked_by is not null and exists (
    select from monitoring.duty d
    where d.agency_id = m.agency_id and d.alarm_id = m.alarm_id and d.done_at is null and d.kind = 'notify')
  union all
  -- A post or a shift stands open.
  select m.agency_id, m.id, null, m.gap_id, null, m.recipient, m.address, m.asked_at
  from monitoring.message m
  where m.state in ('no-channel', 'refused') and not m.trial and exists (
    select from monitoring.gap g where g.agency_id = m.agency_id and g.id = m.gap_id and g.closed_at is null)
  union all
  select k.agency_id, k.staff_id, null, k.gap_id, f.account_id, f.name, f.phone, k.at
  from monitoring.gap_asked k
  join monitoring.gap g on g.agency_id = k.agency_id and g.id = k.gap_id
  join monitoring.staff f on f.agency_id = k.agency_id and f.id = k.staff_id
  where k.message_id is null and g.closed_at is null
  union all
  -- Who called is not answered.
  select m.agency_id, m.id, null, null, null, m.recipient, m.address, m.asked_at
  from monitoring.message m
  where m.state in ('no-channel', 'refused') and not m.trial and exists (
    select from monitoring.help_request h
    where h.agency_id = m.agency_id and h.id = m.help_request_id and h.answered_at is null);
select platform.reading_view('monitoring.v_untold');
create index message_untold on monitoring.message (agency_id, asked_at)
  where state in ('no-channel', 'refused') and not trial;
create index alarm_step_unwritten on monitoring.alarm_step (agency_id, at)
  where kind = 'escalated' and about ->> 'state' = 'no-address';
