-- monitoring: who looked at whom. Where somebody is or was is given out only together with the record of the look:
-- who, why, at what, over which time, at which people (monitoring rule 8).

-- The people of a look. The same people looked at again are the same crowd, so that a map of thousands that stands
-- open all day is one list and not hundreds. Its id is made of its people: nobody can be added to it afterwards.
create table monitoring.crowd (
  agency_id uuid not null,
  -- The first sixteen bytes of the digest.
  id uuid not null,
  -- SHA-256 over the ids in their order, each on a line.
  digest bytea not null,
  people integer not null,
  constraint crowd_key primary key (agency_id, id),
  constraint crowd_agency foreign key (agency_id) references access.agency (id),
  constraint crowd_people check (people >= 0)
);
select platform.agency_table('monitoring.crowd', 'insert');

-- Not audited row by row: the crowd is, and holds the digest of these.
create table monitoring.crowd_person (
  agency_id uuid not null,
  person_id uuid not null,
  crowd_id uuid not null,
  constraint crowd_person_key primary key (agency_id, person_id, crowd_id),
  constraint crowd_person_of_crowd foreign key (agency_id, crowd_id) references monitoring.crowd (agency_id, id),
  constraint crowd_person_of_person foreign key (agency_id, person_id) references people.person (agency_id, id)
);
create index crowd_person_by_crowd on monitoring.crowd_person (agency_id, crowd_id);
select platform.agency_table('monitoring.crowd_person', 'insert', false);

create table monitoring.look (
  agency_id uuid not null,
  id uuid not null,
  at timestamptz not null,
  actor uuid not null,
  -- The looks of one sitting belong together: the purpose was asked once for all of them.
  sitting uuid not null,
  purpose text not null,
  why text not null default '',
  scope text not null,
  -- Of which time the positions were. A live look holds for some minutes from its beginning.
  period_from timestamptz not null,
  period_to timestamptz not null,
  crowd_id uuid not null,
  alarm_id uuid,
  constraint look_key primary key (agency_id, id),
  constraint look_actor foreign key (agency_id, actor) references access.account (agency_id, id),
  constraint look_crowd foreign key (agency_id, crowd_id) references monitoring.crowd (agency_id, id),
  constraint look_alarm foreign key (agency_id, alarm_id) references monitoring.alarm (agency_id, id),
  constraint look_purpose check (purpose in ('alarm', 'supervision', 'field', 'equipment', 'participant', 'welfare', 'court', 'review', 'other')),
  constraint look_scope check (scope in ('map', 'moment', 'person', 'day', 'alarm', 'what-if', 'export')),
  -- An alarm is its own purpose, and no other purpose names one.
  constraint look_of_alarm check ((purpose = 'alarm') = (alarm_id is not null)),
  constraint look_period check (period_to > period_from)
);
create index look_by_time on monitoring.look (agency_id, at, id);
create index look_by_actor on monitoring.look (agency_id, actor, at);
create index look_by_sitting on monitoring.look (agency_id, sitting, at);
create index look_by_crowd on monitoring.look (agency_id, crowd_id, at);
select platform.agency_table('monitoring.look', 'insert');

create view monitoring.v_look as
  select l.agency_id, l.id, l.at, l.actor, l.sitting, l.purpose, l.why, l.scope, l.period_from, l.period_to, l.alarm_id,
    l.crowd_id, c.people
  from monitoring.look l
  join monitoring.crowd c on c.agency_id = l.agency_id and c.id = l.crowd_id;
select platform.reading_view('monitoring.v_look');

create view monitoring.v_crowd_person as
  select agency_id, crowd_id, person_id from monitoring.crowd_person;
select platform.reading_view('monitoring.v_crowd_person');
