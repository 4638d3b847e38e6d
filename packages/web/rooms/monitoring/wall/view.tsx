import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Button } from '@trussworks/react-uswds'
import { type CSSProperties, useRef } from 'react'
import { api } from '../../../api/client.ts'
import { answer } from '../../../api/problem.ts'
import { Clock } from '../../../app/frame/clock.tsx'
import { Lately } from '../../../parts/day/day.tsx'
import { useOfficeNow } from '../../../parts/day/office-time.ts'
import { useLiveQuery } from '../../../parts/live/live.ts'
import { Page } from '../../../parts/page/page.tsx'
import { WatchBanner } from '../../../parts/pulse/pulse.tsx'
import { Trouble } from '../../../parts/trouble/trouble.tsx'
import { Left, minutesLeft } from '../alarm/clock.tsx'
import { Severity } from '../alarm/severity.tsx'
import { dutyWords, keys, type QueueAnswer, type ShownAlarm } from '../alarm/words.ts'
import { kindWords } from '../parts/kind-words.ts'
import { AboutWhom, Marks } from '../queue/queue-list.tsx'
import { useFitting } from './use-fitting.ts'
import css from './wall.module.css'

/** More than a big screen holds; the rest is told as a number. */
const shownAtMost = 40
const askedEach = 10_000

/** The room's big screen: how many are open, whose time runs out next. Full screen it stands alone. */
export function AlarmWall() {
  const { t } = useLingui()
  const board = useRef<HTMLDivElement>(null)
  const query = useQuery({
    queryKey: [...keys.queue, 'wall'],
    queryFn: () => answer(api.GET('/api/monitoring/alarms', { params: { query: { limit: shownAtMost } } })),
    refetchInterval: askedEach,
  })
  useLiveQuery(['monitoring.alarm-*'], keys.queue)
  return (
    <Page
      title={t`Alarm wall`}
      lead={<Trans>For the big screen of the alarm room.</Trans>}
      actions={
        <Button type="button" onClick={() => void board.current?.requestFullscreen()}>
          <Trans>Show full screen</Trans>
        </Button>
      }
    >
      {query.isError && <Trouble error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <p aria-busy="true">{t`Reading the alarms…`}</p>}
      <div ref={board} className={css.board}>
        <p className={css.clock}>
          <Clock />
        </p>
        <WatchBanner />
        {query.data && <Board alarms={query.data.alarms} pulse={query.data.pulse} />}
      </div>
    </Page>
  )
}

function Board({ alarms, pulse }: Pick<QueueAnswer, 'alarms' | 'pulse'>) {
  const now = useOfficeNow()
  const list = useRef<HTMLOListElement>(null)
  const { fitting, room } = useFitting(list, alarms.length)
  const more = pulse.open - Math.min(fitting, alarms.length)
  return (
    <>
      <dl className={css.numbers}>
        <Count number={pulse.open}>
          <Trans>open</Trans>
        </Count>
        <Count number={pulse.unacknowledged} isNow={pulse.unacknowledged > 0}>
          <Trans>not acknowledged</Trans>
        </Count>
        <Count number={pulse.late} isNow={pulse.late > 0}>
          <Trans>with a time that ran out</Trans>
        </Count>
        <Count number={pulse.people}>
          <Trans>people followed</Trans>
        </Count>
      </dl>
      {alarms.length === 0 ? (
        <p className={css.calm}>
          <Trans>No alarm is open.</Trans>
        </p>
      ) : (
        <ol ref={list} className={css.list} style={{ '--room': `${room}px` } as CSSProperties}>
          {alarms.map((alarm, place) => (
            <Row key={alarm.id} alarm={alarm} now={now} isShown={place < fitting} />
          ))}
        </ol>
      )}
      {more > 0 && (
        <p className={css.calm}>
          <Trans>and {more} more, with later duties</Trans>
        </p>
      )}
    </>
  )
}

function Count({
  number,
  isNow = false,
  children,
}: {
  number: number
  isNow?: boolean
  children: React.ReactNode
}) {
  return (
    <div className={isNow ? css.now : ''}>
      <dt>{children}</dt>
      <dd>{number}</dd>
    </div>
  )
}

function Row({ alarm, now, isShown }: { alarm: ShownAlarm; now: string; isShown: boolean }) {
  const { i18n } = useLingui()
  return (
    <li className={`${css.row} ${isShown ? '' : css.unshown}`}>
      <span className={css.severity}>
        <Severity of={alarm} />
      </span>
      <span className={css.what}>
        <strong>
          <AboutWhom alarm={alarm} />
        </strong>{' '}
        {kindWords[alarm.kind] ? i18n._(kindWords[alarm.kind]!) : alarm.kind}
        {alarm.zone && <> · {alarm.zone}</>}
        <span className={css.marks}>
          <Lately at={alarm.happenedAt} />
          <Marks alarm={alarm} />
        </span>
      </span>
      <span className={css.left}>
        {alarm.nextDueAt && alarm.nextDuty && (
          <>
            <Left minutes={minutesLeft(alarm.nextDueAt, now)} />{' '}
            <span className={css.soft}>{i18n._(dutyWords[alarm.nextDuty])}</span>
          </>
        )}
      </span>
    </li>
  )
}
