import { Trans, useLingui } from '@lingui/react/macro'
import { lazy, Suspense } from 'react'
import type { DrawnMapProps } from './drawn-map.tsx'
import css from './map.module.css'

const DrawnMap = lazy(async () => ({ default: (await import('./drawn-map.tsx')).DrawnMap }))

export type CountyMapProps = DrawnMapProps & {
  /** Low where the map is one thing among others. */
  size?: 'low' | 'usual' | 'full'
}

/**
 * A map of the county: marks, accuracy circles, areas and lines over county lines and place names, or over the county's
 * own streets where the office has them. It loads when it is first shown, and nothing of it comes from outside.
 * A map alone is not for everybody: the page stands a table of the same beside it.
 */
export function CountyMap({ size = 'usual', ...map }: CountyMapProps) {
  const { t, i18n } = useLingui()
  return (
    <figure className={`${css.frame} ${css[size] ?? ''}`}>
      <Suspense fallback={<p className={css.drawn}>{t`Loading the map…`}</p>}>
        <DrawnMap key={i18n.locale} {...map} />
      </Suspense>
      <figcaption className={css.caption}>
        <Trans>
          County lines: U.S. Census Bureau. Place names: <a href="https://www.geonames.org">GeoNames</a>, CC
          BY 4.0.
        </Trans>{' '}
        <Trans>Lines are true to about half a mile and are no boundary in law.</Trans>
      </figcaption>
    </figure>
  )
}
