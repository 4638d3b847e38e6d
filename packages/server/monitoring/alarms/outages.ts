import { defaultParameters, type Happening, kinds, type Outage, outage, type Silence } from '@inlieu/watch'
import type { Temporal } from 'temporal-polyfill'
import { parametersFrom } from '../guidelines/numbers-in-force.ts'
import type { PlainClient } from '../plain-client.ts'
import type { AlarmNews } from './news.ts'
import { ofPerson, openAlarms, openFor } from './open-alarms.ts'
import { noteOwnAlarms } from './outage-parts.ts'

/**
 * Opens alarms for what a batch found, as `openAlarms` does, but one for all units of a carrier that fell silent
 * together (field 6): an outage keeps its number of operators busy once, and not once a unit. It takes silences
 * alone; whatever else is said of a person is that person's alarm. The same batch again has no effect.
 *
 * @param silences everybody of this agency whose unit is silent now, those of this batch too
 */
export async function openWithOutages(
  client: PlainClient,
  agencyId: string,
  happenings: readonly Happening[],
  silences: readonly Silence[],
  now: Temporal.Instant,
): Promise<AlarmNews[]> {
  const runs = await runsAmong(client, agencyId, silences, now)
  if (runs.length === 0) return openAlarms(client, agencyId, happenings, now)
  const partOf = new Map(runs.flatMap(({ incident, alarms }) => alarms.map((key) => [key, incident])))
  const opening = runs.flatMap((run) => run.opening ?? [])
  const news = await openFor(client, agencyId, [...happenings, ...opening], ofPerson, now, { partOf })
  for (const { incident, alarms } of runs) await noteOwnAlarms(client, agencyId, incident, alarms, now)
  return news
}

/** Units of one carrier that fell silent together. */
interface Run {
  incident: string
  /** Keys of the silences. */
  alarms: string[]
  /** What opens the alarm; null where it is open already. */
  opening: Happening | null
}

async function runsAmong(
  client: PlainClient,
  agencyId: string,
  silences: readonly Silence[],
  now: Temporal.Instant,
): Promise<Run[]> {
  const [numbers] = silences.length > 0 ? await parametersFrom(client, agencyId, now) : []
  const parameters = { ...defaultParameters, ...numbers?.values }
  const found = outage(silences, parameters)
  if (found.length === 0) return []
  const standing = await standingOf(
    client,
    agencyId,
    found.flatMap(({ alarms }) => alarms),
  )
  return found.flatMap((one): Run[] => {
    const open = one.alarms.map((key) => standing.get(key)).find((known) => known?.outage === 'open')
    if (open) return [{ incident: open.incident, alarms: one.alarms, opening: null }]
    const free = one.alarms.filter((key) => standing.get(key)?.isFree ?? true)
    if (free.length < parameters.outagePeople) return []
    return [{ incident: one.key, alarms: free, opening: happeningOf(one, free.length, now) }]
  })
}

interface Standing {
  /** Of the alarm that the silence stands with. */
  incident: string
  outage: 'open' | 'closed' | null
  /** Nobody has dealt with it yet: neither closed, nor left over from an outage before. */
  isFree: boolean
}

/** How silences that were told already stand with their alarms, by their keys. */
async function standingOf(
  client: PlainClient,
  agencyId: string,
  keys: readonly string[],
): Promise<Map<string, Standing>> {
  const { rows } = await client.query(
    `select h.key, a.incident, case when a.kind = 'carrier-outage' then case when a.closed_at is null then 'open' else 'closed' end
         end as outage,
       a.closed_at is null and a.kind <> 'carrier-outage' and e.id is null as "isFree"
     from monitoring.alarm_happening h
     join monitoring.alarm a on a.agency_id = h.agency_id and a.id = h.alarm_id
     left join monitoring.alarm e
       on e.agency_id = a.agency_id and e.id = a.after_alarm_id and e.kind = 'carrier-outage'
     where h.agency_id = $1 and h.key = any($2)`,
    [agencyId, keys],
  )
  return new Map((rows as (Standing & { key: string })[]).map(({ key, ...row }) => [key, row]))
}

/** What the watch says of an outage: about nobody, from the first of the last contacts on. */
function happeningOf(found: Outage, units: number, now: Temporal.Instant): Happening {
  const { carrier, from, to, parameters } = found
  const minutes = Math.max(1, Math.round((to - from) / 60_000))
  return {
    kind: 'carrier-outage',
    key: found.key,
    person: '',
    severity: kinds['carrier-outage'].severity,
    at: from,
    knownAt: now.epochMilliseconds,
    confirmedAt: now.epochMilliseconds,
    late: false,
    withdrawn: false,
    incident: found.key,
    evidence: {
      why: `${units} units of ${carrier} fell silent within ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}.`,
      fixes: [],
      inputs: [],
      parameters,
      values: { carrier, units },
    },
  }
}
