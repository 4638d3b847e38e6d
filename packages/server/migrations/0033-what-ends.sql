-- monitoring: whether an alarm stands is asked of the record with everything that the watch says, and of the whole
-- record at a start and for a moment of the map.
create index happening_by_end on monitoring.happening (agency_id, ends) where ends is not null;
