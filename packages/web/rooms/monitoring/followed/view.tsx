import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { api } from '../../../api/client.ts'
import { answer } from '../../../api/problem.ts'
import { Empty } from '../../../parts/empty/empty.tsx'
import { useLiveQuery } from '../../../parts/live/live.ts'
import { Page } from '../../../parts/page/page.tsx'
import { Trouble } from '../../../parts/trouble/trouble.tsx'
import css from './followed.module.css'
import { FoundOne } from './found-one.tsx'

const route = getRouteApi('/staff/followed')
const key = ['monitoring', 'followed'] as const

/** Who and what the center follows, found by name or serial number, each with the alarms that are open about it. */
export function Followed() {
  const { t } = useLingui()
  const { q } = route.useSearch()
  const query = useQuery({
    queryKey: [...key, q],
    enabled: q.trim() !== '',
    queryFn: () => answer(api.GET('/api/monitoring/followed', { params: { query: { q } } })),
  })
  useLiveQuery(['monitoring.alarm-*'], key)
  const { people = [], units = [] } = query.data ?? {}
  const count = people.length + units.length
  return (
    <Page
      title={q === '' ? t`People followed` : t`Found for “${q}”`}
      lead={query.data && <Plural value={count} _0="nothing" one="# found" other="# found" />}
    >
      {query.isError && <Trouble error={query.error} onRetry={() => void query.refetch()} />}
      {query.isFetching && !query.data && <p aria-busy="true">{t`Searching…`}</p>}
      {(q === '' || (query.data && count === 0)) && (
        <Empty title={q === '' ? t`Type something to search for` : t`Nobody who wears a unit is found so`}>
          <Trans>
            Part of a name or of a unit’s serial number finds who wears a unit, and units that nobody wears.
          </Trans>
        </Empty>
      )}
      {count > 0 && (
        <ul className={css.found}>
          {people.map(({ id, name, number, serials, open }) => (
            <FoundOne key={id} name={name} about={[number, ...serials].join(' · ')} open={open} />
          ))}
          {units.map(({ id, serial, open }) => (
            <FoundOne key={id} name={serial} about={t`a unit that nobody wears`} open={open} />
          ))}
        </ul>
      )}
    </Page>
  )
}
