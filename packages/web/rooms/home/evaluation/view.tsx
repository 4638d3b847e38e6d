import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { api } from '../../../api/client.ts'
import { answer } from '../../../api/problem.ts'
import { useMay } from '../../../app/session-hooks.ts'
import { type CheckItem, Checklist } from '../../../parts/checklist/checklist.tsx'
import { Moment } from '../../../parts/day/day.tsx'
import { useLiveQuery } from '../../../parts/live/live.ts'
import { Page } from '../../../parts/page/page.tsx'
import { Status } from '../../../parts/status/status.tsx'
import { Trouble } from '../../../parts/trouble/trouble.tsx'
import { EnrolmentHeader } from '../../programs/enrolment-header/enrolment-header.tsx'
import { useEnrolment } from '../../programs/enrolment-header/use-enrolment.ts'
import css from '../detention/detention.module.css'
import {
  criterionNames,
  detentionKey,
  type EvaluationPage,
  evaluationNames,
  evaluationTones,
  openedNames,
} from '../parts/detention-words.ts'
import { ApprovePlace } from '../parts/place-form.tsx'
import { Adults } from './adults.tsx'
import { Decide, Reopen } from './decide.tsx'
import { Visit } from './visit.tsx'

const route = getRouteApi('/staff/enrolments/$id/home/evaluation')

/** The evaluation of a home: the visit, the adults who live there, the criteria, the decision (EMP-3.3). */
export function EvaluationOfHome() {
  const { t } = useLingui()
  const { id } = route.useParams()
  const enrolment = useEnrolment(id)
  const query = useQuery({
    queryKey: detentionKey.evaluation(id),
    queryFn: () => answer(api.GET('/api/home/enrolments/{id}/evaluation', { params: { path: { id } } })),
  })
  useLiveQuery(['home.*'], detentionKey.evaluation(id))
  return (
    <Page
      title={t`Evaluation of the home`}
      actions={<Link to="/enrolments/$id/home" params={{ id }}>{t`Back to home detention`}</Link>}
    >
      <EnrolmentHeader id={id} page="home" />
      {query.isError && <Trouble error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <p aria-busy="true">{t`Reading the evaluation…`}</p>}
      {query.data && <Matter id={id} personId={enrolment.data?.person.id} page={query.data} />}
    </Page>
  )
}

function Matter({ id, personId, page }: { id: string; personId: string | undefined; page: EvaluationPage }) {
  const may = useMay()
  if (!page.home || !page.evaluation)
    return may('home.write') ? (
      <FirstHome id={id} page={page} />
    ) : (
      <p>
        <Trans>No home is entered yet.</Trans>
      </p>
    )
  const isOpen = page.evaluation.state === 'open'
  return (
    <>
      <Standing page={page} />
      <div className={css.columns}>
        <div className={css.column}>
          {may('home.write') && isOpen && <Visit id={id} evaluation={page.evaluation} />}
          <Adults id={id} personId={personId} page={page} />
        </div>
        <div className={css.column}>
          <Criteria page={page} />
          {may('home.write') &&
            (isOpen ? <Decide id={id} evaluation={page.evaluation} /> : <Reopen id={id} />)}
          <Earlier page={page} />
        </div>
      </div>
    </>
  )
}

function FirstHome({ id, page }: { id: string; page: EvaluationPage }) {
  return (
    <section aria-labelledby="home" className={css.part}>
      <h2 id="home">
        <Trans>Enter the home</Trans>
      </h2>
      <p>
        <Trans>The evaluation begins with the address.</Trans>
      </p>
      <ApprovePlace
        id={id}
        kind="home"
        name="Home"
        address={page.addressOnRecord ?? ''}
        onDone={() => undefined}
      />
    </section>
  )
}

function Standing({ page }: { page: EvaluationPage }) {
  const { t, i18n } = useLingui()
  const { home, evaluation, addressOnRecord } = page
  if (!home || !evaluation) return null
  return (
    <div className={css.part}>
      <p className={css.title}>
        {home.address}{' '}
        <Status tone={evaluationTones[evaluation.state]}>{i18n._(evaluationNames[evaluation.state])}</Status>
      </p>
      <p>
        {t`Evaluation ${evaluation.number}, opened because ${i18n._(openedNames[evaluation.openedBecause])}`},{' '}
        <Moment at={evaluation.openedAt} /> · {evaluation.openedBy}
      </p>
      {evaluation.decidedAt && (
        <p>
          <Moment at={evaluation.decidedAt} /> · {evaluation.decidedBy}: {evaluation.reason}
        </p>
      )}
      {addressOnRecord && addressOnRecord !== home.address && (
        <p className={css.soft}>
          <Trans>The person’s own page has the address as: {addressOnRecord}</Trans>
        </p>
      )}
    </div>
  )
}

function Criteria({ page }: { page: EvaluationPage }) {
  const { t, i18n } = useLingui()
  const items: CheckItem[] = page.criteria.map(({ code, clause, own, met }) => ({
    key: code,
    label: i18n._(criterionNames[code]),
    clause,
    state: met === true ? 'there' : 'missing',
    note: [met === null && t`still to ask`, own && t`our own reading for this program`]
      .filter(Boolean)
      .join(' · '),
  }))
  return <Checklist title={t`What the home is held against`} items={items} />
}

function Earlier({ page }: { page: EvaluationPage }) {
  const { t, i18n } = useLingui()
  if (page.earlier.length === 0) return null
  return (
    <section aria-labelledby="earlier" className={css.part}>
      <h2 id="earlier">
        <Trans>Earlier evaluations</Trans>
      </h2>
      <ul>
        {page.earlier.map((one) => (
          <li key={one.number} className={css.row}>
            <p>
              {t`Evaluation ${one.number}`}{' '}
              <Status tone={evaluationTones[one.outcome]}>{i18n._(evaluationNames[one.outcome])}</Status>
            </p>
            <p className={css.soft}>
              <Moment at={one.decidedAt} /> · {one.decidedBy}: {one.reason}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
