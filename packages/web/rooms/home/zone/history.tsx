import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { api } from '../../../api/client.ts'
import { answer } from '../../../api/problem.ts'
import { Moment } from '../../../parts/day/day.tsx'
import { Trouble } from '../../../parts/trouble/trouble.tsx'
import css from '../parts/home.module.css'
import { homeKey, ruleNames, type ZoneHistory } from '../parts/words.ts'

/** Every drawing of a zone, newest first: who, when, why, and what it was before (EMP-8.2). */
export function History({ zoneId }: { zoneId: string }) {
  const { t } = useLingui()
  const query = useQuery({
    queryKey: homeKey.zone(zoneId),
    queryFn: () => answer(api.GET('/api/home/zones/{id}', { params: { path: { id: zoneId } } })),
  })
  const history = query.data
  return (
    <section className={css.part} aria-labelledby="drawings">
      <h2 id="drawings">
        <Trans>Drawings: who, when, why</Trans>
      </h2>
      {query.isError && <Trouble error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <p aria-busy="true">{t`Reading the drawings…`}</p>}
      {history && (
        <ol reversed>
          {history.ended && (
            <li>
              <Moment at={history.ended.at} />, {history.ended.by}: <Trans>taken off</Trans>.{' '}
              {history.ended.because}
            </li>
          )}
          {history.versions.map((version) => (
            <Version key={version.number} version={version} />
          ))}
        </ol>
      )}
    </section>
  )
}

function Version({ version }: { version: ZoneHistory['versions'][number] }) {
  const { t, i18n } = useLingui()
  const { area, number, bufferM } = version
  const radius = area.kind === 'circle' ? Math.round(area.radius) : 0
  const corners = area.kind === 'polygon' ? area.coordinates.flat().length : 0
  return (
    <li>
      <Moment at={version.at} />, {version.by}: {version.name}, {i18n._(ruleNames[version.rule])},{' '}
      {area.kind === 'circle' && t`a circle of ${radius} meters`}
      {area.kind === 'polygon' && t`an outline of ${corners} corners`}
      {area.kind === 'multipolygon' && t`several parts`}
      {bufferM !== 0 && <>, {t`line moved by ${bufferM} meters`}</>}. {version.why}{' '}
      <span className={css.soft}>{t`Version ${number}`}</span>
    </li>
  )
}
