-- What was decided and under which rules, as it was stored: so that an erratum finds the cases decided under it.

create view intake.v_decision as
  select d.agency_id, d.id, d.enrolment_id, d.step, d.decision, d.outcome, d.assessment, d.pack_version, d.pack_hash,
    d.decided_on, d.decided_at, d.decided_by
  from intake.screening_decision d;
select platform.reading_view('intake.v_decision');

create view money.v_assessment as
  select a.agency_id, a.id, a.enrolment_id, a.number, a.occasion, a.rates_on, a.at, a.result, a.pack_version, a.pack_hash
  from money.assessment a;
select platform.reading_view('money.v_assessment');
