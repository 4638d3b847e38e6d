import type pg from 'pg'
import type { Temporal } from 'temporal-polyfill'
import { actForAgency } from '../alarms/as-watch.ts'
import type { AlarmNews } from '../alarms/news.ts'
import { endOutages, type StandingOutage, standingOutages } from '../alarms/outages-over.ts'
import { type Overdue, overdueDuties, passDuties, resumeEscalation } from '../alarms/pass-duties.ts'
import { attempt } from './attempt.ts'

/** Minutes after which what could not be done is tried again. */
const againAfter = 1

/** Something that is due by the clock, of one office. */
interface Due {
  agencyId: string
  /** Of the duty, or of the outage's alarm. */
  id: string
}

/** What is done each time that time passes, for everything that is due. */
interface Chore<D extends Due> {
  what: 'duty' | 'outage'
  find(): Promise<D[]>
  run(due: readonly D[]): Promise<AlarmNews[]>
}

/**
 * What runs out by the clock: outages that end, duties whose time is over. It is the alarm room's matter; a fault in it
 * holds no fix and no new alarm back, and a fault with one duty no other duty.
 * @param slot which people this second is for; null for all of them, as after a standstill
 */
export async function timePassed(
  client: pg.ClientBase,
  slot: number | null,
  now: Temporal.Instant,
): Promise<AlarmNews[]> {
  const news: AlarmNews[] = []
  if (isTimeToLookThrough(slot)) {
    const outages: Chore<StandingOutage> = {
      what: 'outage',
      find: () => standingOutages(client, now),
      run: (due) => endOutages(client, due, now),
    }
    news.push(...(await eachOnItsOwn(client, outages, now)))
    const resumed = await attempt(client, () => resumeEscalation(client, now))
    if ('error' in resumed) say('Who has come on duty was not looked at', resumed.error)
  }
  const duties: Chore<Overdue> = {
    what: 'duty',
    find: () => overdueDuties(client, now),
    run: (due) => passDuties(client, due, now),
  }
  news.push(...(await eachOnItsOwn(client, duties, now)))
  return news
}

/** Each fifth second: an outage may be of thousands, and all of them are gone through; so are duties long missed. */
const isTimeToLookThrough = (slot: number | null): boolean => slot === null || slot % 5 === 0

/** Does all that is due at once; where that fails, one after the other, and puts off what fails alone. */
async function eachOnItsOwn<D extends Due>(
  client: pg.ClientBase,
  chore: Chore<D>,
  now: Temporal.Instant,
): Promise<AlarmNews[]> {
  const together = await attempt(client, async () => chore.run(await chore.find()))
  if ('value' in together) return together.value
  const found = await attempt(client, chore.find)
  if ('error' in found) {
    say(`What is due of each ${chore.what} was not found`, found.error)
    return []
  }
  const news: AlarmNews[] = []
  for (const due of found.value) {
    const alone = await attempt(client, () => chore.run([due]))
    if ('value' in alone) news.push(...alone.value)
    else {
      say(`The ${chore.what} ${due.id} was put off`, alone.error)
      await attempt(client, () => putOff(client, chore.what, due, alone.error, now))
    }
  }
  return news
}

/** Keeps what failed and why, and leaves it for a while: the sign of life counts what stands so. */
async function putOff(
  client: pg.ClientBase,
  what: Chore<Due>['what'],
  { agencyId, id }: Due,
  fault: string,
  now: Temporal.Instant,
): Promise<void> {
  await actForAgency(client, agencyId)
  await client.query(
    `insert into monitoring.put_off as p (agency_id, subject, what, first_at, until_at, fault)
     values ($1, $2, $3, $4, $5, $6)
     on conflict (agency_id, subject) do update set until_at = excluded.until_at, faults = p.faults + 1,
       fault = excluded.fault`,
    [agencyId, id, what, now.toString(), now.add({ minutes: againAfter }).toString(), fault.slice(0, 2000)],
  )
}

const say = (without: string, error: string) => process.stderr.write(`${without}: ${error}\n`)
