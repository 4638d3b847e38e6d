import { z } from 'zod'
import type { RoomTx } from '../../platform/database.ts'
import { read } from '../../platform/read.ts'
import { type Route, route } from '../../platform/route.ts'
import { day, id } from '../../platform/schemas.ts'
import { readEnrolment } from './enrolment.ts'

/** Zones in force that are drawn around a place that is approved no longer, the one left longest first. */
export const leftZones = z.object({
  zones: z.array(z.object({ id, name: z.string(), place: z.string(), address: z.string(), endedOn: day })),
})

type LeftZones = z.output<typeof leftZones>

/** @throws Problem `not-found` */
async function readLeftZones(tx: RoomTx<'home'>, enrolmentId: string, timeZone: string): Promise<LeftZones> {
  await readEnrolment(tx, enrolmentId)
  const rows = await tx
    .selectFrom('home.v_zone_left')
    .select(['id', 'name', 'place', 'address', 'ended_at'])
    .where('enrolment_id', '=', enrolmentId)
    .orderBy('ended_at')
    .orderBy('name')
    .orderBy('id')
    .execute()
  return {
    zones: rows.map((row) => ({
      id: row.id!,
      name: row.name!,
      place: row.place!,
      address: row.address!,
      endedOn: row.ended_at!.toZonedDateTimeISO(timeZone).toPlainDate(),
    })),
  }
}

/** What a move has left behind on the map (EMP-8.2). */
export const leftZoneRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/api/home/enrolments/:id/zones-left',
    permission: 'home.read',
    summary: 'Zones that are drawn around an address that ended',
    params: z.object({ id }),
    response: leftZones,
    handle: ({ office, ctx, params }) =>
      read<'home', LeftZones>(office.db, ctx, (tx) => readLeftZones(tx, params.id, ctx.agency.timeZone)),
  }),
]
