import { msg } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { Day } from '../../../parts/day/day.tsx'
import { holds, type Listing } from '../../../parts/list/index.ts'
import { RosterState } from '../parts/roster-state.tsx'
import { type ListedRoster, rosterStates } from '../parts/words.ts'

const states = Object.entries(rosterStates).map(([value, label]) => ({ value, label }))

/** The list of rosters. Three weeks back and three ahead, unless the days say otherwise. */
export const rosterListing: Listing<ListedRoster> = {
  name: 'rosters',
  title: msg`Rosters`,
  rowKey: ({ siteId, week }) => `${siteId} ${week}`,
  order: 'week',
  filters: [
    { key: 'site', label: msg`Site`, as: 'text', passes: (roster, part) => holds(roster.siteName, part) },
    {
      key: 'state',
      label: msg`What is missing`,
      as: 'choice',
      options: states,
      passes: (roster, state) => roster.state === state,
    },
    { key: 'from', label: msg`From the week of`, as: 'day' },
    { key: 'lastDay', label: msg`To the week of`, as: 'day' },
  ],
  columns: [
    {
      key: 'week',
      title: msg`Week of`,
      cell: ({ siteId, week }) => (
        <Link to="/rosters/$siteId/$week" params={{ siteId, week }}>
          <Day day={week} />
        </Link>
      ),
      sort: ({ week, siteName }) => `${week} ${siteName}`,
      oneLine: true,
    },
    {
      key: 'site',
      title: msg`Site`,
      cell: ({ siteId, siteName }) => (
        <Link to="/sites/$id" params={{ id: siteId }}>
          {siteName}
        </Link>
      ),
      sort: ({ siteName }) => siteName,
    },
    {
      key: 'people',
      title: msg`People`,
      align: 'end',
      cell: ({ people }) => people,
      sort: ({ people }) => people,
    },
    {
      key: 'marked',
      title: msg`Days marked`,
      align: 'end',
      cell: ({ marked, days }) => (
        <Trans>
          {marked} of {days}
        </Trans>
      ),
      sort: ({ marked, days }) => days - marked,
    },
    {
      key: 'sentOn',
      title: msg({ message: 'Sent', context: 'roster' }),
      cell: ({ sentOn }) => dayOrNone(sentOn),
      sort: ({ sentOn }) => sentOn,
    },
    {
      key: 'returnedOn',
      title: msg({ message: 'Returned', context: 'roster' }),
      cell: ({ returnedOn }) => dayOrNone(returnedOn),
      sort: ({ returnedOn }) => returnedOn,
    },
    {
      key: 'state',
      title: msg`State`,
      cell: ({ state }) => <RosterState state={state} />,
      sort: ({ state }) => urgency.indexOf(state),
    },
  ],
}

/** What needs a hand first comes first. */
const urgency: ListedRoster['state'][] = ['to-return', 'to-mark', 'to-send', 'sent', 'done']

const dayOrNone = (day: string | null) => (day === null ? '–' : <Day day={day} of="record" />)
