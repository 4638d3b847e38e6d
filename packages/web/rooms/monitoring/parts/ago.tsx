import { useLingui } from '@lingui/react/macro'
import { Temporal } from 'temporal-polyfill'
import { useSignedIn } from '../../../app/session-hooks.ts'
import { momentInWords } from '../../../parts/day/format.ts'

const minute = 60_000

/** How long before `now` something was, both in epoch milliseconds; the moment itself when pointed at. */
export function Ago({ at, now }: { at: number; now: number }) {
  const { i18n, t } = useLingui()
  const { agency } = useSignedIn()
  const iso = Temporal.Instant.fromEpochMilliseconds(at).toString()
  const minutes = Math.max(0, Math.floor((now - at) / minute))
  const [hours, days] = [Math.floor(minutes / 60), Math.floor(minutes / 1440)]
  const said =
    minutes < 1
      ? t`just now`
      : minutes < 60
        ? t`${minutes} min ago`
        : hours < 48
          ? t`${hours} h ago`
          : t`${days} days ago`
  return (
    <time dateTime={iso} title={momentInWords(iso, agency.timeZone, i18n.locale)}>
      {said}
    </time>
  )
}
