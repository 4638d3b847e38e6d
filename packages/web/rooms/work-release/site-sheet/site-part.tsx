import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { Temporal } from 'temporal-polyfill'
import { dayInWords, timeOfDay } from '../../../parts/day/format.ts'
import { Empty } from '../../../parts/empty/empty.tsx'
import type { SiteSheet } from '../parts/words.ts'
import { PersonRow } from './person-row.tsx'
import { tickOf } from './queue.ts'
import { ReturnSheet } from './return-sheet.tsx'
import css from './site-sheet.module.css'
import type { Ticks } from './use-ticks.ts'

export type SitePartProps = { site: SiteSheet['sites'][number]; sheet: SiteSheet; ticks: Ticks }

/** The week of one site: the days that have people, and the people of the day that is looked at. */
export function SitePart({ site, sheet, ticks }: SitePartProps) {
  const { t, i18n } = useLingui()
  const [picked, setPicked] = useState<string>()
  const days = [...new Set(site.people.flatMap((person) => person.days.map(({ day }) => day)))].toSorted()
  const shown = picked ?? usualDay(days, sheet.today)
  const people = site.people.flatMap((person) => {
    const day = person.days.find((one) => one.day === shown)
    return day ? [{ person, day }] : []
  })
  return (
    <section className={css.site} aria-labelledby={`site-${site.id}`}>
      <h2 id={`site-${site.id}`}>{site.name}</h2>
      <p>
        <Trans>People report at {timeOfDay(site.reportAt, i18n.locale)}</Trans>
      </p>
      {shown === undefined ? (
        <Empty title={t`Nobody is down for this week`}>
          <Trans>People come here when a work contract has a day at this site in this week.</Trans>
        </Empty>
      ) : (
        <>
          <fieldset className={css.days}>
            <legend className="only-heard">{t`Day of the week`}</legend>
            {days.map((day) => (
              <button
                key={day}
                type="button"
                aria-pressed={day === shown}
                className={`${css.button} ${day === shown ? css.on : ''}`}
                onClick={() => setPicked(day)}
              >
                {day === sheet.today ? t`Today` : weekday(day, i18n.locale)}
                <OpenCount site={site} day={day} today={sheet.today} ticks={ticks} />
              </button>
            ))}
          </fieldset>
          <p className={css.shown}>{dayInWords(shown, i18n.locale)}</p>
          {shown > sheet.today && (
            <p>
              <Trans>This day has not come yet. It can be ticked on the day.</Trans>
            </p>
          )}
          <ul>
            {people.map(({ person, day }) => (
              <PersonRow
                key={day.contractDayId}
                person={person}
                day={day}
                dayMinutes={site.dayMinutes}
                ticks={ticks}
                isShut={site.returned || day.day > sheet.today}
              />
            ))}
          </ul>
          <ReturnSheet site={site} sheet={sheet} ticks={ticks} />
        </>
      )}
    </section>
  )
}

/** How many are still to be ticked on a day that has come. */
function OpenCount({
  site,
  day,
  today,
  ticks,
}: {
  site: SitePartProps['site']
  day: string
  today: string
  ticks: Ticks
}) {
  const onDay = site.people.flatMap((person) => person.days.filter((one) => one.day === day))
  const open = onDay.filter(
    ({ mark, contractDayId }) => mark === null && !tickOf(ticks.queue, contractDayId),
  ).length
  if (day > today) return null
  return (
    <span className={css.open}>{open === 0 ? <Trans>all ticked</Trans> : <Trans>{open} to tick</Trans>}</span>
  )
}

/** Today, when somebody is down for it; else the last day that has come, else the first to come. */
function usualDay(days: readonly string[], today: string): string | undefined {
  return days.findLast((day) => day <= today) ?? days[0]
}

const weekday = (day: string, locale: string): string =>
  Temporal.PlainDate.from(day).toLocaleString(locale, { weekday: 'short', month: 'short', day: 'numeric' })
