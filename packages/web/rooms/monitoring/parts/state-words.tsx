import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import type { Shape, Tone } from '../../../parts/map/types.ts'
import css from './state-words.module.css'

/** How a person stands: the shape of the mark, its color and its word. */
export const stateWords = {
  alarm: { word: msg`Alarm`, shape: 'triangle', tone: 'now' },
  tamper: { word: msg`Tamper`, shape: 'diamond', tone: 'now' },
  'out-of-place': { word: msg`Out of place`, shape: 'square', tone: 'wait' },
  silent: { word: msg`Silent`, shape: 'cross', tone: 'wait' },
  'no-position': { word: msg`No position`, shape: 'ring', tone: 'wait' },
  battery: { word: msg`Battery`, shape: 'dot', tone: 'wait' },
  fine: { word: msg`As it should`, shape: 'circle', tone: 'settled' },
  'never-heard': { word: msg`Not heard yet`, shape: 'ring', tone: 'plain' },
} as const satisfies Record<string, { word: MessageDescriptor; shape: Shape; tone: Tone }>

export type MapState = keyof typeof stateWords

const paths: Partial<Record<Shape, string>> = {
  triangle: 'M11 2.5 20 18H2z',
  diamond: 'M11 3l8 8-8 8-8-8z',
  square: 'M5 5h12v12H5z',
  cross: 'M5.5 5.5l11 11m0-11-11 11',
}

/** The mark of a state as it stands on the map, for tables and the legend. */
export function StateMark({ state }: { state: MapState }) {
  const { shape, tone } = stateWords[state]
  const path = paths[shape]
  const tones = `${css.mark} ${css[tone] ?? ''} ${shape === 'ring' || shape === 'cross' ? css.hollow : ''}`
  return (
    <svg viewBox="0 0 22 22" className={tones} aria-hidden="true">
      {path ? <path d={path} /> : <circle cx="11" cy="11" r={shape === 'dot' ? 4.5 : 6} />}
    </svg>
  )
}

/** A state as its mark and its word. */
export function StateSaid({ state }: { state: MapState }) {
  const { i18n } = useLingui()
  return (
    <span className={css.said}>
      <StateMark state={state} /> {i18n._(stateWords[state].word)}
    </span>
  )
}
