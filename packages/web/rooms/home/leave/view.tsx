import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { api } from '../../../api/client.ts'
import { answer } from '../../../api/problem.ts'
import { useMay } from '../../../app/session-hooks.ts'
import { Because } from '../../../parts/because/because.tsx'
import { Empty } from '../../../parts/empty/empty.tsx'
import { useLiveQuery } from '../../../parts/live/live.ts'
import { Page } from '../../../parts/page/page.tsx'
import { Trouble } from '../../../parts/trouble/trouble.tsx'
import { EnrolmentHeader } from '../../programs/enrolment-header/enrolment-header.tsx'
import css from '../parts/home.module.css'
import { HomeNav } from '../parts/home-nav.tsx'
import { LeaveClock, LeaveState, LeaveWhen } from '../parts/leave-shown.tsx'
import { homeKey, type ListedLeave, leaveKindNames, type ZonesPage } from '../parts/words.ts'
import { AskLeave } from './ask-leave.tsx'

const route = getRouteApi('/staff/enrolments/$id/leave')

/** The leave of one person: ask for one, and what was asked and decided before. */
export function OwnLeave() {
  const { t } = useLingui()
  const may = useMay()
  const { id } = route.useParams()
  const key = [...homeKey.leave, id]
  const query = useQuery({
    queryKey: key,
    queryFn: () =>
      answer(api.GET('/api/home/leave', { params: { query: { enrolmentId: id, show: 'all' as const } } })),
  })
  const zones = useQuery({
    queryKey: homeKey.zones(id),
    queryFn: () => answer(api.GET('/api/home/enrolments/{id}/zones', { params: { path: { id } } })),
  })
  useLiveQuery(['home.leave-*'], key)
  const person = zones.data?.person
  return (
    <Page title={person ? t`Leave of ${person}` : t`Leave`}>
      <EnrolmentHeader id={id} page="overview" />
      <HomeNav id={id} page="leave" />
      {query.isError && <Trouble error={query.error} onRetry={() => void query.refetch()} />}
      {zones.isError && <Trouble error={zones.error} onRetry={() => void zones.refetch()} />}
      {query.isPending && <p aria-busy="true">{t`Reading the leave…`}</p>}
      {query.data && <Asked leave={query.data.leave} />}
      {zones.data && !zones.data.ended && may('leave.ask') && <Ask page={zones.data} />}
    </Page>
  )
}

/** Only kinds that are open to the person can be asked for (EMP-1.5). */
function Ask({ page }: { page: ZonesPage }) {
  if (page.openKinds !== null && page.openKinds.length > 0)
    return <AskLeave key={`${page.enrolmentId} ${page.openKinds.join(' ')}`} page={page} />
  return (
    <Because clause="EMP-1.5" told>
      <Trans>No kind of absence is open to this person: the terms of the enrolment say which are.</Trans>
    </Because>
  )
}

function Asked({ leave }: { leave: readonly ListedLeave[] }) {
  const { t, i18n } = useLingui()
  if (leave.length === 0)
    return (
      <Empty title={t`No leave was asked for`}>
        <Trans>A leave comes here when somebody asks for it on the participant’s word.</Trans>
      </Empty>
    )
  return (
    <section className={css.part} aria-labelledby="asked">
      <h2 id="asked">
        <Trans>Asked and decided</Trans>
      </h2>
      <ul>
        {leave.map((one) => (
          <li key={one.id}>
            <Link to="/leave/$id" params={{ id: one.id }}>
              {i18n._(leaveKindNames[one.kind])}, {one.whereto}
            </Link>
            : <LeaveWhen leave={one} />
            {one.repeatUntil !== null && '.'} <LeaveState state={one.state} /> <LeaveClock leave={one} />
          </li>
        ))}
      </ul>
    </section>
  )
}
