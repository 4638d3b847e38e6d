import { useLingui } from '@lingui/react/macro'
import { Temporal } from 'temporal-polyfill'
import { dayInWords } from '../day/format.ts'
import css from './bars.module.css'

/** A span of days, first and last included (`YYYY-MM-DD`). */
export type Bar = { key: string; label: string; from: string; until: string; tone?: 'solid' | 'soft' }

const width = 640
const rowHeight = 30
const head = 22

/**
 * Spans of days as bars under a calendar, so that an overlap is seen at once. The same stands in words beneath for
 * those who do not see it.
 */
export function Bars({ title, bars }: { title: string; bars: readonly Bar[] }) {
  const { i18n, t } = useLingui()
  const first = bars.map((bar) => bar.from).sort()[0]
  const last = bars
    .map((bar) => bar.until)
    .sort()
    .at(-1)
  if (first === undefined || last === undefined) return null
  const start = Temporal.PlainDate.from(first)
  const days = start.until(Temporal.PlainDate.from(last)).days + 1
  const at = (day: string) => (start.until(Temporal.PlainDate.from(day)).days / days) * width
  const height = head + bars.length * rowHeight
  return (
    <figure className={css.figure}>
      <figcaption className={css.title}>{title}</figcaption>
      <svg viewBox={`0 0 ${width} ${height}`} className={css.chart} aria-hidden="true" focusable="false">
        {monthsBetween(start, days).map((month) => (
          <g key={month.toString()}>
            <line
              x1={at(month.toString())}
              x2={at(month.toString())}
              y1={0}
              y2={height}
              className={css.grid}
            />
            <text x={at(month.toString()) + 3} y={14} className={css.month}>
              {monthName(month, i18n.locale)}
            </text>
          </g>
        ))}
        {bars.map((bar, row) => {
          const length =
            (Temporal.PlainDate.from(bar.from).until(Temporal.PlainDate.from(bar.until)).days + 1) / days
          return (
            <rect
              key={bar.key}
              x={at(bar.from)}
              y={head + row * rowHeight + 5}
              width={Math.max(length * width, 2)}
              height={rowHeight - 10}
              rx={3}
              className={bar.tone === 'soft' ? css.soft : css.solid}
            />
          )
        })}
      </svg>
      <ul className={css.words}>
        {bars.map((bar) => (
          <li key={bar.key}>
            {t`${bar.label}: ${dayInWords(bar.from, i18n.locale)} to ${dayInWords(bar.until, i18n.locale)}`}
          </li>
        ))}
      </ul>
    </figure>
  )
}

// A long sentence would write month over month; then only some are named.
function monthsBetween(start: Temporal.PlainDate, days: number): Temporal.PlainDate[] {
  const end = start.add({ days })
  const step = Math.max(1, Math.ceil(days / 30 / 10))
  const months: Temporal.PlainDate[] = []
  for (
    let month = start.with({ day: 1 }).add({ months: 1 });
    Temporal.PlainDate.compare(month, end) < 0;
    month = month.add({ months: step })
  ) {
    months.push(month)
  }
  return months
}

function monthName(month: Temporal.PlainDate, locale: string): string {
  return month.toLocaleString(
    locale,
    month.month === 1 ? { month: 'short', year: 'numeric' } : { month: 'short' },
  )
}
