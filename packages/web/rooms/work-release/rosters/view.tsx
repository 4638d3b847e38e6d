import { Trans, useLingui } from '@lingui/react/macro'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { api } from '../../../api/client.ts'
import { answer } from '../../../api/problem.ts'
import { realDay } from '../../../parts/day/real-day.ts'
import { List } from '../../../parts/list/index.ts'
import { useLiveQuery } from '../../../parts/live/live.ts'
import { Page } from '../../../parts/page/page.tsx'
import { workKey } from '../parts/words.ts'
import { LateSites } from './late-sites.tsx'
import { rosterListing } from './listing.tsx'

const route = getRouteApi('/staff/rosters')

/** Weeks with people by site: what was sent, what came back, what is missing; first the sites that are silent. */
export function Rosters() {
  const { t } = useLingui()
  const search = route.useSearch()
  const weeks = {
    ...(realDay(search.from) ? { from: search.from! } : {}),
    ...(realDay(search.lastDay) ? { lastDay: search.lastDay! } : {}),
  }
  const key = [...workKey.rosters, 'weeks', weeks]
  const query = useQuery({
    queryKey: key,
    queryFn: () =>
      answer(api.GET('/api/work-release/rosters', { params: { query: { ...weeks, limit: 5000 } } })),
    placeholderData: keepPreviousData,
  })
  useLiveQuery(['work.roster-*', 'work.attendance-marked', 'work.contract-made'], key)
  const csv = new URLSearchParams({ ...weeks, limit: '5000', format: 'csv' })
  return (
    <Page title={t`Rosters`} lead={t`A week of a site, with the people who are down for it`}>
      <LateSites />
      <List
        of={rosterListing}
        search={search}
        query={{ ...query, data: query.data && { rows: query.data.rosters } }}
        csv={`/api/work-release/rosters?${csv}`}
        fills={<Trans>A week comes here when a work contract has a day in it.</Trans>}
      />
    </Page>
  )
}
