import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { api } from '../../../api/client.ts'
import { answer } from '../../../api/problem.ts'
import { Amount, amountInWords } from '../../../parts/amount/amount.tsx'
import { Day } from '../../../parts/day/day.tsx'
import { holds, List, type Listing } from '../../../parts/list/index.ts'
import { useLiveQuery } from '../../../parts/live/live.ts'
import { Page } from '../../../parts/page/page.tsx'
import { WaiverState } from '../waiver-state.tsx'
import type { Waiver } from '../words.ts'

const route = getRouteApi('/staff/waivers')
const key = ['money', 'waivers']

const listing: Listing<Waiver> = {
  name: 'waivers',
  title: msg`Waivers`,
  rowKey: (waiver) => waiver.id,
  filters: [
    {
      key: 'state',
      label: msg`State`,
      as: 'choice',
      options: [
        { value: 'open', label: msg`Waits for a decision` },
        { value: 'decided', label: msg`Settled` },
      ],
    },
    { key: 'who', label: msg`Person`, as: 'text', passes: (waiver, part) => holds(waiver.person, part) },
  ],
  columns: [
    {
      key: 'person',
      title: msg`Person`,
      cell: (waiver) => (
        <Link to="/waivers/$id" params={{ id: waiver.id }}>
          {waiver.person}
        </Link>
      ),
      text: (waiver) => waiver.person,
      sort: (waiver) => waiver.person,
    },
    {
      key: 'number',
      title: msg`Booking number`,
      oneLine: true,
      cell: (waiver) => waiver.enrolmentNumber,
      text: (waiver) => waiver.enrolmentNumber,
    },
    {
      key: 'asked',
      title: msg`Asked on`,
      cell: (waiver) => <Day day={waiver.onDay} />,
      text: (waiver) => waiver.onDay,
      sort: (waiver) => waiver.at,
    },
    {
      key: 'by',
      title: msg`Asked by`,
      cell: (waiver) => waiver.askedBy ?? '',
      text: (waiver) => waiver.askedBy ?? '',
      sort: (waiver) => waiver.askedBy,
    },
    {
      key: 'amount',
      title: msg`Asked for`,
      align: 'end',
      cell: (waiver) => <Amount cents={waiver.askedCents ?? waiver.owedCents} />,
      text: (waiver) => amountInWords(waiver.askedCents ?? waiver.owedCents, 'en-US'),
      sort: (waiver) => waiver.askedCents ?? waiver.owedCents,
    },
    {
      key: 'state',
      title: msg`State`,
      cell: (waiver) => <WaiverState waiver={waiver} />,
      text: (waiver) => waiver.state,
      sort: (waiver) => waiver.state,
    },
  ],
}

/** Requests to waive fees: those that wait for a decision first, the oldest on top, then the settled ones. */
export function Waivers() {
  const { t } = useLingui()
  const search = route.useSearch()
  const state = search.state === 'decided' || search.state === 'open' ? search.state : 'all'
  const query = useQuery({
    queryKey: [...key, state],
    queryFn: () => answer(api.GET('/api/money/waivers', { params: { query: { state } } })),
  })
  useLiveQuery(['money.waiver-*'], key)
  return (
    <Page
      title={t`Waivers`}
      lead={<Trans>Decided by a sergeant, a lieutenant or the bureau manager, never by who asked.</Trans>}
    >
      <List
        of={listing}
        search={search}
        query={{ ...query, data: query.data && { rows: query.data.waivers } }}
        fills={<Trans>A request comes here when a person says that they cannot pay their fees.</Trans>}
      />
    </Page>
  )
}
