import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { api } from '../../../api/client.ts'
import { answer } from '../../../api/problem.ts'
import { useLiveQuery } from '../../../parts/live/live.ts'
import { Page } from '../../../parts/page/page.tsx'
import { Trouble } from '../../../parts/trouble/trouble.tsx'
import { EnrolmentHeader } from '../../programs/enrolment-header/enrolment-header.tsx'
import { type Enrolment, useEnrolment } from '../../programs/enrolment-header/use-enrolment.ts'
import { type DetentionPage, detentionKey, type TermsPage } from '../parts/detention-words.ts'
import { LeftZones } from '../parts/left-zones.tsx'
import { NoHomeZone } from '../parts/no-home-zone.tsx'
import { Absences } from './absences.tsx'
import { Conditions } from './conditions.tsx'
import { Contracts } from './contracts.tsx'
import { Deputies } from './deputies.tsx'
import css from './detention.module.css'
import { Places } from './places.tsx'
import { Ready } from './ready.tsx'
import { Slot } from './slot.tsx'
import { Units } from './units.tsx'

const route = getRouteApi('/staff/enrolments/$id/home')

/** Everything about one person in home detention: what is missing, the place, the home, what binds, the units. */
export function Detention() {
  const { t } = useLingui()
  const { id } = route.useParams()
  const enrolment = useEnrolment(id)
  const page = useQuery({
    queryKey: detentionKey.one(id),
    queryFn: () => answer(api.GET('/api/home/enrolments/{id}/detention', { params: { path: { id } } })),
  })
  const terms = useQuery({
    queryKey: detentionKey.terms(id),
    queryFn: () => answer(api.GET('/api/home/enrolments/{id}/terms', { params: { path: { id } } })),
  })
  useLiveQuery(
    ['home.*', 'equipment.unit-*', 'programs.step-recorded', 'monitoring.guideline-*'],
    detentionKey.one(id),
  )
  useLiveQuery(['home.*'], detentionKey.terms(id))
  const failed = [page, terms].find(({ isError }) => isError)
  return (
    <Page title={t`Home detention`}>
      <EnrolmentHeader id={id} page="home" />
      {failed && <Trouble error={failed.error} onRetry={() => void failed.refetch()} />}
      {!failed && (page.isPending || terms.isPending) && (
        <p aria-busy="true">{t`Reading the home detention…`}</p>
      )}
      {page.data && terms.data && (
        <Matter id={id} enrolment={enrolment.data} page={page.data} terms={terms.data} />
      )}
    </Page>
  )
}

type MatterProps = { id: string; enrolment: Enrolment | undefined; page: DetentionPage; terms: TermsPage }

function Matter({ id, enrolment, page, terms }: MatterProps) {
  const { t } = useLingui()
  return (
    <>
      <Ready id={id} page={page} />
      <NoHomeZone id={id} />
      {page.canChange && <LeftZones id={id} />}
      <nav aria-label={t`More of this home detention`} className="not-printed">
        <ul className={css.links}>
          <li>
            <Link to="/enrolments/$id/home/evaluation" params={{ id }}>{t`Evaluation of the home`}</Link>
          </li>
          <li>
            <Link to="/enrolments/$id/zones" params={{ id }}>{t`Zones`}</Link>
          </li>
          <li>
            <Link to="/enrolments/$id/hours" params={{ id }}>{t`Weekly hours`}</Link>
          </li>
          <li>
            <Link to="/enrolments/$id/leave" params={{ id }}>{t`Leave`}</Link>
          </li>
        </ul>
      </nav>
      <div className={css.columns}>
        <div className={css.column}>
          <Units id={id} page={page} isUnfollowed={enrolment?.atHome?.isUnfollowed ?? false} />
          <Conditions id={id} page={page} terms={terms} />
          <Contracts id={id} personId={enrolment?.person.id} page={page} terms={terms} />
        </div>
        <div className={css.column}>
          <Slot id={id} page={page} />
          <Deputies id={id} page={page} />
          <Places id={id} page={page} terms={terms} />
          <Absences id={id} page={page} terms={terms} />
        </div>
      </div>
      {!page.canChange && (
        <p className={css.soft}>
          <Trans>This enrolment has ended: nothing of it binds any more.</Trans>
        </p>
      )}
    </>
  )
}
