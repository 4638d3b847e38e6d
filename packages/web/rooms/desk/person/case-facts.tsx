import { useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { Status } from '../../../parts/status/status.tsx'
import { useNextWords } from '../../programs/enrolment/next-step.tsx'
import { caseAddress } from '../../programs/enrolment-header/case-steps.tsx'
import { type Enrolment, useEnrolment } from '../../programs/enrolment-header/use-enrolment.ts'

/** What the case itself says of a person: its days, the units worn, what is next. */
export function CaseFacts({ id }: { id: string }) {
  const { data } = useEnrolment(id)
  return data ? <Facts enrolment={data} /> : null
}

function Facts({ enrolment }: { enrolment: Enrolment }) {
  const { t } = useLingui()
  const { atHome, progress, daysLeft, next } = enrolment
  const passed = atHome ? atHome.servedDays : (progress?.creditedDays ?? 0)
  const words = useNextWords(atHome !== null)[next.kind]
  return (
    <>
      {daysLeft !== null && (
        <div>
          <dt>{t`Days`}</dt>
          <dd>{atHome ? t`${passed} passed, ${daysLeft} left` : t`${passed} credited, ${daysLeft} left`}</dd>
        </div>
      )}
      {atHome && (
        <div>
          <dt>{t`Unit`}</dt>
          <dd>
            {atHome.isUnfollowed ? (
              <Status tone="now">{t`No unit worn`}</Status>
            ) : (
              atHome.worn.join(', ') || t`none`
            )}
          </dd>
        </div>
      )}
      {atHome && (
        <div>
          <dt>{t`Hours`}</dt>
          <dd>
            <Link to="/enrolments/$id/hours" params={{ id: enrolment.id }}>{t`Weekly hours`}</Link>
          </dd>
        </div>
      )}
      {next.kind !== 'nothing' && (
        <div>
          <dt>{t`What is next`}</dt>
          <dd>
            <Link to={words.page ? caseAddress(words.page) : '/enrolments/$id'} params={{ id: enrolment.id }}>
              {words.title}
            </Link>
          </dd>
        </div>
      )}
    </>
  )
}
