import { PMTiles, TileType } from 'pmtiles'
import { type LayerSpecification, type Map as LibreMap, streetProtocol } from './libre.ts'

/** Where the office serves the county's own map. */
const address = '/api/platform/streets.pmtiles'

/** What lies under everything that is ours. */
const under = 'counties'

/**
 * Puts the county's own map under what is shown. A vector map is drawn in our quiet colors, whichever of the two usual
 * sets of layers it has (Protomaps, OpenMapTiles); a map of pictures is shown as it is.
 */
export async function addStreets(map: LibreMap): Promise<void> {
  const url = new URL(address, location.origin).href
  const archive = new PMTiles(url)
  streetProtocol.add(archive)
  const { tileType } = await archive.getHeader()
  const isVector = tileType === TileType.Mvt
  const layers = isVector ? vectorLayers(namesIn(await archive.getMetadata())) : [pictures]
  if (map.getSource('streets') || !map.getLayer(under)) return
  map.addSource('streets', { type: isVector ? 'vector' : 'raster', url: `pmtiles://${url}` })
  for (const layer of layers) map.addLayer(layer, under)
}

const pictures: LayerSpecification = { id: 'street-pictures', type: 'raster', source: 'streets' }

function namesIn(metadata: unknown): ReadonlySet<string> {
  const { vector_layers: layers } = (metadata ?? {}) as { vector_layers?: { id?: unknown }[] }
  return new Set((layers ?? []).flatMap(({ id }) => (typeof id === 'string' ? id : [])))
}

/** Drawn in this order; the first name is that of Protomaps, the second that of OpenMapTiles. */
function vectorLayers(names: ReadonlySet<string>): LayerSpecification[] {
  const named = (...either: string[]): string[] => either.filter((name) => names.has(name))
  return [
    ...named('landuse', 'landcover', 'park').map((layer) => fill(layer, '#eef1ec')),
    ...named('water').map((layer) => fill(layer, '#dbe6ef')),
    ...named('buildings', 'building').map((layer) => ({ ...fill(layer, '#e6e6e6'), minzoom: 14 })),
    ...named('roads', 'transportation').flatMap(roads),
    ...named('roads', 'transportation_name').map(roadNames),
  ]
}

const fill = (layer: string, color: string): LayerSpecification => ({
  id: `street-${layer}`,
  type: 'fill',
  source: 'streets',
  'source-layer': layer,
  filter: ['==', ['geometry-type'], 'Polygon'],
  paint: { 'fill-color': color },
})

function roads(layer: string): LayerSpecification[] {
  const way = (id: string, color: string, more: number): LayerSpecification => ({
    id,
    type: 'line',
    source: 'streets',
    'source-layer': layer,
    layout: { 'line-cap': 'round', 'line-join': 'round' },
    paint: {
      'line-color': color,
      'line-width': [
        'interpolate',
        ['exponential', 1.5],
        ['zoom'],
        8,
        0.4 + more,
        14,
        2.5 + more,
        18,
        12 + more,
      ],
    },
  })
  return [way('street-edges', '#c6cace', 1.2), way('street-ways', '#ffffff', 0)]
}

const roadNames = (layer: string): LayerSpecification => ({
  id: 'street-names',
  type: 'symbol',
  source: 'streets',
  'source-layer': layer,
  minzoom: 13,
  layout: {
    'symbol-placement': 'line',
    'text-field': ['coalesce', ['get', 'name'], ''],
    'text-font': ['sans-serif'],
    'text-size': 11,
  },
  paint: { 'text-color': '#3d4551', 'text-halo-color': '#ffffff', 'text-halo-width': 1.2 },
})
