import { useLingui } from '@lingui/react/macro'
import { getRouteApi } from '@tanstack/react-router'
import { Day } from '../../../parts/day/day.tsx'
import { Page } from '../../../parts/page/page.tsx'

const route = getRouteApi('/staff/rosters/$siteId/$week')

/** A week of a site: people by day. */
export function RosterPage() {
  const { t } = useLingui()
  const { week } = route.useParams()
  return (
    <Page title={t`Roster`}>
      <Day day={week} />
    </Page>
  )
}
