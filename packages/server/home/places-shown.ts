import { z } from 'zod'
import type { RoomTx } from '../platform/database.ts'
import { id } from '../platform/schemas.ts'

/** An approved place of a person, as zones are drawn around it and leave leads to it. */
export const shownPlace = z.object({
  id,
  kind: z.string(),
  name: z.string(),
  address: z.string(),
  lat: z.number().nullable(),
  lon: z.number().nullable(),
})

/** The approved places of an enrolment that hold now, the home first. */
export async function readPlaces(
  tx: RoomTx<'home'>,
  enrolmentId: string,
): Promise<z.output<typeof shownPlace>[]> {
  return tx
    .selectFrom('home.v_place')
    .where('enrolment_id', '=', enrolmentId)
    .where('ended_at', 'is', null)
    .select(['id', 'kind', 'name', 'address', 'lat', 'lon'])
    .orderBy(({ eb }) => eb('kind', '<>', 'home'))
    .orderBy('name')
    .orderBy('id')
    .execute()
}
