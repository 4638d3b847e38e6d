import { randomUUID } from 'node:crypto'
import { type Happening, type Kind, kinds } from '@inlieu/watch'
import type pg from 'pg'
import { Temporal } from 'temporal-polyfill'
import { ownerQuery } from '../../testing/database.ts'
import type { TestOffice } from '../../testing/office.ts'

/** The moment that tests of the watch begin at. */
export const start = Temporal.Instant.from('2026-03-02T20:00:00Z')

/** So many minutes after the beginning. */
export const minute = (minutes: number): Temporal.Instant => start.add({ seconds: Math.round(minutes * 60) })

/** A person of the office, straight into the table. */
export async function somebody(office: TestOffice, agencyId: string, family = 'Rivera'): Promise<string> {
  const id = randomUUID()
  await ownerQuery(office.urls, agencyId, (client) =>
    client.query(
      `insert into people.person (agency_id, id, family_name, given_names, birth_date, created_at)
       values ($1, $2, $3, $4, '1990-04-01', '2026-01-05T18:00:00Z')`,
      [agencyId, id, family, `Sam ${id.slice(0, 4)}`],
    ),
  )
  return id
}

/** A happening as the watch says it: at `at` minutes after the beginning, known a few seconds later. */
export function happening(
  person: string,
  kind: Kind,
  at: number,
  different: Partial<Happening> & { why?: string } = {},
): Happening {
  const { why = kinds[kind].says, ...more } = different
  const key = `${person}|${kind}|${more.zone ?? ''}|${minute(at).epochMilliseconds}`
  return {
    kind,
    key,
    person,
    severity: kinds[kind].severity,
    at: minute(at).epochMilliseconds,
    knownAt: minute(at).epochMilliseconds + 3000,
    confirmedAt: minute(at).epochMilliseconds,
    late: false,
    withdrawn: false,
    incident: key,
    evidence: { why, fixes: [], inputs: [], parameters: {}, values: {} },
    ...more,
  }
}

/** Runs as the watch does: in one transaction of its connection, committed. */
export async function committed<R>(client: pg.Client, run: () => Promise<R>): Promise<R> {
  await client.query('begin')
  try {
    const result = await run()
    await client.query('commit')
    return result
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}
