import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { Day } from '../../../parts/day/day.tsx'
import { Status } from '../../../parts/status/status.tsx'
import { Trouble } from '../../../parts/trouble/trouble.tsx'
import { EnrolmentState } from '../enrolment-state/enrolment-state.tsx'
import { useSentenceWords } from '../sentence-words.ts'
import { CaseSteps } from './case-steps.tsx'
import css from './enrolment-header.module.css'
import { type CasePage, type Enrolment, useEnrolment } from './use-enrolment.ts'

export type EnrolmentHeaderProps = {
  /** The enrolment's id. */
  id: string
  /** Which page of the case it stands on; `overview` is the enrolment's own. */
  page: CasePage | 'overview'
}

/**
 * Stands on top of every page of a case: whose it is, in which state, the dockets, the days, and the steps of the
 * case as links with where each stands.
 *
 * @example <Page title={t`Fees`}><EnrolmentHeader id={id} page="fees" />…</Page>
 */
export function EnrolmentHeader({ id, page }: EnrolmentHeaderProps) {
  const query = useEnrolment(id)
  if (query.isError) return <Trouble error={query.error} onRetry={() => void query.refetch()} />
  if (!query.data)
    return (
      <p className={css.header} aria-busy="true">
        <Trans>Reading the enrolment…</Trans>
      </p>
    )
  return <Head enrolment={query.data} page={page} />
}

function Head({ enrolment, page }: { enrolment: Enrolment; page: EnrolmentHeaderProps['page'] }) {
  const { t } = useLingui()
  const { person } = enrolment
  const name = [person.givenNames, person.familyName, person.suffix].filter(Boolean).join(' ')
  return (
    <section className={css.header} aria-label={t`${name}, ${enrolment.number}`}>
      <div className={css.who}>
        <Link to="/people/$id" params={{ id: person.id }} className={css.name}>
          {name}
        </Link>
        {person.birthDate && (
          <span className={css.soft}>
            <Trans>
              born <Day day={person.birthDate} of="record" />, {person.age}
            </Trans>
          </span>
        )}
        <Link to="/enrolments/$id" params={{ id: enrolment.id }}>
          {enrolment.number}
        </Link>
        <span className={css.soft}>{enrolment.program.name}</span>
        <EnrolmentState state={enrolment.state} served={enrolment.program.served} />
        {enrolment.atHome?.isUnfollowed && <Status tone="now">{t`No unit worn`}</Status>}
        {enrolment.atHome?.isHomeUnwatched && <Status tone="now">{t`No home zone in force`}</Status>}
      </div>
      <Facts enrolment={enrolment} />
      <CaseSteps enrolment={enrolment} page={page} />
    </section>
  )
}

function Facts({ enrolment }: { enrolment: Enrolment }) {
  const { t } = useLingui()
  const { days } = useSentenceWords()
  const { worksheet, progress, daysLeft } = enrolment
  const credited = progress?.creditedDays ?? 0
  // What a modification took the place of stands in the case, not in its head.
  const orders = enrolment.commitments.filter(
    ({ id }) => !enrolment.commitments.some((c) => c.modifies === id),
  )
  return (
    <dl className={css.facts}>
      <div>
        <dt>{orders.length > 1 ? t`Dockets` : t`Docket`}</dt>
        <dd>
          {orders.map((commitment) => (
            <Link
              key={commitment.id}
              to="/commitments/$id"
              params={{ id: commitment.id }}
              className={css.docket}
            >
              {commitment.docket || t`no number`}
            </Link>
          ))}
        </dd>
      </div>
      <div>
        <dt>{t`Adjusted sentence`}</dt>
        <dd>
          {worksheet?.adjustedDays == null ? <Trans>not computed</Trans> : days(worksheet.adjustedDays)}
        </dd>
      </div>
      {daysLeft !== null && enrolment.program.served === 'by-work' && (
        <div>
          <dt>{t`Days`}</dt>
          <dd>{t`${credited} credited, ${daysLeft} left`}</dd>
        </div>
      )}
      {enrolment.atHome?.placedOn && daysLeft !== null && (
        <div>
          <dt>{t`Days of the sentence`}</dt>
          <dd>{t`${enrolment.atHome.servedDays} passed, ${daysLeft} left`}</dd>
        </div>
      )}
      {worksheet?.releaseDay && (
        <div>
          <dt>{t`Release day`}</dt>
          <dd>
            <Day day={worksheet.releaseDay} />
          </dd>
        </div>
      )}
    </dl>
  )
}
