import { Plural } from '@lingui/react/macro'
import { usePulse, WatchBanner } from '../../../parts/pulse/pulse.tsx'
import css from './today.module.css'

/** How the monitoring center stands: whether the watch looks, and how many alarms are open, nobody's, late. */
export function AlarmRoom() {
  const { data: pulse } = usePulse(15)
  return (
    <>
      <WatchBanner />
      {pulse && (
        <p className={css.total}>
          <Plural
            value={pulse.open}
            _0="No alarm is open."
            one="# alarm is open."
            other="# alarms are open."
          />
          {pulse.open > 0 && (
            <>
              {' '}
              <Plural
                value={pulse.unacknowledged}
                _0="Somebody has each of them."
                one="# is not acknowledged."
                other="# are not acknowledged."
              />{' '}
              <Plural value={pulse.late} _0="" one="A time ran out for #." other="A time ran out for #." />
            </>
          )}
        </p>
      )}
    </>
  )
}
