import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { api } from '../../../api/client.ts'
import { answer } from '../../../api/problem.ts'
import { realDay } from '../../../parts/day/real-day.ts'
import { List } from '../../../parts/list/index.ts'
import { useLiveQuery } from '../../../parts/live/live.ts'
import { Page } from '../../../parts/page/page.tsx'
import { listName } from '../../people/parts/names.ts'
import type { LookScope, Purpose } from '../parts/looking-words.ts'
import { purposeWords, scopeWords } from '../parts/looking-words.ts'
import { type ListedLook, lookListing } from './listing.tsx'
import css from './looks.module.css'
import { PeopleDialog } from './people-dialog.tsx'

const route = getRouteApi('/staff/looks')
const key = ['monitoring', 'looks']
const most = 2000

/** Who looked at where people are and were: when, why, at what. For those who answer for it. */
export function Looks() {
  const { t } = useLingui()
  const search = route.useSearch()
  const [opened, setOpened] = useState<ListedLook | null>(null)
  const listing = useMemo(() => lookListing(setOpened), [])
  const asked = askedOf(search)
  const query = useQuery({
    queryKey: [...key, asked],
    queryFn: () => answer(api.GET('/api/monitoring/looks', { params: { query: { ...asked, limit: most } } })),
  })
  useLiveQuery(['monitoring.looked'], key)
  const csv = new URLSearchParams({ ...asked, format: 'csv', limit: '5000' })
  const name = query.data?.looks.flatMap(({ names }) => names).find(({ id }) => id === search.person)
  return (
    <Page
      title={t`Who looked at whom`}
      lead={t`Every look at where somebody is or was, with its purpose. Nothing is shown without one.`}
    >
      {search.person && (
        <p className={css.one}>
          <strong>
            {name ? <Trans>Only looks at {listName(name)}</Trans> : <Trans>Only looks at one person</Trans>}
          </strong>
          <Link to="/looks" search={withoutPerson(search)}>
            <Trans>Show all</Trans>
          </Link>
        </p>
      )}
      <List
        of={listing}
        search={search}
        query={{ ...query, data: query.data && { rows: query.data.looks, total: query.data.total } }}
        csv={`/api/monitoring/looks?${csv}`}
        fills={<Trans>A line comes here when somebody opens the map, a person’s day or an alarm.</Trans>}
      />
      {opened && <PeopleDialog look={opened} onClose={() => setOpened(null)} />}
    </Page>
  )
}

/** The same list for everybody. */
function withoutPerson({ person: _person, ...others }: Search): Search {
  return others
}

type Search = ReturnType<typeof route.useSearch>

/** What the office filters by; a choice that is not offered is left out. */
function askedOf({ from, to, purpose, scope, person }: Search) {
  const isDay = (text: string | undefined): text is string => realDay(text) !== null
  const isId = (text: string | undefined): text is string => /^[0-9a-f-]{36}$/.test(text ?? '')
  return {
    ...(isDay(from) ? { from } : {}),
    ...(isDay(to) ? { to } : {}),
    ...(purpose && purpose in purposeWords ? { purpose: purpose as Purpose } : {}),
    ...(scope && scope in scopeWords ? { scope: scope as LookScope } : {}),
    ...(isId(person) ? { personId: person } : {}),
  }
}
