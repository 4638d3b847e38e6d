import { randomUUID } from 'node:crypto'
import type { Temporal } from 'temporal-polyfill'
import { openCase, type TestCase } from '../../programs/testing/case.ts'
import { ownerQuery } from '../../testing/database.ts'
import type { TestAccount, TestOffice } from '../../testing/office.ts'

/** The pack of the program that tests of this room run. */
export const homeDetention = 'sacramento/home-detention'

/** A person in home detention, as far as zones, hours and leave need them. */
export interface HomeCase extends TestCase {
  /** Where the routes of this person's zones, hours and leave begin. */
  home: string
}

/** Opens an enrolment in home detention; how one comes there is not this helper's matter. */
export async function openHomeCase(office: TestOffice, account: TestAccount): Promise<HomeCase> {
  const opened = await openCase(account)
  await ownerQuery(office.urls, account.agencyId, async (client) => {
    await client.query('update programs.enrolment set pack = $1 where id = $2', [
      homeDetention,
      opened.enrolmentId,
    ])
    await client.query(
      `insert into home.absence_kinds (agency_id, id, enrolment_id, person_id, number, kinds, why, set_at, set_by, permission)
       values ($1, $2, $3, $4, 1, '{work,medical,treatment,school}', 'Terms', clock_timestamp(), $5, '{}')`,
      [account.agencyId, randomUUID(), opened.enrolmentId, opened.personId, account.id],
    )
  })
  return { ...opened, home: `/api/home/enrolments/${opened.enrolmentId}` }
}

/** Gives a person another release day, as a worksheet computed anew would; the room of programs has its own tests. */
export async function releaseOn(
  office: TestOffice,
  account: TestAccount,
  { enrolmentId }: TestCase,
  day: Temporal.PlainDate,
): Promise<void> {
  await ownerQuery(office.urls, account.agencyId, (client) =>
    client.query(
      `insert into programs.worksheet (agency_id, id, enrolment_id, number, cause, computed_on, computed_at, input, result,
         adjusted_days, release_day, pack, pack_version, pack_hash, reading)
       select $1, gen_random_uuid(), $2, 1 + count(*), 'asked', '2026-01-01', '2026-01-01', '{}', '{"kind": "worksheet"}',
         20, $3, $4, '1', '', 'days-owed' from programs.worksheet where enrolment_id = $2`,
      [account.agencyId, enrolmentId, day.toString(), homeDetention],
    ),
  )
}

/** The middle of the made-up home. */
export const homePoint = [-121.4944, 38.5816] as const

/** A zone as a page sends it: a circle of 100 meters around the home. */
export const zoneBody = (different: Record<string, unknown> = {}) => ({
  name: 'Home',
  rule: 'inclusion',
  area: { kind: 'circle', center: homePoint, radius: 100 },
  bufferM: 0,
  severity: null,
  confirmFixes: null,
  confirmSeconds: null,
  placeId: null,
  why: 'Lives here',
  ...different,
})

/** Draws a zone for a person. */
export async function drawTestZone(
  account: TestAccount,
  { home }: HomeCase,
  different: Record<string, unknown> = {},
): Promise<string> {
  const drawn = await account.post(`${home}/zones`, zoneBody(different))
  if (drawn.status !== 200) throw new Error(JSON.stringify(drawn.body))
  return drawn.body.id
}

/** What the watch was told of a person, oldest first. */
export async function toldOf(office: TestOffice, account: TestAccount, personId: string) {
  const { rows } = await ownerQuery(office.urls, account.agencyId, (client) =>
    client.query(
      `select id, at, told_at, content from monitoring.told where person_id = $1 and kind = 'input' order by id`,
      [personId],
    ),
  )
  return rows
}

/** Puts a unit on a person as rows: the room of equipment has its own tests. */
export async function wearUnit(
  office: TestOffice,
  account: TestAccount,
  { personId, enrolmentId }: TestCase,
  fittedAt = '2026-01-02T18:00:00Z',
): Promise<string> {
  const unitId = randomUUID()
  const modelId = randomUUID()
  await ownerQuery(office.urls, account.agencyId, async (client) => {
    await client.query(
      `insert into equipment.model (agency_id, id, maker, name, kind, positions, levels, added_at)
       values ($1, $2, 'Made Up', $3, 'gps', true, '{active}', clock_timestamp())`,
      [account.agencyId, modelId, `Model ${modelId}`],
    )
    await client.query(
      `insert into equipment.unit (agency_id, id, model_id, serial, carrier, acquired_on)
       values ($1, $2, $3, $4, 'Carrier One', '2026-01-01')`,
      [account.agencyId, unitId, modelId, unitId],
    )
    await client.query(
      `insert into equipment.fitting (agency_id, id, unit_id, person_id, enrolment_id, level, fitted_at, fitted_by)
       values ($1, $2, $3, $4, $5, 'active', $6, $7)`,
      [account.agencyId, randomUUID(), unitId, personId, enrolmentId, fittedAt, account.id],
    )
  })
  return unitId
}
