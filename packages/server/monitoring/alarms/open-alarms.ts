import { type Happening, type Kind, kinds } from '@inlieu/watch'
import type { Temporal } from 'temporal-polyfill'
import { type ProtocolInForce, protocolFor } from '../guidelines/in-force.ts'
import type { PlainClient } from '../plain-client.ts'
import { actForAgency } from './as-watch.ts'
import { knownAlarms } from './known.ts'
import type { AlarmNews } from './news.ts'
import { planAlarms } from './plan.ts'
import type { About, Given, Plan } from './planned.ts'
import { writePlan } from './write-plan.ts'

/**
 * Opens alarms for what a batch found, lets it join those that are open (one cause, one incident), and notes on
 * them what was withdrawn, returned or found late. Runs in the watch's transaction, as its role; the same
 * happenings again, in any batch, have no effect. `note` opens nothing.
 * @returns what changed, for open pages
 */
export async function openAlarms(
  client: PlainClient,
  agencyId: string,
  happenings: readonly Happening[],
  now: Temporal.Instant,
): Promise<AlarmNews[]> {
  return openFor(client, agencyId, happenings, ofPerson, now)
}

/** About the person; what is about nobody, as an outage is, names none. */
export const ofPerson = ({ person }: Happening): About => ({ personId: person || null, unitId: null })

/** What is otherwise with some alarms. */
interface Otherwise extends Partial<Pick<Given, 'partOf' | 'apart'>> {
  /** By what they are worked, from what is in force for the kind. */
  workedBy?: (inForce: ProtocolInForce) => ProtocolInForce
}

/** The same for whatever an alarm can be about. */
export async function openFor(
  client: PlainClient,
  agencyId: string,
  happenings: readonly Happening[],
  aboutOf: (happening: Happening) => About,
  now: Temporal.Instant,
  { workedBy = (inForce) => inForce, ...otherwise }: Otherwise = {},
): Promise<AlarmNews[]> {
  if (happenings.length === 0) return []
  await actForAgency(client, agencyId)
  const keys = happenings.flatMap(({ key, ends, joined }) =>
    [key, ends, joined].filter((one) => one !== undefined),
  )
  const incidents = [
    ...new Set([...happenings.map((one) => one.incident), ...(otherwise.partOf?.values() ?? [])]),
  ]
  const known = await knownAlarms(client, agencyId, keys, incidents)
  const kindsNow = new Set([...happenings, ...known.links.values()].map((one) => one.kind))
  const protocols = await protocolsFor(client, agencyId, kindsNow, now)
  const plan = planAlarms(happenings, {
    known,
    aboutOf,
    protocolOf: (kind) => workedBy(protocols.get(kind)!),
    placeOf: await placesOf(client, agencyId, happenings),
    now,
    ...otherwise,
  })
  await writePlan(client, agencyId, plan, now)
  return newsOf(client, agencyId, plan)
}

async function protocolsFor(
  client: PlainClient,
  agencyId: string,
  of: ReadonlySet<Kind>,
  now: Temporal.Instant,
): Promise<Map<Kind, ProtocolInForce>> {
  const found = new Map<Kind, ProtocolInForce>()
  for (const kind of of) found.set(kind, await protocolFor(client, agencyId, kind, now))
  return found
}

/** Where people were last known to be, of those whose evidence has no position. */
async function placesOf(
  client: PlainClient,
  agencyId: string,
  happenings: readonly Happening[],
): Promise<Map<string, { lat: number; lon: number }>> {
  const people = happenings
    .filter(
      (one) => one.evidence.fixes.length === 0 && kinds[one.kind].severity !== 'note' && one.person !== '',
    )
    .map((one) => one.person)
  if (people.length === 0) return new Map()
  const { rows } = await client.query(
    `select distinct on (person_id) person_id, lat, lon from monitoring.standing
     where agency_id = $1 and person_id = any($2) and lat is not null and lon is not null
     order by person_id, at desc nulls last`,
    [agencyId, [...new Set(people)]],
  )
  const places = rows as { person_id: string; lat: number; lon: number }[]
  return new Map(places.map(({ person_id, lat, lon }) => [person_id, { lat, lon }]))
}

async function newsOf(client: PlainClient, agencyId: string, plan: Plan): Promise<AlarmNews[]> {
  const ids = [...plan.opened, ...plan.changed]
  if (ids.length === 0) return []
  const { rows } = await client.query(
    `select id, person_id from monitoring.alarm where agency_id = $1 and id = any($2) order by number`,
    [agencyId, ids],
  )
  return (rows as { id: string; person_id: string | null }[]).map(({ id, person_id }) => ({
    agencyId,
    kind: plan.opened.has(id) ? 'monitoring.alarm-opened' : 'monitoring.alarm-changed',
    subject: person_id === null ? { alarm: id } : { alarm: id, person: person_id },
  }))
}
