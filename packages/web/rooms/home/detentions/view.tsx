import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { api } from '../../../api/client.ts'
import { answer } from '../../../api/problem.ts'
import { Because } from '../../../parts/because/because.tsx'
import { List } from '../../../parts/list/index.ts'
import { useLiveQuery } from '../../../parts/live/live.ts'
import { Page } from '../../../parts/page/page.tsx'
import { Status } from '../../../parts/status/status.tsx'
import { detentionKey, type ProgramPlaces } from '../parts/detention-words.ts'
import css from './detentions.module.css'
import { detentionListing } from './listing.tsx'

const route = getRouteApi('/staff/home-detention')

/** Everyone in home detention or on the way there, and the places of each program that are left. */
export function Detentions() {
  const { t } = useLingui()
  const query = useQuery({
    queryKey: detentionKey.list,
    queryFn: () => answer(api.GET('/api/home/detentions', { params: { query: { limit: 5000 } } })),
  })
  useLiveQuery(['home.*', 'equipment.unit-*', 'programs.step-recorded'], detentionKey.list)
  return (
    <Page title={t`Caseload and places`}>
      {query.data && (
        <ul className={css.places} aria-label={t`Places of the programs`}>
          {query.data.places.map((places) => (
            <Places key={places.pack} places={places} />
          ))}
        </ul>
      )}
      <List
        of={detentionListing}
        search={route.useSearch()}
        query={{ ...query, data: query.data && { rows: query.data.people } }}
        csv="/api/home/detentions?format=csv&limit=5000"
        fills={<Trans>Somebody comes here when accepted into a program that is served at home.</Trans>}
      />
    </Page>
  )
}

function Places({ places }: { places: ProgramPlaces }) {
  const { t } = useLingui()
  const { program, clause, capacity, enrolled, free, waiting } = places
  return (
    <li className={css.program}>
      <h2>{program}</h2>
      <p className={css.free}>
        {free === null ? (
          <Status tone="now">{t`Nobody has set how many places there are`}</Status>
        ) : (
          <Status tone={free === 0 ? 'now' : 'settled'}>
            <Plural value={free} _0="no place is free" one="# place is free" other="# places are free" />
          </Status>
        )}
      </p>
      <p>
        <Plural value={enrolled} one="# person" other="# people" />
        {capacity !== null && <> {t`of at most ${capacity}`}</>}
      </p>
      {waiting > 0 && (
        <p>
          <Link to="/home-detention" search={{ slot: 'waiting' }}>
            <Plural value={waiting} one="# waits for a place" other="# wait for a place" />
          </Link>
        </p>
      )}
      <Because clause={clause} told>
        <Trans>Each program counts its own people: who holds a place, and who wears a unit.</Trans>
      </Because>
    </li>
  )
}
