import { randomUUID } from 'node:crypto'
import { defaultParameters, type Happening } from '@inlieu/watch'
import type { Temporal } from 'temporal-polyfill'
import { parametersFrom } from '../guidelines/numbers-in-force.ts'
import type { PlainClient } from '../plain-client.ts'
import { actForAgency } from './as-watch.ts'
import type { AlarmNews } from './news.ts'
import { ofPerson, openFor } from './open-alarms.ts'
import { noteOwnAlarms } from './outage-parts.ts'

/** An outage that stands, as the watch looks at it. */
export interface StandingOutage {
  agencyId: string
  id: string
  incident: string
  isClosed: boolean
  /** All that fell silent with it, those with alarms of their own too. */
  units: number
  /** Of them, by the keys of their silences: those not heard again, and those for whom there is this alarm alone. */
  silent: string[]
  covered: string[]
  lastBack: Temporal.Instant | null
}

/**
 * Looks at the outages that stand. One is over when its units were heard again; fewer than make an outage that stay
 * silent for the agency's `outageWithin` after the last return are not explained by it: each is an alarm of its own.
 * So is each that is still silent when a person closes the outage: nobody goes unseen under cover of it.
 * Runs in the watch's transaction, as its role.
 */
export async function endOutages(
  client: PlainClient,
  standing: readonly StandingOutage[],
  now: Temporal.Instant,
): Promise<AlarmNews[]> {
  const news: AlarmNews[] = []
  for (const one of standing) {
    await actForAgency(client, one.agencyId)
    if (!(await isOver(client, one, now))) continue
    news.push(...(await leftOver(client, one, now)))
    await end(client, one, now)
    news.push({
      agencyId: one.agencyId,
      kind: 'monitoring.alarm-changed',
      subject: { alarm: one.id },
    })
  }
  return news
}

/** The outages of all agencies that stand, but for those that were put off. */
export async function standingOutages(client: PlainClient, now: Temporal.Instant): Promise<StandingOutage[]> {
  const { rows } = await client.query(
    `select a.agency_id as "agencyId", a.id, a.incident, a.closed_at is not null as "isClosed", l.units, l.silent,
       l.covered, l."lastBack"
     from monitoring.alarm a
     join monitoring.alarm_happening own on own.agency_id = a.agency_id and own.key = a.incident and own.ended_at is null
     cross join lateral (
       select count(*)::integer as units,
         coalesce(array_agg(h.key) filter (where h.ended_at is null and not h.withdrawn), '{}') as silent,
         coalesce(array_agg(h.key) filter (where h.ended_at is null and not h.withdrawn and h.alarm_id = a.id), '{}')
           as covered,
         max(h.ended_at) as "lastBack"
       from monitoring.alarm_happening h
       where h.agency_id = a.agency_id and h.kind = 'no-contact' and h.key in (
         select c.key from monitoring.alarm_happening c where c.agency_id = a.agency_id and c.alarm_id = a.id
         union
         select s.happening_key from monitoring.alarm_step s
         where s.agency_id = a.agency_id and s.alarm_id = a.id and s.kind = 'folded' and s.about ? 'outage')
     ) l
     where a.kind = 'carrier-outage' and not a.drill and not exists (
       select from monitoring.put_off o where o.agency_id = a.agency_id and o.subject = a.id and o.until_at > $1)`,
    [now.toString()],
  )
  return rows as StandingOutage[]
}

async function isOver(client: PlainClient, one: StandingOutage, now: Temporal.Instant): Promise<boolean> {
  if (one.isClosed || one.silent.length === 0) return true
  if (one.lastBack === null) return false
  const [numbers] = await parametersFrom(client, one.agencyId, now)
  const { outagePeople, outageWithin } = { ...defaultParameters, ...numbers?.values }
  const since = now.epochMilliseconds - one.lastBack.epochMilliseconds
  return one.silent.length < outagePeople && since >= outageWithin * 1000
}

/** Opens an alarm for each that is still silent. */
async function leftOver(
  client: PlainClient,
  one: StandingOutage,
  now: Temporal.Instant,
): Promise<AlarmNews[]> {
  if (one.covered.length === 0) return []
  const happenings = await happeningsOf(client, one)
  const news = await openFor(client, one.agencyId, happenings, ofPerson, now, { apart: new Set(one.covered) })
  await noteOwnAlarms(client, one.agencyId, one.incident, one.covered, now)
  return news
}

async function happeningsOf(
  client: PlainClient,
  { agencyId, covered }: Pick<StandingOutage, 'agencyId' | 'covered'>,
): Promise<Happening[]> {
  const { rows } = await client.query(
    `select key, person_id as person, kind, zone, severity, at, known_at as "knownAt", confirmed_at as "confirmedAt", late,
       withdrawn, joined, ends, cause, incident, evidence
     from monitoring.happening where agency_id = $1 and key = any($2)`,
    [agencyId, covered],
  )
  return (rows as Record<string, unknown>[]).map((row) => {
    const said = Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null))
    const times = ['at', 'knownAt', 'confirmedAt'].map((name) => [name, millis(row[name])])
    return { ...said, ...Object.fromEntries(times) } as unknown as Happening
  })
}

const millis = (at: unknown): number => (at as Temporal.Instant).epochMilliseconds

async function end(client: PlainClient, one: StandingOutage, now: Temporal.Instant): Promise<void> {
  const back = one.units - one.silent.length
  const at = (one.lastBack ?? now).toString()
  const note =
    one.silent.length === 0
      ? `All ${back} units were heard again.`
      : `${back} of ${one.units} units were heard again; the others have alarms of their own.`
  await client.query(
    'update monitoring.alarm_happening set ended_at = $3 where agency_id = $1 and key = $2',
    [one.agencyId, one.incident, at],
  )
  await client.query(
    `insert into monitoring.alarm_step (agency_id, id, alarm_id, kind, at, code, happening_key, note, about)
     values ($1, $2, $3, 'ended', $4, 'restored', $5, $6, $7)`,
    [
      one.agencyId,
      randomUUID(),
      one.id,
      now.toString(),
      one.incident,
      note,
      JSON.stringify({ happenedAt: at, back, silent: one.silent.length }),
    ],
  )
}
