import { setTimeout as pause } from 'node:timers/promises'
import { expect } from '@playwright/test'
import { Temporal } from 'temporal-polyfill'
import type { Caller } from '../../packages/server/demonstration/caller.ts'
import { wallNow } from '../../packages/server/platform/clock.ts'

/** Who wears a unit, where they live, and the unit's way in. */
interface Unit {
  unitId: string
  personId: string
  enrolmentId: string
  secret: string
  home: { id: string; lat: number; lon: number }
}

/** Somebody of the second office whose unit says from now on what a test says. */
export interface Worn extends Unit {
  /** When the test began to speak for the unit. */
  since: string
}

/** An alarm as the queue lists it. */
export interface Listed {
  id: string
  kind: string
  happenedAt: string
  person: { id: string; name: string } | null
}

interface ListedUnit {
  id: string
  wearer: { personId: string; enrolmentId: string } | null
}

interface Zone {
  id: string
  rule: string
  area: { center: [number, number] }
}

/** Units report beside the office (`--device-port`). */
const doorsOf = (origin: string) => origin.replace(/:(\d+)$/, (_, port: string) => `:${Number(port) + 10}`)

/**
 * Somebody who wears a unit of the plain door, for whom no test has spoken before, who is at home now and has no open
 * alarm: what happens next would join it.
 */
export async function somebodyFollowed(origin: string, deputy: Caller, operator: Caller): Promise<Worn> {
  for (let tries = 0; tries < 240; tries++, await pause(500)) {
    const { alarms } = await operator.get<{ alarms: Listed[] }>('/api/monitoring/alarms')
    const unit = await unspoken(deputy, new Set(alarms.map(({ person }) => person?.id)))
    if (!unit?.wearer) continue
    const secret = await newSecret(deputy, unit.id)
    const { personId, enrolmentId } = unit.wearer
    const { zones } = await deputy.get<{ zones: Zone[] }>(`/api/home/enrolments/${enrolmentId}/zones`)
    const home = zones.find(({ rule }) => rule === 'inclusion')!
    const [lon, lat] = home.area.center
    const worn = { unitId: unit.id, personId, enrolmentId, secret, home: { id: home.id, lat, lon } }
    await comeHome(origin, worn)
    return { ...worn, since: wallNow().toString() }
  }
  throw new Error('Nobody without an alarm wears a unit of the plain door.')
}

/**
 * The simulated person may be out at this hour: who is bound while out is absent from the start, and what follows is
 * part of that incident. Two fixes at home make a return (`returnFixes`).
 */
async function comeHome(origin: string, worn: Unit): Promise<void> {
  for (let fixes = 0; fixes < 3; fixes++) {
    await report(origin, worn, 0)
    await pause(1_500)
  }
}

/** A new way in at the plain door; what the unit had there before opens nothing any more. */
async function newSecret(by: Caller, unitId: string): Promise<string> {
  const { setUp } = await by.post<{ setUp: { lines: { setting: string; value: string }[] } }>(
    `/api/equipment/units/${unitId}/credentials`,
    { door: 'json' },
  )
  return setUp.lines.find(({ setting }) => setting === 'Authorization')!.value
}

/** Opens an alarm: a unit says that its strap was cut. @returns the alarm's id */
export async function cutStrap(origin: string, by: Caller, unitId: string): Promise<string> {
  await sendRecord(origin, await newSecret(by, unitId), { event: 'strap' })
  const { alarms } = await by.get<{ alarms: (Listed & { unit: { id: string } | null })[] }>(
    '/api/monitoring/alarms',
  )
  return alarms.find(({ unit }) => unit?.id === unitId)!.id
}

/** Two tests that run at once never speak for the same unit: each worker has its half of them. */
const isOurs = ({ id }: ListedUnit): boolean =>
  Number.parseInt(id.at(-1)!, 16) % 2 === Number(process.env.TEST_PARALLEL_INDEX ?? 0) % 2

/** A test that speaks for a unit has its secret replaced: what was never replaced is still the simulator's. */
async function unspoken(
  deputy: Caller,
  alarmed: ReadonlySet<string | undefined>,
): Promise<ListedUnit | undefined> {
  const { units } = await deputy.get<{ units: ListedUnit[] }>('/api/equipment/units?state=fitted')
  for (const unit of units.filter(isOurs)) {
    if (alarmed.has(unit.wearer?.personId)) continue
    const { credentials } = await deputy.get<{ credentials: { door: string; endedAt: string | null }[] }>(
      `/api/equipment/units/${unit.id}`,
    )
    const isPlain = credentials.every(({ door, endedAt }) => door === 'json' && endedAt === null)
    if (isPlain && credentials.length === 1) return unit
  }
  return undefined
}

/** One message of the unit, so far north of home; and an event, where something happened to it. */
export function report(
  origin: string,
  { secret, home }: Unit,
  metersNorth: number,
  event?: string,
): Promise<void> {
  return sendRecord(origin, secret, {
    lat: home.lat + metersNorth / 111_000,
    lon: home.lon,
    accuracy: 8,
    ...(event ? { event } : {}),
  })
}

/** One record of this moment, at the plain door of an office. */
export async function sendRecord(origin: string, secret: string, record: object): Promise<void> {
  const answer = await fetch(`${doorsOf(origin)}/json`, {
    method: 'POST',
    headers: { authorization: secret, 'content-type': 'application/json' },
    body: JSON.stringify({ records: [{ at: wallNow().toString(), ...record }] }),
  })
  expect(answer.status, await answer.text()).toBe(200)
}

/** Open alarms of this kind, of now: the simulated past has its own. */
export async function alarmsOf(by: Caller, { personId, since }: Worn, wanted: string): Promise<Listed[]> {
  const { alarms } = await by.get<{ alarms: Listed[] }>('/api/monitoring/alarms')
  return alarms.filter(
    ({ kind, person, happenedAt }) =>
      person?.id === personId && kind === wanted && Temporal.Instant.compare(happenedAt, since) >= 0,
  )
}
