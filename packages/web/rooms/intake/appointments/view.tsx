import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Button } from '@trussworks/react-uswds'
import { api } from '../../../api/client.ts'
import { officeToday } from '../../../api/office-clock.ts'
import { answer } from '../../../api/problem.ts'
import { useSignedIn } from '../../../app/session-hooks.ts'
import { dayInWords } from '../../../parts/day/format.ts'
import { useLiveQuery } from '../../../parts/live/live.ts'
import { Page } from '../../../parts/page/page.tsx'
import { Trouble } from '../../../parts/trouble/trouble.tsx'
import { keys, type OfficeDay } from '../queries.ts'
import css from './appointments.module.css'
import { DayBar } from './day-bar.tsx'
import { DayTable } from './day-table.tsx'
import { InLounge } from './in-lounge.tsx'

const route = getRouteApi('/staff/appointments')

/** A day of the office: its times, who is due, who waits, and the one button that is next for each. */
export function Appointments() {
  const { t, i18n } = useLingui()
  const { agency } = useSignedIn()
  const search = route.useSearch()
  const today = officeToday(agency.timeZone).toString()
  const day = search.day ?? today
  const query = useQuery({
    queryKey: keys.day(day),
    queryFn: () => answer(api.GET('/api/intake/days/{day}', { params: { path: { day } } })),
  })
  useLiveQuery(['intake.*'], keys.days)
  return (
    <Page
      title={t`Appointments, ${dayInWords(day, i18n.locale)}`}
      actions={
        <>
          <Button type="button" outline onClick={() => window.print()}>
            <Trans>Print day list</Trans>
          </Button>
          <a className="usa-button usa-button--outline" href={`/api/intake/days/${day}?format=csv`}>
            <Trans>Save as CSV</Trans>
          </a>
          <Link className="usa-button usa-button--outline" to="/lounge">
            <Trans>Open lounge screen</Trans>
          </Link>
          <Link className="usa-button usa-button--outline" to="/appointments/hours">
            <Trans>Appointment hours</Trans>
          </Link>
        </>
      }
    >
      <DayBar day={day} today={today} show={search.show ?? 'all'} />
      {query.isError && <Trouble error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <p aria-busy="true">{t`Reading the day…`}</p>}
      {query.data && <Matter day={query.data} isToday={day === today} show={search.show ?? 'all'} />}
    </Page>
  )
}

function Matter({ day, isToday, show }: { day: OfficeDay; isToday: boolean; show: string }) {
  return (
    <div className={css.columns}>
      <DayTable day={day} isToday={isToday} show={show} />
      {isToday && <InLounge day={day} />}
    </div>
  )
}
