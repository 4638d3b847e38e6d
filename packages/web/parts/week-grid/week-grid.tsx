import { useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { Temporal } from 'temporal-polyfill'
import css from './week-grid.module.css'

export type WeekRow = {
  key: string
  /** Whose row, or which hour: its heading. */
  head: ReactNode
  /** What stands on a day, `YYYY-MM-DD`; null where nothing does. */
  cell: (day: string) => ReactNode
}

export type WeekGridProps = {
  title: string
  /** What the rows are: "Person". */
  rowTitle: string
  /** First day of the week shown, `YYYY-MM-DD`. */
  from: string
  /** How many days; 7 unless said. */
  length?: number
  rows: readonly WeekRow[]
  /** Under each day: how many, or how full. */
  foot?: { head: ReactNode; cell: (day: string) => ReactNode }
}

/** A week, rows by days; one row after the other on a phone. */
export function WeekGrid({ title, rowTitle, from, length = 7, rows, foot }: WeekGridProps) {
  const { i18n } = useLingui()
  const first = Temporal.PlainDate.from(from)
  const days = Array.from({ length }, (_, offset) => first.add({ days: offset }).toString())
  const line = ({ key, head, cell }: WeekRow) => (
    <tr key={key}>
      <th scope="row">{head}</th>
      {days.map((day) => {
        const content = cell(day)
        return (
          <td
            key={day}
            data-day={shortDay(day, i18n.locale)}
            className={content === null ? css.nothing : undefined}
          >
            {content}
          </td>
        )
      })}
    </tr>
  )
  return (
    <div className={css.frame}>
      <table className={css.week}>
        <caption className="only-heard">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{rowTitle}</th>
            {days.map((day) => (
              <th key={day} scope="col">
                <time dateTime={day}>{shortDay(day, i18n.locale)}</time>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{rows.map(line)}</tbody>
        {foot && <tfoot>{line({ key: 'foot', ...foot })}</tfoot>}
      </table>
    </div>
  )
}

/** "Mon, Mar 2": the year stands over the week. */
const shortDay = (day: string, locale: string): string =>
  Temporal.PlainDate.from(day).toLocaleString(locale, { weekday: 'short', month: 'short', day: 'numeric' })
