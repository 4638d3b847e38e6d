import { Trans, useLingui } from '@lingui/react/macro'
import { loadSession } from '../../api/session-store.ts'
import { dayAt, dayInWords, timeInWords, zoneName } from '../../parts/day/format.ts'
import { useOfficeNow } from '../../parts/day/office-time.ts'
import { useLive } from '../../parts/live/live.ts'
import { useSignedIn } from '../session-hooks.ts'
import css from './clock.module.css'

/** The office's own day and time: what is due is due by this clock, not by the machine at the desk. */
export function Clock() {
  const { agency } = useSignedIn()
  const { i18n } = useLingui()
  const now = useOfficeNow()
  // Somebody else may move the demonstration to a later day; a gap in the stream is no reason to seem active.
  useLive(['platform.clock-moved'], (event) => {
    if (event !== 'reload') loadSession().catch(() => undefined)
  })
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
