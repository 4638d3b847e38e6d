import { useLingui } from '@lingui/react/macro'
import { useSignedIn } from '../../../app/session-hooks.ts'
import { Day } from '../../../parts/day/day.tsx'
import { timeInWords } from '../../../parts/day/format.ts'
import { useOfficeNow } from '../../../parts/day/office-time.ts'
import { Status } from '../../../parts/status/status.tsx'
import { LocalSpan } from './local-span.tsx'
import { dayNames, type ListedLeave, leaveStateNames, leaveStateTones, weekdays } from './words.ts'

export function LeaveState({ state }: { state: ListedLeave['state'] }) {
  const { i18n } = useLingui()
  return <Status tone={leaveStateTones[state]}>{i18n._(leaveStateNames[state])}</Status>
}

/** When somebody is away: the first absence, and on which days it repeats until when. */
export function LeaveWhen({
  leave,
}: {
  leave: Pick<ListedLeave, 'from' | 'to' | 'repeatDays' | 'repeatUntil'>
}) {
  const { t, i18n } = useLingui()
  const { from, to, repeatDays, repeatUntil } = leave
  const days = weekdays.filter((day) => repeatDays.includes(day)).map((day) => i18n._(dayNames[day]))
  return (
    <>
      <LocalSpan from={from} to={to} />
      {repeatUntil !== null && (
        <>
          {' '}
          {t`and again on ${days.join(', ')} until`} <Day day={repeatUntil} />
        </>
      )}
    </>
  )
}

/** The clock of a leave: how long until it begins, or until the person is due back; drawn anew each second. */
export function LeaveClock({ leave }: { leave: ListedLeave }) {
  const { t, i18n } = useLingui()
  const { agency } = useSignedIn()
  const now = Date.parse(useOfficeNow())
  const { next, state } = leave
  if (next === null) return null
  const begins = Date.parse(next.from)
  const ends = Date.parse(next.to)
  if (now >= ends) return null
  const isRunning = now >= begins
  const left = lengthOf((isRunning ? ends : begins) - now)
  const at = timeInWords(isRunning ? next.to : next.from, agency.timeZone, i18n.locale)
  const length = left.days > 0 ? t`${left.days} d ${left.hours} h` : t`${left.hours} h ${left.minutes} min`
  if (state === 'asked')
    return isRunning ? (
      <Status tone="now">{t`should have begun; not decided`}</Status>
    ) : (
      <Status tone={left.days > 0 ? 'waiting' : 'now'}>{t`begins in ${length}`}</Status>
    )
  return isRunning ? (
    <Status tone="settled">{t`away now, due back in ${length}, at ${at}`}</Status>
  ) : (
    <Status tone="plain">{t`begins in ${length}`}</Status>
  )
}

function lengthOf(millis: number): { days: number; hours: number; minutes: number } {
  const minutes = Math.ceil(millis / 60_000)
  return { days: Math.floor(minutes / 1440), hours: Math.floor(minutes / 60) % 24, minutes: minutes % 60 }
}
