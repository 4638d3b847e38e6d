import { Plural, Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { usePulse, WatchBanner } from '../../../parts/pulse/pulse.tsx'
import css from './today.module.css'

/** The day of the monitoring center: its work is in the alarm room, and this says how much of it waits. */
export function AlarmRoom() {
  const { data: pulse } = usePulse(15)
  return (
    <>
      <WatchBanner />
      {pulse && (
        <section className={css.duty} aria-labelledby="alarm-room">
          <h2 id="alarm-room">
            <Plural
              value={pulse.open}
              _0="No alarm is open"
              one="# alarm is open"
              other="# alarms are open"
            />
          </h2>
          {pulse.open > 0 && (
            <p>
              <Plural
                value={pulse.unacknowledged}
                _0="Somebody has each of them."
                one="# is not acknowledged."
                other="# are not acknowledged."
              />{' '}
              <Plural value={pulse.late} _0="" one="A time ran out for #." other="A time ran out for #." />
            </p>
          )}
          <p className={css.room}>
            <Link to="/alarms" className="usa-button">
              <Trans>Open the alarm queue</Trans>
            </Link>
            <Link to="/shifts">
              <Trans>Shift board</Trans>
            </Link>
            <Link to="/help-log">
              <Trans>Help log</Trans>
            </Link>
          </p>
        </section>
      )}
    </>
  )
}
