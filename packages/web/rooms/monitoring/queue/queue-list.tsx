import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { memo, useEffect, useRef } from 'react'
import { Lately } from '../../../parts/day/day.tsx'
import { useOfficeNow } from '../../../parts/day/office-time.ts'
import { Left, minutesLeft } from '../alarm/clock.tsx'
import { Severity } from '../alarm/severity.tsx'
import { closingWords, dutyWords, type ShownAlarm } from '../alarm/words.ts'
import { kindWords } from '../parts/kind-words.ts'
import css from './queue.module.css'
import { useBelow } from './use-below.ts'

type QueueProps = {
  alarms: readonly ShownAlarm[]
  picked: string | undefined
  /** How many more there are than stand in `alarms`. */
  others: number
}

/** The queue, in a box of its own that says how many stand below what it shows. */
export function QueueList({ alarms, picked, others }: QueueProps) {
  const box = useRef<HTMLDivElement>(null)
  const below = useBelow(box, alarms.length) + others
  const pageOn = () => box.current?.scrollBy({ top: box.current.clientHeight * 0.9 })
  return (
    <>
      <div ref={box} className={css.scrolled}>
        <Rows alarms={alarms} picked={picked} />
        {others > 0 && (
          <p className={css.more}>
            <Trans>
              The {alarms.length} with the oldest duty stand here. {others} others are open and follow as
              these are closed.
            </Trans>
          </p>
        )}
      </div>
      {below > 0 && (
        <button type="button" className={css.below} onClick={pageOn}>
          <Plural value={below} one="# more below" other="# more below" />
        </button>
      )}
    </>
  )
}

/** A second that passes draws anew only the rows whose minute changed. */
function Rows({ alarms, picked }: Omit<QueueProps, 'others'>) {
  const now = useOfficeNow()
  return (
    <ol className={css.list}>
      {alarms.map((alarm) => (
        <Row
          key={alarm.id}
          alarm={alarm}
          isPicked={alarm.id === picked}
          minutes={alarm.nextDueAt === null ? null : minutesLeft(alarm.nextDueAt, now)}
        />
      ))}
    </ol>
  )
}

type RowProps = { alarm: ShownAlarm; isPicked: boolean; minutes: number | null }

const Row = memo(function Row({ alarm, isPicked, minutes }: RowProps) {
  const { i18n } = useLingui()
  const item = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (isPicked && item.current) bringIntoList(item.current)
  }, [isPicked])
  const kind = kindWords[alarm.kind]
  return (
    <li ref={item} className={css.row}>
      <Link to="/alarms" search={(before) => ({ ...before, alarm: alarm.id })} replace className={css.link}>
        <span className={css.line}>
          <Severity of={alarm} />
          {minutes === null || alarm.nextDuty === null ? (
            alarm.closedAt && <Lately at={alarm.closedAt} />
          ) : (
            <span className={css.owed}>
              <Left minutes={minutes} /> <span className={css.soft}>{i18n._(dutyWords[alarm.nextDuty])}</span>
            </span>
          )}
        </span>
        <strong className={css.who}>{aboutWhom(alarm) ?? <Trans>Drill without a person</Trans>}</strong>
        <span>
          {kind ? i18n._(kind) : alarm.kind}
          {alarm.zone && <> · {alarm.zone}</>}
        </span>
        <span className={css.soft}>
          <Lately at={alarm.happenedAt} />
          <Marks alarm={alarm} />
        </span>
      </Link>
    </li>
  )
})

/** Scrolls the list, and never the page: where the list does not scroll, the alarm itself stands first. */
function bringIntoList(row: HTMLElement): void {
  const list = row.closest('ol')?.parentElement
  if (!list || list.scrollHeight <= list.clientHeight) return
  const [seen, bounds] = [row.getBoundingClientRect(), list.getBoundingClientRect()]
  if (seen.top < bounds.top) list.scrollTop -= bounds.top - seen.top
  if (seen.bottom > bounds.bottom) list.scrollTop += seen.bottom - bounds.bottom
}

/** Whom or what an alarm is about. */
export const aboutWhom = (alarm: ShownAlarm): string | undefined => alarm.person?.name ?? alarm.unit?.serial

/** What must be seen at a glance: who has it, whether it is over or withdrawn, that somebody higher was asked. */
export function Marks({ alarm }: { alarm: ShownAlarm }) {
  const { i18n } = useLingui()
  return (
    <>
      {alarm.late && (
        <>
          {' · '}
          <Trans>found late</Trans>
        </>
      )}
      {alarm.withdrawn && (
        <>
          {' · '}
          <Trans>withdrawn by later evidence</Trans>
        </>
      )}
      {alarm.endedAt && !alarm.withdrawn && (
        <>
          {' · '}
          <Trans>over, to be closed</Trans>
        </>
      )}
      {alarm.acknowledgedBy && (
        <>
          {' · '}
          <Trans>{alarm.acknowledgedBy} has it</Trans>
        </>
      )}
      {alarm.askedLast && !alarm.closedAt && (
        <>
          {' · '}
          <strong>
            <Trans>{alarm.askedLast} was asked</Trans>
          </strong>
        </>
      )}
      {alarm.closedCode && (
        <>
          {' · '}
          {i18n._(closingWords[alarm.closedCode])}
        </>
      )}
    </>
  )
}
