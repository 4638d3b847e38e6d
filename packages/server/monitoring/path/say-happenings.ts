import type pg from 'pg'
import type { Temporal } from 'temporal-polyfill'
import type { AlarmNews } from '../alarms/news.ts'
import { openAlarms } from '../alarms/open-alarms.ts'
import { openWithOutages } from '../alarms/outages.ts'
import { attempt } from './attempt.ts'
import type { NotEvaluated } from './evaluate-batch.ts'
import type { Evaluated } from './people.ts'
import { upsertHappenings } from './rows.ts'
import { silencesOf } from './silences.ts'
import type { World } from './world.ts'

/** What was said of a batch. */
export interface Said {
  news: AlarmNews[]
  failed: NotEvaluated[]
  /** People whose happenings could not be written: their state stays as it was, and each tick tries it again. */
  unsaid: Set<string>
}

/**
 * Writes what the watch found and opens its alarms, an agency at a time. Where that fails, a person at a time: what
 * cannot be written of one person holds nobody else's alarm back, and nothing is part of an outage then.
 */
export async function sayHappenings(
  client: pg.ClientBase,
  world: World,
  evaluated: readonly Evaluated[],
  number: number,
  now: Temporal.Instant,
): Promise<Said> {
  const said: Said = { news: [], failed: [], unsaid: new Set() }
  const speaking = evaluated.filter(({ happenings }) => happenings.length > 0)
  const record = async (agencyId: string, people: readonly Evaluated[]) => {
    const happenings = people.flatMap((one) => one.happenings)
    await upsertHappenings(client, agencyId, happenings, number)
    return happenings
  }
  const sayTogether = async (agencyId: string, people: readonly Evaluated[]) => {
    const happenings = await record(agencyId, people)
    const silences = happenings.some(({ kind }) => kind === 'no-contact')
      ? silencesOf(world, evaluated, agencyId)
      : []
    return openWithOutages(client, agencyId, happenings, silences, now)
  }
  for (const [agencyId, people] of Map.groupBy(speaking, ({ followed }) => followed.agencyId)) {
    const all = await attempt(client, () => sayTogether(agencyId, people))
    if ('value' in all) {
      said.news.push(...all.value)
      continue
    }
    for (const person of people) {
      const one = await attempt(client, async () =>
        openAlarms(client, agencyId, await record(agencyId, [person]), now),
      )
      if ('value' in one) said.news.push(...one.value)
      else {
        said.unsaid.add(person.personId)
        said.failed.push({ personId: person.personId, agencyId, error: one.error, readings: [] })
      }
    }
  }
  return said
}
