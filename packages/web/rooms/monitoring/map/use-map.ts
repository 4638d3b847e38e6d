import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { api } from '../../../api/client.ts'
import { answer } from '../../../api/problem.ts'
import { useLive } from '../../../parts/live/live.ts'
import { lookingOf, type Sitting } from '../parts/sitting.ts'

/** Milliseconds between two looks at where everybody is, at the least; alarms are shown as they come. */
const usualPause = 20_000
/** Milliseconds after an alarm before the map is asked: several at once ask once. */
const settling = 1500

/** Where the answer of a sitting stands in this browser while it is shown. */
export const mapKey = ({ sitting }: Sitting, at: string | null) => ['monitoring', 'map', sitting, at]

/** Asks who is where now; the office records the look. */
export const askMap = (sitting: Sitting) =>
  api.POST('/api/monitoring/map', { body: { looking: lookingOf(sitting) } })

/**
 * Who is where: live (`at` null) or at a moment (ISO 8601). Live, it is asked anew when the stream tells of an alarm or
 * of a unit put on or taken off, and else every twenty seconds while the page is seen; a large office less often, so that
 * asking never takes more than a small part of the time.
 */
export function useMap(sitting: Sitting, at: string | null) {
  const took = useRef(0)
  const query = useQuery({
    queryKey: mapKey(sitting, at),
    queryFn: async () => {
      const begun = performance.now()
      const found = await answer(
        at === null
          ? askMap(sitting)
          : api.POST('/api/monitoring/map/moment', { body: { looking: lookingOf(sitting), at } }),
      )
      took.current = performance.now() - begun
      return found
    },
    placeholderData: keepPreviousData,
    // Where people are stays no longer in this browser than it is shown.
    gcTime: 0,
    staleTime: at === null ? usualPause : Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: at === null,
    refetchInterval: at === null ? () => Math.max(usualPause, took.current * 30) : false,
  })
  const refetch = useRef(query.refetch)
  useEffect(() => {
    refetch.current = query.refetch
  })
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useLive(['monitoring.alarm-*', 'equipment.unit-fitted', 'equipment.unit-removed'], () => {
    if (at !== null) return
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void refetch.current(), settling)
  })
  useEffect(() => () => clearTimeout(timer.current), [])
  return query
}
