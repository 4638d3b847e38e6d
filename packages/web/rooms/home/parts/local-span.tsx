import { useLingui } from '@lingui/react/macro'
import { dayInWords, timeOfDay } from '../../../parts/day/format.ts'

/** A span in the office's local time, `YYYY-MM-DDTHH:MM`; a day that is the same is said once. */
export function LocalSpan({ from, to }: { from: string; to: string }) {
  const { t, i18n } = useLingui()
  const [fromDay, fromTime] = parts(from, i18n.locale)
  const [toDay, toTime] = parts(to, i18n.locale)
  return (
    <span>
      {from.slice(0, 10) === to.slice(0, 10)
        ? t`${fromDay}, ${fromTime} to ${toTime}`
        : t`${fromDay}, ${fromTime} to ${toDay}, ${toTime}`}
    </span>
  )
}

const parts = (local: string, locale: string): [string, string] => [
  dayInWords(local.slice(0, 10), locale),
  timeOfDay(local.slice(11, 16), locale),
]
