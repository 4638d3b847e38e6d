import { Trans, useLingui } from '@lingui/react/macro'
import { officeToday } from '../../../api/office-clock.ts'
import { useSignedIn } from '../../../app/session-hooks.ts'
import { Day } from '../../../parts/day/day.tsx'
import { markNames, type SchedulePage } from '../parts/words.ts'
import css from './schedule.module.css'

/** Days in whose place others are put, and days that have come and are not reported yet. */
export function LostDays({ page }: { page: SchedulePage }) {
  const { i18n, t } = useLingui()
  const { agency } = useSignedIn()
  const today = officeToday(agency.timeZone).toString()
  const waiting = page.days.filter(({ standing, day }) => standing === 'open' && day <= today)
  return (
    <>
      {page.lostDays.length > 0 && (
        <div>
          <h3>
            <Trans>In place of</Trans>
          </h3>
          <ul className={css.days}>
            {page.lostDays.map((lost) => (
              <li key={lost.id}>
                <Day day={lost.day} />
                <span className={css.soft}>{lost.mark ? i18n._(markNames[lost.mark]) : t`not reported`}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
      {waiting.length > 0 && (
        <div>
          <h3>
            <Trans>Waiting for attendance</Trans>
          </h3>
          <ul className={css.days}>
            {waiting.map((day) => (
              <li key={day.id}>
                <Day day={day.day} />
                <span className={css.soft}>{day.siteName}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  )
}
