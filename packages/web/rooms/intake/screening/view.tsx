import { useLingui } from '@lingui/react/macro'
import { getRouteApi } from '@tanstack/react-router'
import { Page } from '../../../parts/page/page.tsx'
import { EnrolmentHeader } from '../../programs/enrolment-header/enrolment-header.tsx'

const route = getRouteApi('/staff/enrolments/$id/screening')

export function Screening() {
  const { t } = useLingui()
  const { id } = route.useParams()
  return (
    <Page title={t`Screening`}>
      <EnrolmentHeader id={id} page="screening" />
    </Page>
  )
}
