import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { api } from '../../../api/client.ts'
import { answer } from '../../../api/problem.ts'
import { useMay } from '../../../app/session-hooks.ts'
import { useLiveQuery } from '../../../parts/live/live.ts'
import { Page } from '../../../parts/page/page.tsx'
import { Status } from '../../../parts/status/status.tsx'
import { Trouble } from '../../../parts/trouble/trouble.tsx'
import { EnrolmentHeader } from '../../programs/enrolment-header/enrolment-header.tsx'
import { keys, type ScreeningPage } from '../queries.ts'
import { Decided } from './decided.tsx'
import { Decision } from './decision.tsx'
import { Findings } from './findings.tsx'
import { Questions } from './questions.tsx'
import css from './screening.module.css'

const route = getRouteApi('/staff/enrolments/$id/screening')

/** Whether the program takes a person: the unknown first, as questions; then what the officer weighs; then the rest. */
export function Screening() {
  const { t } = useLingui()
  const { id } = route.useParams()
  const { step = 'admission', again } = route.useSearch()
  const key = [...keys.ofCase(id, 'screening'), step, again ?? 'no']
  const query = useQuery({
    queryKey: key,
    queryFn: () =>
      answer(
        api.GET('/api/intake/enrolments/{id}/screening', {
          params: { path: { id }, query: { step, again: again ?? 'no' } },
        }),
      ),
  })
  useLiveQuery(['platform.document-*'], key)
  return (
    <Page title={step === 'admission' ? t`Screening` : t`Screening for early release`}>
      <EnrolmentHeader id={id} page="screening" />
      {query.isError && <Trouble error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <p aria-busy="true">{t`Reading the screening…`}</p>}
      {query.data && <Matter key={`${step} ${again}`} id={id} page={query.data} isAgain={again === 'yes'} />}
    </Page>
  )
}

type MatterProps = { id: string; page: ScreeningPage; isAgain: boolean }

function Matter({ id, page, isAgain }: MatterProps) {
  const may = useMay()
  const isDecided = page.decision !== null && !isAgain
  return (
    <>
      <StepsOfScreening id={id} page={page} />
      <div className={css.columns}>
        <div className={css.column}>
          {isDecided ? (
            <Decided id={id} page={page} />
          ) : (
            page.canScreen && may('screening.answer') && <Questions id={id} page={page} />
          )}
          {!isDecided && <Decision id={id} page={page} />}
        </div>
        <Findings page={page} />
      </div>
    </>
  )
}

/** The sets of questions the program has, and whether the person is in status X (WAP-P8.7). */
function StepsOfScreening({ id, page }: { id: string; page: ScreeningPage }) {
  const { t } = useLingui()
  const names = { admission: t`Admission`, 'early-release': t`Early release from custody` }
  return (
    <div className={css.bar}>
      {page.steps.length > 1 && (
        <nav aria-label={t`Sets of questions`} className={`${css.steps} not-printed`}>
          {page.steps.map((step) =>
            step === page.step ? (
              <span key={step} aria-current="page">
                {names[step]}
              </span>
            ) : (
              <Link
                key={step}
                to="/enrolments/$id/screening"
                params={{ id }}
                search={step === 'early-release' ? { step } : {}}
              >
                {names[step]}
              </Link>
            ),
          )}
        </nav>
      )}
      {page.statusX && (
        <Status tone="now">
          <Trans>Status X: released early, a violation returns the person to custody (WAP-P8.7)</Trans>
        </Status>
      )}
    </div>
  )
}
