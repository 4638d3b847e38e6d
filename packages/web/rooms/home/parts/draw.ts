import type { Map as LibreMap } from 'maplibre-gl'
import type { GeoJSONStoreFeatures, TerraDraw } from 'terra-draw'
import type { Area } from './words.ts'

/** What the pen does: nothing, a new circle, a new outline, or moving what is there. */
export type Pen = 'off' | 'circle' | 'corners' | 'move'

/** A pen over a map. It holds no drawing of its own: what is drawn goes to the form, and comes back from there. */
export interface Drawing {
  use(pen: Pen, area: Area | null): void
  end(): void
}

/**
 * Lays a pen over a map; loads it with the map.
 * @param onDrawn is told each area that was drawn or moved
 */
export async function layPen(map: LibreMap, onDrawn: (area: Area, isNew: boolean) => void): Promise<Drawing> {
  const [
    { TerraDraw, TerraDrawCircleMode, TerraDrawPolygonMode, TerraDrawSelectMode },
    { TerraDrawMapLibreGLAdapter },
  ] = await Promise.all([import('terra-draw'), import('terra-draw-maplibre-gl-adapter')])
  const movable = { feature: { draggable: true } }
  const draw = new TerraDraw({
    adapter: new TerraDrawMapLibreGLAdapter({ map, coordinatePrecision: 9 }),
    modes: [
      new TerraDrawCircleMode(),
      new TerraDrawPolygonMode({ pointerDistance: 20 }),
      new TerraDrawSelectMode({
        flags: {
          circle: { feature: { draggable: true, coordinates: { resizable: 'center' } } },
          polygon: {
            feature: {
              ...movable.feature,
              coordinates: { draggable: true, deletable: true, midpoints: true },
            },
          },
        },
      }),
    ],
  })
  draw.start()
  draw.on('finish', (id, { action }) => {
    const feature = draw.getSnapshotFeature(id)
    const area = feature && areaDrawn(feature)
    if (area) onDrawn(area, action === 'draw')
  })
  return {
    use: (pen, area) => usePen(draw, pen, area),
    end: () => {
      if (draw.enabled) draw.stop()
    },
  }
}

const modes: Record<Pen, string> = { off: 'static', circle: 'circle', corners: 'polygon', move: 'select' }

function usePen(draw: TerraDraw, pen: Pen, area: Area | null): void {
  if (!draw.enabled) return
  draw.clear()
  draw.setMode(modes[pen])
  const feature = pen === 'move' && area ? featureOf(area) : null
  if (!feature) return
  const [added] = draw.addFeatures([feature])
  if (added?.valid && added.id !== undefined) draw.selectFeature(added.id)
}

/** A degree of latitude in meters, near enough for a drawing: the watch reckons with its own. */
const DEGREE = 111_195

function featureOf(area: Area): GeoJSONStoreFeatures | null {
  if (area.kind === 'circle') {
    const properties = { mode: 'circle', radiusKilometers: area.radius / 1000 }
    return polygonOf(circleRing(area.center, area.radius), properties)
  }
  if (area.kind !== 'polygon' || area.coordinates.length !== 1) return null
  return polygonOf(area.coordinates[0]!, { mode: 'polygon' })
}

const polygonOf = (
  ring: readonly (readonly [number, number])[],
  properties: Record<string, string | number>,
) =>
  ({
    type: 'Feature',
    properties,
    geometry: { type: 'Polygon', coordinates: [ring.map(([lon, lat]) => [rounded(lon), rounded(lat)])] },
  }) as GeoJSONStoreFeatures

function circleRing([lon, lat]: readonly [number, number], radius: number): [number, number][] {
  const tall = radius / DEGREE
  const wide = tall / Math.cos((lat * Math.PI) / 180)
  const corners = 64
  return Array.from({ length: corners + 1 }, (_, corner): [number, number] => {
    const turn = ((corner % corners) / corners) * 2 * Math.PI
    return [lon + wide * Math.cos(turn), lat + tall * Math.sin(turn)]
  })
}

/** The area of a finished feature. A circle is its middle and its reach, whatever became of its corners. */
function areaDrawn({ geometry, properties }: GeoJSONStoreFeatures): Area | null {
  if (geometry.type !== 'Polygon') return null
  const ring = geometry.coordinates[0]!.map(([lon, lat]): [number, number] => [rounded(lon!), rounded(lat!)])
  if (properties.mode !== 'circle') return { kind: 'polygon', coordinates: [ring] }
  const lats = ring.map(([, lat]) => lat)
  const lons = ring.map(([lon]) => lon)
  const [south, north] = [Math.min(...lats), Math.max(...lats)]
  const center: [number, number] = [
    rounded((Math.min(...lons) + Math.max(...lons)) / 2),
    rounded((south + north) / 2),
  ]
  return { kind: 'circle', center, radius: Math.max(1, Math.round(((north - south) / 2) * DEGREE)) }
}

const rounded = (degrees: number): number => Math.round(degrees * 1e6) / 1e6
