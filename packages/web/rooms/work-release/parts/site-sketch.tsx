import { Trans, useLingui } from '@lingui/react/macro'
import css from './site-sketch.module.css'
import { type Point, sketchOf } from './sketch.ts'

/** A site on the sketch: its number in the table beside it, its place, whether it is the one looked at. */
export type SketchedSite = {
  key: string
  number: string
  name: string
  point: Point
  isShown: boolean
  isOut: boolean
}

export type SiteSketchProps = {
  home: Point | null
  sites: readonly SketchedSite[]
  onShow: (key: string) => void
}

/**
 * Where residence and sites lie, north at the top: no streets, only directions and distance. All that it says stands in
 * the table beside it as well; a press on a site chooses it there.
 */
export function SiteSketch({ home, sites, onShow }: SiteSketchProps) {
  const { t } = useLingui()
  const sketch = sketchOf([...(home ? [home] : []), ...sites.map(({ point }) => point)])
  if (!sketch) return null
  const { side, scale } = sketch
  const homeSpot = home ? sketch.spots[0] : undefined
  const spots = home ? sketch.spots.slice(1) : sketch.spots
  return (
    <figure className={`${css.figure} not-printed`}>
      <svg
        viewBox={`0 0 ${side} ${side}`}
        className={css.sketch}
        role="img"
        aria-label={t`Sketch of residence and sites; the same is in the table of sites`}
      >
        <text x={side - 10} y={18} textAnchor="end" className={css.note}>
          {t`N ↑`}
        </text>
        <path d={`M10 ${side - 14}h${scale.length}m0 -4v8M10 ${side - 18}v8`} className={css.scale} />
        <text x={16 + scale.length} y={side - 10} className={css.note}>
          {t`${scale.miles} mi`}
        </text>
        {homeSpot &&
          sites.map(
            (site, i) =>
              site.isShown && (
                <line
                  key={site.key}
                  x1={homeSpot.x}
                  y1={homeSpot.y}
                  x2={spots[i]!.x}
                  y2={spots[i]!.y}
                  className={css.way}
                />
              ),
          )}
        {homeSpot && (
          <g className={css.home}>
            <circle cx={homeSpot.x} cy={homeSpot.y} r={16} />
            <text x={homeSpot.x} y={homeSpot.y - 21} textAnchor="middle">
              {t`home`}
            </text>
          </g>
        )}
        {sites.map((site, i) => (
          // biome-ignore lint/a11y/noStaticElementInteractions: the buttons in the table do the same by keyboard.
          <g key={site.key} className={markClass(site)} onClick={() => onShow(site.key)}>
            <title>{site.name}</title>
            <rect x={spots[i]!.x - 10} y={spots[i]!.y - 10} width={20} height={20} />
            <text x={spots[i]!.x} y={spots[i]!.y + 4.5} textAnchor="middle">
              {site.number}
            </text>
          </g>
        ))}
      </svg>
      <figcaption className={css.caption}>
        <Trans>As the crow flies; streets are not known here.</Trans>
      </figcaption>
    </figure>
  )
}

function markClass({ isShown, isOut }: SketchedSite): string {
  if (isShown) return css.shown ?? ''
  return (isOut ? css.out : css.site) ?? ''
}
