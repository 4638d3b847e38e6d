import { randomUUID } from 'node:crypto'
import type { Temporal } from 'temporal-polyfill'
import { dayIn, officeNow } from '../../platform/clock.ts'
import { ownerQuery } from '../../testing/database.ts'
import type { TestAccount, TestOffice } from '../../testing/office.ts'

/** The office's day in tests. */
export const today = (): Temporal.PlainDate => dayIn('America/Los_Angeles', officeNow())

/** The first day at or after `from` that is this day of the week (1 is Monday). */
export function weekdayFrom(from: Temporal.PlainDate, weekday: number): Temporal.PlainDate {
  return from.add({ days: (weekday - from.dayOfWeek + 7) % 7 })
}

/** A work site as a page sends it, under contract, in Martinez. */
export function siteBody(different: Record<string, unknown> = {}) {
  return {
    name: `Site ${randomUUID().slice(0, 8)}`,
    organization: 'Contra Costa County Public Works',
    kind: 'county',
    line1: '255 Glacier Dr',
    line2: '',
    city: 'Martinez',
    state: 'CA',
    zip: '94553',
    latitude: null,
    longitude: null,
    contractReference: 'C-1',
    contractSignedOn: '2025-12-01',
    contractFrom: '2026-01-01',
    contractLastDay: null,
    tasks: 'Litter and weeds along roads',
    demands: 'Standing and walking all day',
    cannotTake: ['no-standing'],
    meetingPoint: 'Yard gate',
    directions: 'Bus 19 to Glacier Dr',
    reportAt: '07:30',
    dayMinutes: 480,
    supervisorName: 'Lou Hart',
    supervisorPhone: '(925) 555-0140',
    languages: ['en', 'es'],
    ...different,
  }
}

/** What a site without a contract differs in. */
export const noContract = { contractSignedOn: null, contractFrom: null }

/** Opens a site with the same number of places on each day of the week, or seven numbers. */
export async function openTestSite(
  account: TestAccount,
  places: number | number[] = 5,
  different: Record<string, unknown> = {},
): Promise<string> {
  const opened = await account.post('/api/work-release/sites', siteBody(different))
  if (opened.status !== 200) throw new Error(JSON.stringify(opened.body))
  const planned = await account.post(`/api/work-release/sites/${opened.body.id}/capacity`, {
    fromDay: '2026-01-01',
    places: Array.isArray(places) ? places : Array(7).fill(places),
  })
  if (planned.status !== 200) throw new Error(JSON.stringify(planned.body))
  return opened.body.id
}

/** A person with an enrolment in the state that a contract is made in. */
export interface TestCase {
  personId: string
  enrolmentId: string
}

/**
 * Lays out a person of Martinez, an enrolment with a worksheet of so many days, and its steps up to `state`.
 * Straight into the tables: what is shown here is this room, not the rooms below.
 */
export async function bookedPerson(
  office: TestOffice,
  agencyId: string,
  options: {
    days?: number | null
    state?: 'accepted' | 'booked' | 'applied'
    language?: string
    zip?: [number, number] | null
  } = {},
): Promise<TestCase> {
  const personId = randomUUID()
  const enrolmentId = randomUUID()
  const { days = 5, state = 'booked', language = 'en', zip = [37.9864, -122.135] } = options
  const steps = ['opened', 'applied', 'accepted', 'booked']
  await ownerQuery(office.urls, agencyId, async (client) => {
    const given = personId.slice(0, 6)
    await client.query(
      `insert into people.person (agency_id, id, family_name, given_names, birth_date, language, created_at)
       values ($1, $2, 'Rivera', $3, '1990-04-01', $4, clock_timestamp())`,
      [agencyId, personId, given, language],
    )
    await client.query(
      `insert into people.address (agency_id, id, person_id, line1, city, state, zip, latitude, longitude, placed_by, from_day, added_at)
       values ($1, $2, $3, '12 Main St', 'Martinez', 'CA', '94553', $4, $5, $6, '2026-01-01', clock_timestamp())`,
      [agencyId, randomUUID(), personId, zip?.[0] ?? null, zip?.[1] ?? null, zip ? 'zip' : null],
    )
    await client.query(
      `insert into programs.enrolment (agency_id, id, person_id, pack, number, opened_on, opened_at)
       values ($1, $2, $3, 'contra-costa/work-alternative', $4, '2026-01-05', clock_timestamp())`,
      [agencyId, enrolmentId, personId, `WAP-${enrolmentId.slice(0, 8)}`],
    )
    await worksheet(client, agencyId, enrolmentId, days, 1)
    for (const [index, kind] of steps.slice(0, steps.indexOf(state) + 1).entries()) {
      await client.query(
        `insert into programs.step (agency_id, id, enrolment_id, number, kind, on_day, at)
         values ($1, $2, $3, $4, $5, '2026-01-05', clock_timestamp())`,
        [agencyId, randomUUID(), enrolmentId, index + 1, kind],
      )
    }
  })
  return { personId, enrolmentId }
}

/** A later worksheet, as after a modified commitment. */
export async function nextWorksheet(
  office: TestOffice,
  agencyId: string,
  enrolmentId: string,
  days: number,
): Promise<void> {
  await ownerQuery(office.urls, agencyId, (client) => worksheet(client, agencyId, enrolmentId, days, 2))
}

async function worksheet(
  client: { query(sql: string, values: unknown[]): Promise<unknown> },
  agencyId: string,
  enrolmentId: string,
  days: number | null,
  number: number,
): Promise<void> {
  await client.query(
    `insert into programs.worksheet (agency_id, id, enrolment_id, number, cause, computed_on, computed_at, input, result,
       adjusted_days, pack, pack_version, pack_hash, reading)
     values ($1, $2, $3, $4, 'asked', '2026-01-05', clock_timestamp(), '{}', $5, $6,
       'contra-costa/work-alternative', '2-1', '', 'days-owed')`,
    [
      agencyId,
      randomUUID(),
      enrolmentId,
      number,
      JSON.stringify({ kind: days === null ? 'cannot-compute' : 'worksheet' }),
      days,
    ],
  )
}
