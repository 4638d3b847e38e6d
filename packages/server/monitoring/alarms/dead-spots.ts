import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { type InputOf, verb } from '../../platform/act.ts'
import type { RoomTx } from '../../platform/database.ts'
import { latitudeBand, metersBetween, type Point } from '../../platform/near.ts'
import { notFound, Problem } from '../../platform/problem.ts'
import { id, instant, text } from '../../platform/schemas.ts'

export const deadSpotBody = z.strictObject({
  lat: z.number().min(-90, 'Between -90 and 90 degrees.').max(90, 'Between -90 and 90 degrees.'),
  lon: z.number().min(-180, 'Between -180 and 180 degrees.').max(180, 'Between -180 and 180 degrees.'),
  radiusM: z.int('Give whole meters.').min(10, 'At least 10 meters.').max(2000, 'At most 2,000 meters.'),
  note: text(500),
  alarmId: id.nullable().default(null),
})

export const deadSpot = z.object({
  id,
  lat: z.number(),
  lon: z.number(),
  radiusM: z.int(),
  note: z.string(),
  addedAt: instant,
  addedBy: z.string(),
})
export type DeadSpot = z.output<typeof deadSpot>

/** Notes that units lose their signal at a place: shown with every alarm that happens there. */
export const addDeadSpot = verb(
  'monitoring.add-dead-spot',
  async (work, input: InputOf<typeof deadSpotBody>) => {
    const { ctx, db, emit } = work
    const spot = randomUUID()
    await db
      .insertInto('monitoring.dead_spot')
      .values({
        agency_id: ctx.agency.id,
        id: spot,
        lat: input.lat,
        lon: input.lon,
        radius_m: input.radiusM,
        note: input.note,
        alarm_id: input.alarmId,
        added_at: ctx.now,
        added_by: ctx.actor!,
      })
      .execute()
    await emit('monitoring.dead-spot-changed', { spot })
    return { id: spot }
  },
)

/** @throws Problem `not-found`; `already-done` */
export const endDeadSpot = verb('monitoring.end-dead-spot', async (work, { spotId }: { spotId: string }) => {
  const { ctx, db, emit } = work
  const row = await db
    .selectFrom('monitoring.dead_spot')
    .select(['id', 'ended_at'])
    .where('id', '=', spotId)
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (!row) throw notFound('dead spot')
  if (row.ended_at) throw new Problem('already-done', 'This note has ended already.')
  await db
    .updateTable('monitoring.dead_spot')
    .set({ ended_at: ctx.now, ended_by: ctx.actor })
    .where('id', '=', spotId)
    .execute()
  await emit('monitoring.dead-spot-changed', { spot: spotId })
})

/** The dead spots on record; near a point where one is given. */
export async function deadSpots(db: RoomTx<'monitoring'>, near: Point | null = null): Promise<DeadSpot[]> {
  const band = latitudeBand(2000)
  const rows = await db
    .selectFrom('monitoring.dead_spot as s')
    .innerJoin('access.v_account as a', (join) =>
      join.onRef('a.agency_id', '=', 's.agency_id').onRef('a.id', '=', 's.added_by'),
    )
    .select(['s.id', 's.lat', 's.lon', 's.radius_m', 's.note', 's.added_at', 'a.display_name'])
    .where('s.ended_at', 'is', null)
    .$if(near !== null, (query) =>
      query.where('s.lat', '>=', near!.lat - band).where('s.lat', '<=', near!.lat + band),
    )
    .orderBy('s.added_at', 'desc')
    .orderBy('s.id')
    .execute()
  return rows
    .filter((row) => near === null || metersBetween(near, row) <= row.radius_m)
    .map((row) => ({
      id: row.id,
      lat: row.lat,
      lon: row.lon,
      radiusM: row.radius_m,
      note: row.note,
      addedAt: row.added_at,
      addedBy: row.display_name ?? '',
    }))
}
