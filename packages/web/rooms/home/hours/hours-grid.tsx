import { useLingui } from '@lingui/react/macro'
import { timeOfDay } from '../../../parts/day/format.ts'
import { dayNames, type HoursPage, type WeeklyHours, weekdays } from '../parts/words.ts'
import css from './hours.module.css'
import { segmentsOf, timeOf } from './segments.ts'

type GridProps = {
  zones: readonly Pick<HoursPage['zones'][number], 'id' | 'name'>[]
  weekly: readonly WeeklyHours[]
}

/** A week as a grid: days across, zones down; in each field the hours as a strip and in words. */
export function HoursGrid({ zones, weekly }: GridProps) {
  const { t, i18n } = useLingui()
  const named = zones.filter(({ id }) => weekly.some(({ zone }) => zone === id))
  if (named.length === 0) return null
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls where the screen is narrow.
    <section className={css.frame} tabIndex={0} aria-label={t`Hours of the week`}>
      <table className={css.week}>
        <caption className="only-heard">{t`Hours of the week`}</caption>
        <thead>
          <tr>
            <th scope="col">{t`Zone`}</th>
            {weekdays.map((day) => (
              <th key={day} scope="col">
                {i18n._(dayNames[day])}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {named.map(({ id, name }) => (
            <tr key={id}>
              <th scope="row">{name}</th>
              {weekdays.map((day, place) => (
                <td key={day} data-day={i18n._(dayNames[day])}>
                  <DayHours weekly={weekly} zone={id} weekday={place} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function DayHours({
  weekly,
  zone,
  weekday,
}: {
  weekly: readonly WeeklyHours[]
  zone: string
  weekday: number
}) {
  const { t, i18n } = useLingui()
  const segments = segmentsOf(weekly, zone, weekday)
  const words = (minutes: number) => timeOfDay(timeOf(minutes), i18n.locale)
  const isWhole = segments[0]?.from === 0 && segments[0].to === 1440
  return (
    <>
      <span className={css.strip} aria-hidden="true">
        {segments.map(({ from, to }) => (
          <span
            key={from}
            className={css.segment}
            style={{ insetInlineStart: `${from / 14.4}%`, inlineSize: `${(to - from) / 14.4}%` }}
          />
        ))}
      </span>
      {segments.length === 0 && <span className={css.none}>{t`none`}</span>}
      {isWhole ? (
        <span>{t`all day`}</span>
      ) : (
        segments.map(({ from, to }) => <span key={from}>{t`${words(from)} to ${words(to)}`}</span>)
      )}
    </>
  )
}
