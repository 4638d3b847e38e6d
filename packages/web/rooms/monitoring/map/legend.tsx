import { useLingui } from '@lingui/react/macro'
import { StateMark, stateWords } from '../parts/state-words.tsx'
import type { MapState } from '../parts/states.ts'
import css from './map.module.css'

type LegendProps = {
  counts: readonly (readonly [MapState, number])[]
  chosen: string | undefined
  onChoose: (state: MapState | undefined) => void
}

/** What the marks mean and how many of each there are; pressed, only those are shown. */
export function Legend({ counts, chosen, onChoose }: LegendProps) {
  const { i18n, t } = useLingui()
  const number = new Intl.NumberFormat(i18n.locale)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields of a form; these filter.
    <div role="group" aria-label={t`States`} className={css.legend}>
      {counts.map(([state, count]) => (
        <button
          key={state}
          type="button"
          className={css.key}
          aria-pressed={chosen === state}
          aria-disabled={count === 0 && chosen !== state}
          onClick={() => (chosen === state ? onChoose(undefined) : count > 0 && onChoose(state))}
        >
          <StateMark state={state} /> {i18n._(stateWords[state])} <b>{number.format(count)}</b>
        </button>
      ))}
    </div>
  )
}
