import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import type { Context } from '../../platform/context.ts'
import type { RoomTx } from '../../platform/database.ts'
import { type CsvColumn, spoken } from '../../platform/files.ts'
import { day, id, instant, limit } from '../../platform/schemas.ts'
import { programRun, programsRun } from '../../programs/index.ts'
import { placesLeft } from '../slots/places-left.ts'
import { capacityShown } from './detention-page.ts'

/** Somebody in home detention, or on the way there, as the list shows them. */
export const listedDetention = z.object({
  enrolmentId: id,
  personId: id,
  familyName: z.string(),
  givenNames: z.string(),
  number: z.string(),
  pack: z.string(),
  program: z.string(),
  state: z.string(),
  since: day,
  slot: z.enum(['none', 'waiting', 'held']),
  askedAt: instant.nullable(),
  evaluation: z.enum(['none', 'open', 'accepted', 'refused']),
  contractSignedOn: day.nullable(),
  deputyId: id.nullable(),
  deputyName: z.string().nullable(),
  units: z.array(z.string()),
  /** The person serves at home now, and nothing follows them: no unit is worn. */
  isUnfollowed: z.boolean(),
  /** A unit is worn while the sentence is served, and no home zone is in force: leaving home raises no alarm. */
  isHomeUnwatched: z.boolean(),
  releaseDay: day.nullable(),
})

export type ListedDetention = z.output<typeof listedDetention>

/** How many places each program has and who waits for one: each counts its own people (EMP-0.8, EMP-2.4). */
export const programPlaces = capacityShown.extend({
  pack: z.string(),
  program: z.string(),
  waiting: z.int(),
})

export type ProgramPlaces = z.output<typeof programPlaces>

export const detentionFilter = z.object({
  /** `waiting`: on the waiting list, longest first. */
  slot: z.enum(['waiting', 'held', 'none']).optional(),
  pack: z.string().max(100).optional(),
  deputyId: id.optional(),
  limit,
})

/** Everyone accepted into home detention who has not left it, by who has waited longest and then by name. */
export async function listDetentions(
  tx: RoomTx<'home'>,
  ctx: Context,
  filter: z.output<typeof detentionFilter>,
): Promise<ListedDetention[]> {
  const packs = programsRun.filter(({ served }) => served === 'at-home').map(({ pack }) => pack)
  const { rows } = await sql<Row>`
    select e.id, e.person_id, e.number, e.pack, e.release_day, p.family_name, p.given_names, s.state, s.since,
      coalesce(x.state, 'none') as slot, x.asked_at, coalesce(v.state, 'none') as evaluation, c.signed_on,
      d.account_id, d.display_name,
      array(select u.serial from equipment.v_unit u
        where u.agency_id = e.agency_id and u.enrolment_id = e.id order by u.serial) as units,
      (e.release_day > ${ctx.today} or e.adjusted_days is null) as days_left,
      exists (select from home.v_home_zone z
        where z.agency_id = e.agency_id and z.enrolment_id = e.id and not z.is_never) as has_home_zone
    from programs.enrolment_state(${ctx.today}) s
    join programs.v_enrolment e on e.agency_id = s.agency_id and e.id = s.enrolment_id
    join people.v_person p on p.agency_id = e.agency_id and p.id = e.person_id
    left join home.v_slot x on x.agency_id = e.agency_id and x.enrolment_id = e.id and x.state <> 'freed'
    left join home.v_evaluation v on v.agency_id = e.agency_id and v.enrolment_id = e.id
    left join home.v_contract c on c.agency_id = e.agency_id and c.enrolment_id = e.id
    left join home.v_deputy d on d.agency_id = e.agency_id and d.enrolment_id = e.id and d.ended_at is null
    where s.state in ('accepted', 'booked', 'active') and e.pack = any(${packs})
      and (${filter.pack ?? null}::text is null or e.pack = ${filter.pack ?? null})
      and (${filter.slot ?? null}::text is null or coalesce(x.state, 'none') = ${filter.slot ?? null})
      and (${filter.deputyId ?? null}::uuid is null or d.account_id = ${filter.deputyId ?? null})
    order by (x.state = 'waiting') desc nulls last, case when x.state = 'waiting' then x.asked_at end,
      lower(p.family_name), lower(p.given_names), e.id
    limit ${filter.limit}`.execute(tx)
  return rows.map(toListed)
}

/** The places of each program, as they stand today. */
export async function listPlaces(tx: RoomTx<'home'>, ctx: Context): Promise<ProgramPlaces[]> {
  const list: ProgramPlaces[] = []
  for (const { pack, name, served } of programsRun) {
    if (served !== 'at-home') continue
    const { clause, capacity, enrolled, free } = await placesLeft(tx, pack, ctx.today)
    const { waiting } = await tx
      .selectFrom('home.slot')
      .select(({ fn }) => fn.countAll<number>().as('waiting'))
      .where('pack', '=', pack)
      .where('given_at', 'is', null)
      .where('freed_at', 'is', null)
      .executeTakeFirstOrThrow()
    list.push({ pack, program: name, clause, capacity, enrolled, free, waiting })
  }
  return list
}

interface Row {
  id: string
  person_id: string
  number: string
  pack: string
  release_day: Temporal.PlainDate | null
  family_name: string
  given_names: string
  state: string
  since: Temporal.PlainDate
  slot: ListedDetention['slot']
  asked_at: Temporal.Instant | null
  evaluation: ListedDetention['evaluation']
  signed_on: Temporal.PlainDate | null
  account_id: string | null
  display_name: string | null
  units: string[]
  days_left: boolean | null
  has_home_zone: boolean
}

const isServing = (row: Row): boolean => row.state === 'active' && row.days_left === true

const toListed = (row: Row): ListedDetention => ({
  enrolmentId: row.id,
  personId: row.person_id,
  familyName: row.family_name,
  givenNames: row.given_names,
  number: row.number,
  pack: row.pack,
  program: programRun(row.pack)?.name ?? row.pack,
  state: row.state,
  since: row.since,
  slot: row.slot,
  askedAt: row.asked_at,
  evaluation: row.evaluation,
  contractSignedOn: row.signed_on,
  deputyId: row.account_id,
  deputyName: row.display_name,
  units: row.units,
  isUnfollowed: isServing(row) && row.units.length === 0,
  isHomeUnwatched: isServing(row) && row.units.length > 0 && !row.has_home_zone,
  releaseDay: row.release_day,
})

/** The columns of the list as CSV. */
export const detentionColumnsCsv: readonly CsvColumn<ListedDetention>[] = [
  { title: 'Family name', value: (row) => row.familyName },
  { title: 'Given names', value: (row) => row.givenNames },
  { title: 'Booking number', value: (row) => row.number },
  { title: 'Program', value: (row) => row.program },
  { title: 'State', value: (row) => row.state },
  { title: 'Since', value: (row) => row.since.toString() },
  { title: 'Place', value: (row) => spoken(row.slot) },
  {
    title: 'Waits since',
    value: (row) => (row.slot === 'waiting' ? row.askedAt : null),
  },
  { title: 'Home', value: (row) => spoken(row.evaluation) },
  { title: 'Contract signed', value: (row) => row.contractSignedOn?.toString() ?? null },
  { title: 'Deputy', value: (row) => row.deputyName },
  { title: 'Units', value: (row) => row.units.join(' ') },
  { title: 'Release day', value: (row) => row.releaseDay?.toString() ?? null },
]
