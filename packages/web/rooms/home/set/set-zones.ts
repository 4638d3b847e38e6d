import type { TypedRow } from '../../../parts/form/fields.ts'
import type { FieldProblem } from '../../../parts/form/index.ts'
import { type AreaValues, areaOf } from '../parts/area-typed.ts'
import { readGeoJson, writeGeoJson } from '../parts/geojson.ts'
import type { Area, SetPage } from '../parts/words.ts'

/** A zone of a set as its row holds it: a circle by its middle, or any area as GeoJSON. */
export interface ZoneRow {
  id: string
  name: string
  lat: string
  lon: string
  radius: number | null
  geojson: string
}

type SetZone = SetPage['zones'][number]

/** A zone on record as its row. */
export function rowOf({ id, name, area: kept }: Pick<SetZone, 'id' | 'name' | 'area'>): ZoneRow {
  // The client's types make a list of any length of a corner.
  const area = kept as Area
  if (area.kind !== 'circle') return { id, name, lat: '', lon: '', radius: null, geojson: writeGeoJson(area) }
  const [lon, lat] = area.center
  return { id, name, lat: String(lat), lon: String(lon), radius: Math.round(area.radius), geojson: '' }
}

/** The fields of an area, as a row has them. */
const asArea = ({ lat, lon, radius, geojson }: Omit<ZoneRow, 'id' | 'name'>): AreaValues => ({
  shape: geojson.trim() === '' ? 'circle' : 'file',
  lat,
  lon,
  radius,
  corners: [],
  geojson,
})

/** The area of a row; null while it cannot be read. */
export function areaOfRow(row: Omit<ZoneRow, 'id' | 'name'>): Area | null {
  const read = areaOf(asArea(row))
  return 'area' in read ? read.area : null
}

/**
 * What is wrong with the areas of rows, each at its field.
 * @param faultsOf says it in words
 */
export const faultsOfRows = (
  rows: readonly Omit<ZoneRow, 'id' | 'name'>[],
  faultsOf: (values: AreaValues) => FieldProblem[],
): FieldProblem[] =>
  rows.flatMap((row, place) =>
    faultsOf(asArea(row)).map(({ path, message }) => ({ path: `zones.${place}.${path}`, message })),
  )

/** A row as it stands typed. */
export function readRow(row: TypedRow): Omit<ZoneRow, 'id'> {
  const radius = Number(row.radius)
  return {
    name: String(row.name ?? '').trim(),
    lat: String(row.lat ?? ''),
    lon: String(row.lon ?? ''),
    radius: Number.isInteger(radius) && radius > 0 ? radius : null,
    geojson: String(row.geojson ?? ''),
  }
}

/** The rows that are typed, but for empty ones; null while one of them has no name or no area. */
export function readRows(typed: readonly TypedRow[]): Omit<ZoneRow, 'id'>[] | null {
  const filled = typed.map(readRow).filter(({ name, lat, geojson }) => name + lat + geojson !== '')
  return filled.every((row) => row.name !== '' && areaOfRow(row) !== null) ? filled : null
}

/** A row as it would stand typed, for an area that was drawn or loaded. */
export function typedRow(name: string, area: Area): TypedRow {
  const row = rowOf({ id: '', name, area })
  return { ...row, radius: row.radius === null ? '' : String(row.radius) }
}

/** Every area of a GeoJSON file with its name; empty where there is none. */
export function areasOfFile(text: string): { name: string; area: Area }[] {
  const whole = readGeoJson(text)
  if (whole.ok) return [{ name: whole.name, area: whole.area }]
  if (whole.why !== 'several-areas') return []
  const { features } = JSON.parse(text) as { features: unknown[] }
  return features.flatMap((feature) => {
    const read = readGeoJson(JSON.stringify(feature))
    return read.ok ? [{ name: read.name, area: read.area }] : []
  })
}

/** A zone as the office takes it. */
export interface TypedZone {
  id: string | null
  name: string
  area: Area
  bufferM: number
  severity: SetZone['severity']
}

/**
 * The zones of rows that `check` has let pass. A zone keeps its id, buffer and severity by its name; renamed, by its
 * area; renamed and drawn anew at once, by its place in the list. Its history, and exceptions to it, name that id.
 */
export function zonesOf(rows: readonly Omit<ZoneRow, 'id'>[], before: readonly SetZone[]): TypedZone[] {
  const free = new Map(before.map((zone) => [zone.id, zone]))
  const take = (fits: (zone: SetZone) => boolean): SetZone | undefined => {
    const found = [...free.values()].find(fits)
    if (found) free.delete(found.id)
    return found
  }
  // In this order for all: no zone may take the id of one that stands there under its name.
  const byName = rows.map(({ name }) => take((zone) => zone.name === name))
  const byArea = rows.map((row, place) => byName[place] ?? take((zone) => isThere(zone, row)))
  return rows.map((row, place) => {
    const known = byArea[place] ?? take((zone) => zone === before[place] && rows.length === before.length)
    return {
      id: known?.id ?? null,
      name: row.name,
      area: areaOfRow(row)!,
      bufferM: known?.bufferM ?? 0,
      severity: known?.severity ?? null,
    }
  })
}

/** Whether a row holds the area of a zone, as it would stand typed. */
function isThere(zone: SetZone, { lat, lon, radius, geojson }: Omit<ZoneRow, 'id'>): boolean {
  const kept = rowOf(zone)
  return kept.lat === lat && kept.lon === lon && kept.radius === radius && kept.geojson === geojson
}
