import { Trans, useLingui } from '@lingui/react/macro'
import { getRouteApi } from '@tanstack/react-router'
import { Moment } from '../../../parts/day/day.tsx'
import { Page } from '../../../parts/page/page.tsx'
import { Status } from '../../../parts/status/status.tsx'
import { Trouble } from '../../../parts/trouble/trouble.tsx'
import { EnrolmentHeader } from '../../programs/enrolment-header/enrolment-header.tsx'
import css from './booking.module.css'
import { FinishBooking } from './finish-booking.tsx'
import { IntakeChecklist } from './intake-checklist.tsx'
import { PersonSummary } from './person-summary.tsx'
import { RecordForm } from './record-form.tsx'
import { type BookingPage, useBooking, usePersonOf } from './use-booking.ts'

const route = getRouteApi('/staff/enrolments/$id/booking')

/** The booking record (WAP-BOOK.4) and the intake checklist (WAP-BOOK.5), and what is still missing of both. */
export function Booking() {
  const { t } = useLingui()
  const { id } = route.useParams()
  const query = useBooking(id)
  const person = usePersonOf(query.data?.personId)
  return (
    <Page title={t`Booking`}>
      <EnrolmentHeader id={id} page="booking" />
      {query.isError && <Trouble error={query.error} onRetry={() => void query.refetch()} />}
      {person.isError && <Trouble error={person.error} onRetry={() => void person.refetch()} />}
      {(query.isPending || person.isPending) && <p aria-busy="true">{t`Reading the booking record…`}</p>}
      {query.data && person.data && <Matter id={id} page={query.data} person={person.data} />}
    </Page>
  )
}

function Matter({
  id,
  page,
  person,
}: {
  id: string
  page: BookingPage
  person: NonNullable<ReturnType<typeof usePersonOf>['data']>
}) {
  return (
    <div className={css.matter}>
      {page.record?.bookedAt && (
        <p>
          <Status tone="settled">
            <Trans>
              Booked <Moment at={page.record.bookedAt} />
            </Trans>
          </Status>
        </p>
      )}
      <section aria-labelledby="person" className={css.part}>
        <h2 id="person">
          <Trans>The person</Trans>
        </h2>
        <PersonSummary page={page} person={person} />
      </section>
      <section aria-labelledby="record" className={css.part}>
        <h2 id="record">
          <Trans>Booking record</Trans>
        </h2>
        <RecordForm id={id} page={page} personVersion={person.version} />
      </section>
      <IntakeChecklist id={id} page={page} />
      <FinishBooking id={id} page={page} />
    </div>
  )
}
