import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { api } from '../../../api/client.ts'
import { answer, Refused } from '../../../api/problem.ts'
import { useMay } from '../../../app/session-hooks.ts'
import { Empty } from '../../../parts/empty/empty.tsx'
import { useLiveQuery } from '../../../parts/live/live.ts'
import { Page } from '../../../parts/page/page.tsx'
import { Trouble } from '../../../parts/trouble/trouble.tsx'
import { EnrolmentHeader } from '../../programs/enrolment-header/enrolment-header.tsx'
import { type SchedulePage, workKey } from '../parts/words.ts'
import { Circumstances } from './circumstances.tsx'
import { DaysGrid } from './days-grid.tsx'
import { Draft } from './draft.tsx'
import css from './schedule.module.css'
import { SiteTable } from './site-table.tsx'
import { useDraft } from './use-draft.ts'

const route = getRouteApi('/staff/enrolments/$id/schedule')

/** Site and days: sites in the order of the policy, places by day, and the contract that comes of it beside them. */
export function Schedule() {
  const { t } = useLingui()
  const { id } = route.useParams()
  const { site } = route.useSearch()
  const key = [...workKey.schedule(id), site ?? '']
  const query = useQuery({
    queryKey: key,
    queryFn: () =>
      answer(
        api.GET('/api/work-release/enrolments/{id}/schedule', {
          params: { path: { id }, query: site ? { siteId: site } : {} },
        }),
      ),
    placeholderData: (before) => before,
  })
  useLiveQuery(['work.*', 'programs.worksheet-computed', 'programs.step-recorded'], workKey.schedule(id))
  const page = query.data
  return (
    <Page title={page ? t`Site and days of ${page.person.name}` : t`Site and days`}>
      <EnrolmentHeader id={id} page="schedule" />
      {query.isError && <NotYet error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <p aria-busy="true">{t`Reading sites and days…`}</p>}
      {page && !query.isError && <Matter key={page.enrolmentId} page={page} />}
    </Page>
  )
}

/** A person who cannot be scheduled yet is no failure: the office says what comes first. */
function NotYet({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { t } = useLingui()
  if (error instanceof Refused && error.problem.code === 'cannot-be')
    return <Empty title={t`No days can be scheduled`}>{error.problem.message}</Empty>
  return <Trouble error={error} onRetry={onRetry} />
}

function Matter({ page }: { page: SchedulePage }) {
  const navigate = useNavigate()
  const may = useMay()
  const draft = useDraft(page)
  const show = (site: string): void => {
    void navigate({ to: '.', search: { site }, replace: true, resetScroll: false })
  }
  return (
    <div className={css.columns}>
      <div className={css.column}>
        <Circumstances page={page} />
        <SiteTable page={page} onShow={show} />
        {page.siteId ? (
          <DaysGrid page={page} draft={draft} />
        ) : (
          <p>
            <Trans>No site can be proposed: each is left out for the reason beside it.</Trans>
          </p>
        )}
      </div>
      <div className={css.beside}>
        <Draft page={page} draft={draft} mayMake={may('schedule.write')} />
      </div>
    </div>
  )
}
