import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { api } from '../../../api/client.ts'
import { answer } from '../../../api/problem.ts'
import { useMay } from '../../../app/session-hooks.ts'
import { Moment } from '../../../parts/day/day.tsx'
import { useLiveQuery } from '../../../parts/live/live.ts'
import { CountyMap } from '../../../parts/map/county-map.tsx'
import { Page } from '../../../parts/page/page.tsx'
import { Status } from '../../../parts/status/status.tsx'
import { Trouble } from '../../../parts/trouble/trouble.tsx'
import css from '../parts/home.module.css'
import { asArea, homeKey, type SetPage } from '../parts/words.ts'
import { SetForm } from './set-form.tsx'
import { Uses } from './uses.tsx'

const route = getRouteApi('/staff/zone-sets/$id')

/** One set of template zones: its zones on a map and as fields, whom it binds, what it was before. */
export function ZoneSet() {
  const { id } = route.useParams()
  return id === 'new' ? <NewSet /> : <KnownSet key={id} id={id} />
}

function NewSet() {
  const { t } = useLingui()
  return (
    <Page title={t`Draw a zone set`} lead={<Trans>It binds nobody until it is applied.</Trans>}>
      <SetForm set={undefined} />
    </Page>
  )
}

function KnownSet({ id }: { id: string }) {
  const { t } = useLingui()
  const key = [...homeKey.sets, 'one', id]
  const query = useQuery({
    queryKey: key,
    queryFn: () => answer(api.GET('/api/home/zone-sets/{id}', { params: { path: { id } } })),
  })
  useLiveQuery(['home.template-*'], key)
  const set = query.data
  return (
    <Page title={set ? set.name : t`Zone set`}>
      {query.isError && <Trouble error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <p aria-busy="true">{t`Reading the set…`}</p>}
      {set && <Matter set={set} />}
    </Page>
  )
}

function Matter({ set }: { set: SetPage }) {
  const may = useMay()
  const mayChange = may('zone-template.write') && set.ended === null
  return (
    <>
      {set.ended && (
        <p>
          <Status tone="over">
            <Trans>Ended</Trans>
          </Status>{' '}
          <Moment at={set.ended.at} /> {set.ended.because}
        </p>
      )}
      <Uses set={set} mayChange={mayChange} />
      {mayChange ? <SetForm set={set} /> : <Shown set={set} />}
      <Versions set={set} />
    </>
  )
}

function Shown({ set }: { set: SetPage }) {
  return (
    <div className={css.columns}>
      <section className={css.part} aria-labelledby="zones">
        <h2 id="zones">
          <Trans>Zones to stay out of</Trans>
        </h2>
        <ul>
          {set.zones.map(({ id, name }) => (
            <li key={id}>{name}</li>
          ))}
        </ul>
      </section>
      <CountyMap
        label={set.name}
        areas={set.zones.map(({ id, name, area }) => ({ id, name, rule: 'exclusion', form: asArea(area) }))}
        fit={set.id}
      />
    </div>
  )
}

function Versions({ set }: { set: SetPage }) {
  const { t } = useLingui()
  return (
    <section className={css.part} aria-labelledby="versions">
      <h2 id="versions">
        <Trans>Versions: who, when, why</Trans>
      </h2>
      <ol reversed>
        {set.versions.map(({ number, at, by, why, zones }) => (
          <li key={number}>
            <Moment at={at} />, {by}: {why}{' '}
            <span className={css.soft}>{t`Version ${number}, ${zones} zones`}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}
