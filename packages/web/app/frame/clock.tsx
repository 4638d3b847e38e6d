import { Trans, useLingui } from '@lingui/react/macro'
import { dayAt, dayInWords, timeInWords, zoneName } from '../../parts/day/format.ts'
import { useOfficeNow } from '../../parts/day/office-time.ts'
import { useSignedIn } from '../session-hooks.ts'
import css from './clock.module.css'

/** The office's own day and time: what is due is due by this clock, not by the machine at the desk. */
export function Clock() {
  const { agency } = useSignedIn()
  const { i18n } = useLingui()
  const now = useOfficeNow()
  return (
    <time className={css.clock} dateTime={now}>
      <span className="only-heard">
        <Trans>At the office it is</Trans>{' '}
      </span>
      <span>{dayInWords(dayAt(now, agency.timeZone), i18n.locale)}</span>{' '}
      <span className={css.time}>{timeInWords(now, agency.timeZone, i18n.locale)}</span>{' '}
      <abbr title={agency.timeZone}>{zoneName(now, agency.timeZone, i18n.locale)}</abbr>
    </time>
  )
}
