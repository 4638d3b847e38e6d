/** A position of the day. Times are epoch milliseconds, places degrees, lengths metres. */
export interface TrackFix {
  at: number
  lat: number | null
  lon: number | null
  accuracy: number | null
  /** Why no decision may rest on it; null when one may. */
  unfit: string | null
}

/** A position that a decision may rest on. */
type Fit = TrackFix & { lat: number; lon: number; unfit: null }

const isFit = (fix: TrackFix): fix is Fit => fix.unfit === null && fix.lat !== null && fix.lon !== null

/** A time without a usable position, from the last before it to the next one, or to an end of the time worn. */
export interface Gap {
  from: number
  to: number
  /** Where the last before it was, and the next after it; null at an end. */
  before: [lat: number, lon: number] | null
  after: [lat: number, lon: number] | null
}

/** A time spent around one place. */
export interface Stop {
  from: number
  to: number
  lat: number
  lon: number
  fixes: number
}

/** A stretch of time, half-open, in epoch milliseconds. */
export interface Span {
  from: number
  to: number
}

const minute = 60_000

/** Own: positions within this of the place so far are the same place; two units of NIJ 1004.00 indoors apart. */
const stopRadius = 60
/** Own: minutes at a place that make a stop. */
const stopMinutes = 5

const metresADegree = 111_195

function metres(a: { lat: number; lon: number }, b: { lat: number; lon: number }): number {
  const north = (a.lat - b.lat) * metresADegree
  const east = (a.lon - b.lon) * metresADegree * Math.cos((a.lat * Math.PI) / 180)
  return Math.hypot(north, east)
}

const placeOf = ({ at, lat, lon }: Fit): Stop => ({ from: at, to: at, lat, lon, fixes: 1 })

const isAt = (place: Stop, fix: Fit): boolean => metres(place, fix) <= stopRadius + (fix.accuracy ?? 0)

/** The place with one position more; its middle is the mean of all. */
const joined = (place: Stop, { at, lat, lon }: Fit): Stop => ({
  ...place,
  to: at,
  lat: place.lat + (lat - place.lat) / (place.fixes + 1),
  lon: place.lon + (lon - place.lon) / (place.fixes + 1),
  fixes: place.fixes + 1,
})

/**
 * Where somebody stayed. A position belongs to the place while it is no further from its middle than 60 m and its own
 * accuracy; a place left for a single position is not left.
 * @param fixes in the order in which they were measured
 */
export function stopsOf(fixes: readonly TrackFix[]): Stop[] {
  const places: Stop[] = []
  let here: Stop | null = null
  let away: Fit | null = null
  for (const fix of fixes.filter(isFit)) {
    if (here === null) here = placeOf(fix)
    else if (isAt(here, fix)) {
      here = joined(here, fix)
      away = null
    } else if (away === null) away = fix
    else {
      places.push(here)
      const next = placeOf(away)
      here = isAt(next, fix) ? joined(next, fix) : placeOf(fix)
      away = null
    }
  }
  if (here) places.push(here)
  return places.filter(({ from, to }) => to - from >= stopMinutes * minute)
}

/**
 * Times without a usable position that are longer than `most` minutes, within the spans in which a unit was worn.
 */
export function gapsOf(fixes: readonly TrackFix[], worn: readonly Span[], most: number): Gap[] {
  const fit = fixes.filter(isFit)
  return worn.flatMap((span) => {
    const within = fit.filter(({ at }) => at >= span.from && at < span.to)
    const ends = [
      { at: span.from, place: null },
      ...within.map(({ at, lat, lon }) => ({ at, place: [lat, lon] as [number, number] })),
      { at: span.to, place: null },
    ]
    return ends.slice(1).flatMap((next, i) => {
      const last = ends[i]!
      return next.at - last.at > most * minute
        ? [{ from: last.at, to: next.at, before: last.place, after: next.place }]
        : []
    })
  })
}
