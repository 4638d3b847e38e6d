import { Trans, useLingui } from '@lingui/react/macro'
import { getRouteApi } from '@tanstack/react-router'
import { Page } from '../../../parts/page/page.tsx'
import { Trouble } from '../../../parts/trouble/trouble.tsx'
import { Notes, UnreadNotes } from './notes.tsx'
import { Now } from './now.tsx'
import { Plan } from './plan.tsx'
import { useBoard } from './use-board.ts'

const route = getRouteApi('/staff/shifts')

/** Who is at a post, who is to be, where somebody lacks, and what was handed over (EMP-7.1). */
export function Shifts() {
  const { t } = useLingui()
  const { from } = route.useSearch()
  const query = useBoard(from)
  return (
    <Page
      title={t`Shift board`}
      lead={<Trans>A supervisor at all times; what lacks shows before it happens, and now (EMP-7.1).</Trans>}
      actions={
        <a
          href={`/api/monitoring/shifts?format=csv&days=31${from ? `&from=${from}` : ''}`}
          download
          className="usa-button usa-button--outline"
        >
          <Trans>Save as CSV</Trans>
        </a>
      }
    >
      {query.isError && <Trouble error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <p aria-busy="true">{t`Reading the board…`}</p>}
      {query.data && (
        <>
          <Now board={query.data} />
          <UnreadNotes board={query.data} />
          <Plan board={query.data} />
          <Notes board={query.data} />
        </>
      )}
    </Page>
  )
}
