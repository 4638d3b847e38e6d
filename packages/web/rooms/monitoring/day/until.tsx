import { Trans, useLingui } from '@lingui/react/macro'
import { useSignedIn } from '../../../app/session-hooks.ts'
import { TimeOf } from '../../../parts/day/day.tsx'
import { dayAt } from '../../../parts/day/format.ts'

/** When a part of the day `date` ended. The midnight at its end is no time of it: as one it would read as its start. */
export function Until({ at, date }: { at: string; date: string }) {
  const { agency } = useSignedIn()
  if (dayAt(at, agency.timeZone) === date) return <TimeOf at={at} />
  return (
    <time dateTime={at}>
      <Trans>end of the day</Trans>
    </time>
  )
}

/** How long something took, in hours and minutes. */
export function HowLong({ millis }: { millis: number }) {
  const { t } = useLingui()
  const all = Math.round(millis / 60_000)
  const [hours, minutes] = [Math.floor(all / 60), all % 60]
  if (hours === 0) return t`${minutes} min`
  return minutes === 0 ? t`${hours} h` : t`${hours} h ${minutes} min`
}
