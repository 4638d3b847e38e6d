import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { api } from '../../../api/client.ts'
import { answer } from '../../../api/problem.ts'
import { useMay } from '../../../app/session-hooks.ts'
import { Moment } from '../../../parts/day/day.tsx'
import { Empty } from '../../../parts/empty/empty.tsx'
import { useLiveQuery } from '../../../parts/live/live.ts'
import { CountyMap } from '../../../parts/map/county-map.tsx'
import { Page } from '../../../parts/page/page.tsx'
import { Status } from '../../../parts/status/status.tsx'
import { Trouble } from '../../../parts/trouble/trouble.tsx'
import { EnrolmentHeader } from '../../programs/enrolment-header/enrolment-header.tsx'
import css from '../parts/home.module.css'
import { HomeNav } from '../parts/home-nav.tsx'
import { LeftZones } from '../parts/left-zones.tsx'
import { ownAreas, placeMarks, setAreas } from '../parts/map-things.ts'
import { NoHomeZone } from '../parts/no-home-zone.tsx'
import { homeKey, ruleNames, standingNames, standingTones, type ZonesPage } from '../parts/words.ts'
import { Exceptions } from './exceptions.tsx'

const route = getRouteApi('/staff/enrolments/$id/zones')

/** Where a person may and may not be: the zones on a map and in a table, the sets that bind, the exceptions. */
export function Zones() {
  const { t } = useLingui()
  const { id } = route.useParams()
  const query = useQuery({
    queryKey: homeKey.zones(id),
    queryFn: () => answer(api.GET('/api/home/enrolments/{id}/zones', { params: { path: { id } } })),
  })
  useLiveQuery(['home.*'], homeKey.zones(id))
  const page = query.data
  return (
    <Page title={page ? t`Zones of ${page.person}` : t`Zones`} actions={page && <DrawLink page={page} />}>
      <EnrolmentHeader id={id} page="overview" />
      <HomeNav id={id} page="zones" />
      {query.isError && <Trouble error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <p aria-busy="true">{t`Reading the zones…`}</p>}
      {page && <NoHomeZone id={id} />}
      {page && !page.ended && <LeftZones id={id} />}
      {page && <Matter page={page} />}
    </Page>
  )
}

function DrawLink({ page }: { page: ZonesPage }) {
  const { t } = useLingui()
  const may = useMay()
  if (!may('zone.write') || page.ended) return null
  return (
    <Link
      to="/enrolments/$id/zones/$zoneId"
      params={{ id: page.enrolmentId, zoneId: 'new' }}
      className="usa-button"
    >{t`Draw a zone`}</Link>
  )
}

function Matter({ page }: { page: ZonesPage }) {
  const { t } = useLingui()
  const areas = [...setAreas(page), ...ownAreas(page)]
  return (
    <>
      {page.ended && (
        <p>
          <Status tone="over">
            <Trans>This enrolment has ended: nothing of it binds any more.</Trans>
          </Status>
        </p>
      )}
      <div className={css.columns}>
        <div className={css.parts}>
          <OwnZones page={page} />
          <SetsBinding page={page} />
          <Exceptions page={page} />
        </div>
        {(areas.length > 0 || page.places.some(({ lat }) => lat !== null)) && (
          <CountyMap
            label={t`Zones of ${page.person}`}
            areas={areas}
            marks={placeMarks(page, { home: t`home`, place: t`approved place` })}
            fit={areas.map(({ id }) => id).join(' ')}
          />
        )}
      </div>
    </>
  )
}

function OwnZones({ page }: { page: ZonesPage }) {
  const { t, i18n } = useLingui()
  return (
    <section className={css.part} aria-labelledby="own-zones">
      <h2 id="own-zones">
        <Trans>Zones of this person</Trans>
      </h2>
      {page.zones.length === 0 ? (
        <Empty title={t`No zone is drawn`}>
          <Trans>The home comes first: draw a circle around it, in which the person must be.</Trans>
        </Empty>
      ) : (
        <div className={css.frame}>
          <table className={`${css.table} ${css.stacked}`}>
            <caption className="only-heard">{t`Zones of this person`}</caption>
            <thead>
              <tr>
                <th scope="col">{t`Zone`}</th>
                <th scope="col">{t`The person`}</th>
                <th scope="col">{t`In force`}</th>
                <th scope="col">{t`Since`}</th>
              </tr>
            </thead>
            <tbody>
              {page.zones.map((zone) => (
                <tr key={zone.id}>
                  <th scope="row">
                    <Link
                      to="/enrolments/$id/zones/$zoneId"
                      params={{ id: page.enrolmentId, zoneId: zone.id }}
                    >
                      {zone.name}
                    </Link>
                  </th>
                  <td>{i18n._(ruleNames[zone.rule])}</td>
                  <td>
                    <Status tone={standingTones[zone.standing]}>
                      {i18n._(standingNames[zone.standing])}
                    </Status>
                  </td>
                  <td>
                    <Moment at={zone.at} />, {zone.by}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}

function SetsBinding({ page }: { page: ZonesPage }) {
  const { t } = useLingui()
  if (page.sets.length === 0) return null
  const reach = {
    everyone: t`applied to everyone who wears a unit`,
    program: t`applied to everyone in the program`,
    person: t`applied to this person`,
  }
  return (
    <section className={css.part} aria-labelledby="sets-binding">
      <h2 id="sets-binding">
        <Trans>Zone sets that bind</Trans>
      </h2>
      <ul>
        {page.sets.map((set) => {
          const count = set.zones.length
          return (
            <li key={set.id}>
              <Link to="/zone-sets/$id" params={{ id: set.id }}>
                {set.name}
              </Link>{' '}
              <span className={css.soft}>
                {t`${count} zones to stay out of`}, {reach[set.reach]}
              </span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
