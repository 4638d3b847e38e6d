import { Trans, useLingui } from '@lingui/react/macro'
import { Status } from '../../../parts/status/status.tsx'
import { useHours } from '../parts/hours.ts'
import type { RosterDay } from '../parts/words.ts'
import { hasHours, markChoices, toneOf } from './mark-words.ts'
import css from './roster.module.css'

/** How a day of a person stands: the mark with its hours, or that it is still to be marked, or to come. */
export function DayMark({ day, isToCome }: { day: RosterDay; isToCome: boolean }) {
  const { i18n } = useLingui()
  const hours = useHours()
  if (isToCome && day.mark === null) {
    return (
      <Status tone="plain">
        <Trans>to come</Trans>
      </Status>
    )
  }
  return (
    <span className={css.stack}>
      <Status tone={toneOf(day)}>
        {day.mark === null ? <Trans>to mark</Trans> : i18n._(markChoices[day.mark])}
      </Status>
      {hasHours(day.mark) && day.minutes !== null && <span className={css.hours}>{hours(day.minutes)}</span>}
      {day.askOfficer && (
        <span className={css.ask}>
          <Trans>credit to decide</Trans>
        </span>
      )}
    </span>
  )
}
