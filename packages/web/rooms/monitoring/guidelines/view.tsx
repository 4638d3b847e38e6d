import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { getRouteApi, Link } from '@tanstack/react-router'
import { List, type Listing } from '../../../parts/list/index.ts'
import { Page } from '../../../parts/page/page.tsx'
import { Status } from '../../../parts/status/status.tsx'
import css from '../guideline/guideline.module.css'
import { type Guideline, useGuidelines } from '../guideline/use-guidelines.ts'
import { VersionHead } from '../guideline/version.tsx'
import { severityWords, useSubjectWords } from '../guideline/words.ts'

const route = getRouteApi('/staff/guidelines')

const gravity = ['critical', 'high', 'medium', 'low', 'note']

/** Everything the agency may lay down about its alarms, and what applies of it (EMP-7.3). */
export function Guidelines() {
  const { t } = useLingui()
  const words = useSubjectWords()
  const query = useGuidelines()
  const waiting = query.data?.waiting ?? []
  return (
    <Page
      title={t`Guidelines`}
      lead={
        <Trans>
          What is done about each kind of alarm, and by which numbers the watch decides. A version applies
          once another named officer has approved it; until then the stated default does (EMP-7.3).
        </Trans>
      }
    >
      {waiting.length > 0 && (
        <section aria-label={t`Waiting for approval`} className={css.waiting}>
          <h2>
            <Trans>Waiting for approval</Trans>
          </h2>
          <ul className={css.versions}>
            {waiting.map((version) => (
              <li key={version.id}>
                <Link to="/guidelines/$subject" params={{ subject: version.subject }}>
                  {words(version.subject)}
                </Link>
                <VersionHead version={version} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <List
        of={useListing()}
        search={route.useSearch()}
        query={{ ...query, data: query.data && { rows: query.data.guidelines } }}
        csv="/api/monitoring/guidelines?format=csv"
        fills={<Trans>Every kind of alarm stands here.</Trans>}
      />
    </Page>
  )
}

function useListing(): Listing<Guideline> {
  const { i18n, t } = useLingui()
  const words = useSubjectWords()
  const minutes = (which: 'acknowledge' | 'notify' | 'resolve') => ({
    text: (row: Guideline) => String(row.protocol?.minutes[which] ?? ''),
    sort: (row: Guideline) => row.protocol?.minutes[which] ?? null,
    align: 'end' as const,
    cell: (row: Guideline) => {
      const count = row.protocol?.minutes[which]
      return count === undefined ? null : t`${count} min`
    },
  })
  return {
    name: 'guidelines',
    title: msg`Guidelines`,
    rowKey: (row) => row.subject,
    filters: [
      {
        key: 'severity',
        label: msg`Severity`,
        as: 'choice',
        options: gravity.map((value) => ({ value, label: severityWords[value as 'note'] })),
        passes: (row, value) => row.protocol?.severity === value,
      },
      {
        key: 'stands',
        label: msg`Stands on`,
        as: 'choice',
        options: [
          { value: 'own', label: msg`The agency’s own` },
          { value: 'default', label: msg`The stated default` },
        ],
        passes: (row, value) => (row.source === 'default') === (value === 'default'),
      },
    ],
    columns: [
      {
        key: 'subject',
        title: msg`About`,
        cell: (row) => (
          <Link to="/guidelines/$subject" params={{ subject: row.subject }}>
            {words(row.subject)}
          </Link>
        ),
        text: (row) => words(row.subject),
        sort: (row) => words(row.subject),
      },
      {
        key: 'severity',
        title: msg`Severity`,
        cell: (row) => row.protocol && i18n._(severityWords[row.protocol.severity]),
        text: (row) => row.protocol?.severity ?? '',
        sort: (row) => (row.protocol ? gravity.indexOf(row.protocol.severity) : null),
      },
      { key: 'acknowledge', title: msg`To acknowledge`, ...minutes('acknowledge') },
      { key: 'notify', title: msg`To notify`, ...minutes('notify') },
      { key: 'resolve', title: msg`To resolve`, ...minutes('resolve') },
      {
        key: 'stands',
        title: msg`Stands on`,
        cell: (row) => <Stands row={row} />,
        text: (row) => row.source,
        sort: (row) => row.source,
      },
    ],
  }
}

function Stands({ row }: { row: Guideline }) {
  const { t } = useLingui()
  const applies =
    row.source === 'default' ? (
      <Status tone="plain">{t`Stated default`}</Status>
    ) : row.source === 'all-kinds' ? (
      <Status tone="settled">{t`The agency’s own for all kinds, version ${row.number ?? 0}`}</Status>
    ) : (
      <Status tone="settled">{t`The agency’s own, version ${row.number ?? 0}`}</Status>
    )
  return (
    <>
      {applies}
      {row.waiting > 0 && (
        <>
          {' '}
          <Status tone="waiting">{t`${row.waiting} waiting`}</Status>
        </>
      )}
    </>
  )
}
