import { type GeoJSONSource, type Map as LibreMap, type MapLayerMouseEvent, Popup } from './libre.ts'

/** A press on a mark picks it, a press on a cluster opens it; what is pointed at says its name. @returns stops */
export function listenForPicks(map: LibreMap, pick: (id: string) => void): () => void {
  const says = new Popup({ closeButton: false, closeOnClick: false, offset: 12, focusAfterOpen: false })
  const onMark = ({ features }: MapLayerMouseEvent): void => {
    const id: unknown = features?.[0]?.properties.id
    if (typeof id === 'string') pick(id)
  }
  const onCluster = async ({ features }: MapLayerMouseEvent): Promise<void> => {
    const cluster = features?.[0]
    if (cluster?.geometry.type !== 'Point') return
    const [lon = 0, lat = 0] = cluster.geometry.coordinates
    const zoom = await map
      .getSource<GeoJSONSource>('marks')
      ?.getClusterExpansionZoom(Number(cluster.properties.cluster_id))
    if (zoom !== undefined) map.easeTo({ center: [lon, lat], zoom })
  }
  const onEnter = ({ features, lngLat }: MapLayerMouseEvent): void => {
    map.getCanvas().style.cursor = 'pointer'
    const { name, word } = features?.[0]?.properties ?? {}
    if (name) says.setLngLat(lngLat).setText([name, word].filter(Boolean).join(' · ')).addTo(map)
  }
  const onLeave = (): void => {
    map.getCanvas().style.cursor = ''
    says.remove()
  }
  map.on('click', 'marks', onMark)
  map.on('mousemove', 'marks', onEnter)
  map.on('mouseleave', 'marks', onLeave)
  if (map.getStyle()?.layers.some(({ id }) => id === 'clusters')) {
    map.on('click', 'clusters', onCluster)
    map.on('mousemove', 'clusters', onEnter)
    map.on('mouseleave', 'clusters', onLeave)
  }
  return () => says.remove()
}
