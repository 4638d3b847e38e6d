import type { TypedRow } from '../../../parts/form/fields.ts'
import { degreesOf } from '../parts/area-typed.ts'
import { readGeoJson, writeGeoJson } from '../parts/geojson.ts'
import { type Area, asArea, type SetPage } from '../parts/words.ts'

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
  const area = asArea(kept)
  if (area.kind !== 'circle') return { id, name, lat: '', lon: '', radius: null, geojson: writeGeoJson(area) }
  const [lon, lat] = area.center
  return { id, name, lat: String(lat), lon: String(lon), radius: Math.round(area.radius), geojson: '' }
}

/** The area of a row; null while it cannot be read. */
export function areaOfRow({ lat, lon, radius, geojson }: Omit<ZoneRow, 'id' | 'name'>): Area | null {
  if (geojson.trim() !== '') {
    const read = readGeoJson(geojson)
    return read.ok ? read.area : null
  }
  const [south, east] = [degreesOf(lat, 90), degreesOf(lon, 180)]
  return south === null || east === null || radius === null
    ? null
    : { kind: 'circle', center: [east, south], radius }
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
