import pg from 'pg'
import type { Temporal } from 'temporal-polyfill'
import type { TestOffice } from '../../testing/office.ts'

/** A position as a test lays it out. */
export interface TestFix {
  at: Temporal.Instant
  lat: number | null
  lon: number | null
  accuracy?: number
  battery?: number
  /** Seconds from measured to received; 2 when left out. */
  delay?: number
  /** The unit repeated an earlier position. */
  lastKnown?: boolean
}

/** Whose positions, of which unit. */
interface Worn {
  agencyId: string
  /** Null: nobody wore it. */
  personId: string | null
  unitId: string
}

/** Runs as the watch's role. */
export async function asWatch<R>(office: TestOffice, run: (client: pg.Client) => Promise<R>): Promise<R> {
  const client = new pg.Client({ connectionString: office.urls.ingest })
  await client.connect()
  try {
    return await run(client)
  } finally {
    await client.end()
  }
}

/** Writes positions as the watch does. */
export async function writeFixes(office: TestOffice, worn: Worn, fixes: readonly TestFix[]): Promise<void> {
  await asWatch(office, async (client) => {
    const times = fixes.map(({ at }) => at.toString()).sort()
    await client.query(
      'select monitoring.ensure_days($1::timestamptz::date - 1, $2::timestamptz::date + 1)',
      [times[0], times.at(-1)],
    )
    for (const [i, fix] of fixes.entries()) {
      await client.query(
        `insert into monitoring.fix (agency_id, unit_id, at, digest, received_at, batch, person_id, lat, lon, accuracy, battery, flags)
         values ($1, $2, $3, $4, $5, 1, $6, $7, $8, $9, $10, $11)`,
        [
          worn.agencyId,
          worn.unitId,
          fix.at.toString(),
          i,
          fix.at.add({ seconds: fix.delay ?? 2 }).toString(),
          worn.personId,
          fix.lat,
          fix.lon,
          fix.accuracy ?? 10,
          fix.battery ?? null,
          fix.lastKnown ? 3 : 0,
        ],
      )
    }
  })
}

/** Writes how a unit stands, as the watch does. */
export async function writeStanding(
  office: TestOffice,
  worn: Worn,
  standing: { at: Temporal.Instant; lat: number; lon: number; matters?: string[]; battery?: number },
): Promise<void> {
  await asWatch(office, (client) =>
    client.query(
      `insert into monitoring.standing (agency_id, unit_id, person_id, contact_at, battery, at, lat, lon, accuracy, matters)
       values ($1, $2, $3, $4, $5, $4, $6, $7, 12, $8)`,
      [
        worn.agencyId,
        worn.unitId,
        worn.personId,
        standing.at.toString(),
        standing.battery ?? 0.8,
        standing.lat,
        standing.lon,
        standing.matters ?? [],
      ],
    ),
  )
}
