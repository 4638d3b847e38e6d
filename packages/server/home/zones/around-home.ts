import { type Area, prepareArea, signedDistance } from '@inlieu/watch'
import type { ViewTx } from '../../platform/database.ts'
import { pointOf } from '../../platform/near.ts'
import type { ZoneRow } from './change-zone.ts'

/** What of a zone tells whether it is the home. */
export type DrawnZone = Pick<ZoneRow, 'enrolment_id' | 'rule' | 'area' | 'buffer_m' | 'place_id'>

/**
 * Whether a zone to be in is the home of its person: the place says so that it is drawn around; where it names none,
 * the home lies in it. Null: it names no place, and nobody has put the home on the map.
 */
export async function isAroundHome(db: ViewTx, zone: DrawnZone): Promise<boolean | null> {
  if (zone.rule !== 'inclusion') return false
  const home = await db
    .selectFrom('home.v_place')
    .where('enrolment_id', '=', zone.enrolment_id)
    .where('kind', '=', 'home')
    .select(['id', 'lat', 'lon', 'ended_at'])
    .execute()
  if (zone.place_id !== null) return home.some(({ id }) => id === zone.place_id)
  const now = home.find(({ ended_at }) => ended_at === null)
  const at = now && pointOf(now)
  return at ? holds(zone.area, zone.buffer_m, at) : null
}

function holds(area: Area, bufferM: number, point: { lat: number; lon: number }): boolean {
  const prepared = prepareArea(area)
  return prepared.ok && signedDistance(point, prepared.area) <= bufferM
}
