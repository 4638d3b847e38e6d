import { setTimeout as pause } from 'node:timers/promises'
import type pg from 'pg'
import type { Temporal } from 'temporal-polyfill'
import { acceptedPerson, fitTestUnit, receiveTestUnit } from '../../equipment/testing/units.ts'
import { wallNow } from '../../platform/clock.ts'
import { ownerQuery } from '../../testing/database.ts'
import type { TestAccount, TestOffice } from '../../testing/office.ts'
import { type OpenWatch, openWatch } from '../open-watch.ts'
import type { VirtualClock } from '../virtual-clock.ts'

/** Somebody who wears a unit, with the secret of its door. */
export interface Wearer {
  personId: string
  enrolmentId: string
  unitId: string
  secret: string
}

export type Door = 'osmand' | 'owntracks' | 'json'

/** Puts a unit on somebody of this office, through the routes. */
export async function wearer(account: TestAccount, door: Door = 'json'): Promise<Wearer> {
  const { personId, enrolmentId } = await acceptedPerson(account)
  const unitId = await receiveTestUnit(account)
  const secret = await secretOf(account, unitId, door)
  // An hour ago, so that there is a past to be measured.
  await fitTestUnit(account, unitId, enrolmentId, { at: wallNow().subtract({ hours: 1 }).toString() })
  return { personId, enrolmentId, unitId, secret }
}

/** A new credential of a unit. */
export async function secretOf(account: TestAccount, unitId: string, door: Door): Promise<string> {
  const { status, body } = await account.post(`/api/equipment/units/${unitId}/credentials`, { door })
  if (status !== 200) throw new Error(JSON.stringify(body))
  return secretIn(body.setUp.lines)
}

/** The secret among what is entered at the other end of a door. */
export function secretIn(lines: readonly { setting: string; value: string }[]): string {
  const line = lines.find(({ setting }) =>
    /^(Device identifier|Password|Authorization|forward\.header)$/.test(setting),
  )!
  return line.value.replace(/^(Authorization: )?Bearer /, '')
}

/** The watch on a test office's database, its doors on a port of their own. */
export interface TestWatch extends OpenWatch {
  url: string
  send(path: string, init?: RequestInit): Promise<{ status: number; body: unknown }>
  /** Sends records to the plain door. */
  records(secret: string, records: unknown[]): Promise<{ status: number; body: unknown }>
  /** What the watch said to its log. */
  log: string[]
}

export async function testWatch(
  office: TestOffice,
  options: { virtual?: VirtualClock; now?: () => Temporal.Instant } = {},
): Promise<TestWatch> {
  const log: string[] = []
  const watch = await openWatch({
    url: office.urls.ingest,
    now: () => options.virtual?.now() ?? wallNow(),
    ...options,
    aheadSeconds: () => 0,
    say: (line) => log.push(line),
  })
  const url = await watch.listen({ host: '127.0.0.1', port: 0 })
  const send: TestWatch['send'] = async (path, init) => {
    const answer = await fetch(`${url}${path}`, init)
    const text = await answer.text()
    return { status: answer.status, body: isJson(answer) ? JSON.parse(text) : text }
  }
  return {
    ...watch,
    url,
    log,
    send,
    records: (secret, records) =>
      send('/json', {
        method: 'POST',
        headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
        body: JSON.stringify({ records }),
      }),
  }
}

const isJson = (answer: Response) => (answer.headers.get('content-type') ?? '').includes('json')

/** Tells the watch what is in force for somebody, straight into the table. */
export async function tell(
  office: TestOffice,
  agencyId: string,
  personId: string,
  at: Temporal.Instant,
  change: Record<string, unknown>,
): Promise<void> {
  await ownerQuery(office.urls, agencyId, (client) =>
    client.query(
      `insert into monitoring.told (agency_id, kind, person_id, at, told_at, content) values ($1, 'input', $2, $3, $3, $4)`,
      [agencyId, personId, at.toString(), JSON.stringify({ kind: 'setting', change })],
    ),
  )
}

/** Rows of an agency, read as the owner. */
export async function rowsOf<R extends pg.QueryResultRow>(
  office: TestOffice,
  agencyId: string,
  text: string,
  values: unknown[] = [],
): Promise<R[]> {
  return ownerQuery(office.urls, agencyId, async (client) => (await client.query<R>(text, values)).rows)
}

/** Asks again until the answer is there, at most ten seconds. */
export async function until<T>(ask: () => Promise<T | undefined | false | null>): Promise<T> {
  for (let tries = 0; tries < 200; tries++) {
    const answer = await ask()
    if (answer) return answer
    await pause(50)
  }
  throw new Error('It did not come to be within ten seconds.')
}

/** A round home zone about a place in Sacramento that is a river and a levee. */
export const home = {
  id: 'home',
  rule: 'inclusion',
  area: { kind: 'circle', center: [-121.5, 38.58], radius: 100 },
}
