-- monitoring: a unit put on, taken off or handed over is often entered later than it was done. What it measured in
-- between is then of somebody else: whose a message is, and with which commit it became theirs, is set right by the
-- watch. What was measured never changes.
grant update (person_id, batch) on monitoring.fix, monitoring.signal to inlieu_ingest;
