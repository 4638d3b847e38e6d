import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { api } from '../../api/client.ts'
import { answer } from '../../api/problem.ts'
import type { DrawnMapProps } from './drawn-map.tsx'
import css from './map.module.css'

const DrawnMap = lazy(async () => ({ default: (await import('./drawn-map.tsx')).DrawnMap }))

export type CountyMapProps = Omit<DrawnMapProps, 'streets'> & {
  /** Low where the map is one thing among others. */
  size?: 'low' | 'usual' | 'full'
}

/**
 * A map of the county: marks, accuracy circles, areas and lines over county lines and place names, and over the county's
 * own streets where the office has them. It loads when it is first shown, and nothing of it comes from outside.
 * A map alone is not for everybody: the page stands a table of the same beside it.
 */
export function CountyMap({ size = 'usual', ...map }: CountyMapProps) {
  const { t, i18n } = useLingui()
  const streets = useQuery({
    queryKey: ['platform', 'street-map'],
    queryFn: () => answer(api.GET('/api/platform/street-map')),
    staleTime: Number.POSITIVE_INFINITY,
  })
  return (
    <figure className={`${css.frame} ${css[size] ?? ''}`}>
      <Suspense fallback={<p className={css.drawn}>{t`Loading the map…`}</p>}>
        <DrawnMap key={i18n.locale} {...map} streets={streets.data?.has ?? false} />
      </Suspense>
      <figcaption className={css.caption}>
        <Trans>
          County lines: U.S. Census Bureau. Place names: <a href="https://www.geonames.org">GeoNames</a>, CC
          BY 4.0.
        </Trans>{' '}
        <Trans>Lines are true to about half a mile and are no boundary in law.</Trans>
        {streets.data?.has === false && <AddStreets file={streets.data.file} />}
      </figcaption>
    </figure>
  )
}

/** How the county's own streets come onto every map of the office. */
function AddStreets({ file }: { file: string }) {
  return (
    <details className="not-printed">
      <summary>
        <Trans>Add streets</Trans>
      </summary>
      <Trans>
        The administrator puts a map of the county as one PMTiles file (of the Protomaps or OpenMapTiles kind,
        or of pictures) into the office’s data folder, as {file}. It shows when a page is loaded anew; nothing
        is asked of anybody else.
      </Trans>
    </details>
  )
}
