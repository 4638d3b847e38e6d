import type { Typed, TypedRow } from '../../../parts/form/fields.ts'
import { asRows } from '../../../parts/form/rows.ts'
import { type NoArea, readGeoJson, writeGeoJson } from './geojson.ts'
import type { Area } from './words.ts'

/** The values of `areaFields`. */
export type AreaValues = {
  shape: 'circle' | 'corners' | 'file'
  lat: string
  lon: string
  radius: number | null
  corners: { lat: string; lon: string }[]
  geojson: string
}

/** What stands in the fields of an area, each as far as it can be read. */
export function areaAsTyped({ shape, lat, lon, radius, corners, geojson }: TypedRow): AreaValues {
  const meters = Number(radius)
  return {
    shape: shape === 'corners' || shape === 'file' ? shape : 'circle',
    lat: String(lat ?? ''),
    lon: String(lon ?? ''),
    radius: Number.isInteger(meters) && meters > 0 ? meters : null,
    corners: asRows(corners ?? []).map((corner) => ({
      lat: String(corner.lat ?? ''),
      lon: String(corner.lon ?? ''),
    })),
    geojson: String(geojson ?? ''),
  }
}

/** Degrees as people write them: with a sign, or with nothing. */
export function degreesOf(typed: string): number | null {
  const given = typed.trim().replace(',', '.')
  return /^[-+−]?\d{1,3}(\.\d{1,12})?$/.test(given) ? Number(given.replace('−', '-')) : null
}

/** Where a drawing cannot be read: which field, and what is wrong there. */
export type AreaFault = {
  path: string
  fault: 'degrees' | 'latitude' | 'longitude' | 'radius' | 'few-corners' | NoArea
}

type TypedPoint = { lat: string; lon: string }

/** A point that is typed, or what is wrong with it. A latitude beyond the pole is a longitude, more often than not. */
function pointOf({ lat, lon }: TypedPoint, at = ''): { corner: [number, number] } | { faults: AreaFault[] } {
  const [north, east] = [degreesOf(lat), degreesOf(lon)]
  const faults: AreaFault[] = []
  if (north === null) faults.push({ path: `${at}lat`, fault: 'degrees' })
  else if (Math.abs(north) > 90) faults.push({ path: `${at}lat`, fault: 'latitude' })
  if (east === null) faults.push({ path: `${at}lon`, fault: 'degrees' })
  else if (Math.abs(east) > 180) faults.push({ path: `${at}lon`, fault: 'longitude' })
  return faults.length === 0 ? { corner: [east!, north!] } : { faults }
}

/** The area that is typed, or what is wrong with it, each at its field. */
export function areaOf(values: AreaValues): { area: Area } | { faults: AreaFault[] } {
  switch (values.shape) {
    case 'circle':
      return circleOf(values)
    case 'corners':
      return outlineOf(values.corners)
    case 'file': {
      const read = readGeoJson(values.geojson)
      return read.ok ? { area: read.area } : { faults: [{ path: 'geojson', fault: read.why }] }
    }
  }
}

function circleOf({ lat, lon, radius }: AreaValues): { area: Area } | { faults: AreaFault[] } {
  const middle = pointOf({ lat, lon })
  if ('corner' in middle && radius !== null)
    return { area: { kind: 'circle', center: middle.corner, radius } }
  const faults = 'faults' in middle ? middle.faults : []
  return { faults: radius === null ? [...faults, { path: 'radius', fault: 'radius' }] : faults }
}

function outlineOf(corners: AreaValues['corners']): { area: Area } | { faults: AreaFault[] } {
  const read = corners.map((corner, place) => pointOf(corner, `corners.${place}.`))
  const faults = read.flatMap((point) => ('faults' in point ? point.faults : []))
  if (faults.length > 0) return { faults }
  if (read.length < 3) return { faults: [{ path: 'corners', fault: 'few-corners' }] }
  const ring = read.flatMap((point) => ('corner' in point ? [point.corner] : []))
  return { area: { kind: 'polygon', coordinates: [[...ring, ring[0]!]] } }
}

/** An area as the fields hold it. One outline is corners; what has parts or holes stays GeoJSON. */
export function writeArea(area: Area): AreaValues {
  const none = { lat: '', lon: '', radius: null, corners: [], geojson: '' }
  if (area.kind === 'circle') {
    const [lon, lat] = area.center
    return {
      ...none,
      shape: 'circle',
      lat: shortened(lat),
      lon: shortened(lon),
      radius: Math.round(area.radius),
    }
  }
  const [ring, ...holes] = area.kind === 'polygon' ? area.coordinates : []
  if (!ring || holes.length > 0 || ring.length > 200)
    return { ...none, shape: 'file', geojson: writeGeoJson(area) }
  const first = ring[0]
  const last = ring.at(-1)
  const isClosed = ring.length > 1 && first && last && first[0] === last[0] && first[1] === last[1]
  const corners = (isClosed ? ring.slice(0, -1) : ring).map(([lon, lat]) => ({
    lat: shortened(lat),
    lon: shortened(lon),
  }))
  return { ...none, shape: 'corners', corners }
}

/** What a form is given to show an area: as it would stand typed. */
export function typedArea(area: Area): Record<keyof AreaValues, Typed> {
  const values = writeArea(area)
  return {
    ...values,
    radius: values.radius === null ? '' : String(values.radius),
    corners: values.corners as readonly TypedRow[],
  }
}

/** Six decimals: a tenth of a meter. */
const shortened = (degrees: number): string => String(Math.round(degrees * 1e6) / 1e6)
