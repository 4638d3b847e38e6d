import { amount } from './parameters.ts'
import type { Random } from './random.ts'

/** Metres east and north of home. */
export interface Place {
  east: number
  north: number
}

/** A stay somewhere; between two stays the person is on the way. */
export interface Stay {
  /** Hours since the midnight before the first day. */
  from: number
  to: number
  place: Place
  indoors: boolean
}

export const HOME: Place = { east: 0, north: 0 }

export interface Walk {
  /** In order, the last at home without end. */
  stays: Stay[]
}

/** How a person spends some days: nights at home, work by day, and what should not be. */
export function walkOf(random: Random, days: number, work: Place, forbidden: Place): Walk {
  const outings: Stay[] = []
  for (let day = 0; day < days; day++) outings.push(...dayOf(random, day * 24, work, forbidden))
  const stays: Stay[] = []
  let home = 0
  for (const outing of outings) {
    const way = hoursTo(outing.place)
    // Two outings that would overlap: the later one does not take place.
    if (outing.from - way <= home) continue
    stays.push({ from: home, to: outing.from - way, place: HOME, indoors: true }, outing)
    home = outing.to + way
  }
  stays.push({ from: home, to: Number.POSITIVE_INFINITY, place: HOME, indoors: true })
  return { stays }
}

function dayOf(random: Random, midnight: number, work: Place, forbidden: Place): Stay[] {
  const outings: Stay[] = []
  const indoors = () => random.chance(0.5)
  const [begins, ends] = [amount('curfewBegins'), amount('curfewEnds')]
  const go = (from: number, hours: number, place: Place, inside: boolean) =>
    outings.push({ from: midnight + from, to: midnight + from + hours, place, indoors: inside })
  // The way home takes up to a quarter of an hour.
  const back = random.chance(amount('lateReturn'))
    ? random.between(begins + 0.1, begins + 1.5)
    : random.between(begins - 1.5, begins - 0.5)
  const out = ends + 0.5 + random.next() / 2
  const visits = random.chance(amount('forbidden'))
  go(out, (visits ? 12 : back) - out, work, true)
  if (visits) go(13, random.between(0.1, 1), forbidden, false)
  if (random.chance(amount('stepOut')))
    go(random.between(20, 22), random.between(0.2, 2) / 60, around(random, 20, 60), false)
  if (random.chance(amount('absence'))) {
    const minutes = random.logBetween(amount('absenceLeast'), amount('absenceMost'))
    go(
      random.between(0.5, 4),
      minutes / 60,
      around(random, amount('absenceNear'), amount('absenceFar')),
      indoors(),
    )
  }
  return outings.sort((a, b) => a.from - b.from)
}

function around(random: Random, least: number, most: number): Place {
  const metres = random.logBetween(least, most)
  const turn = random.between(0, 2 * Math.PI)
  return { east: metres * Math.cos(turn), north: metres * Math.sin(turn) }
}

/** On foot up to a kilometre. */
function hoursTo({ east, north }: Place): number {
  const metres = Math.hypot(east, north)
  return metres / (metres > 1000 ? amount('driving') : amount('walking')) / 3600
}

/** Where the person is at an hour, and whether indoors. */
export function whereAt({ stays }: Walk, hour: number): Place & { indoors: boolean } {
  const next = firstAfter(stays, hour)
  const stay = stays[next]!
  if (hour >= stay.from) return { ...stay.place, indoors: stay.indoors }
  const before = stays[next - 1]!
  const part = (hour - before.to) / (stay.from - before.to)
  return {
    east: before.place.east + (stay.place.east - before.place.east) * part,
    north: before.place.north + (stay.place.north - before.place.north) * part,
    indoors: false,
  }
}

/** The place of the first stay that goes on after an hour. */
function firstAfter(stays: readonly Stay[], hour: number): number {
  let [low, high] = [0, stays.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if (hour < stays[middle]!.to) high = middle
    else low = middle + 1
  }
  return low
}
