import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { type CSSProperties, useEffect, useRef } from 'react'
import { api } from '../../../api/client.ts'
import { answer } from '../../../api/problem.ts'
import { useMay } from '../../../app/session-hooks.ts'
import { Empty } from '../../../parts/empty/empty.tsx'
import { useKeys } from '../../../parts/keys/keys.tsx'
import { useLive, useLiveQuery } from '../../../parts/live/live.ts'
import { Page } from '../../../parts/page/page.tsx'
import { WatchBanner } from '../../../parts/pulse/pulse.tsx'
import { Trouble } from '../../../parts/trouble/trouble.tsx'
import { Alarm } from '../alarm/alarm.tsx'
import { keys, type ShownAlarm, severityWords } from '../alarm/words.ts'
import { BeginDrill } from './begin-drill.tsx'
import { NoneShown } from './none-shown.tsx'
import css from './queue.module.css'
import { QueueList } from './queue-list.tsx'
import { useReachFoot } from './use-reach-foot.ts'

const route = getRouteApi('/staff/alarms')

/** So many are drawn; the count says how many there are, and filters narrow. */
const shownAtMost = 500
// Where the stream is lost the queue still follows.
const askedEach = 15_000

/**
 * The alarm room: what is open at the left, the oldest duty first; the alarm that is being worked beside it. What is
 * open never leaves the list, and looking through it shows nobody's whereabouts.
 */
export function Alarms() {
  const { t, i18n } = useLingui()
  const may = useMay()
  const { alarm: picked, severity } = route.useSearch()
  const navigate = route.useNavigate()
  const asked = askedOf(severity)
  const query = useQueue(asked)
  const alarms = query.data?.alarms ?? []
  const others = query.data ? query.data.total - alarms.length : 0
  const queue = useRef<HTMLElement>(null)
  const reach = useReachFoot(queue)
  useAlarmNews(picked)

  const pick = (id: string | undefined) =>
    void navigate({
      search: (before) => ({ ...before, ...(id ? { alarm: id } : {}) }),
      replace: true,
      // The list goes where the chosen row is, not back to where it was.
      resetScroll: false,
    })
  const goTo = (next: ShownAlarm | undefined) => {
    if (!next) return
    pick(next.id)
    queue.current?.querySelector<HTMLElement>(`[data-alarm="${next.id}"]`)?.focus({ preventScroll: true })
  }
  const place = alarms.findIndex((one) => one.id === picked)
  const move = (by: number) =>
    goTo(
      place < 0 ? alarms.at(by > 0 ? 0 : -1) : alarms[Math.min(Math.max(place + by, 0), alarms.length - 1)],
    )
  // The first below that nobody has, and after the last of the list the first of all.
  const unowned = [...alarms.slice(place + 1), ...alarms.slice(0, place + 1)]
  useKeys([
    { key: 'j', does: t`Next alarm`, press: () => move(1) },
    { key: 'k', does: t`Alarm before`, press: () => move(-1) },
    {
      key: 'u',
      does: t`Next alarm that nobody has`,
      press: () => goTo(unowned.find((one) => one.acknowledgedAt === null)),
    },
  ])

  return (
    <Page
      title={t`Alarms`}
      actions={
        <>
          {may('alarm.supervise') && (
            <BeginDrill onBegun={(id) => void navigate({ search: { alarm: id }, replace: true })} />
          )}
          <Link to="/alarm-wall" className="usa-button usa-button--outline">
            <Trans>Alarm wall</Trans>
          </Link>
        </>
      }
    >
      <WatchBanner />
      <div className={css.room} data-picked={picked !== undefined}>
        <section
          ref={queue}
          className={css.queue}
          style={{ '--reach': `${reach}px` } as CSSProperties}
          aria-label={t`Open alarms`}
        >
          <div className={css.filters}>
            <Link to="/closed-alarms">
              <Trans>Show what is closed</Trans>
            </Link>
            <label>
              <span className="only-heard">
                <Trans>Severity</Trans>
              </span>
              <select
                className="usa-select"
                value={severity ?? ''}
                onChange={({ target }) =>
                  void navigate({
                    search: (before) => ({ ...before, severity: target.value }),
                    replace: true,
                  })
                }
              >
                <option value="">{t`Every severity`}</option>
                {Object.entries(severityWords).map(([value, word]) => (
                  <option key={value} value={value}>
                    {i18n._(word)}
                  </option>
                ))}
              </select>
            </label>
            <a
              href={`/api/monitoring/alarms?${new URLSearchParams({ ...asked, format: 'csv', limit: '5000' })}`}
              download
            >
              CSV
            </a>
          </div>
          {query.isError && <Trouble error={query.error} onRetry={() => void query.refetch()} />}
          {query.isPending && <p aria-busy="true">{t`Reading the alarms…`}</p>}
          {query.data && alarms.length === 0 && (
            <NoneShown severity={severity} open={query.data.pulse.open} />
          )}
          <QueueList alarms={alarms} picked={picked} others={others} onMove={move} />
        </section>
        <div className={css.alarm}>
          {picked ? (
            <Alarm key={picked} id={picked} />
          ) : (
            alarms.length > 0 && (
              <Empty title={t`No alarm is chosen`}>
                <Trans>
                  Choose one at the left, or press <kbd>j</kbd>. <kbd>?</kbd> lists the keys.
                </Trans>
              </Empty>
            )
          )}
        </div>
      </div>
    </Page>
  )
}

type Asked = { severity?: ShownAlarm['severity'] }

/** What the list is narrowed to; a severity that there is not narrows nothing. */
const askedOf = (severity: string | undefined): Asked =>
  severity && severity in severityWords ? { severity: severity as ShownAlarm['severity'] } : {}

function useQueue(asked: Asked) {
  useLiveQuery(['monitoring.alarm-*'], keys.queue)
  return useQuery({
    queryKey: [...keys.queue, 'open', asked],
    queryFn: () =>
      answer(api.GET('/api/monitoring/alarms', { params: { query: { ...asked, limit: shownAtMost } } })),
    refetchInterval: askedEach,
    placeholderData: (before) => before,
  })
}

/** Reads the chosen alarm anew when something happens to it, and no other. */
function useAlarmNews(picked: string | undefined): void {
  const client = useQueryClient()
  const renew = (id: string) => {
    void client.invalidateQueries({ queryKey: keys.alarm(id) })
    void client.invalidateQueries({ queryKey: keys.evidence(id) })
  }
  useLive(['monitoring.alarm-*', 'monitoring.message-changed'], (event) => {
    if (picked === undefined) return
    if (event === 'reload' || event.kind === 'monitoring.message-changed' || event.subject.alarm === picked)
      renew(picked)
  })
  // Somebody may have been away from the page for a while.
  useEffect(() => {
    if (picked !== undefined) void client.invalidateQueries({ queryKey: keys.alarm(picked) })
  }, [client, picked])
}
