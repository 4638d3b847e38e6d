-- A message whose credential nobody has belongs to no office, and stood on no page: a unit that was set up with a wrong
-- identifier looks like one that is silent. Whoever looks after the units of any office sees that it came.
create policy of_nobody on monitoring.set_aside for select to inlieu_app using (agency_id is null);
