import { Trans, useLingui } from '@lingui/react/macro'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Button } from '@trussworks/react-uswds'
import { useState } from 'react'
import { useMay } from '../../../app/session-hooks.ts'
import { Because } from '../../../parts/because/because.tsx'
import { Moment } from '../../../parts/day/day.tsx'
import { Dialog } from '../../../parts/dialog/dialog.tsx'
import { Empty } from '../../../parts/empty/empty.tsx'
import { Page } from '../../../parts/page/page.tsx'
import { Trouble } from '../../../parts/trouble/trouble.tsx'
import { Changes } from './changes.tsx'
import { NumbersContent, ProtocolContent } from './content.tsx'
import { EnterNumbers } from './enter-numbers.tsx'
import { EnterProtocol } from './enter-protocol.tsx'
import css from './guideline.module.css'
import { type GuidelineDetail, type Subject, useGuideline } from './use-guidelines.ts'
import { VersionHead } from './version.tsx'
import { useSubjectWords } from './words.ts'

const route = getRouteApi('/staff/guidelines/$subject')

/** One guideline: what applies and why, what waits, every version and what each changed. */
export function GuidelinePage() {
  const { t } = useLingui()
  const may = useMay()
  const words = useSubjectWords()
  const subject = route.useParams().subject as Subject
  const query = useGuideline(subject)
  const [entering, setEntering] = useState(false)
  const title = words(subject)
  return (
    <Page
      title={title}
      lead={
        <Link to="/guidelines">
          <Trans>All guidelines</Trans>
        </Link>
      }
      actions={
        may('guideline.enter') &&
        query.data && (
          <Button type="button" onClick={() => setEntering(true)}>
            <Trans>Enter a version</Trans>
          </Button>
        )
      }
    >
      {query.isError && <Trouble error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <p aria-busy="true">{t`Reading the guideline…`}</p>}
      {query.data && <Detail detail={query.data} />}
      {entering && query.data && (
        <Dialog title={t`New version: ${title}`} width="wide" onClose={() => setEntering(false)}>
          <Enter detail={query.data} onClose={() => setEntering(false)} />
        </Dialog>
      )}
    </Page>
  )
}

function Enter({ detail, onClose }: { detail: GuidelineDetail; onClose: () => void }) {
  const { guideline, rows } = detail
  if (rows.length > 0)
    return (
      <EnterNumbers
        subject={guideline.subject}
        rows={rows}
        applies={guideline.numbers ?? {}}
        onClose={onClose}
      />
    )
  return <EnterProtocol subject={guideline.subject} applies={guideline.protocol} onClose={onClose} />
}

function Detail({ detail }: { detail: GuidelineDetail }) {
  const { t } = useLingui()
  const { guideline, rows, versions } = detail
  const waiting = versions.filter(({ state }) => state === 'waiting')
  const rest = versions.filter(({ state }) => state !== 'waiting')
  const applies = { protocol: guideline.protocol, numbers: guideline.numbers }
  const stated = { protocol: detail.default, numbers: {} }
  return (
    <>
      {waiting.length > 0 && (
        <section aria-label={t`Waiting for approval`} className={css.waiting}>
          <h2>
            <Trans>Waiting for approval</Trans>
          </h2>
          <ul className={css.versions}>
            {waiting.map((version) => (
              <li key={version.id}>
                <VersionHead version={version}>
                  <Changes before={applies} after={version} rows={rows} />
                </VersionHead>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section aria-labelledby="applies" className={css.part}>
        <h2 id="applies">
          <Trans>What applies now</Trans>
        </h2>
        <Standing detail={detail} />
        {guideline.protocol && <ProtocolContent protocol={guideline.protocol} />}
        {rows.length > 0 && <NumbersContent rows={rows} numbers={guideline.numbers ?? {}} />}
        {!guideline.protocol && rows.length === 0 && (
          <Empty title={t`Each kind has its own default`}>
            <Trans>A version entered here applies to every kind of alarm that has none of its own.</Trans>
          </Empty>
        )}
      </section>
      {rest.length > 0 && (
        <section aria-labelledby="versions" className={css.part}>
          <h2 id="versions">
            <Trans>Versions, and what each changes against the default</Trans>
          </h2>
          <ul className={css.versions}>
            {rest.map((version) => (
              <li key={version.id}>
                <VersionHead version={version}>
                  <Changes before={stated} after={version} rows={rows} />
                </VersionHead>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

/** Why this applies: the agency's own with who approved it, or the stated default. */
function Standing({ detail: { guideline } }: { detail: GuidelineDetail }) {
  if (guideline.source === 'default')
    return (
      <Because clause="EMP-7.3" own>
        <Trans>
          no version of the agency is approved: the default stated with this system applies until a named
          officer approves one.
        </Trans>
      </Because>
    )
  return (
    <Because clause="EMP-7.3">
      {guideline.source === 'all-kinds' ? (
        <Trans>
          {guideline.approvedByName} approved version {guideline.number} for every kind of alarm without its
          own
        </Trans>
      ) : (
        <Trans>
          {guideline.approvedByName} approved version {guideline.number}
        </Trans>
      )}
      {guideline.since && (
        <>
          ,{' '}
          <Trans>
            since <Moment at={guideline.since} />
          </Trans>
        </>
      )}
    </Because>
  )
}
