import { Trans } from '@lingui/react/macro'
import { useLiveState } from '../../parts/live/live.ts'
import css from './live-mark.module.css'

/** Says when the page no longer hears of changes: a dead system looks dead. Silent while all is well. */
export function LiveMark() {
  const live = useLiveState()
  return (
    <span role="status">
      {live === 'lost' && (
        <span className={css.lost}>
          <svg viewBox="0 0 12 12" aria-hidden="true">
            <path d="M6 1 11.5 11H.5z" />
          </svg>
          <Trans>Not live: reload to see changes</Trans>
        </span>
      )}
    </span>
  )
}
