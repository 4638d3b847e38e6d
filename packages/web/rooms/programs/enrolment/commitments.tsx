import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { Day } from '../../../parts/day/day.tsx'
import { Status, type Tone } from '../../../parts/status/status.tsx'
import type { Enrolment } from '../enrolment-header/use-enrolment.ts'
import { useSentenceWords } from '../sentence-words.ts'
import css from './enrolment.module.css'

type Commitment = Enrolment['commitments'][number]

/** The orders that the case stands on, and papers of the person that are in no enrolment yet. */
export function Commitments({ enrolment }: { enrolment: Enrolment }) {
  return (
    <section aria-labelledby="papers" className={css.part}>
      <h2 id="papers">
        <Trans>Commitments</Trans>
      </h2>
      <ul className={css.rows}>
        {enrolment.commitments.map((commitment) => (
          <Paper
            key={commitment.id}
            commitment={commitment}
            isReplaced={enrolment.commitments.some(({ modifies }) => modifies === commitment.id)}
          />
        ))}
      </ul>
      {enrolment.waiting.length > 0 && (
        <>
          <h3>
            <Trans>Received, in no enrolment yet</Trans>
          </h3>
          <ul className={css.rows}>
            {enrolment.waiting.map((commitment) => (
              <Paper key={commitment.id} commitment={commitment} isReplaced={false} />
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

function Paper({ commitment, isReplaced }: { commitment: Commitment; isReplaced: boolean }) {
  const { t } = useLingui()
  const { length, relation, days } = useSentenceWords()
  return (
    <li>
      <div className={css.paper}>
        <Link to="/commitments/$id" params={{ id: commitment.id }}>
          {commitment.docket || t`no docket number`}
        </Link>
        <span>
          {length(commitment)}, {relation(commitment.relation)}
          {commitment.isModification && <>, {t`modification`}</>}
        </span>
        {isReplaced ? (
          <Status tone="over">{t`Replaced by a modification`}</Status>
        ) : (
          <PaperState commitment={commitment} />
        )}
      </div>
      <div className={css.soft}>
        {commitment.courtName && <>{commitment.courtName} · </>}
        <Trans>
          received <Day day={commitment.receivedOn} />
        </Trans>
        {commitment.startsOn && (
          <>
            {' · '}
            <Trans>
              starts <Day day={commitment.startsOn} />
            </Trans>
          </>
        )}
        {commitment.creditDays !== null && commitment.creditDays > 0 && (
          <> · {t`${days(commitment.creditDays)} of credit`}</>
        )}
        {commitment.goodTimeDays !== null && commitment.goodTimeDays > 0 && (
          <> · {t`${days(commitment.goodTimeDays)} of good time`}</>
        )}
      </div>
    </li>
  )
}

function PaperState({ commitment }: { commitment: Commitment }) {
  const { t } = useLingui()
  if (commitment.requestOpen) return <Status tone="waiting">{t`The court was asked`}</Status>
  const states: Record<Commitment['outcome'], [Tone, string]> = {
    accepted: ['settled', t`In order`],
    'accepted-pending-original': ['waiting', t`Original owed`],
    incomplete: ['waiting', t`Incomplete`],
    refused: ['now', t({ message: 'Refused', context: 'commitment' })],
  }
  const [tone, word] = states[commitment.outcome]
  return <Status tone={tone}>{word}</Status>
}
