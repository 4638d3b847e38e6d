import type { Happening } from '@inlieu/watch'
import type pg from 'pg'
import { binaryArray } from './binary-arrays.ts'
import { packFlags } from './flags.ts'
import type { FixRecord, Received } from './reading.ts'

// The statements of a commit. Each takes any number of rows in one parameter a column.

/** A reading with whose it was. */
export interface Assigned extends Received {
  personId: string | null
}

/** What is kept of a message, or of a record, that could not be taken. */
export interface SetAsideRow {
  agencyId: string | null
  unitId: string | null
  received: number
  door: string
  reason: string
  detail: string
  address: string
  body: string
}

/** How a unit stands after a commit. */
export interface StandingRow {
  agencyId: string
  unitId: string
  personId: string | null
  contactAt: number
  clockOffset: number | null
  battery: number | null
  charging: boolean | null
  fix: {
    at: number
    lat: number
    lon: number
    accuracy: number | null
    speed: number | null
    course: number | null
  } | null
  matters: readonly string[]
}

/** Writes positions; tells which were new. */
export async function insertFixes(
  client: pg.ClientBase,
  rows: readonly Assigned[],
  batch: number,
): Promise<Set<string>> {
  const fixes = rows.map(({ reading }) => reading.record as FixRecord)
  const float = (name: 'lat' | 'lon' | 'accuracy' | 'speed' | 'course' | 'battery') =>
    binaryArray(
      'float8',
      fixes.map((fix) => fix[name] ?? null),
    )
  const { rows: inserted } = await client.query<{ unit_id: string; digest: string }>({
    name: 'watch-fixes',
    text: `insert into monitoring.fix (agency_id, unit_id, at, digest, received_at, batch, person_id, lat, lon, accuracy,
        speed, course, battery, satellites, flags, extra)
      select agency, unit, at, digest, received, $16::bigint, person, lat, lon, accuracy, speed, course, battery,
        satellites, flags, extra
      from unnest($1::uuid[], $2::uuid[], $3::timestamptz[], $4::bigint[], $5::timestamptz[], $6::uuid[], $7::float8[],
        $8::float8[], $9::float8[], $10::float8[], $11::float8[], $12::float8[], $13::smallint[], $14::integer[], $15::jsonb[])
        as n (agency, unit, at, digest, received, person, lat, lon, accuracy, speed, course, battery, satellites, flags, extra)
      on conflict do nothing
      returning unit_id, digest::text`,
    values: [
      ...common(rows),
      float('lat'),
      float('lon'),
      float('accuracy'),
      float('speed'),
      float('course'),
      float('battery'),
      binaryArray(
        'int2',
        fixes.map((fix) => fix.satellites ?? null),
      ),
      binaryArray('int4', fixes.map(packFlags)),
      binaryArray(
        'jsonb',
        rows.map(({ reading }) => reading.extra),
      ),
      batch,
    ],
  })
  return new Set(inserted.map(({ unit_id, digest }) => `${unit_id} ${digest}`))
}

/** Writes what is no position; tells which were new. */
export async function insertSignals(
  client: pg.ClientBase,
  rows: readonly Assigned[],
  batch: number,
): Promise<Set<string>> {
  const contents = rows.map(({ reading }) => {
    const { at: _, ...content } = reading.record
    return content
  })
  const { rows: inserted } = await client.query<{ unit_id: string; digest: string }>({
    name: 'watch-signals',
    text: `insert into monitoring.signal (agency_id, unit_id, at, digest, received_at, batch, person_id, event, content, extra)
      select agency, unit, at, digest, received, $9::bigint, person, content ->> 'event', content, extra
      from unnest($1::uuid[], $2::uuid[], $3::timestamptz[], $4::bigint[], $5::timestamptz[], $6::uuid[], $7::jsonb[], $8::jsonb[])
        as n (agency, unit, at, digest, received, person, content, extra)
      on conflict do nothing
      returning unit_id, digest::text`,
    values: [
      ...common(rows),
      binaryArray('jsonb', contents),
      binaryArray(
        'jsonb',
        rows.map(({ reading }) => reading.extra),
      ),
      batch,
    ],
  })
  return new Set(inserted.map(({ unit_id, digest }) => `${unit_id} ${digest}`))
}

/** How a row is named in the answer of an insert. */
export const rowName = ({ unitId, digest }: Pick<Received, 'unitId' | 'digest'>) => `${unitId} ${digest}`

function common(rows: readonly Assigned[]): Buffer[] {
  return [
    binaryArray(
      'uuid',
      rows.map((row) => row.agencyId),
    ),
    binaryArray(
      'uuid',
      rows.map((row) => row.unitId),
    ),
    binaryArray(
      'timestamptz',
      rows.map((row) => row.reading.record.at),
    ),
    binaryArray(
      'int8',
      rows.map((row) => row.digest),
    ),
    binaryArray(
      'timestamptz',
      rows.map((row) => row.received),
    ),
    binaryArray(
      'uuid',
      rows.map((row) => row.personId),
    ),
  ]
}

