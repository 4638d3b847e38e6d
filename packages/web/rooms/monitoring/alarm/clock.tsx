import { Trans } from '@lingui/react/macro'
import { Temporal } from 'temporal-polyfill'
import { Lately } from '../../../parts/day/day.tsx'
import { useOfficeNow } from '../../../parts/day/office-time.ts'
import css from './alarm.module.css'

/** Whole minutes from `now` to `due`, both ISO instants; below zero once it has passed. */
export function minutesLeft(due: string, now: string): number {
  const seconds = Temporal.Instant.from(now).until(Temporal.Instant.from(due)).total({ unit: 'seconds' })
  return Math.floor(seconds / 60)
}

/** Minutes left as a number; late ones in red and in words. */
export function Left({ minutes }: { minutes: number }) {
  // A minute that has begun counts when it is left, and when it is late only once it is over.
  const late = Math.max(1, -minutes - 1)
  if (minutes < 0)
    return (
      <span className={css.late}>
        {late < 120 ? <Trans>{late} min late</Trans> : <Trans>{Math.floor(late / 60)} h late</Trans>}
      </span>
    )
  return (
    <span className={minutes < 1 ? css.soon : css.left}>
      {minutes < 180 ? <Trans>{minutes} min</Trans> : <Trans>{Math.floor(minutes / 60)} h</Trans>}
    </span>
  )
}

/** When something is due, and how long that still is; counts by itself. */
export function DueIn({ due }: { due: string }) {
  const minutes = minutesLeft(due, useOfficeNow())
  return (
    <span className={css.due}>
      <Left minutes={minutes} /> <Lately at={due} />
    </span>
  )
}
