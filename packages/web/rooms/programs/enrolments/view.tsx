import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { api } from '../../../api/client.ts'
import { answer } from '../../../api/problem.ts'
import type { paths } from '../../../api/schema.gen.ts'
import { Day } from '../../../parts/day/day.tsx'
import { realDay } from '../../../parts/day/real-day.ts'
import { holds, List, type Listing } from '../../../parts/list/index.ts'
import { useLiveQuery } from '../../../parts/live/live.ts'
import { Page } from '../../../parts/page/page.tsx'
import { EnrolmentState } from '../enrolment-state/enrolment-state.tsx'
import css from './enrolments.module.css'

type Query = NonNullable<paths['/api/programs/enrolments']['get']['parameters']['query']>
type Row =
  paths['/api/programs/enrolments']['get']['responses']['200']['content']['application/json']['rows'][number]
type State = NonNullable<Query['state']>

const states: readonly { value: State; label: ReturnType<typeof msg> }[] = [
  { value: 'all', label: msg({ message: 'All', context: 'enrolments' }) },
  { value: 'ended', label: msg`All that have ended` },
  { value: 'opened', label: msg`Opened` },
  { value: 'appointed', label: msg`Appointment made` },
  { value: 'applied', label: msg`Applied` },
  { value: 'accepted', label: msg`Accepted` },
  { value: 'booked', label: msg`Booked` },
  { value: 'active', label: msg`Serving` },
  { value: 'completed', label: msg`Completed` },
  { value: 'denied', label: msg`Denied` },
  { value: 'returned-to-court', label: msg`Returned to court` },
  { value: 'withdrawn', label: msg`Withdrawn` },
]

const nameOf = (row: Row): string => [row.familyName, row.givenNames].filter(Boolean).join(', ')

const listing: Listing<Row> = {
  name: 'enrolments',
  title: msg`Enrolments`,
  rowKey: ({ id }) => id,
  order: '-opened',
  filters: [
    { key: 'state', label: msg`State`, as: 'choice', options: states, unchosen: msg`All that are open` },
    {
      key: 'q',
      label: msg`Name, number or docket`,
      as: 'text',
      passes: (row, part) => holds([nameOf(row), row.number, ...row.dockets].join(' '), part),
    },
    { key: 'openedFrom', label: msg`Opened from`, as: 'day' },
    { key: 'openedUntil', label: msg`Opened until`, as: 'day' },
  ],
  columns: [
    {
      key: 'number',
      title: msg`Number`,
      cell: (row) => (
        <Link to="/enrolments/$id" params={{ id: row.id }} className={css.whole}>
          {row.number}
        </Link>
      ),
      text: ({ number }) => number,
      sort: ({ number }) => number,
    },
    {
      key: 'name',
      title: msg`Person`,
      cell: (row) => (
        <Link to="/people/$id" params={{ id: row.personId }}>
          {nameOf(row)}
        </Link>
      ),
      text: nameOf,
      sort: nameOf,
    },
    {
      key: 'state',
      title: msg`State`,
      cell: ({ state }) => <EnrolmentState state={state} />,
      text: ({ state }) => state,
      sort: ({ state }) => state,
    },
    {
      key: 'since',
      title: msg`Since`,
      cell: ({ since }) => <Day day={since} />,
      text: ({ since }) => since,
      sort: ({ since }) => since,
    },
    {
      key: 'dockets',
      title: msg`Dockets`,
      cell: ({ dockets }) => dockets.filter(Boolean).map((docket) => <Docket key={docket} docket={docket} />),
      text: ({ dockets }) => dockets.filter(Boolean).join(', '),
    },
    {
      key: 'days',
      title: msg`Days credited`,
      cell: (row) => <Credited row={row} />,
      text: ({ creditedDays, adjustedDays }) => `${creditedDays} / ${adjustedDays ?? '-'}`,
      sort: ({ creditedDays }) => creditedDays,
      align: 'end',
    },
    {
      key: 'left',
      title: msg`Left`,
      cell: ({ daysLeft }) => daysLeft,
      text: ({ daysLeft }) => String(daysLeft ?? ''),
      sort: ({ daysLeft }) => daysLeft,
      align: 'end',
    },
    {
      key: 'release',
      title: msg`Release day`,
      cell: ({ releaseDay }) => releaseDay && <Day day={releaseDay} />,
      text: ({ releaseDay }) => releaseDay ?? '',
      sort: ({ releaseDay }) => releaseDay,
    },
    {
      key: 'opened',
      title: msg`Opened`,
      cell: ({ openedOn }) => <Day day={openedOn} />,
      text: ({ openedOn }) => openedOn,
      sort: ({ openedOn, number }) => `${openedOn} ${number}`,
    },
  ],
}

const Docket = ({ docket }: { docket: string }) => <span className={css.docket}>{docket}</span>

function Credited({ row: { creditedDays, adjustedDays } }: { row: Row }) {
  if (adjustedDays === null) return creditedDays
  return (
    <Trans>
      {creditedDays} of {adjustedDays}
    </Trans>
  )
}

const route = getRouteApi('/staff/enrolments')

/** As many as a list shows without hesitation. */
const most = 5000

/** Everybody in a program, by state: who is waiting for what, who works, who has ended. */
export function Enrolments() {
  const { t } = useLingui()
  const search = route.useSearch()
  const asked = readQuery(search)
  const key = ['programs', 'enrolments', asked]
  const query = useQuery({
    queryKey: key,
    queryFn: () => answer(api.GET('/api/programs/enrolments', { params: { query: asked } })),
  })
  useLiveQuery(['programs.*'], key)
  const file = new URLSearchParams(
    Object.entries({ ...asked, format: 'csv' }).map(([k, v]) => [k, String(v)]),
  )
  return (
    <Page title={t`Enrolments`}>
      <List
        of={listing}
        search={search}
        query={query}
        // The office does not know what was typed to find a name; then the file is made of what is shown.
        {...(search.q ? {} : { csv: `/api/programs/enrolments?${file}` })}
        fills={
          <Trans>
            A person comes here when an enrolment is opened over a commitment:{' '}
            <Link to="/commitments">see the commitments</Link>.
          </Trans>
        }
      />
    </Page>
  )
}

function readQuery({ state, openedFrom, openedUntil }: ReturnType<typeof route.useSearch>): Query {
  const known = states.find(({ value }) => value === state)
  return {
    limit: most,
    ...(known ? { state: known.value } : {}),
    ...(isDay(openedFrom) ? { openedFrom } : {}),
    ...(isDay(openedUntil) ? { openedUntil } : {}),
  }
}

const isDay = (text: string | undefined): text is string => realDay(text) !== null
