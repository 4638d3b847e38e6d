import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Button } from '@trussworks/react-uswds'
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { answer } from '../../../api/problem.ts'
import { useMay } from '../../../app/session-hooks.ts'
import { Changes } from '../../../parts/changes/changes.tsx'
import { Dialog } from '../../../parts/dialog/dialog.tsx'
import { useLiveQuery } from '../../../parts/live/live.ts'
import { Page } from '../../../parts/page/page.tsx'
import { Trouble } from '../../../parts/trouble/trouble.tsx'
import { type SitePage, workKey } from '../parts/words.ts'
import { ChangeSite } from './change-site.tsx'
import { Details } from './details.tsx'
import { Exceptions } from './exceptions.tsx'
import { PlacesGrid } from './places-grid.tsx'
import { Plans } from './plans.tsx'
import { Returns } from './returns.tsx'
import css from './site.module.css'
import { Supervisors } from './supervisors.tsx'

const route = getRouteApi('/staff/sites/$id')

/** One work site: its contract and work, its places by day, its rosters, who opens its sheets. */
export function Site() {
  const { t } = useLingui()
  const { id } = route.useParams()
  const may = useMay()
  const [changing, setChanging] = useState(false)
  const query = useQuery({
    queryKey: workKey.site(id),
    queryFn: () => answer(api.GET('/api/work-release/sites/{id}', { params: { path: { id } } })),
  })
  useLiveQuery(
    ['work.site-*', 'work.places-changed', 'work.holiday-*', 'work.supervisor-*'],
    workKey.site(id),
  )
  const page = query.data
  return (
    <Page
      title={page?.site.name ?? t`Work site`}
      lead={page?.site.organization}
      actions={
        page &&
        may('site.write') && (
          <Button type="button" onClick={() => setChanging(true)}>
            <Trans>Change site</Trans>
          </Button>
        )
      }
    >
      {query.isError && <Trouble error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <p aria-busy="true">{t`Reading the site…`}</p>}
      {page && <Matter page={page} />}
      {page && changing && (
        <Dialog title={t`Change ${page.site.name}`} onClose={() => setChanging(false)} width="wide">
          <ChangeSite page={page} onDone={() => setChanging(false)} />
        </Dialog>
      )}
    </Page>
  )
}

function Matter({ page }: { page: SitePage }) {
  const may = useMay()
  return (
    <div className={css.columns}>
      <div className={css.column}>
        <PlacesGrid page={page} />
        <Exceptions page={page} />
        {may('roster.read') && <Returns siteId={page.id} />}
      </div>
      <div className={css.column}>
        <Details page={page} />
        <Plans page={page} />
        <Supervisors page={page} />
        <Changes room="work" record="site" id={page.id} />
      </div>
    </div>
  )
}
