import { type Area, type Point, prepareArea, signedDistance } from '@inlieu/watch'
import { z } from 'zod'
import type { SetZone } from '../../home/index.ts'
import type { RoomTx } from '../../platform/database.ts'
import type { Proposal } from './proposal.ts'

// What is looked at once more before a zone is saved (EMP-8.2, own). Nothing binds anybody by these figures, so they
// are no numbers that the agency approves (EMP-7.3); docs/law/open-readings.md tells them.
/** Metres: farther than this from the home a zone is more likely a slip of the hand than meant. */
const FAR = 200_000
/** Metres across: a zone to be in that holds a whole county confines nobody. */
const WIDE = 50_000
/** Zones of a set that are named at most: a set drawn in the wrong place is wrong from the first. */
const MOST_OF_SET = 20

/** What stands out about where a zone lies. It refuses nothing: it is looked at before the zone is saved. */
export const remark = z.discriminatedUnion('kind', [
  /** So many kilometres from the nearest of these. */
  z.object({ kind: z.literal('far'), km: z.int(), from: z.enum(['home', 'places', 'office-places']) }),
  z.object({ kind: z.literal('wide'), km: z.int() }),
  /** A zone to stay out of lies over the home, or over a place where the person may be. */
  z.object({ kind: z.literal('covers'), place: z.string(), isHome: z.boolean() }),
  /** A zone to be in holds this home, and says of no place that it is drawn around it: no move would tell of it. */
  z.object({ kind: z.literal('unnamed'), place: z.string() }),
])
export type Remark = z.output<typeof remark>

/** The same of a zone of a set, with its name. */
export const remarkOfSet = z.object({ zone: z.string(), remark })

type Drawn = Extract<Proposal, { kind: 'zone' }>['zone']

interface Located extends Point {
  name: string
  isHome: boolean
}

/** What stands out about a zone of this enrolment; its area is one that the watch can work with. */
export async function remarksOn(
  db: RoomTx<'monitoring'>,
  enrolmentId: string,
  zone: Drawn,
): Promise<Remark[]> {
  const distance = distanceTo(zone.area, zone.bufferM)
  if (distance === null) return []
  const own = await located(db, enrolmentId)
  const homes = own.filter(({ isHome }) => isHome)
  const [from, near] =
    homes.length > 0
      ? (['home', homes] as const)
      : own.length > 0
        ? (['places', own] as const)
        : (['office-places', await located(db, null)] as const)
  const within = own.filter((place) => distance(place) <= 0)
  const covered = zone.rule === 'exclusion' ? within : []
  const unnamed =
    zone.rule === 'inclusion' && zone.placeId === null ? within.filter(({ isHome }) => isHome) : []
  return [
    ...farFrom(from, near, distance),
    ...wideOf(zone.area),
    ...covered.map(({ name, isHome }) => ({ kind: 'covers' as const, place: name, isHome })),
    ...unnamed.map(({ name }) => ({ kind: 'unnamed' as const, place: name })),
  ]
}

/** What stands out about zones of a set, which bind many: how far they lie from all whom the office supervises. */
export async function remarksOnSet(
  db: RoomTx<'monitoring'>,
  zones: readonly SetZone[],
): Promise<z.output<typeof remarkOfSet>[]> {
  const places = await located(db, null)
  const found: z.output<typeof remarkOfSet>[] = []
  for (const zone of zones) {
    const distance = distanceTo(zone.area, zone.buffer)
    if (distance === null) continue
    const remarks = [...farFrom('office-places', places, distance), ...wideOf(zone.area)]
    found.push(...remarks.map((remark) => ({ zone: zone.name, remark })))
    if (found.length >= MOST_OF_SET) break
  }
  return found.slice(0, MOST_OF_SET)
}

/** Metres from the line of a zone, less than 0 inside; null where the watch cannot work with its area. */
function distanceTo(area: Area, bufferM: number): ((point: Point) => number) | null {
  const prepared = prepareArea(area)
  return prepared.ok ? (point) => signedDistance(point, prepared.area) - bufferM : null
}

function farFrom(
  from: Extract<Remark, { kind: 'far' }>['from'],
  places: readonly Point[],
  distance: (point: Point) => number,
): Remark[] {
  // One that lies near is enough, and found at once: an office has thousands of places, a line thousands of corners.
  if (places.length === 0 || places.some((place) => distance(place) <= FAR)) return []
  return [{ kind: 'far', km: kilometres(Math.min(...places.map(distance))), from }]
}

function wideOf(area: Area): Remark[] {
  const across = widthOf(area)
  return across >= WIDE ? [{ kind: 'wide', km: kilometres(across) }] : []
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
