import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Button } from '@trussworks/react-uswds'
import { api } from '../../../api/client.ts'
import { answer } from '../../../api/problem.ts'
import { useSignedIn } from '../../../app/session-hooks.ts'
import { Moment } from '../../../parts/day/day.tsx'
import { Page } from '../../../parts/page/page.tsx'
import { Trouble } from '../../../parts/trouble/trouble.tsx'
import { Findings, Fixes } from '../alarm/evidence-tables.tsx'
import { Entry } from '../alarm/record.tsx'
import { type AlarmFileAnswer, closingWords, severityWords } from '../alarm/words.ts'
import { EngineText } from '../parts/engine-text.tsx'
import { kindWords } from '../parts/kind-words.ts'
import css from './file.module.css'
import { FileDuties } from './file-duties.tsx'

const route = getRouteApi('/staff/alarms/$id/file')

/** One alarm on paper, for a deputy or a court: no queue, no keys, no telephones. Taking it is recorded as a look. */
export function AlarmFile() {
  const { t } = useLingui()
  const { id } = route.useParams()
  const query = useQuery({
    queryKey: ['monitoring', 'alarm-file', id],
    queryFn: () =>
      answer(
        api.POST('/api/monitoring/alarms/{id}/file', { params: { path: { id } }, body: {} }),
      ) as Promise<AlarmFileAnswer>,
    // Each taking is an act: it is asked for once, and stays no longer than it is shown.
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })
  const number = query.data?.alarm.number
  return (
    <Page
      title={number === undefined ? t`File of an alarm` : t`Alarm ${number}`}
      actions={
        <>
          <Link to="/alarms" search={{ alarm: id }}>
            <Trans>Back to the alarm</Trans>
          </Link>
          <Button type="button" outline onClick={() => window.print()}>
            <Trans>Print</Trans>
          </Button>
        </>
      }
    >
      {query.isError && <Trouble error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <p aria-busy="true">{t`Reading the alarm…`}</p>}
      {query.data && <Sheet file={query.data} />}
    </Page>
  )
}

function Sheet({ file }: { file: AlarmFileAnswer }) {
  const { fixes, findings, record } = file
  const approvals = record.filter(({ kind }) => kind.startsWith('dispatch-'))
  return (
    <article className={css.sheet}>
      <Head file={file} />
      <Findings evidence={{ happenings: findings }} />
      <Fixes evidence={{ fixes, more: false }} />
      <FileDuties file={file} />
      <section>
        <h2>
          <Trans>Approvals</Trans>
        </h2>
        {approvals.length === 0 ? (
          <p>
            <Trans>Nothing was asked of a supervisor.</Trans>
          </p>
        ) : (
          <Entries of={approvals} />
        )}
      </section>
      <section>
        <h2>
          <Trans>The whole record</Trans>
        </h2>
        <Entries of={record} />
      </section>
    </article>
  )
}

function Entries({ of }: { of: AlarmFileAnswer['record'] }) {
  return (
    <ol className={css.record}>
      {of.map((entry) => (
        <li key={entry.number}>
          <Moment at={entry.at} />
          <Entry entry={entry} />
        </li>
      ))}
    </ol>
  )
}

/** Whose it is, what, when, how it ended; and who took the file when. */
function Head({ file: { alarm, after, zones, takenAt, takenBy } }: { file: AlarmFileAnswer }) {
  const { i18n } = useLingui()
  const { agency } = useSignedIn()
  const kind = kindWords[alarm.kind]
  return (
    <header>
      <p>{agency.name}</p>
      <h2>
        {kind ? i18n._(kind) : alarm.kind}
        {alarm.zone && <> · {alarm.zone}</>}
      </h2>
      <p>
        <strong>{alarm.person?.name ?? alarm.unit?.serial}</strong> · {i18n._(severityWords[alarm.severity])}
        {alarm.drill && (
          <>
            {' · '}
            <Trans>drill</Trans>
          </>
        )}
      </p>
      <p>
        <EngineText text={alarm.why} />
      </p>
      <p>
        <Trans>
          Happened <Moment at={alarm.happenedAt} /> · opened <Moment at={alarm.openedAt} />
        </Trans>
      </p>
      {alarm.endedAt && (
        <p>
          <Trans>
            The watch saw that it was over: <Moment at={alarm.endedAt} />
          </Trans>
        </p>
      )}
      {alarm.closedAt && alarm.closedCode ? (
        <p>
          <strong>{i18n._(closingWords[alarm.closedCode])}</strong>{' '}
          <Trans>
            Closed by {alarm.closedBy} · <Moment at={alarm.closedAt} />
          </Trans>
        </p>
      ) : (
        <p>
          <Trans>It is still open.</Trans>
        </p>
      )}
      {after && (
        <p>
          <Trans>The same incident was closed before as alarm {after.number}.</Trans>
        </p>
      )}
      {zones.map((zone) => (
        <p key={`${zone.id} ${zone.version}`}>
          {zone.name}, <Trans>drawing {zone.version}, in force when it happened</Trans>
        </p>
      ))}
      <p className={css.soft}>
        <Trans>
          This file was taken by {takenBy} on <Moment at={takenAt} />, and that is on record.
        </Trans>
      </p>
    </header>
  )
}
