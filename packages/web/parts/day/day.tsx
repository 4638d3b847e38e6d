import { useLingui } from '@lingui/react/macro'
import { useSignedIn } from '../../app/session-hooks.ts'
import { dayInWords, dayOfRecord, momentInWords, timeInWords, timeSeenFrom } from './format.ts'
import { useOfficeDay } from './office-time.ts'

/** A day, "Mon, Mar 2, 2026". `of="record"` leaves the weekday out, as for a date of birth. */
export function Day({ day, of = 'work' }: { day: string; of?: 'work' | 'record' }) {
  const { i18n } = useLingui()
  return (
    <time dateTime={day}>{of === 'work' ? dayInWords(day, i18n.locale) : dayOfRecord(day, i18n.locale)}</time>
  )
}

/**
 * An instant as the day and time it was at the office, "Mon, Mar 2, 2026, 4:10 p.m." It brings its own full stop: a
 * sentence that ends with a time of day has none behind it.
 */
export function Moment({ at }: { at: string }) {
  const { i18n } = useLingui()
  const { agency } = useSignedIn()
  return <time dateTime={at}>{momentInWords(at, agency.timeZone, i18n.locale)}</time>
}

/** An instant as the time it was at the office; with its day where that is not today, "Sat, Nov 21, 4:10 p.m." */
export function Lately({ at }: { at: string }) {
  return <SeenFrom at={at} day={useOfficeDay()} />
}

/** An instant as the time it was at the office; with its day where that is not the `day` it is read on. */
export function SeenFrom({ at, day }: { at: string; day: string }) {
  const { i18n } = useLingui()
  const { agency } = useSignedIn()
  return <time dateTime={at}>{timeSeenFrom(day, at, agency.timeZone, i18n.locale)}</time>
}

/** An instant as the time it was at the office, "4:10 p.m.", where its day is said beside it. */
export function TimeOf({ at }: { at: string }) {
  const { i18n } = useLingui()
  const { agency } = useSignedIn()
  return <time dateTime={at}>{timeInWords(at, agency.timeZone, i18n.locale)}</time>
}
