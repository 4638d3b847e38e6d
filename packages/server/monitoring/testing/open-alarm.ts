import { randomUUID } from 'node:crypto'
import type { Happening, Kind } from '@inlieu/watch'
import pg from 'pg'
import { Temporal } from 'temporal-polyfill'
import { officeNow } from '../../platform/clock.ts'
import { ownerQuery } from '../../testing/database.ts'
import type { TestOffice } from '../../testing/office.ts'
import { openAlarms } from '../alarms/open-alarms.ts'
import { timePassed } from '../path/time-passed.ts'
import { committed, happening } from './happenings.ts'

/** The watch as a test has it: a connection of its role, and what it does. */
export interface TestWatch {
  client: pg.Client
  /** Opens what these say, now. */
  says(agencyId: string, happenings: Happening[]): ReturnType<typeof openAlarms>
  /** Opens an alarm of this kind about a person, who has just done it; gives its id. */
  alarm(agencyId: string, person: string, kind?: Kind, different?: Partial<Happening>): Promise<string>
  /** Lets time pass to a moment, as the watch does each second. */
  passes(now: Temporal.Instant): ReturnType<typeof timePassed>
  stop(): Promise<void>
}

/** Connects as the watch. */
export async function testWatch(office: TestOffice): Promise<TestWatch> {
  const client = new pg.Client({ connectionString: office.urls.ingest })
  await client.connect()
  const says: TestWatch['says'] = (agencyId, happenings) =>
    committed(client, async () => {
      for (const one of happenings) await store(client, agencyId, one)
      return openAlarms(client, agencyId, happenings, officeNow())
    })
  return {
    client,
    says,
    alarm: async (agencyId, person, kind = 'strap', different = {}) => {
      const [news] = await says(agencyId, [{ ...justNow(happening(person, kind, 0)), ...different }])
      return news!.subject.alarm
    },
    passes: (now) => committed(client, () => timePassed(client, null, now)),
    stop: () => client.end(),
  }
}

/** The same happening, as of this minute. */
export function justNow(one: Happening): Happening {
  const at = Math.floor(officeNow().epochMilliseconds / 1000) * 1000 - 5000
  const key = `${one.person}|${one.kind}|${one.zone ?? ''}|${at}`
  return { ...one, key, incident: key, at, confirmedAt: at, knownAt: at + 2000 }
}

/** As the watch stores what it found, in the same transaction. */
async function store(client: pg.Client, agencyId: string, one: Happening): Promise<void> {
  const time = (millis: number) => Temporal.Instant.fromEpochMilliseconds(millis).toString()
  await client.query(
    `insert into monitoring.happening (agency_id, key, person_id, kind, zone, severity, at, known_at, confirmed_at, late,
       withdrawn, joined, ends, cause, incident, evidence, batch)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, 1)
     on conflict (agency_id, key) do update set withdrawn = excluded.withdrawn, severity = excluded.severity,
       evidence = excluded.evidence`,
    [
      agencyId,
      one.key,
      one.person,
      one.kind,
      one.zone ?? null,
      one.severity,
      time(one.at),
      time(one.knownAt),
      time(one.confirmedAt),
      one.late,
      one.withdrawn,
      one.joined ?? null,
      one.ends ?? null,
      one.cause ?? null,
      one.incident,
      JSON.stringify(one.evidence),
    ],
  )
}

/** A unit that can vibrate and tell where it is, in stock. */
export async function testUnit(office: TestOffice, agencyId: string): Promise<string> {
  const id = randomUUID()
  await ownerQuery(office.urls, agencyId, (client) =>
    client.query(
      `with model as (insert into equipment.model (agency_id, id, maker, name, kind, positions, levels, signals, added_at)
         values ($1, gen_random_uuid(), 'Acme', $3, 'gps', true, '{active}', '{vibrate,locate}', '2026-01-05T18:00:00Z') returning id),
       unit as (insert into equipment.unit (agency_id, id, model_id, serial, acquired_on)
         select $1, $2, id, $3, '2026-01-05' from model)
       insert into equipment.credential (agency_id, id, unit_id, door, digest, hint, made_at)
       values ($1, gen_random_uuid(), $2, 'osmand', sha256($2::text::bytea), 'test', '2026-01-05T18:00:00Z')`,
      [agencyId, id, `U-${id.slice(0, 6)}`],
    ),
  )
  return id
}

/** Puts a unit on a person, as of two months ago or when told, under an enrolment of its own. */
export async function wears(
  office: TestOffice,
  agencyId: string,
  wear: { person: string; unit: string; by: string; secondsAgo?: number },
): Promise<void> {
  await ownerQuery(office.urls, agencyId, (client) =>
    client.query(
      `with enrolment as (insert into programs.enrolment (agency_id, id, person_id, pack, number, opened_on, opened_at)
         values ($1, gen_random_uuid(), $2, 'sacramento/home-detention', $5, '2026-01-05', '2026-01-05T18:00:00Z') returning id)
       insert into equipment.fitting (agency_id, id, unit_id, person_id, enrolment_id, level, fitted_at, fitted_by)
       select $1, gen_random_uuid(), $3, $2, id, 'active', clock_timestamp() - make_interval(secs => $6), $4 from enrolment`,
      [
        agencyId,
        wear.person,
        wear.unit,
        wear.by,
        `HD-${wear.unit.slice(0, 8)}`,
        wear.secondsAgo ?? 60 * 86_400,
      ],
    ),
  )
}
