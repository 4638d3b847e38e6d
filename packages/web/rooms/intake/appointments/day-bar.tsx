import { Trans, useLingui } from '@lingui/react/macro'
import { Link, useNavigate } from '@tanstack/react-router'
import { Label, Select } from '@trussworks/react-uswds'
import { Temporal } from 'temporal-polyfill'
import { useKeys } from '../../../parts/keys/keys.tsx'
import type { Appointment } from '../queries.ts'
import { appointmentStates } from '../words.ts'
import css from './appointments.module.css'

const shown: readonly Appointment['state'][] = [
  'booked',
  'waiting',
  'in-interview',
  'kept',
  'stopped',
  'no-show',
]

/** Which day, and who of it. Both stand in the address. */
export function DayBar({ day, today, show }: { day: string; today: string; show: string }) {
  const { t, i18n } = useLingui()
  const navigate = useNavigate({ from: '/appointments' })
  const beside = (days: number): string => Temporal.PlainDate.from(day).add({ days }).toString()
  const go = (to: string): void => void navigate({ search: (before) => ({ ...before, day: to }) })
  useKeys([
    { key: '[', does: t`Day before`, press: () => go(beside(-1)) },
    { key: ']', does: t`Day after`, press: () => go(beside(1)) },
    { key: 't', does: t`Today`, press: () => go(today) },
  ])
  return (
    <div className={`${css.bar} not-printed`}>
      <nav aria-label={t`Days`} className={css.turn}>
        <Link to="/appointments" search={(before) => ({ ...before, day: beside(-1) })}>
          <Trans>Day before</Trans>
        </Link>
        <Link to="/appointments" search={(before) => ({ ...before, day: today })}>
          <Trans>Today</Trans>
        </Link>
        <Link to="/appointments" search={(before) => ({ ...before, day: beside(1) })}>
          <Trans>Day after</Trans>
        </Link>
      </nav>
      <div className={css.filter}>
        <Label htmlFor="day">
          <Trans>Day</Trans>
        </Label>
        <input
          className="usa-input"
          id="day"
          name="day"
          type="date"
          value={day}
          onChange={(event) => event.target.value !== '' && go(event.target.value)}
        />
      </div>
      <div className={css.filter}>
        <Label htmlFor="show">
          <Trans>Show</Trans>
        </Label>
        <Select
          id="show"
          name="show"
          value={show}
          onChange={(event) =>
            void navigate({ search: (before) => ({ ...before, show: event.target.value }) })
          }
        >
          <option value="all">{t`Everybody who is due`}</option>
          {shown.map((state) => (
            <option key={state} value={state}>
              {i18n._(appointmentStates[state].words)}
            </option>
          ))}
        </Select>
      </div>
    </div>
  )
}