/** Keeps what could not be taken, whole. */
export async function insertAsides(client: pg.ClientBase, rows: readonly SetAsideRow[]): Promise<void> {
  const text = (name: 'door' | 'reason' | 'detail' | 'address' | 'body') =>
    binaryArray(
      'text',
      rows.map((row) => row[name].toWellFormed().replaceAll('\0', '\ufffd')),
    )
  await client.query(
    `insert into monitoring.set_aside (agency_id, unit_id, received_at, door, reason, detail, address, body)
     select * from unnest($1::uuid[], $2::uuid[], $3::timestamptz[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[])`,
    [
      binaryArray(
        'uuid',
        rows.map((row) => row.agencyId),
      ),
      binaryArray(
        'uuid',
        rows.map((row) => row.unitId),
      ),
      binaryArray(
        'timestamptz',
        rows.map((row) => row.received),
      ),
      text('door'),
      text('reason'),
      text('detail'),
      text('address'),
      text('body'),
    ],
  )
}

/** Writes what the watch said; the last word for a key takes the place of the one before. */
export async function upsertHappenings(
  client: pg.ClientBase,
  agencyId: string,
  happenings: readonly Happening[],
  batch: number,
): Promise<void> {
  // A step may say a key twice; one statement can write a row once only.
  const rows = [...new Map(happenings.map((one) => [one.key, one])).values()]
  await client.query(
    `insert into monitoring.happening (agency_id, key, person_id, kind, zone, severity, at, known_at, confirmed_at, late,
       withdrawn, joined, ends, cause, incident, evidence, batch)
     select $1::uuid, h ->> 'key', (h ->> 'person')::uuid, h ->> 'kind', h ->> 'zone', h ->> 'severity',
       monitoring.instant(h -> 'at'), monitoring.instant(h -> 'knownAt'), monitoring.instant(h -> 'confirmedAt'),
       (h ->> 'late')::boolean, (h ->> 'withdrawn')::boolean, h ->> 'joined', h ->> 'ends', h ->> 'cause',
       h ->> 'incident', h -> 'evidence', $3::bigint
     from jsonb_array_elements($2::jsonb) as h
     on conflict (agency_id, key) do update set severity = excluded.severity, confirmed_at = excluded.confirmed_at,
       late = excluded.late, withdrawn = excluded.withdrawn, joined = excluded.joined, ends = excluded.ends,
       cause = excluded.cause, incident = excluded.incident, evidence = excluded.evidence, batch = excluded.batch`,
    [agencyId, JSON.stringify(rows), batch],
  )
}

/** A message without a position leaves the last one standing, but never for whoever wears the unit after somebody. */
const lastPosition = ['at', 'lat', 'lon', 'accuracy', 'speed', 'course']
  .map(
    (column) =>
      `${column} = case when excluded.at is null and s.person_id is not distinct from excluded.person_id
        then s.${column} else excluded.${column} end`,
  )
  .join(', ')

/** Writes how units stand. */
export async function upsertStandings(client: pg.ClientBase, rows: readonly StandingRow[]): Promise<void> {
  const fix = (name: 'lat' | 'lon' | 'accuracy' | 'speed' | 'course') =>
    binaryArray(
      'float8',
      rows.map((row) => row.fix?.[name] ?? null),
    )
  await client.query({
    name: 'watch-standings',
    text: `insert into monitoring.standing as s (agency_id, unit_id, person_id, contact_at, clock_offset_ms, battery, charging,
        at, lat, lon, accuracy, speed, course, matters)
      select agency, unit, person, contact, clock, battery, charging, at, lat, lon, accuracy, speed, course,
        coalesce(string_to_array(nullif(matters, ''), ' '), '{}')
      from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::timestamptz[], $5::integer[], $6::float8[], $7::integer[],
        $8::timestamptz[], $9::float8[], $10::float8[], $11::float8[], $12::float8[], $13::float8[], $14::text[])
        as n (agency, unit, person, contact, clock, battery, charge, at, lat, lon, accuracy, speed, course, matters),
        lateral (select charge = 1) as c (charging)
      on conflict (agency_id, unit_id) do update set person_id = excluded.person_id, contact_at = excluded.contact_at,
        clock_offset_ms = excluded.clock_offset_ms, battery = coalesce(excluded.battery, s.battery),
        charging = coalesce(excluded.charging, s.charging), matters = excluded.matters, ${lastPosition}`,
    values: [
      binaryArray(
        'uuid',
        rows.map((row) => row.agencyId),
      ),
      binaryArray(
        'uuid',
        rows.map((row) => row.unitId),
      ),
      binaryArray(
        'uuid',
        rows.map((row) => row.personId),
      ),
      binaryArray(
        'timestamptz',
        rows.map((row) => row.contactAt),
      ),
      binaryArray(
        'int4',
        rows.map((row) => row.clockOffset),
      ),
      binaryArray(
        'float8',
        rows.map((row) => row.battery),
      ),
      binaryArray(
        'int4',
        rows.map((row) => (row.charging === null ? null : Number(row.charging))),
      ),
      binaryArray(
        'timestamptz',
        rows.map((row) => row.fix?.at ?? null),
      ),
      fix('lat'),
      fix('lon'),
      fix('accuracy'),
      fix('speed'),
      fix('course'),
      binaryArray(
        'text',
        rows.map((row) => row.matters.join(' ')),
      ),
    ],
  })
}
