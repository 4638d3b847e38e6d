import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { Amount } from '../parts/amount/amount.tsx'
import { Day } from '../parts/day/day.tsx'
import { holds, List, type Listing } from '../parts/list/index.ts'
import { Page } from '../parts/page/page.tsx'
import { Status } from '../parts/status/status.tsx'

type Person = {
  id: string
  name: string
  docket: string
  start: string
  days: number
  balanceCents: number
  status: string
}

const tones = { active: 'settled', waiting: 'waiting', overdue: 'now', completed: 'over' } as const

const people: Listing<Person> = {
  name: 'people',
  title: 'People',
  rowKey: ({ id }) => id,
  order: 'name',
  filters: [
    { key: 'q', label: 'Name', as: 'text', passes: ({ name }, part) => holds(name, part) },
    {
      key: 'status',
      label: 'State',
      as: 'choice',
      options: Object.keys(tones).map((value) => ({ value, label: value })),
      passes: ({ status }, value) => status === value,
    },
    { key: 'from', label: 'Starts from', as: 'day', passes: ({ start }, day) => start >= day },
  ],
  columns: [
    {
      key: 'name',
      title: 'Name',
      cell: ({ name }) => <Link to="/">{name}</Link>,
      text: ({ name }) => name,
      sort: ({ name }) => name,
    },
    { key: 'docket', title: 'Docket', cell: ({ docket }) => docket, text: ({ docket }) => docket },
    {
      key: 'start',
      title: 'Starts',
      cell: ({ start }) => <Day day={start} />,
      text: ({ start }) => start,
      sort: ({ start }) => start,
    },
    {
      key: 'days',
      title: 'Days',
      cell: ({ days }) => days,
      text: ({ days }) => String(days),
      sort: ({ days }) => days,
      align: 'end',
    },
    {
      key: 'balance',
      title: 'Owed',
      cell: ({ balanceCents }) => <Amount cents={balanceCents} />,
      sort: ({ balanceCents }) => balanceCents,
      align: 'end',
    },
    {
      key: 'status',
      title: 'State',
      cell: ({ status }) => <Status tone={tones[status as keyof typeof tones]}>{status}</Status>,
      text: ({ status }) => status,
      sort: ({ status }) => status,
    },
  ],
}

export function ListView() {
  const search = useSearch({ strict: false }) as Record<string, string | undefined>
  const query = useQuery({
    queryKey: ['gallery', search.mode],
    queryFn: async () => {
      const response = await fetch(`/api/test/people?${search.mode ?? ''}=1`)
      if (!response.ok) throw new TypeError('fetch failed')
      return (await response.json()) as { rows: Person[]; total: number }
    },
    retry: false,
  })
  return (
    <Page title="People">
      <List
        of={people}
        search={search}
        query={query}
        fills="People come here when a commitment is received."
      />
    </Page>
  )
}
