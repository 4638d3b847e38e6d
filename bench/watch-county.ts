import { randomUUID } from 'node:crypto'
import pg from 'pg'
import type { Temporal } from 'temporal-polyfill'
import { hashPassword } from '../packages/server/access/password.ts'

export const password = 'bench only, on loopback'
/** The secret of a unit by its number. */
export const secretOf = (n: number): string => `bench-unit-${n}-of-a-throw-away-county`

/**
 * Lays out an agency with so many people, each with a unit, a home zone and an exclusion zone, and an operator, by
 * SQL: the bench is of what comes after.
 */
export async function layOutCounty(ownerUrl: string, count: number, at: Temporal.Instant): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  const agency = randomUUID()
  const [operator, model] = [randomUUID(), randomUUID()]
  const day = at.toString()
  const run = (text: string, values: unknown[] = []) => client.query(text, values)
  try {
    await run('begin')
    await run(
      `select set_config('inlieu.agency', $1, true), set_config('inlieu.verb', 'bench.lay-out', true)`,
      [agency],
    )
    await run(
      `insert into access.agency (id, slug, name, county, state, time_zone, is_demonstration)
       values ($1, 'bench', 'Bench', 'Nowhere', 'CA', 'America/Los_Angeles', true)`,
      [agency],
    )
    await run(
      `insert into access.account (agency_id, id, username, display_name, password_hash, created_at)
       values ($1, $2, 'operator', 'Bench Operator', $3, $4)`,
      [agency, operator, await hashPassword(password), day],
    )
    for (const role of ['operator', 'deputy'])
      await run(
        `insert into access.account_role (agency_id, id, account_id, role, granted_at) values ($1, gen_random_uuid(), $2, $3, $4)`,
        [agency, operator, role, day],
      )
    await run(
      `insert into equipment.model (agency_id, id, maker, name, kind, positions, levels, added_at)
       values ($1, $2, 'Bench', 'One', 'gps', true, '{active}', $3)`,
      [agency, model, day],
    )
    await run(
      `create temporary table bench_person on commit drop as
       select n, gen_random_uuid() as person, gen_random_uuid() as enrolment, gen_random_uuid() as unit,
         38.3 + (n % 173) * 0.003 as lat, -121.7 + (n / 173) * 0.003 as lon
       from generate_series(0, $1::integer - 1) as n`,
      [count],
    )
    await run(
      `insert into people.person (agency_id, id, family_name, given_names, created_at)
       select $1, person, 'Person ' || n, 'Bench', $2 from bench_person`,
      [agency, day],
    )
    await run(
      `insert into programs.enrolment (agency_id, id, person_id, pack, number, opened_on, opened_at)
       select $1, enrolment, person, 'sacramento/home-detention', 'B-' || n, $2::timestamptz::date, $2 from bench_person`,
      [agency, day],
    )
    await run(
      `insert into equipment.unit (agency_id, id, model_id, serial, acquired_on)
       select $1, unit, $2, 'BENCH-' || n, $3::timestamptz::date from bench_person`,
      [agency, model, day],
    )
    await run(
      `insert into equipment.fitting (agency_id, id, unit_id, person_id, enrolment_id, level, fitted_at, fitted_by)
       select $1, gen_random_uuid(), unit, person, enrolment, 'active', $2, $3 from bench_person`,
      [agency, day, operator],
    )
    await run(
      `insert into equipment.credential (agency_id, id, unit_id, door, digest, hint, made_at)
       select $1, gen_random_uuid(), unit, 'osmand', sha256(convert_to('bench-unit-' || n || '-of-a-throw-away-county', 'UTF8')), '0000', $2
       from bench_person`,
      [agency, day],
    )
    await run(
      `insert into monitoring.told (agency_id, kind, person_id, at, told_at, content)
       select $1, 'input', person, $2, $2, jsonb_build_object('kind', 'setting', 'change', jsonb_build_object(
         'worn', true, 'devices', jsonb_build_array(unit), 'zones', jsonb_build_array(
           jsonb_build_object('id', 'home', 'rule', 'inclusion', 'area',
             jsonb_build_object('kind', 'circle', 'center', jsonb_build_array(lon, lat), 'radius', 150)),
           jsonb_build_object('id', 'kept-away', 'rule', 'exclusion', 'area',
             jsonb_build_object('kind', 'circle', 'center', jsonb_build_array(lon + 0.05, lat), 'radius', 300)))))
       from bench_person`,
      [agency, day],
    )
    await run('commit')
    await run('analyze')
  } finally {
    await client.end()
  }
}

/** Where person `n` is at home. */
export const homeOf = (n: number): { lat: number; lon: number } => ({
  lat: 38.3 + (n % 173) * 0.003,
  lon: -121.7 + Math.floor(n / 173) * 0.003,
})
