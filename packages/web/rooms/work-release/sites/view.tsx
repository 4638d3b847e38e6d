import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { api } from '../../../api/client.ts'
import { answer } from '../../../api/problem.ts'
import { useMay } from '../../../app/session-hooks.ts'
import { List } from '../../../parts/list/index.ts'
import { useLiveQuery } from '../../../parts/live/live.ts'
import { Page } from '../../../parts/page/page.tsx'
import { workKey } from '../parts/words.ts'
import { Holidays } from './holidays.tsx'
import { siteListing } from './listing.tsx'

const route = getRouteApi('/staff/sites')

/** Every work site of the office, and the holidays on which all of them are closed. */
export function Sites() {
  const { t } = useLingui()
  const may = useMay()
  const query = useQuery({
    queryKey: workKey.sites,
    queryFn: () => answer(api.GET('/api/work-release/sites', { params: { query: { limit: 5000 } } })),
  })
  useLiveQuery(['work.site-*', 'work.places-changed', 'work.holiday-*', 'work.contract-made'], workKey.sites)
  return (
    <Page
      title={t`Work sites`}
      actions={
        may('site.write') && (
          <Link to="/sites/new" className="usa-button">
            <Trans>Add site</Trans>
          </Link>
        )
      }
    >
      <List
        of={siteListing}
        search={route.useSearch()}
        query={{ ...query, data: query.data && { rows: query.data.sites } }}
        csv="/api/work-release/sites?format=csv&limit=5000"
        fills={<Trans>A site comes here when its organization has signed a contract with the office.</Trans>}
      />
      <Holidays />
    </Page>
  )
}
