import { useLingui } from '@lingui/react/macro'
import { getRouteApi } from '@tanstack/react-router'
import { Page } from '../../../parts/page/page.tsx'
import { EnrolmentHeader } from '../../programs/enrolment-header/enrolment-header.tsx'

const route = getRouteApi('/staff/enrolments/$id/booking')

export function Booking() {
  const { t } = useLingui()
  const { id } = route.useParams()
  return (
    <Page title={t`Booking`}>
      <EnrolmentHeader id={id} page="booking" />
    </Page>
  )
}
