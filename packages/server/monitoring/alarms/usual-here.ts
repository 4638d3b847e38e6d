import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import type { Context } from '../../platform/context.ts'
import type { RoomTx } from '../../platform/database.ts'
import { falseCodes } from './closing-codes.ts'

/** Days that are looked back over, hours around the time of day, and meters around the place (own). */
export const lookedBack = { days: 14, hours: 1, meters: 150 } as const

/** What is normal for this place and hour. Counts only: nobody draws the conclusion but who reads them. */
export const usual = z.object({
  days: z.int(),
  hours: z.int(),
  meters: z.int(),
  /** On how many of the days a unit of the person was heard at this time of day, and on how many of them here. */
  daysHeard: z.int(),
  daysHere: z.int(),
  /** Alarms of this person and kind in those days, and those that were closed as false. */
  ofThisKind: z.int(),
  ofThisKindFalse: z.int(),
  /** Alarms of anybody at this place in ninety days, and those closed as false: a place that is bad for signals. */
  atThisPlace: z.int(),
  atThisPlaceFalse: z.int(),
})
export type Usual = z.output<typeof usual>

interface About {
  id: string
  person_id: string | null
  kind: string
  happened_at: Temporal.Instant
  lat: number | null
  lon: number | null
}

/** Counts what was here at this time of day on the days before, and what became of alarms like this. */
export async function usualHere(db: RoomTx<'monitoring'>, ctx: Context, alarm: About): Promise<Usual> {
  const days = daysBefore(alarm.happened_at, ctx.agency.timeZone)
  const { rows } = await sql<Omit<Usual, keyof typeof lookedBack>>`
    with day as (
      select * from unnest(${days.map((one) => one.from.toString())}::timestamptz[], ${days.map((one) => one.to.toString())}::timestamptz[])
        as d (from_at, to_at)
    ), worn as (select distinct unit_id from equipment.v_fitting where person_id = ${alarm.person_id}),
    heard as (
      select day.from_at, bool_or(${withinMeters('f', alarm, lookedBack.meters)}) as here
      from day join monitoring.fix f on f.at >= day.from_at and f.at < day.to_at and f.person_id = ${alarm.person_id}
        and f.unit_id in (select unit_id from worn)
      where f.lat is not null group by day.from_at
    ), past as (
      select a.person_id, a.kind, a.opened_at, a.closed_code = any(${[...falseCodes]}) as was_false,
        ${withinMeters('a', alarm, lookedBack.meters)} as here
      from monitoring.alarm a
      where a.id <> ${alarm.id} and not a.drill and a.opened_at > ${ctx.now.subtract({ hours: 24 * 90 })}
        and (a.person_id = ${alarm.person_id} or a.lat between ${alarm.lat}::float8 - 0.002 and ${alarm.lat}::float8 + 0.002)
    )
    select (select count(*)::integer from heard) as "daysHeard",
      (select count(*)::integer from heard where here) as "daysHere",
      count(*) filter (where ${ofThisKind(alarm, ctx)})::integer as "ofThisKind",
      count(*) filter (where was_false and ${ofThisKind(alarm, ctx)})::integer as "ofThisKindFalse",
      count(*) filter (where here)::integer as "atThisPlace",
      count(*) filter (where here and was_false)::integer as "atThisPlaceFalse"
    from past`.execute(db)
  return { ...lookedBack, ...rows[0]! }
}

const ofThisKind = (alarm: About, ctx: Context) =>
  sql`(person_id = ${alarm.person_id} and kind = ${alarm.kind}
    and opened_at > ${ctx.now.subtract({ hours: 24 * lookedBack.days })})`

/** Whether a row's place is near the alarm's; false where either is unknown. Flat is near enough at this distance. */
const withinMeters = (table: string, { lat, lon }: About, meters: number) => {
  const column = (name: string) => sql.ref(`${table}.${name}`)
  return sql`coalesce(power((${column('lat')} - ${lat}::float8) * 111195, 2)
    + power((${column('lon')} - ${lon}::float8) * 111195 * cos(radians(${lat}::float8)), 2) <= ${meters * meters}::float8, false)`
}

/** The same time of day, an hour either way, on each of the days before; in local time, across changes of the clock. */
function daysBefore(
  at: Temporal.Instant,
  timeZone: string,
): { from: Temporal.Instant; to: Temporal.Instant }[] {
  const local = at.toZonedDateTimeISO(timeZone)
  return Array.from({ length: lookedBack.days }, (_one, back) => {
    const then = local.subtract({ days: back + 1 })
    return {
      from: then.subtract({ hours: lookedBack.hours }).toInstant(),
      to: then.add({ hours: lookedBack.hours }).toInstant(),
    }
  })
}
