import { Plural, useLingui } from '@lingui/react/macro'
import { Temporal } from 'temporal-polyfill'
import { dayInWords } from '../../../parts/day/format.ts'
import { WeekGrid } from '../../../parts/week-grid/week-grid.tsx'
import type { Roster, RosterDay, RosterPerson } from '../parts/words.ts'
import { DayMark } from './day-cell.tsx'
import { PersonHead } from './person-head.tsx'
import css from './roster.module.css'

/** A day of a person on the roster. */
export type Picked = { person: RosterPerson; day: RosterDay }

export type WeekTableProps = { roster: Roster; today: string; onPick: (picked: Picked) => void }

/** People by day; each day is a button that opens how it was marked. */
export function WeekTable({ roster, today, onPick }: WeekTableProps) {
  const { t, i18n } = useLingui()
  return (
    <WeekGrid
      title={t`People by day`}
      rowTitle={t`Person`}
      from={roster.week}
      length={daysShown(roster)}
      rows={roster.people.map((person) => ({
        key: person.enrolmentId,
        head: <PersonHead person={person} />,
        cell: (on) => {
          const day = person.days.find((one) => one.day === on)
          if (!day) return null
          return (
            <button
              type="button"
              className={css.day}
              data-contract-day={day.contractDayId}
              onClick={() => onPick({ person, day })}
            >
              <span className="only-heard">{t`${person.name}, ${dayInWords(on, i18n.locale)}:`} </span>
              <DayMark day={day} isToCome={on > today} />
            </button>
          )
        },
      }))}
      foot={{ head: t`People`, cell: (on) => peopleOn(countOn(roster, on)) }}
    />
  )
}

const peopleOn = (count: number) =>
  count === 0 ? null : <Plural value={count} one="# person" other="# people" />

const countOn = ({ people }: Roster, on: string): number =>
  people.filter(({ days }) => days.some(({ day }) => day === on)).length

/** Saturday and Sunday stand there only when somebody is down for one of them. */
export function daysShown({ week, people }: Pick<Roster, 'week' | 'people'>): number {
  const friday = Temporal.PlainDate.from(week).add({ days: 4 }).toString()
  return people.some(({ days }) => days.some(({ day }) => day > friday)) ? 7 : 5
}
