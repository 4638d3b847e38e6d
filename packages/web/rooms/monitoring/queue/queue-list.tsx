import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { type KeyboardEvent, memo, useEffect, useRef } from 'react'
import { Lately } from '../../../parts/day/day.tsx'
import { useOfficeNow } from '../../../parts/day/office-time.ts'
import { Left, minutesLeft } from '../alarm/clock.tsx'
import { Severity } from '../alarm/severity.tsx'
import { closingWords, dutyWords, type ShownAlarm } from '../alarm/words.ts'
import { kindWords } from '../parts/kind-words.ts'
import css from './queue.module.css'
import { useBelow } from './use-below.ts'
import { bringIntoList, useKeepPicked } from './use-keep-picked.ts'

type QueueProps = {
  alarms: readonly ShownAlarm[]
  picked: string | undefined
  /** What the arrow keys do in the list: so many down, negative up. */
  onMove: (by: number) => void
  /** How many more there are than stand in `alarms`. */
  others: number
}

/** The queue, in a box of its own that says how many stand below what it shows. */
export function QueueList({ alarms, picked, others, onMove }: QueueProps) {
  const box = useRef<HTMLDivElement>(null)
  const below = useBelow(box, alarms.length) + others
  useKeepPicked(box, picked)
  const pageOn = () => box.current?.scrollBy({ top: box.current.clientHeight * 0.9 })
  return (
    <>
      <div ref={box} className={css.scrolled}>
        <Rows alarms={alarms} picked={picked} onMove={onMove} />
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

/**
 * One stop of the keyboard, in which the arrows move. A second that passes draws anew only the rows whose minute changed.
 */
function Rows({ alarms, picked, onMove }: Omit<QueueProps, 'others'>) {
  const now = useOfficeNow()
  const stop = alarms.some(({ id }) => id === picked) ? picked : alarms[0]?.id
  return (
    <ol className={css.list} onKeyDown={(event) => walk(event, onMove)}>
      {alarms.map((alarm, place) => (
        <Row
          key={alarm.id}
          alarm={alarm}
          isPicked={alarm.id === picked}
          isStop={alarm.id === stop}
          place={alarm.id === picked ? place : null}
          minutes={alarm.nextDueAt === null ? null : minutesLeft(alarm.nextDueAt, now)}
        />
      ))}
    </ol>
  )
}

function walk(event: KeyboardEvent, onMove: (by: number) => void): void {
  const by = { ArrowDown: 1, ArrowUp: -1, Home: Number.NEGATIVE_INFINITY, End: Number.POSITIVE_INFINITY }[
    event.key
  ]
  if (by === undefined) return
  event.preventDefault()
  onMove(by)
}

type RowProps = {
  alarm: ShownAlarm
  isPicked: boolean
  isStop: boolean
  place: number | null
  minutes: number | null
}

const Row = memo(function Row({ alarm, isPicked, isStop, place, minutes }: RowProps) {
  const { i18n } = useLingui()
  const item = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (isPicked && item.current) bringIntoList(item.current)
  }, [isPicked])
  // What is worked moves down as its duties are done: whoever stands on it goes with it.
  useEffect(() => {
    if (place !== null && item.current?.contains(document.activeElement)) bringIntoList(item.current)
  }, [place])
  const kind = kindWords[alarm.kind]
  return (
    <li ref={item} className={css.row}>
      <Link
        to="/alarms"
        search={(before) => ({ ...before, alarm: alarm.id })}
        replace
        resetScroll={false}
        className={css.link}
        tabIndex={isStop ? 0 : -1}
        data-alarm={alarm.id}
        // A dialog that closes gives the focus back and scrolls nothing.
        onFocus={({ currentTarget }) => bringIntoList(currentTarget)}
      >
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
        <strong className={css.who}>
          <AboutWhom alarm={alarm} />
        </strong>
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

/** Whom or what an alarm is about. */
export function AboutWhom({ alarm: { person, unit, drill } }: { alarm: ShownAlarm }) {
  if (person) return person.name
  if (unit) return <Trans>Unit {unit.serial}, which nobody wears</Trans>
  return drill ? <Trans>Drill without a person</Trans> : <Trans>Several people</Trans>
}

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
            <Asked asked={alarm.askedLast} />
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

/** Whether somebody was reached, or must be called: no message is called sent that was not. */
function Asked({ asked: { name, phone, state } }: { asked: NonNullable<ShownAlarm['askedLast']> }) {
  switch (state) {
    case 'sent':
      return <Trans>{name} was asked</Trans>
    case 'waits':
      return <Trans>a message to {name} waits to be sent</Trans>
    case 'drill':
      return <Trans>not in a drill: {name} would be asked</Trans>
    case 'call':
      return phone === '' ? (
        <Trans>call {name}: no telephone on record</Trans>
      ) : (
        <Trans>
          call {name} <span className={css.whole}>{phone}</span>
        </Trans>
      )
  }
}
