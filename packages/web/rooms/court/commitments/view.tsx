import { Trans, useLingui } from '@lingui/react/macro'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { api } from '../../../api/client.ts'
import { answer } from '../../../api/problem.ts'
import type { paths } from '../../../api/schema.gen.ts'
import { useMay } from '../../../app/session-hooks.ts'
import { realDay } from '../../../parts/day/real-day.ts'
import { List } from '../../../parts/list/index.ts'
import { useLiveQuery } from '../../../parts/live/live.ts'
import { Page } from '../../../parts/page/page.tsx'
import { enrolled, originals, states, useListing } from './listing.tsx'

const route = getRouteApi('/staff/commitments')

type Query = NonNullable<paths['/api/court/commitments']['get']['parameters']['query']>

/** As many as a list shows without hesitation. */
const most = 5000

/** The papers courts have sent: what is missing, what is owed, which are not in a program yet. */
export function Commitments() {
  const { t } = useLingui()
  const may = useMay()
  const search = route.useSearch()
  const asked = readQuery(search)
  const key = ['court', 'commitments', asked]
  const query = useQuery({
    queryKey: key,
    queryFn: () => answer(api.GET('/api/court/commitments', { params: { query: asked } })),
    placeholderData: keepPreviousData,
  })
  useLiveQuery(['court.*', 'programs.enrolment-opened'], key)
  const file = new URLSearchParams(
    Object.entries({ ...asked, format: 'csv' }).map(([k, v]) => [k, String(v)]),
  )
  return (
    <Page
      title={t`Commitments`}
      actions={
        may('commitment.write') && (
          <Link to="/commitments/new" className="usa-button">
            <Trans>Receive commitment</Trans>
          </Link>
        )
      }
    >
      <List
        of={useListing()}
        search={search}
        query={{ ...query, data: query.data && { rows: query.data.commitments } }}
        csv={`/api/court/commitments?${file}`}
        fills={
          <Trans>
            A commitment comes here when it is received:{' '}
            <Link to="/commitments/new">receive a commitment</Link>.
          </Trans>
        }
      />
    </Page>
  )
}

/** What the office is asked for: only what it knows. Without a state, what still has to be done. */
function readQuery(search: ReturnType<typeof route.useSearch>): Query {
  const of = <V extends string>(options: readonly { value: V }[], value: string | undefined): V | undefined =>
    options.find((option) => option.value === value)?.value
  const original = of(originals, search.original)
  const inProgram = of(enrolled, search.enrolled)
  return {
    limit: most,
    state: of(states, search.state) ?? 'open',
    ...(original ? { original } : {}),
    ...(inProgram ? { enrolled: inProgram } : {}),
    ...(search.q ? { q: search.q.slice(0, 100) } : {}),
    ...(isDay(search.from) ? { from: search.from } : {}),
    ...(isDay(search.until) ? { until: search.until } : {}),
  }
}

const isDay = (text: string | undefined): text is string => realDay(text) !== null
