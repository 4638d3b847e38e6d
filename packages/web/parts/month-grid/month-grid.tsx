import { Plural, useLingui } from '@lingui/react/macro'
import { Button } from '@trussworks/react-uswds'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { dayInWords, monthInWords, weekdayNames } from '../day/format.ts'
import { dayByKey, monthAfter, monthOf, weeksOf } from './month.ts'
import css from './month-grid.module.css'

/** What can be done with a day: so many places left, or closed for a reason in words. */
export type MonthDay = { places: number } | { closed: string }

export type MonthGridProps = {
  /** What the days are for: "Days at Willow Pass Park". */
  title: string
  /** `YYYY-MM`. */
  month: string
  onMonth: (month: string) => void
  /** By day, `YYYY-MM-DD`. A day that is not named is closed without a word. */
  days: Readonly<Record<string, MonthDay>>
  picked: readonly string[]
  /** Called for a picked day too, to give it up. Never for a closed or a full day that is not picked. */
  onPick: (day: string) => void
  today?: string
  /** Level of the month's heading; 2 unless said. */
  level?: 2 | 3
}

/**
 * A month of days with the places left on each. One tab stop; arrows go by day and week, Home and End to the ends of the
 * week, Page Up and Down by month; Space or Enter picks.
 */
export function MonthGrid({ title, month, onMonth, days, picked, onPick, today, level = 2 }: MonthGridProps) {
  const { i18n, t } = useLingui()
  const heading = useId()
  const Heading = level === 2 ? 'h2' : 'h3'
  const grid = useRef<HTMLTableElement>(null)
  const walks = useRef(false)
  const [at, setAt] = useState<string>()
  const stop = at !== undefined && monthOf(at) === month ? at : firstStop(month, days)

  // The day walked to may be of a month that is drawn only now.
  useEffect(() => {
    if (!walks.current) return
    walks.current = false
    grid.current?.querySelector<HTMLElement>(`[data-day="${at}"]`)?.focus()
  }, [at])

  const walk = (event: KeyboardEvent): void => {
    const next = dayByKey(stop, event.key)
    if (next === undefined) return
    event.preventDefault()
    walks.current = true
    setAt(next)
    if (monthOf(next) !== month) onMonth(monthOf(next))
  }

  return (
    <section className={css.month} aria-labelledby={heading}>
      <header className={css.head}>
        <Heading id={heading} aria-live="polite">
          <span className="only-heard">{title}: </span>
          {monthInWords(month, i18n.locale)}
        </Heading>
        <div className={`${css.turn} not-printed`}>
          <Button
            type="button"
            outline
            aria-label={t`Month before`}
            onClick={() => onMonth(monthAfter(month, -1))}
          >
            ‹
          </Button>
          <Button
            type="button"
            outline
            aria-label={t`Next month`}
            onClick={() => onMonth(monthAfter(month, 1))}
          >
            ›
          </Button>
        </div>
      </header>
      <table ref={grid} className={css.grid} aria-labelledby={heading} onKeyDown={walk}>
        <thead>
          <tr>
            {weekdayNames(i18n.locale).map(({ long, short }) => (
              <th key={long} scope="col">
                <abbr title={long}>{short}</abbr>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(month).map((week) => (
            <tr key={week.find((day) => day !== null)}>
              {week.map((day, weekday) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a week has seven places, named by nothing else.
                <td key={weekday}>
                  {day && (
                    <DayButton
                      day={day}
                      state={days[day]}
                      isPicked={picked.includes(day)}
                      isToday={day === today}
                      isStop={day === stop}
                      onPick={() => {
                        setAt(day)
                        onPick(day)
                      }}
                    />
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p role="status" className="only-heard">
        <Plural value={picked.length} one="# day picked" other="# days picked" />
      </p>
    </section>
  )
}

/** The first day that can be picked, else the first of the month. */
function firstStop(month: string, days: MonthGridProps['days']): string {
  const open = Object.entries(days).filter(([day, state]) => monthOf(day) === month && 'places' in state)
  return open.map(([day]) => day).toSorted()[0] ?? `${month}-01`
}

type DayButtonProps = {
  day: string
  state: MonthDay | undefined
  isPicked: boolean
  isToday: boolean
  isStop: boolean
  onPick: () => void
}

function DayButton({ day, state, isPicked, isToday, isStop, onPick }: DayButtonProps) {
  const { i18n, t } = useLingui()
  const places = state && 'places' in state ? state.places : undefined
  const canPick = isPicked || (places !== undefined && places > 0)
  const closed = state && 'closed' in state ? state.closed : t`not open`
  const left = places === 0 ? t`full` : t`${places} left`
  return (
    <button
      type="button"
      data-day={day}
      className={`${css.day} ${isPicked ? css.picked : ''} ${canPick ? '' : css.closed}`}
      tabIndex={isStop ? 0 : -1}
      aria-pressed={isPicked}
      aria-disabled={!canPick}
      aria-current={isToday ? 'date' : undefined}
      title={places === undefined ? closed : undefined}
      onClick={() => canPick && onPick()}
    >
      <span className="only-heard">{dayInWords(day, i18n.locale)}</span>
      <span className={`${css.number} ${isToday ? css.today : ''}`} aria-hidden="true">
        {Number(day.slice(8))}
      </span>
      <span className={css.places}>
        {isPicked && <span aria-hidden="true">✓ </span>}
        <span className={state ? css.words : 'only-heard'}>{places === undefined ? closed : left}</span>
        <span className={state ? css.short : undefined} aria-hidden="true">
          {places ?? '–'}
        </span>
      </span>
    </button>
  )
}
