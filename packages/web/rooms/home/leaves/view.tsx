import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { api } from '../../../api/client.ts'
import { answer } from '../../../api/problem.ts'
import { Moment } from '../../../parts/day/day.tsx'
import { holds, List, type Listing } from '../../../parts/list/index.ts'
import { useLiveQuery } from '../../../parts/live/live.ts'
import { Page } from '../../../parts/page/page.tsx'
import { LeaveClock, LeaveState, LeaveWhen } from '../parts/leave-shown.tsx'
import { homeKey, type ListedLeave, leaveKindNames } from '../parts/words.ts'
import { KindName } from './kind-name.tsx'

const route = getRouteApi('/staff/leave')

const listing: Listing<ListedLeave> = {
  name: 'leave',
  title: msg`Leave`,
  rowKey: (leave) => leave.id,
  filters: [
    {
      key: 'show',
      label: msg`State`,
      as: 'choice',
      unchosen: msg`Waits for a decision`,
      options: [
        { value: 'current', label: msg`Granted and not over` },
        { value: 'all', label: msg`All` },
      ],
    },
    { key: 'who', label: msg`Person`, as: 'text', passes: (leave, part) => holds(leave.person, part) },
    {
      key: 'kind',
      label: msg`Kind`,
      as: 'choice',
      options: (Object.keys(leaveKindNames) as ListedLeave['kind'][]).map((value) => ({
        value,
        label: leaveKindNames[value],
      })),
      passes: (leave, kind) => leave.kind === kind,
    },
  ],
  columns: [
    {
      key: 'person',
      title: msg`Person`,
      cell: (leave) => (
        <Link to="/leave/$id" params={{ id: leave.id }}>
          {leave.person}
        </Link>
      ),
      text: (leave) => leave.person,
      sort: (leave) => leave.person,
    },
    {
      key: 'kind',
      title: msg`Kind`,
      cell: (leave) => <KindName kind={leave.kind} />,
      text: (leave) => leave.kind,
      sort: (leave) => leave.kind,
    },
    { key: 'whereto', title: msg`Where to`, cell: (leave) => leave.whereto, text: (leave) => leave.whereto },
    {
      key: 'when',
      title: msg`When`,
      cell: (leave) => <LeaveWhen leave={leave} />,
      text: (leave) => `${leave.from} ${leave.to}`,
      sort: (leave) => leave.from,
    },
    {
      key: 'clock',
      title: msg`Clock`,
      cell: (leave) => <LeaveClock leave={leave} />,
      sort: (leave) => leave.next?.from ?? null,
    },
    {
      key: 'asked',
      title: msg`Asked`,
      cell: (leave) => (
        <span>
          <Moment at={leave.askedAt} />, {leave.askedBy}
        </span>
      ),
      text: (leave) => `${leave.askedAt} ${leave.askedBy}`,
      sort: (leave) => leave.askedAt,
    },
    {
      key: 'state',
      title: msg`State`,
      cell: (leave) => <LeaveState state={leave.state} />,
      text: (leave) => leave.state,
      sort: (leave) => leave.state,
    },
  ],
}

/** Every leave: those that wait for a decision, by when they begin. */
export function Leaves() {
  const { t } = useLingui()
  const search = route.useSearch()
  const show = search.show === 'current' || search.show === 'all' ? search.show : 'open'
  const query = useQuery({
    queryKey: [...homeKey.leave, 'list', show],
    queryFn: () => answer(api.GET('/api/home/leave', { params: { query: { show, limit: 5000 } } })),
  })
  useLiveQuery(['home.leave-*'], homeKey.leave)
  return (
    <Page title={t`Leave`} lead={<Trans>What begins first stands on top.</Trans>}>
      <List
        of={listing}
        search={search}
        query={{ ...query, data: query.data && { rows: query.data.leave } }}
        fills={<Trans>A leave comes here when somebody asks for it on a participant’s word.</Trans>}
      />
    </Page>
  )
}
