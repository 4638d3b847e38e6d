import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { api } from '../../../api/client.ts'
import { answer } from '../../../api/problem.ts'
import { useMay } from '../../../app/session-hooks.ts'
import { Moment } from '../../../parts/day/day.tsx'
import { zoneInWords } from '../../../parts/day/format.ts'
import { Empty } from '../../../parts/empty/empty.tsx'
import { useLiveQuery } from '../../../parts/live/live.ts'
import { Page } from '../../../parts/page/page.tsx'
import { Status } from '../../../parts/status/status.tsx'
import { Trouble } from '../../../parts/trouble/trouble.tsx'
import { EnrolmentHeader } from '../../programs/enrolment-header/enrolment-header.tsx'
import css from '../parts/home.module.css'
import { HomeNav } from '../parts/home-nav.tsx'
import { NoHomeZone } from '../parts/no-home-zone.tsx'
import { type HoursPage, homeKey, ruleNames, standingNames, standingTones } from '../parts/words.ts'
import { DatedHours } from './dated-hours.tsx'
import { HoursForm } from './hours-form.tsx'
import { HoursGrid } from './hours-grid.tsx'

const route = getRouteApi('/staff/enrolments/$id/hours')

/** When each zone of a person is in force: the week as a grid, the lines it comes from, days that differ. */
export function Hours() {
  const { t } = useLingui()
  const { id } = route.useParams()
  const query = useQuery({
    queryKey: homeKey.hours(id),
    queryFn: () => answer(api.GET('/api/home/enrolments/{id}/schedule', { params: { path: { id } } })),
  })
  useLiveQuery(['home.*'], homeKey.hours(id))
  const page = query.data
  return (
    <Page title={page ? t`Weekly hours of ${page.person}` : t`Weekly hours`}>
      <EnrolmentHeader id={id} page="overview" />
      <HomeNav id={id} page="hours" />
      {query.isError && <Trouble error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <p aria-busy="true">{t`Reading the hours…`}</p>}
      {page && <NoHomeZone id={id} />}
      {page && (page.zones.length === 0 ? <NoZones page={page} /> : <Matter page={page} />)}
    </Page>
  )
}

function NoZones({ page }: { page: HoursPage }) {
  const { t } = useLingui()
  return (
    <Empty title={t`No zone is drawn`}>
      <Trans>Hours say when a zone is in force: draw the home first.</Trans>{' '}
      <Link to="/enrolments/$id/zones" params={{ id: page.enrolmentId }}>
        <Trans>Zones of this person</Trans>
      </Link>
    </Empty>
  )
}

function Matter({ page }: { page: HoursPage }) {
  const may = useMay()
  const mayChange = may('zone.write') && !page.ended
  return (
    <>
      <Standings page={page} />
      {mayChange ? (
        <HoursForm key={page.enrolmentId} page={page} />
      ) : (
        <HoursGrid zones={page.zones} weekly={page.weekly} />
      )}
      <DatedHours page={page} mayChange={mayChange} />
      <Versions page={page} />
    </>
  )
}

/** How the hours stand to each zone: what is named nowhere binds always, or never. */
function Standings({ page }: { page: HoursPage }) {
  const { t, i18n } = useLingui()
  return (
    <section className={css.part} aria-labelledby="standings">
      <h2 id="standings">
        <Trans>In force now</Trans>
      </h2>
      {page.version === 0 && (
        <p>
          <Trans>Nobody has set hours: every zone is in force at all hours.</Trans>
        </p>
      )}
      <ul>
        {page.zones.map((zone) => (
          <li key={zone.id}>
            {zone.name}, {i18n._(ruleNames[zone.rule])}:{' '}
            <Status tone={standingTones[zone.standing]}>{i18n._(standingNames[zone.standing])}</Status>
          </li>
        ))}
      </ul>
      <p
        className={css.soft}
      >{t`Times are ${zoneInWords(page.timeZone, i18n.locale)}; the days on which the clocks change are reckoned with.`}</p>
    </section>
  )
}

function Versions({ page }: { page: HoursPage }) {
  const { t } = useLingui()
  if (page.versions.length === 0) return null
  return (
    <section className={css.part} aria-labelledby="versions">
      <h2 id="versions">
        <Trans>Versions: who, when, why</Trans>
      </h2>
      <ol reversed>
        {page.versions.map(({ number, at, by, why, weekly }) => (
          <li key={number}>
            <details>
              <summary>
                <Moment at={at} />, {by}: {why} <span className={css.soft}>{t`Version ${number}`}</span>
              </summary>
              <HoursGrid zones={page.zones} weekly={weekly} />
            </details>
          </li>
        ))}
      </ol>
    </section>
  )
}
