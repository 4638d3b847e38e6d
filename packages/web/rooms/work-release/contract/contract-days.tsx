import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { Temporal } from 'temporal-polyfill'
import { officeToday } from '../../../api/office-clock.ts'
import { useMay, useSignedIn } from '../../../app/session-hooks.ts'
import { Day } from '../../../parts/day/day.tsx'
import { Status, type Tone } from '../../../parts/status/status.tsx'
import { useHours } from '../parts/hours.ts'
import { type ContractPage, markNames } from '../parts/words.ts'
import css from './contract.module.css'

type ContractDay = ContractPage['days'][number]

/** Each day of the contract as it stands, with how it went. */
export function ContractDays({ page }: { page: ContractPage }) {
  const { t } = useLingui()
  return (
    <section aria-labelledby="days" className={css.part}>
      <h2 id="days">
        <Trans>Days</Trans>
      </h2>
      <div className={css.frame}>
        <table className={css.table}>
          <thead>
            <tr>
              <th scope="col">{t`Day`}</th>
              <th scope="col">{t`Site`}</th>
              <th scope="col">{t`How it went`}</th>
            </tr>
          </thead>
          <tbody>
            {page.days.map((day) => (
              <Row key={day.id} day={day} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

function Row({ day }: { day: ContractDay }) {
  const { t } = useLingui()
  const may = useMay()
  return (
    <tr>
      <th scope="row">
        {may('roster.read') ? (
          <Link to="/rosters/$siteId/$week" params={{ siteId: day.siteId, week: mondayOf(day.day) }}>
            <Day day={day.day} />
          </Link>
        ) : (
          <Day day={day.day} />
        )}
      </th>
      <td data-title={t`Site`}>{day.siteName}</td>
      <td data-title={t`How it went`}>
        <How day={day} />
      </td>
    </tr>
  )
}

const tones: Record<ContractDay['standing'], Tone> = {
  open: 'plain',
  worked: 'settled',
  incomplete: 'waiting',
  missed: 'now',
  'stood-down': 'over',
}

function How({ day }: { day: ContractDay }) {
  const { i18n, t } = useLingui()
  const hours = useHours()
  const { agency } = useSignedIn()
  const today = officeToday(agency.timeZone).toString()
  if (day.mark === null)
    return (
      <Status tone={day.day < today ? 'waiting' : 'plain'}>
        {day.day < today ? t`not reported` : t`to come`}
      </Status>
    )
  return (
    <>
      <Status tone={tones[day.standing]}>{i18n._(markNames[day.mark])}</Status>
      {day.minutes !== null && `, ${hours(day.minutes)}`}
      {day.standing === 'incomplete' && `, ${t`no credit`}`}
      {day.rescheduled && <span className={css.soft}> {t`another day was put in its place`}</span>}
    </>
  )
}

const mondayOf = (day: string): string => {
  const date = Temporal.PlainDate.from(day)
  return date.subtract({ days: date.dayOfWeek - 1 }).toString()
}
