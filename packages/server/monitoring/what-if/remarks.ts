import { type Area, type Point, prepareArea, signedDistance } from '@inlieu/watch'
import { z } from 'zod'
import type { RoomTx } from '../../platform/database.ts'
import type { Proposal } from './proposal.ts'

/** Metres: farther than this from the home a zone is more likely a slip of the hand than meant. */
const FAR = 200_000
/** Metres across: a zone to be in that holds a whole county confines nobody. */
const WIDE = 50_000

/** What stands out about where a zone lies. It refuses nothing: it is looked at before the zone is saved. */
export const remark = z.discriminatedUnion('kind', [
  /** So many kilometres from the nearest of these. */
  z.object({ kind: z.literal('far'), km: z.int(), from: z.enum(['home', 'places', 'office-places']) }),
  z.object({ kind: z.literal('wide'), km: z.int() }),
  /** A zone to stay out of lies over the home, or over a place where the person may be. */
  z.object({ kind: z.literal('covers'), place: z.string(), isHome: z.boolean() }),
])
export type Remark = z.output<typeof remark>

type Drawn = Extract<Proposal, { kind: 'zone' }>['zone']

interface Located extends Point {
  name: string
  isHome: boolean
}

/** What stands out about a zone of this enrolment; its area is one that the watch can work with. */
export async function remarksOn(
  db: RoomTx<'monitoring'>,
  enrolmentId: string,
  { rule, area, bufferM }: Drawn,
): Promise<Remark[]> {
  const prepared = prepareArea(area)
  if (!prepared.ok) return []
  const distance = (point: Point): number => signedDistance(point, prepared.area) - bufferM
  const own = await located(db, enrolmentId)
  const homes = own.filter(({ isHome }) => isHome)
  const [from, near] =
    homes.length > 0
      ? (['home', homes] as const)
      : own.length > 0
        ? (['places', own] as const)
        : (['office-places', await located(db, null)] as const)
  const nearest = Math.min(...near.map(distance))
  const across = widthOf(area)
  const covered = rule === 'exclusion' ? own.filter((place) => distance(place) <= 0) : []
  return [
    ...(near.length > 0 && nearest > FAR ? [{ kind: 'far' as const, km: kilometres(nearest), from }] : []),
    ...(across >= WIDE ? [{ kind: 'wide' as const, km: kilometres(across) }] : []),
    ...covered.map(({ name, isHome }) => ({ kind: 'covers' as const, place: name, isHome })),
  ]
}

const kilometres = (metres: number): number => Math.round(metres / 1000)

/** Metres from one end to the other, by its box. */
function widthOf(area: Area): number {
  if (area.kind === 'circle') return 2 * area.radius
  const corners = area.kind === 'polygon' ? area.coordinates.flat() : area.coordinates.flat(2)
  const [lons, lats] = [corners.map(([lon]) => lon), corners.map(([, lat]) => lat)]
  const spread = (of: number[]): number =>
    of.reduce((most, one) => Math.max(most, one)) - of.reduce((least, one) => Math.min(least, one))
  const middle = ((lats[0] ?? 0) * Math.PI) / 180
  return Math.max(spread(lats), spread(lons) * Math.cos(middle)) * 111_320
}

/** The approved places that are on the map; of the whole office without an enrolment. */
async function located(db: RoomTx<'monitoring'>, enrolmentId: string | null): Promise<Located[]> {
  const rows = await db
    .selectFrom('home.v_place')
    .where('ended_at', 'is', null)
    .where('lat', 'is not', null)
    .where('lon', 'is not', null)
    .$if(enrolmentId !== null, (query) => query.where('enrolment_id', '=', enrolmentId))
    .select(['name', 'kind', 'lat', 'lon'])
    .execute()
  return rows.map(({ name, kind, lat, lon }) => ({ name, isHome: kind === 'home', lat: lat!, lon: lon! }))
}
