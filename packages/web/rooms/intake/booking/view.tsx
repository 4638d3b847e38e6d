import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Button } from '@trussworks/react-uswds'
import { api } from '../../../api/client.ts'
import { answer } from '../../../api/problem.ts'
import { useMay } from '../../../app/session-hooks.ts'
import { useLiveQuery } from '../../../parts/live/live.ts'
import { Page } from '../../../parts/page/page.tsx'
import { Trouble } from '../../../parts/trouble/trouble.tsx'
import { detailsKey } from '../../people/details/details-key.ts'
import { Identifiers } from '../../people/details/identifiers.tsx'
import { Photo } from '../../people/details/photo.tsx'
import type { PersonRecord } from '../../people/parts/person-fields.ts'
import { EnrolmentHeader } from '../../programs/enrolment-header/enrolment-header.tsx'
import { type BookingPage, keys } from '../queries.ts'
import css from './booking.module.css'
import { Complete } from './complete.tsx'
import { FromTheCourt } from './from-the-court.tsx'
import { IntakeChecklist } from './intake-checklist.tsx'
import { Prints } from './prints.tsx'
import { RecordForm } from './record-form.tsx'

const route = getRouteApi('/staff/enrolments/$id/booking')

/** The booking interview: the record on one side, the checklist on the other (WAP-BOOK.4, WAP-BOOK.5). */
export function Booking() {
  const { t } = useLingui()
  const { id } = route.useParams()
  const key = keys.ofCase(id, 'booking')
  const query = useQuery({
    queryKey: key,
    queryFn: () => answer(api.GET('/api/intake/enrolments/{id}/booking', { params: { path: { id } } })),
  })
  // A photo or a number that was added is part of this record, too.
  useLiveQuery(['people.*'], key)
  return (
    <Page
      title={t`Booking`}
      actions={
        <Button type="button" outline onClick={() => window.print()}>
          <Trans>Print booking record</Trans>
        </Button>
      }
    >
      <EnrolmentHeader id={id} page="booking" />
      {query.isError && <Trouble error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <p aria-busy="true">{t`Reading the booking record…`}</p>}
      {query.data && <Matter id={id} page={query.data} />}
    </Page>
  )
}

function Matter({ id, page }: { id: string; page: BookingPage }) {
  const { t } = useLingui()
  const may = useMay()
  const person = useQuery({
    queryKey: detailsKey(page.personId),
    queryFn: () =>
      answer(api.GET('/api/people/{personId}', { params: { path: { personId: page.personId } } })),
  })
  const mayWrite = may('booking.write') && may('person.write')
  return (
    <div className={css.columns}>
      <div className={css.column}>
        <FromTheCourt id={id} page={page} />
        {person.isError && <Trouble error={person.error} onRetry={() => void person.refetch()} />}
        {person.isPending && <p aria-busy="true">{t`Reading the person’s record…`}</p>}
        {person.data && mayWrite && <RecordForm id={id} page={page} person={person.data} />}
        {person.data && mayWrite && <OfThePerson person={person.data} />}
      </div>
      <div className={css.column}>
        <Complete id={id} page={page} />
        <IntakeChecklist id={id} page={page} />
        <Prints id={id} />
      </div>
    </div>
  )
}

/** What is kept with the person and saved by itself: the photo and the sealed numbers. */
function OfThePerson({ person }: { person: PersonRecord }) {
  return (
    <div className={`${css.beside} not-printed`}>
      <Photo person={person} />
      <Identifiers person={person} />
    </div>
  )
}
