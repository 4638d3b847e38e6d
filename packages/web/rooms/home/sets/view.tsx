import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { api } from '../../../api/client.ts'
import { answer } from '../../../api/problem.ts'
import { useMay } from '../../../app/session-hooks.ts'
import { Moment } from '../../../parts/day/day.tsx'
import { holds, List, type Listing } from '../../../parts/list/index.ts'
import { useLiveQuery } from '../../../parts/live/live.ts'
import { Page } from '../../../parts/page/page.tsx'
import { homeKey, type ListedSet } from '../parts/words.ts'
import { Applied } from './applied.tsx'

const route = getRouteApi('/staff/zone-sets')

const listing: Listing<ListedSet> = {
  name: 'zone-sets',
  title: msg`Zone sets`,
  rowKey: (set) => set.id,
  filters: [
    { key: 'q', label: msg`Name`, as: 'text', passes: (set, part) => holds(set.name, part) },
    {
      key: 'ended',
      label: msg`State`,
      as: 'choice',
      unchosen: msg`In use`,
      options: [{ value: 'yes', label: msg`Ended ones too` }],
    },
  ],
  columns: [
    {
      key: 'name',
      title: msg`Name`,
      cell: (set) => (
        <Link to="/zone-sets/$id" params={{ id: set.id }}>
          {set.name}
        </Link>
      ),
      text: (set) => set.name,
      sort: (set) => set.name.toLowerCase(),
    },
    {
      key: 'zones',
      title: msg`Zones`,
      align: 'end',
      cell: (set) => set.zones,
      text: (set) => String(set.zones),
      sort: (set) => set.zones,
    },
    {
      key: 'applied',
      title: msg`Applied to`,
      cell: (set) => <Applied set={set} />,
      text: (set) =>
        [set.everyone ? 'everyone' : '', ...set.programs, String(set.people)].filter(Boolean).join(', '),
    },
    {
      key: 'changed',
      title: msg`Changed`,
      cell: (set) => (
        <span>
          <Moment at={set.at} />, {set.by}
        </span>
      ),
      text: (set) => `${set.at} ${set.by}`,
      sort: (set) => set.at,
    },
  ],
}

/** Zones drawn once for many people: schools, playgrounds (EMP-8.3). */
export function ZoneSets() {
  const { t } = useLingui()
  const may = useMay()
  const search = route.useSearch()
  const ended = search.ended === 'yes'
  const query = useQuery({
    queryKey: [...homeKey.sets, ended],
    queryFn: () =>
      answer(
        api.GET('/api/home/zone-sets', {
          params: { query: { limit: 5000, ended: ended ? 'true' : 'false' } },
        }),
      ),
  })
  useLiveQuery(['home.template-*'], homeKey.sets)
  return (
    <Page
      title={t`Zone sets`}
      lead={<Trans>Drawn once, applied to many; a change holds for all of them at once.</Trans>}
      actions={
        may('zone-template.write') && (
          <Link to="/zone-sets/$id" params={{ id: 'new' }} className="usa-button">{t`Draw a set`}</Link>
        )
      }
    >
      <List
        of={listing}
        search={search}
        query={{ ...query, data: query.data && { rows: query.data.sets } }}
        fills={<Trans>A set comes here when somebody draws zones for a group, such as all schools.</Trans>}
      />
    </Page>
  )
}
