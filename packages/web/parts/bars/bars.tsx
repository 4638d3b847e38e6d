import { useLingui } from '@lingui/react/macro'
import { Temporal } from 'temporal-polyfill'
import { dayInWords } from '../day/format.ts'
import css from './bars.module.css'
import { type Scale, scaleOf } from './scale.ts'

/** A span of days, first and last included (`YYYY-MM-DD`). */
export type Bar = { key: string; label: string; from: string; until: string; tone?: 'solid' | 'soft' }

/**
 * Spans of days as bars under a calendar, so that an overlap is seen at once. The same stands in words beneath for
 * those who do not see it.
 */
export function Bars({ title, bars }: { title: string; bars: readonly Bar[] }) {
  const { i18n, t } = useLingui()
  const scale = scaleOf(bars)
  if (!scale) return null
  return (
    <figure className={css.figure}>
      <figcaption className={css.title}>{title}</figcaption>
      <div className={css.chart} aria-hidden="true">
        <Months scale={scale} />
        {bars.map(({ key, label, from, until, tone = 'solid' }) => (
          <div key={key} className={css.row}>
            <span className={css.label}>{label}</span>
            <div
              className={`${css.bar} ${css[tone]}`}
              style={{ marginLeft: `${scale.at(from)}%`, width: `${scale.width(from, until)}%` }}
            />
          </div>
        ))}
      </div>
      <ul className={css.words}>
        {bars.map(({ key, label, from, until }) => (
          <li
            key={key}
          >{t`${label}: ${dayInWords(from, i18n.locale)} to ${dayInWords(until, i18n.locale)}`}</li>
        ))}
      </ul>
    </figure>
  )
}

function Months({ scale }: { scale: Scale }) {
  const { i18n } = useLingui()
  return (
    <div className={css.months}>
      {scale.months.map((month) => (
        <span key={month} className={css.month} style={{ left: `${scale.at(month)}%` }}>
          {monthName(month, i18n.locale)}
        </span>
      ))}
    </div>
  )
}

/** "Apr"; January carries its year. */
function monthName(day: string, locale: string): string {
  const month = Temporal.PlainDate.from(day)
  const year = month.month === 1 ? ({ year: '2-digit' } as const) : {}
  return month.toLocaleString(locale, { month: 'short', ...year })
}
