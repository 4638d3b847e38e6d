import { useLingui } from '@lingui/react/macro'
import { useEffect, useState } from 'react'
import { useKeys } from '../../../parts/keys/keys.tsx'

/** Minutes of the day that pass in a second. */
export const speeds = [1, 5, 15, 60] as const
export type Speed = (typeof speeds)[number]

const minute = 60_000
/** Steps of the playback in a second. */
const steps = 5

export type Playback = {
  /** Epoch milliseconds. */
  at: number
  goTo: (at: number) => void
  isPlaying: boolean
  toggle: () => void
  speed: Speed
  setSpeed: (speed: Speed) => void
}

/**
 * The moment of the day that is shown, by hand, by key, or running. `stations` are the times that `,` and `.` go to
 * (positions), `events` those of `b` and `n` (what was found), both in order.
 */
export function usePlayback(
  from: number,
  to: number,
  stations: readonly number[],
  events: readonly number[],
): Playback {
  const { t } = useLingui()
  const [at, setAt] = useState(to)
  const [isPlaying, setPlaying] = useState(false)
  const [speed, setSpeed] = useState<Speed>(5)
  const within = (time: number): number => Math.max(from, Math.min(to, time))
  const goTo = (time: number): void => {
    setPlaying(false)
    setAt(within(time))
  }
  const toggle = (): void => {
    // At the end it begins anew.
    if (!isPlaying && at >= to) setAt(from)
    setPlaying(!isPlaying)
  }
  useEffect(() => {
    if (!isPlaying) return
    const timer = setInterval(() => {
      setAt((now) => Math.min(to, now + (speed * minute) / steps))
    }, 1000 / steps)
    return () => clearInterval(timer)
  }, [isPlaying, speed, to])
  useEffect(() => {
    if (at >= to) setPlaying(false)
  }, [at, to])

  const next = (times: readonly number[]): void => goTo(times.find((time) => time > at) ?? to)
  const before = (times: readonly number[]): void => goTo(times.findLast((time) => time < at) ?? from)
  useKeys([
    { key: 'p', does: t`Play or pause`, press: toggle },
    { key: '.', does: t`Next position`, press: () => next(stations) },
    { key: ',', does: t`Position before`, press: () => before(stations) },
    { key: 'n', does: t`Next thing that was found`, press: () => next(events) },
    { key: 'b', does: t`Thing found before`, press: () => before(events) },
  ])
  return { at, goTo, isPlaying, toggle, speed, setSpeed }
}
