import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Context } from '../../platform/context.ts'
import type { RoomTx } from '../../platform/database.ts'
import { parametersOn, programOf } from '../../programs/index.ts'
import { type SiteDay, siteDays } from '../places/site-days.ts'
import { pointOf } from '../sites/distance.ts'
import { contractStateOn } from '../sites/site-list.ts'
import { type EarlyStart, unusedEarlyStart } from './early-start.ts'
import { adjustedDaysOf, readEnrolment, type WorkEnrolment } from './enrolment.ts'
import { type Known, readKnown } from './known.ts'
import {
  firstDay,
  lastDayLookedAt,
  type ProposalFacts,
  type SiteOffered,
  type Vacancy,
  vacancyDays,
} from './propose.ts'
import { type ContractDay, contractDays, purposeOf, standingOn } from './standing.ts'

/** Everything on record that a contract is made from. */
export interface ScheduleFacts extends ProposalFacts {
  enrolment: WorkEnrolment
  /** Of the contract in force; 0 before the first. */
  version: number
  contractDays: readonly ContractDay[]
  known: Known
  earlyStart: EarlyStart | null
  siteNames: ReadonlyMap<string, string>
}

/**
 * Reads everything that a contract is made from, as it stands now.
 * @throws Problem `not-found`; `cannot-be` when the enrolment's contract cannot be made
 */
export async function scheduleFacts(
  tx: RoomTx<'work'>,
  ctx: Context,
  enrolmentId: string,
): Promise<ScheduleFacts> {
  const enrolment = await readEnrolment(tx, ctx, enrolmentId)
  const adjustedDays = adjustedDaysOf(enrolment)
  const days = await contractDays(tx, enrolmentId)
  const version = await contractVersion(tx, enrolmentId)
  const standing = standingOn(days, adjustedDays, ctx.today)
  const known = await readKnown(tx, enrolmentId)
  const earlyStart = await unusedEarlyStart(tx, enrolmentId)
  const parameters = await parametersOn(tx, enrolment.pack, ctx.today)
  const base = {
    parameters,
    today: ctx.today,
    asked: known.asked,
    earlyStartAllowed: earlyStart !== null,
    standing,
  }
  const sites = await sitesOffered(tx, ctx, firstDay(base))
  return {
    ...base,
    enrolment,
    version,
    contractDays: days,
    known,
    earlyStart,
    pack: programOf(enrolment),
    purpose: purposeOf(version, standing),
    residence: enrolment.residence,
    sites: sites.map((site) => site.offered),
    siteNames: new Map(sites.map((site) => [site.offered.id, site.name])),
    vacancies: await vacancies(tx, firstDay(base)),
  }
}

/** The version of the contract in force; 0 before the first. */
export async function contractVersion(tx: RoomTx<'work'>, enrolmentId: string): Promise<number> {
  const row = await tx
    .selectFrom('work.schedule')
    .select('version')
    .where('enrolment_id', '=', enrolmentId)
    .executeTakeFirst()
  return row?.version ?? 0
}

interface NamedSite {
  name: string
  offered: SiteOffered
}

async function sitesOffered(
  tx: RoomTx<'work'>,
  ctx: Context,
  from: Temporal.PlainDate,
): Promise<NamedSite[]> {
  const rows = await sql<{
    id: string
    name: string
    kind: SiteOffered['kind']
    latitude: number | null
    longitude: number | null
    cannot_take: string[]
    contract_from: Temporal.PlainDate | null
    contract_until: Temporal.PlainDate | null
    people_a_day: number | null
  }>`
    select s.id, s.name, s.kind, s.latitude, s.longitude, s.cannot_take, s.contract_from, s.contract_until, p.people_a_day
    from work.site s
    left join lateral (
      select (select max(x) from unnest(c.places) x) as people_a_day from work.capacity_plan c
      where c.agency_id = s.agency_id and c.site_id = s.id and c.from_day <= ${ctx.today}
      order by c.from_day desc limit 1
    ) p on true
    order by s.id`.execute(tx)
  return rows.rows.map((row) => ({
    name: row.name,
    offered: {
      id: row.id,
      kind: row.kind,
      point: pointOf(row),
      peopleADay: row.people_a_day,
      cannotTake: row.cannot_take,
      underContract: contractStateOn(row, from) === 'in-force',
    },
  }))
}

async function vacancies(tx: RoomTx<'work'>, from: Temporal.PlainDate): Promise<Vacancy[]> {
  const rows = await sql<{ site_id: string; weekday: Vacancy['weekday']; places_left: number }>`
    select site_id, extract(isodow from day)::integer as weekday, sum(greatest(capacity - taken, 0))::integer as places_left
    from work.site_days(null, ${from}, ${from.add({ days: vacancyDays })})
    group by 1, 2`.execute(tx)
  return rows.rows.map((row) => ({ siteId: row.site_id, weekday: row.weekday, placesLeft: row.places_left }))
}

/** The places of one site on each day that a plan looks at. */
export async function daysLookedAt(
  tx: RoomTx<'work'>,
  facts: ProposalFacts,
  siteId: string,
): Promise<SiteDay[]> {
  return siteDays(tx, siteId, facts.today, lastDayLookedAt(facts).add({ days: 1 }))
}
