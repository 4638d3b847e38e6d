import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { type UseQueryResult, useQuery } from '@tanstack/react-query'
import { Temporal } from 'temporal-polyfill'
import { api } from '../../api/client.ts'
import { answer } from '../../api/problem.ts'
import type { paths } from '../../api/schema.gen.ts'
import { useOfficeNow } from '../day/office-time.ts'
import { useLiveQuery } from '../live/live.ts'
import css from './pulse.module.css'

export type Pulse = paths['/api/monitoring/pulse']['get']['responses']['200']['content']['application/json']

/** Everything that is asked of alarms begins with this key. */
export const pulseKey = ['monitoring', 'pulse'] as const

/** A watch that has not evaluated for longer than this stands still. */
const deadAfter = 10

/**
 * How many alarms are open, and when the watch last evaluated. Asked for again by itself: a watch that stands still
 * sends no news.
 *
 * @param everySeconds how often
 */
export function usePulse(everySeconds: number): UseQueryResult<Pulse> {
  const query = useQuery({
    queryKey: pulseKey,
    queryFn: () => answer(api.GET('/api/monitoring/pulse')),
    refetchInterval: everySeconds * 1000,
    refetchIntervalInBackground: true,
  })
  useLiveQuery(['monitoring.alarm-*'], pulseKey)
  return query
}

/**
 * Red, across the page, when the watch stands still, cannot be asked (DESIGN: a dead system looks dead), or cannot do
 * what is due.
 */
export function WatchBanner() {
  const { t } = useLingui()
  const query = usePulse(4)
  const now = useOfficeNow()
  const said = query.data?.evaluatedAt
  const seconds = said
    ? Math.floor(Temporal.Instant.from(said).until(Temporal.Instant.from(now)).total({ unit: 'seconds' }))
    : null
  const { putOff, notEvaluated } = query.data ?? { putOff: 0, notEvaluated: 0 }
  // What was last heard grows old by itself: the office that does not answer is told apart from the watch.
  const isAlive = seconds !== null && seconds <= deadAfter && !query.isError
  if (query.isPending || (isAlive && putOff + notEvaluated === 0)) return null
  return (
    <div className={css.dead} role="alert">
      <svg viewBox="0 0 12 12" aria-hidden="true">
        <path d="M6 1 11.5 11H.5z" />
      </svg>
      <p>
        {query.isError ? (
          <Trans>The office does not answer: this list may be old.</Trans>
        ) : seconds === null ? (
          <Trans>The watch has never evaluated: nobody is being followed.</Trans>
        ) : isAlive && notEvaluated > 0 ? (
          <Plural
            value={notEvaluated}
            one="The watch cannot evaluate # person: alarms of theirs may be missing."
            other="The watch cannot evaluate # people: alarms of theirs may be missing."
          />
        ) : isAlive ? (
          <Plural
            value={putOff}
            one="# time that ran out could not be passed on: look through the list for what is overdue."
            other="# times that ran out could not be passed on: look through the list for what is overdue."
          />
        ) : (
          <Trans>The watch stands still: last evaluated {seconds} s ago. New alarms are not found.</Trans>
        )}{' '}
        <span>{t`Call the supervisor and whoever keeps the machine.`}</span>
      </p>
    </div>
  )
}
