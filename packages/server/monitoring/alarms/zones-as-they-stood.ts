import type { Area } from '@inlieu/watch'
import { sql } from 'kysely'
import { z } from 'zod'
import type { RoomTx } from '../../platform/database.ts'
import type { Found } from './evidence.ts'

/** Degrees as [longitude, latitude], as GeoJSON has them. */
const point = z.tuple([z.number(), z.number()])
const ring = z.array(point)

const area = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('circle'), center: point, radius: z.number() }),
  z.object({ kind: z.literal('polygon'), coordinates: z.array(ring) }),
  z.object({ kind: z.literal('multipolygon'), coordinates: z.array(z.array(ring)) }),
])

/** A zone in the drawing that was in force when it happened. */
export const zoneAsItStood = z.object({
  id: z.string(),
  name: z.string(),
  rule: z.enum(['inclusion', 'exclusion']),
  version: z.string(),
  /** Meters by which the line is moved outward. */
  buffer: z.number(),
  area,
})
export type ZoneAsItStood = z.output<typeof zoneAsItStood>

interface Row extends Omit<ZoneAsItStood, 'area'> {
  area: Area
}

/** The zones that happenings name, each in the version that stands in the evidence: one's own, or drawn for many. */
export async function zonesAsTheyStood(
  db: RoomTx<'monitoring'>,
  person: string | null,
  found: readonly Pick<Found, 'zone' | 'zoneVersion'>[],
): Promise<ZoneAsItStood[]> {
  const asked = new Map(
    found.flatMap(({ zone, zoneVersion }) =>
      zone === null || zoneVersion === null
        ? []
        : [[`${zone}@${zoneVersion}`, { zone, version: zoneVersion }] as const],
    ),
  )
  if (asked.size === 0) return []
  const { rows } = await sql<Row>`
    with asked as (select * from jsonb_to_recordset(${JSON.stringify([...asked.values()])}::jsonb) as a (zone text, version text))
    select v.zone_id::text as id, v.name, v.rule, v.number::text as version, v.buffer_m as buffer, v.area
    from asked a join home.v_zone_version v on v.person_id = ${person} and v.zone_id::text = a.zone and v.number::text = a.version
    union all
    select z ->> 'id', z ->> 'name', 'exclusion', t.number::text, coalesce((z ->> 'buffer')::integer, 0), z -> 'area'
    from home.v_template_version t
    cross join lateral jsonb_array_elements(t.zones) z
    join asked a on a.zone = z ->> 'id' and a.version = t.number::text
    order by 2, 1`.execute(db)
  return rows.flatMap((row) => {
    const drawn = area.safeParse(row.area)
    return drawn.success ? [{ ...row, area: drawn.data }] : []
  })
}
