/** West, south, east, north in degrees. */
export type Box = readonly [west: number, south: number, east: number, north: number]

/** A line as pairs of longitude and latitude. */
export type Way = readonly (readonly number[])[]

/** What is drawn of one state: the lines of its counties and the names of its places. */
export type StateBase = {
  lines: readonly Way[]
  /** Name, longitude, latitude. */
  counties: readonly (readonly [name: string, lon: number, lat: number])[]
  /** Name, longitude, latitude, people who live there; the largest first. */
  places: readonly (readonly [name: string, lon: number, lat: number, people: number])[]
}

/** One state of the base, loaded when the map comes to it. */
export type StateEntry = { id: string; name: string; box: Box; load: () => Promise<{ default: StateBase }> }
