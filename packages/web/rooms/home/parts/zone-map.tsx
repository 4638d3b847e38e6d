import { Trans, useLingui } from '@lingui/react/macro'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { CountyMap } from '../../../parts/map/county-map.tsx'
import { boundsOf } from '../../../parts/map/features.ts'
import type { MapArea, Mark } from '../../../parts/map/types.ts'
import { type Drawing, layPen, type Pen } from './draw.ts'
import css from './home.module.css'
import type { Area } from './words.ts'

export type ZoneMapProps = {
  label: string
  /** The area that is worked on; the pen writes it. */
  area: Area | null
  rule: 'inclusion' | 'exclusion'
  name: string
  /** What lies beside it: other zones, zones of sets, approved places. */
  others: readonly MapArea[]
  marks: readonly Mark[]
  /** When this changes, everything comes into view. */
  fit?: string
  onDrawn: (area: Area) => void
}

/** A map to draw a zone on: a new circle, a new outline, or moving what is there. The fields beside it say the same. */
export function ZoneMap({ label, area, rule, name, others, marks, fit = '', onDrawn }: ZoneMapProps) {
  const { t } = useLingui()
  const [pen, setPen] = useState<Pen>('off')
  const drawing = useRef<Drawing>(null)
  const [ready, setReady] = useState(false)
  const drawn = useEffectEvent((made: Area, isNew: boolean) => {
    onDrawn(made)
    if (isNew) setPen('off')
  })

  // While it is moved the pen itself holds the area; typed meanwhile, it is laid anew when the pen is taken up again.
  const take = useEffectEvent((taken: Pen) => drawing.current?.use(taken, taken === 'move' ? area : null))
  useEffect(() => {
    if (ready) take(pen)
  }, [pen, ready])

  const own: MapArea[] =
    area && pen !== 'move' ? [{ id: 'own', name: name || t`This zone`, rule, form: area }] : []
  const canMove =
    area !== null && (area.kind === 'circle' || (area.kind === 'polygon' && area.coordinates.length === 1))
  const pens = [
    { pen: 'circle', words: t`Draw a circle`, can: true },
    { pen: 'corners', words: t`Draw an outline`, can: true },
    { pen: 'move', words: t`Move or reshape`, can: canMove },
  ] as const
  return (
    <div>
      <fieldset className={css.pens}>
        <legend className="only-heard">{t`What the pen does`}</legend>
        {pens.map(({ pen: one, words, can }) => (
          <button
            key={one}
            type="button"
            className="usa-button usa-button--outline"
            aria-pressed={pen === one}
            disabled={!ready || !can}
            onClick={() => setPen(pen === one ? 'off' : one)}
          >
            {words}
          </button>
        ))}
      </fieldset>
      <p className={css.hint} aria-live="polite">
        {pen === 'circle' && <Trans>Press where the middle is, then where the circle ends.</Trans>}
        {pen === 'corners' && (
          <Trans>Press at each corner; press the last one twice to close the outline.</Trans>
        )}
        {pen === 'move' && (
          <Trans>Drag the area or one of its corners. Press the button again when it is right.</Trans>
        )}
        {pen === 'off' && <Trans>Everything can be typed too: the fields and the map show the same.</Trans>}
      </p>
      <CountyMap
        label={label}
        areas={[...others, ...own]}
        marks={marks}
        fit={fit}
        onMap={(map) => {
          const bounds = boundsOf({ areas: own })
          if (bounds)
            map.fitBounds(bounds as [[number, number], [number, number]], { padding: 80, animate: false })
          let gone = false
          void layPen(map, drawn).then((laid) => {
            if (gone) return laid.end()
            drawing.current = laid
            setReady(true)
          })
          return () => {
            gone = true
            drawing.current?.end()
            drawing.current = null
            setReady(false)
          }
        }}
      />
    </div>
  )
}
