import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { api } from '../../../api/client.ts'
import { answer } from '../../../api/problem.ts'
import { useMay } from '../../../app/session-hooks.ts'
import { Empty } from '../../../parts/empty/empty.tsx'
import { useLiveQuery } from '../../../parts/live/live.ts'
import { Page } from '../../../parts/page/page.tsx'
import { Trouble } from '../../../parts/trouble/trouble.tsx'
import { EnrolmentHeader } from '../../programs/enrolment-header/enrolment-header.tsx'
import { type ContractPage, workKey } from '../parts/words.ts'
import css from './contract.module.css'
import { ContractDays } from './contract-days.tsx'
import { PrintContract } from './print-contract.tsx'
import { Standing } from './standing.tsx'
import { Versions } from './versions.tsx'

const route = getRouteApi('/staff/enrolments/$id/contract')

/** The work contract as it stands: each day with how it went, what is still owed, every version before. */
export function Contract() {
  const { t } = useLingui()
  const { id } = route.useParams()
  const may = useMay()
  const key = workKey.contract(id)
  const query = useQuery({
    queryKey: key,
    queryFn: () =>
      answer(api.GET('/api/work-release/enrolments/{id}/contract', { params: { path: { id } } })),
  })
  useLiveQuery(
    ['work.contract-made', 'work.attendance-marked', 'platform.document-*', 'programs.worksheet-computed'],
    key,
  )
  const page = query.data
  return (
    <Page
      title={t`Work contract`}
      actions={
        may('schedule.write') &&
        page &&
        page.versions.length > 0 && (
          <Link to="/enrolments/$id/schedule" params={{ id }} className="usa-button usa-button--outline">
            <Trans>Change days</Trans>
          </Link>
        )
      }
    >
      <EnrolmentHeader id={id} page="contract" />
      {query.isError && <Trouble error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <p aria-busy="true">{t`Reading the contract…`}</p>}
      {page && (page.versions.length === 0 ? <None id={id} /> : <Matter page={page} />)}
    </Page>
  )
}

function None({ id }: { id: string }) {
  const { t } = useLingui()
  return (
    <Empty title={t`There is no work contract yet`}>
      <Link to="/enrolments/$id/schedule" params={{ id }} className="usa-button">
        <Trans>Choose site and days</Trans>
      </Link>
    </Empty>
  )
}

function Matter({ page }: { page: ContractPage }) {
  return (
    <div className={css.columns}>
      <div className={css.column}>
        <Standing page={page} />
        <ContractDays page={page} />
      </div>
      <div className={css.column}>
        <PrintContract page={page} />
        <Versions page={page} />
      </div>
    </div>
  )
}
