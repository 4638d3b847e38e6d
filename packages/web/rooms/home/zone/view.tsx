import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { api } from '../../../api/client.ts'
import { answer } from '../../../api/problem.ts'
import { useMay } from '../../../app/session-hooks.ts'
import { Empty } from '../../../parts/empty/empty.tsx'
import { Page } from '../../../parts/page/page.tsx'
import { Trouble } from '../../../parts/trouble/trouble.tsx'
import { EnrolmentHeader } from '../../programs/enrolment-header/enrolment-header.tsx'
import { HomeNav } from '../parts/home-nav.tsx'
import { homeKey, type ZonesPage } from '../parts/words.ts'
import { History } from './history.tsx'
import { ZoneForm } from './zone-form.tsx'
import { ZoneShown } from './zone-shown.tsx'

const route = getRouteApi('/staff/enrolments/$id/zones/$zoneId')

/** One zone: drawn, dragged or typed, tried on the last 14 days, saved; and what it was before. */
export function ZoneEditor() {
  const { t } = useLingui()
  const { id, zoneId } = route.useParams()
  const query = useQuery({
    queryKey: homeKey.zones(id),
    queryFn: () => answer(api.GET('/api/home/enrolments/{id}/zones', { params: { path: { id } } })),
  })
  const page = query.data
  const zone = page?.zones.find((one) => one.id === zoneId)
  const isNew = zoneId === 'new'
  return (
    <Page title={zone ? zone.name : isNew ? t`Draw a zone` : t`Zone`}>
      <EnrolmentHeader id={id} page="overview" />
      <HomeNav id={id} page="zones" />
      {query.isError && <Trouble error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <p aria-busy="true">{t`Reading the zones…`}</p>}
      {page && (zone || isNew) && <Matter key={zoneId} page={page} zoneId={isNew ? null : zoneId} />}
      {page && !zone && !isNew && (
        <Empty title={t`This zone is not in force`}>
          <Link to="/enrolments/$id/zones" params={{ id }}>
            <Trans>All zones of this person</Trans>
          </Link>
        </Empty>
      )}
      {!isNew && <History zoneId={zoneId} />}
    </Page>
  )
}

function Matter({ page, zoneId }: { page: ZonesPage; zoneId: string | null }) {
  const may = useMay()
  const zone = page.zones.find(({ id }) => id === zoneId)
  if (may('zone.write') && !page.ended) return <ZoneForm page={page} zone={zone} />
  return zone ? <ZoneShown page={page} zone={zone} /> : null
}
