import { useLingui } from '@lingui/react/macro'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { followBase } from './base.ts'
import { areaFeatures, boundsOf, circleFeatures, lineFeatures, markFeatures } from './features.ts'
import { arrowIcon, iconRatio, markIcons, toneColors } from './icons.ts'
import { styleOf } from './layers.ts'
import { type GeoJSONSource, Map as LibreMap, NavigationControl, ScaleControl } from './libre.ts'
import css from './map.module.css'
import { listenForPicks } from './picks.ts'
import { addStreets } from './streets.ts'
import type { MapContent, Mark } from './types.ts'

export type DrawnMapProps = MapContent & {
  /** Names the map for those who hear it. */
  label: string
  /** Marks that stand close are drawn as one with their number. Said once. */
  clusters?: boolean
  picked?: string | null
  onPick?: (id: string) => void
  /** When this changes, everything that lies on the map is brought into view. */
  fit?: string
  /** The office has the county's own map: it lies under what is shown. */
  streets?: boolean
  /** Gives the map itself to whoever draws on it; what is returned runs when the map goes. */
  onMap?: (map: LibreMap) => undefined | (() => void)
}

/** Where a map without anything on it begins: the forty-eight states. */
const country: [[number, number], [number, number]] = [
  [-124.8, 24.4],
  [-66.9, 49.4],
]

/** The map itself; `CountyMap` loads it when it is needed. */
export function DrawnMap({
  label,
  clusters = false,
  picked = null,
  onPick,
  fit = '',
  streets = false,
  onMap,
  ...content
}: DrawnMapProps) {
  const { t } = useLingui()
  const holder = useRef<HTMLDivElement>(null)
  const [map, setMap] = useState<LibreMap | null>(null)
  const [cannotDraw, setCannotDraw] = useState(false)
  const { marks, circles, areas, lines } = content
  const pick = useEffectEvent((id: string) => onPick?.(id))
  const hand = useEffectEvent((made: LibreMap) => onMap?.(made))
  const begin = useEffectEvent(() => ({
    bounds: boundsOf(content) ?? country,
    words: {
      'Map.Title': label,
      'NavigationControl.ZoomIn': t`Zoom in`,
      'NavigationControl.ZoomOut': t`Zoom out`,
      'ScaleControl.Feet': t`ft`,
      'ScaleControl.Miles': t`mi`,
    },
  }))

  useEffect(() => {
    const { bounds, words } = begin()
    const colors = toneColors()
    let made: LibreMap
    try {
      made = new LibreMap({
        container: holder.current!,
        style: styleOf(colors, clusters),
        bounds: bounds as [[number, number], [number, number]],
        fitBoundsOptions: room,
        locale: words,
        attributionControl: false,
        dragRotate: false,
        pitchWithRotate: false,
        maxZoom: 19,
        renderWorldCopies: false,
      })
    } catch {
      // No WebGL here. The table beside the map says the same.
      setCannotDraw(true)
      return
    }
    made.touchZoomRotate.disableRotation()
    made.keyboard.disableRotation()
    made.addControl(new NavigationControl({ showCompass: false }), 'top-right')
    made.addControl(new ScaleControl({ unit: 'imperial', maxWidth: 120 }), 'bottom-left')
    const ends: (() => void)[] = [listenForPicks(made, pick)]
    made.on('load', () => {
      for (const { name, picture } of markIcons(colors))
        made.addImage(name, picture, { pixelRatio: iconRatio })
      made.addImage('arrow', arrowIcon(colors.accent), { pixelRatio: iconRatio })
      ends.push(followBase(made))
      const end = hand(made)
      if (end) ends.push(end)
      setMap(made)
    })
    made.on('idle', () => holder.current?.setAttribute('data-drawn', String(made.loaded())))
    return () => {
      for (const end of ends) end()
      setMap(null)
      made.remove()
    }
  }, [clusters])

  useContent(map, 'marks', marks, markFeatures)
  useContent(map, 'circles', circles, circleFeatures)
  useContent(map, 'areas', areas, areaFeatures)
  useContent(map, 'lines', lines, lineFeatures)
  usePicked(map, marks, picked)

  useEffect(() => {
    // Without it the map stands as it is; the page has lost nothing.
    if (map && streets) addStreets(map).catch(() => undefined)
  }, [map, streets])

  const bring = useEffectEvent(() => {
    const bounds = boundsOf(content)
    if (bounds) map?.fitBounds(bounds as [[number, number], [number, number]], { ...room, animate: false })
  })
  const isFirst = useRef(true)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new `fit` is the reason to bring everything into view.
  useEffect(() => {
    if (!map) return
    if (isFirst.current) isFirst.current = false
    else bring()
  }, [map, fit])

  if (cannotDraw)
    return (
      <p className={css.without}>{t`This browser cannot draw the map. The table beside it says the same.`}</p>
    )
  return <div ref={holder} className={css.drawn} />
}

const room = { padding: 40, maxZoom: 16 }

/** Puts what is shown onto the map when it changes. */
function useContent<Things>(
  map: LibreMap | null,
  source: string,
  things: Things[] | readonly Things[] | undefined,
  featuresOf: (things: readonly Things[]) => Parameters<GeoJSONSource['setData']>[0],
): void {
  useEffect(() => {
    if (map && things) map.getSource<GeoJSONSource>(source)?.setData(featuresOf(things))
  }, [map, source, things, featuresOf])
}

/** Rings the picked mark, and brings it into view where it is out of it. */
function usePicked(map: LibreMap | null, marks: readonly Mark[] | undefined, picked: string | null): void {
  const mark = picked === null ? undefined : marks?.find(({ id }) => id === picked)
  useEffect(() => {
    if (!map) return
    map.getSource<GeoJSONSource>('picked')?.setData(markFeatures(mark ? [mark] : []))
    if (mark && !map.getBounds().contains([mark.lon, mark.lat]))
      map.easeTo({ center: [mark.lon, mark.lat], zoom: Math.max(map.getZoom(), 12) })
  }, [map, mark])
}
