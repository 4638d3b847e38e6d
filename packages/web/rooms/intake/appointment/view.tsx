import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Alert, AlertText } from '@trussworks/react-uswds'
import { api } from '../../../api/client.ts'
import { answer } from '../../../api/problem.ts'
import { useMay } from '../../../app/session-hooks.ts'
import { useLiveQuery } from '../../../parts/live/live.ts'
import { Page } from '../../../parts/page/page.tsx'
import { Trouble } from '../../../parts/trouble/trouble.tsx'
import { EnrolmentHeader } from '../../programs/enrolment-header/enrolment-header.tsx'
import { type AppointmentPage, keys } from '../queries.ts'
import css from './appointment.module.css'
import { Book } from './book.tsx'
import { DaysAndFees } from './days-and-fees.tsx'
import { OpenAppointment } from './open-appointment.tsx'
import { PastAppointments } from './past-appointments.tsx'
import { Told } from './told.tsx'

const route = getRouteApi('/staff/enrolments/$id/appointment')

/** The appointment of a case: making one, what the person is told, and what becomes of it. */
export function AppointmentOfCase() {
  const { t } = useLingui()
  const { id } = route.useParams()
  const key = keys.ofCase(id, 'appointment')
  const query = useQuery({
    queryKey: key,
    queryFn: () => answer(api.GET('/api/intake/enrolments/{id}/appointments', { params: { path: { id } } })),
  })
  useLiveQuery(['platform.document-*'], key)
  return (
    <Page title={t`Appointment`}>
      <EnrolmentHeader id={id} page="appointment" />
      {query.isError && <Trouble error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <p aria-busy="true">{t`Reading the appointments…`}</p>}
      {query.data && <Matter id={id} page={query.data} />}
    </Page>
  )
}

function Matter({ id, page }: { id: string; page: AppointmentPage }) {
  const may = useMay()
  const mayBook = may('appointment.write')
  return (
    <div className={css.columns}>
      <div className={css.column}>
        {page.open && <OpenAppointment id={id} page={page} open={page.open} />}
        {!page.open && page.canBook && mayBook && <Book id={id} page={page} />}
        {!page.open && !page.canBook && (
          <Alert type="info" slim>
            <AlertText>
              <Trans>This enrolment has ended. It is reopened before an appointment is made.</Trans>
            </AlertText>
          </Alert>
        )}
        <PastAppointments past={page.past} />
      </div>
      <div className={css.column}>
        <DaysAndFees id={id} page={page} />
        {(page.open || page.told.length > 0) && <Told id={id} page={page} />}
      </div>
    </div>
  )
}
