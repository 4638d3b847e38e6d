-- monitoring: who was asked to fill a gap, and by which message; without one only a call helps. What became of the
-- message is read from the message.
create table monitoring.gap_asked (
  agency_id uuid not null,
  gap_id uuid not null,
  staff_id uuid not null,
  at timestamptz not null,
  message_id uuid,
  constraint gap_asked_key primary key (agency_id, gap_id, staff_id),
  constraint gap_asked_of_gap foreign key (agency_id, gap_id) references monitoring.gap (agency_id, id),
  constraint gap_asked_staff foreign key (agency_id, staff_id) references monitoring.staff (agency_id, id),
  constraint gap_asked_by_message foreign key (agency_id, message_id) references monitoring.message (agency_id, id)
);
select platform.agency_table('monitoring.gap_asked', 'insert');
