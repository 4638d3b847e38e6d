import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { Day } from '../../../parts/day/day.tsx'
import { EnrolmentState } from '../../programs/enrolment-state/enrolment-state.tsx'
import type { Commitment, PersonFiles } from '../parts/types.ts'
import css from './commitment.module.css'

/** What else the office has of this person: other papers, and files in the program. */
export function Known({ commitment }: { commitment: Commitment }) {
  const { others, files } = commitment
  if (others.length === 0 && files.length === 0) return null
  return (
    <section aria-labelledby="known" className={css.part}>
      <h2 id="known">
        <Trans>Also on record for this person</Trans>
      </h2>
      <ul className={css.rows}>
        {files.map((file) => (
          <li key={file.enrolmentId}>
            <Link to="/enrolments/$id" params={{ id: file.enrolmentId }}>
              {file.number}
            </Link>{' '}
            <EnrolmentState state={file.state} />{' '}
            <span className={css.soft}>
              <Trans>
                since <Day day={file.since} />
              </Trans>
            </span>
          </li>
        ))}
        {others.map((other) => (
          <li key={other.id}>
            <Other other={other} commitment={commitment} />
          </li>
        ))}
      </ul>
    </section>
  )
}

type OtherProps = { other: PersonFiles['commitments'][number]; commitment: Commitment }

function Other({ other, commitment }: OtherProps) {
  const { t } = useLingui()
  const how = [
    other.courtName,
    other.modifies === commitment.id && t`modifies this one`,
    commitment.fields.modifiesCommitmentId === other.id && t`modified by this one`,
    commitment.fields.consecutiveTo.includes(other.id) && t`this one begins after it`,
    other.isReturned && t`returned to the court`,
  ].filter(Boolean)
  return (
    <>
      <Link to="/commitments/$id" params={{ id: other.id }}>
        {other.docket || t`no docket number`}
      </Link>{' '}
      <span className={css.soft}>
        {how.join(' · ')}{' '}
        <Trans>
          received <Day day={other.receivedOn} />
        </Trans>
      </span>
    </>
  )
}
