import { Trans, useLingui } from '@lingui/react/macro'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { api } from '../../../api/client.ts'
import { answer } from '../../../api/problem.ts'
import { List } from '../../../parts/list/index.ts'
import { useLiveQuery } from '../../../parts/live/live.ts'
import { Page } from '../../../parts/page/page.tsx'
import { keys } from '../alarm/words.ts'
import { askedOf } from './asked.ts'
import { closedListing } from './listing.tsx'

const route = getRouteApi('/staff/closed-alarms')

/** So many rows are drawn, and so many stand in the file, which says so in its name. */
const shownAtMost = 1000
const filedAtMost = 5000

/** Alarms that a person has closed: found again by whom, what, why and when. */
export function ClosedAlarms() {
  const { t } = useLingui()
  const search = route.useSearch()
  const asked = askedOf(search)
  const query = useQuery({
    queryKey: [...keys.queue, asked],
    queryFn: () =>
      answer(api.GET('/api/monitoring/alarms', { params: { query: { ...asked, limit: shownAtMost } } })),
    placeholderData: keepPreviousData,
  })
  useLiveQuery(['monitoring.alarm-*'], keys.queue)
  const csv = new URLSearchParams({ ...asked, format: 'csv', limit: String(filedAtMost) })
  const { data } = query
  return (
    <Page
      title={t`Closed alarms`}
      lead={<Trans>The newest first. Closed by mistake? Open it here and press “Open again”.</Trans>}
    >
      <List
        of={closedListing}
        search={search}
        query={{ ...query, data: data && { rows: data.alarms, total: data.total } }}
        csv={`/api/monitoring/alarms?${csv}`}
        fills={<Trans>An alarm comes here when a person closes it.</Trans>}
      />
      {data && data.total > filedAtMost && (
        <p>
          <Trans>The file holds the newest {filedAtMost} of them: narrow the filters for the others.</Trans>
        </p>
      )}
    </Page>
  )
}
