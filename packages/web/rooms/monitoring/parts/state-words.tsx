import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import type { Shape } from '../../../parts/map/types.ts'
import css from './state-words.module.css'
import { type MapState, stateMarks } from './states.ts'

/** The word of each state. */
export const stateWords: Readonly<Record<MapState, MessageDescriptor>> = {
  alarm: msg`Alarm`,
  tamper: msg`Tamper`,
  'out-of-place': msg`Out of place`,
  silent: msg`Silent`,
  'no-position': msg`No position`,
  battery: msg`Battery`,
  fine: msg`As it should`,
  'never-heard': msg`Not heard yet`,
}

const paths: Partial<Record<Shape, string>> = {
  triangle: 'M11 2.5 20 18H2z',
  diamond: 'M11 3l8 8-8 8-8-8z',
  square: 'M5 5h12v12H5z',
  cross: 'M5.5 5.5l11 11m0-11-11 11',
}

/** The mark of a state as it stands on the map, for tables and the legend. */
export function StateMark({ state }: { state: MapState }) {
  const { shape, tone } = stateMarks[state]
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
      <StateMark state={state} /> {i18n._(stateWords[state])}
    </span>
  )
}
