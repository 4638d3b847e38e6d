import type { Typed, TypedRow } from '../../../parts/form/fields.ts'
import { readGeoJson, writeGeoJson } from './geojson.ts'
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

/** Degrees as people write them: with a sign, or with nothing. */
export function degreesOf(typed: string, most: number): number | null {
  const given = typed.trim().replace(',', '.')
  if (!/^[-+−]?\d{1,3}(\.\d{1,12})?$/.test(given)) return null
  const degrees = Number(given.replace('−', '-'))
  return Math.abs(degrees) <= most ? degrees : null
}

/** Where a drawing cannot be read: which field, and what is missing there. */
export type AreaFault = { path: string; fault: 'degrees' | 'radius' | 'few-corners' | 'geojson' }

/** The area that is typed, or what is wrong with it, each at its field. */
export function areaOf(values: AreaValues): { area: Area } | { faults: AreaFault[] } {
  switch (values.shape) {
    case 'circle':
      return circleOf(values)
    case 'corners':
      return outlineOf(values.corners)
    case 'file': {
      const read = readGeoJson(values.geojson)
      return read.ok ? { area: read.area } : { faults: [{ path: 'geojson', fault: 'geojson' }] }
    }
  }
}

function circleOf({ lat, lon, radius }: AreaValues): { area: Area } | { faults: AreaFault[] } {
  const middle = { lat: degreesOf(lat, 90), lon: degreesOf(lon, 180) }
  const faults: AreaFault[] = [
    ...(middle.lat === null ? [{ path: 'lat', fault: 'degrees' } as const] : []),
    ...(middle.lon === null ? [{ path: 'lon', fault: 'degrees' } as const] : []),
    ...(radius === null ? [{ path: 'radius', fault: 'radius' } as const] : []),
  ]
  if (middle.lat === null || middle.lon === null || radius === null) return { faults }
  return { area: { kind: 'circle', center: [middle.lon, middle.lat], radius } }
}

function outlineOf(corners: AreaValues['corners']): { area: Area } | { faults: AreaFault[] } {
  const read = corners.map(({ lat, lon }) => ({ lat: degreesOf(lat, 90), lon: degreesOf(lon, 180) }))
  const faults = read.flatMap(({ lat, lon }, place): AreaFault[] => [
    ...(lat === null ? [{ path: `corners.${place}.lat`, fault: 'degrees' } as const] : []),
    ...(lon === null ? [{ path: `corners.${place}.lon`, fault: 'degrees' } as const] : []),
  ])
  if (faults.length > 0) return { faults }
  if (read.length < 3) return { faults: [{ path: 'corners', fault: 'few-corners' }] }
  const ring = read.map(({ lat, lon }): [number, number] => [lon!, lat!])
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
