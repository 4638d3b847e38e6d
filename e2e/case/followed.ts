import { expect } from '@playwright/test'
import { Temporal } from 'temporal-polyfill'
import type { Caller } from '../../packages/server/demonstration/caller.ts'
import { participant } from '../../packages/server/demonstration/sacramento/participants.ts'
import { serialOfUnit, settle } from '../../packages/server/demonstration/sacramento/settle.ts'
import { wallNow } from '../../packages/server/platform/clock.ts'
import { callerOf, somebody } from './driven.ts'

/** Somebody of the second office whose unit says what a test says. */
export interface Worn {
  personId: string
  enrolmentId: string
  /** What the unit's requests carry. */
  secret: string
  home: { id: string; lat: number; lon: number }
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
  serial: string
}

interface Zone {
  id: string
  rule: string
  area: { center: [number, number] }
}

/** Units report beside the office (`--device-port`). */
const doorsOf = (origin: string) => origin.replace(/:(\d+)$/, (_, port: string) => `:${Number(port) + 10}`)

/** Whoever of the made-up people has no past, no leave and no exception, and whose unit reports at the plain door. */
const model = participant(252)

/** Days in which the demonstration prepares a home before a unit is put on. */
const preparedDays = 4

/**
 * Somebody new in home detention with a unit of their own, of whom nothing was heard yet: the simulated people are out,
 * asleep or at work as the hour has it, and what is tested here holds at every hour.
 */
export async function somebodyFollowed(origin: string): Promise<Worn> {
  const [clerk, deputy, sergeant] = await Promise.all([
    callerOf(origin, 'sac-clerk'),
    callerOf(origin, 'sac-deputy'),
    callerOf(origin, 'sac-sergeant'),
  ])
  const { units } = await deputy.get<{ units: ListedUnit[] }>('/api/equipment/units?state=in-stock&limit=500')
  const unit = units.find((one) => one.serial.startsWith('A1-') && isOurs(one))!
  const { deputies } = await deputy.get<{ deputies: { accountId: string }[] }>('/api/home/deputies')
  const { familyName, docket, driversLicense } = somebody(model.number, 'Followed')
  const settled = await settle(
    { ...model, person: { ...model.person, familyName, docket, driversLicense } },
    { clerk, deputy, sergeant },
    {
      // The contract is made today, not some days ago: this office's clock is nobody's to move.
      began: wallNow().add({ hours: 24 * preparedDays }).epochMilliseconds,
      ahead: () => 0,
      units: new Map([[serialOfUnit(model), unit.id]]),
      deputyIds: deputies.map(({ accountId }) => accountId),
    },
  )
  const { personId, enrolmentId } = settled
  const { zones } = await deputy.get<{ zones: Zone[] }>(`/api/home/enrolments/${enrolmentId}/zones`)
  const home = zones.find(({ rule }) => rule === 'inclusion')!
  const [lon, lat] = home.area.center
  return {
    personId,
    enrolmentId,
    secret: `Bearer ${settled.unit!.secret}`,
    home: { id: home.id, lat, lon },
    since: wallNow().toString(),
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

/** Two tests that run at once never take the same unit: each worker has its half of them. */
const isOurs = ({ id }: ListedUnit): boolean =>
  Number.parseInt(id.at(-1)!, 16) % 2 === Number(process.env.TEST_PARALLEL_INDEX ?? 0) % 2

/** One message of the unit, so far north of home; and an event, where something happened to it. */
export function report(
  origin: string,
  { secret, home }: Worn,
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
