import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import type { paths } from '../../../api/schema.gen.ts'
import { useMay } from '../../../app/session-hooks.ts'
import { Amount } from '../../../parts/amount/amount.tsx'
import { Changes } from '../../../parts/changes/changes.tsx'
import { Day, Moment, TimeOf } from '../../../parts/day/day.tsx'
import { Empty } from '../../../parts/empty/empty.tsx'
import { EnrolmentState } from '../../programs/enrolment-state/enrolment-state.tsx'
import { CaseFacts } from './case-facts.tsx'
import css from './person.module.css'

type PersonPage = paths['/api/desk/people/{id}']['get']['responses']['200']['content']['application/json']

/** Where a person stands now: programs, what is next, what is owed, the court's papers, all papers. */
export function PersonPresent({ person }: { person: PersonPage }) {
  const { t } = useLingui()
  const may = useMay()
  return (
    <>
      {person.photoPaperId && (
        <img
          className={css.photo}
          src={`/api/platform/papers/${person.photoPaperId}`}
          alt={t`How the person looked at booking`}
        />
      )}
      <section aria-labelledby="programs" className={css.part}>
        <h2 id="programs">
          <Trans>Programs</Trans>
        </h2>
        {person.enrolments.length === 0 && (
          <Empty title={t`In no program`}>
            <Trans>An enrolment is opened from an accepted commitment.</Trans>
          </Empty>
        )}
        {person.enrolments.map((enrolment) => (
          <Enrolment key={enrolment.id} enrolment={enrolment} />
        ))}
      </section>
      {may('commitment.read') && (
        <section aria-labelledby="commitments" className={css.part}>
          <h2 id="commitments">
            <Trans>Commitments</Trans>
          </h2>
          {person.commitments.length === 0 && <Empty title={t`No commitment received`} />}
          <ul className={css.rows}>
            {person.commitments.map((commitment) => (
              <li key={commitment.id}>
                <Link to="/commitments/$id" params={{ id: commitment.id }}>
                  {commitment.docket || t`no docket number`}
                </Link>{' '}
                <span className={css.soft}>
                  {[commitment.courtName, ...commitment.statutes].filter(Boolean).join(' · ')}
                  {commitment.returned && <> · {t`returned to the court`}</>}
                  {!commitment.returned && commitment.enrolmentId === null && (
                    <> · {t`not yet in a program`}</>
                  )}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section aria-labelledby="papers" className={css.part}>
        <h2 id="papers">
          <Trans>Papers</Trans>
        </h2>
        {person.papers.length === 0 && <Empty title={t`No papers yet`} />}
        <ul className={css.rows}>
          {person.papers.map((paper) => (
            <li key={paper.id}>
              <a href={`/api/platform/papers/${paper.id}`} target="_blank" rel="noreferrer">
                {paper.title}
              </a>{' '}
              <span className={css.soft}>
                <Moment at={paper.addedAt} />
              </span>
            </li>
          ))}
        </ul>
      </section>
      <Changes room="people" record="person" id={person.id} />
    </>
  )
}

function Enrolment({ enrolment }: { enrolment: PersonPage['enrolments'][number] }) {
  const { t } = useLingui()
  const may = useMay()
  return (
    <article className={css.enrolment} aria-label={enrolment.number}>
      <h3>
        {may('enrolment.read') ? (
          <Link to="/enrolments/$id" params={{ id: enrolment.id }}>
            {enrolment.number}
          </Link>
        ) : (
          enrolment.number
        )}{' '}
        <EnrolmentState state={enrolment.state} served={enrolment.served} />
      </h3>
      <dl className={css.facts}>
        <div>
          <dt>{t`Since`}</dt>
          <dd>
            <Day day={enrolment.since} />
          </dd>
        </div>
        <div>
          <dt>{t`Program`}</dt>
          <dd>{enrolment.program}</dd>
        </div>
        {enrolment.served === 'at-home' && (
          <div>
            <dt>{t`Deputy`}</dt>
            <dd>{enrolment.deputy ?? t`nobody`}</dd>
          </div>
        )}
        {may('enrolment.read') && <CaseFacts id={enrolment.id} />}
        {enrolment.nextAppointment && (
          <div>
            <dt>{t`Next appointment`}</dt>
            <dd>
              <Day day={enrolment.nextAppointment.onDay} />,{' '}
              <TimeOf at={enrolment.nextAppointment.startsAt} />
            </dd>
          </div>
        )}
        {enrolment.nextWorkDay && (
          <div>
            <dt>{t`Next work day`}</dt>
            <dd>
              <Day day={enrolment.nextWorkDay} />
              {enrolment.nextWorkSite && <>, {enrolment.nextWorkSite}</>}
            </dd>
          </div>
        )}
        {enrolment.balanceCents !== null && (
          <div>
            <dt>{t`Owed`}</dt>
            <dd>
              {may('fee.read') ? (
                <Link to="/enrolments/$id/fees" params={{ id: enrolment.id }}>
                  <Amount cents={Math.max(enrolment.balanceCents, 0)} />
                </Link>
              ) : (
                <Amount cents={Math.max(enrolment.balanceCents, 0)} />
              )}
              {enrolment.payBy && enrolment.balanceCents > 0 && (
                <>
                  , <Trans>agreed for</Trans> <Day day={enrolment.payBy} />
                </>
              )}
            </dd>
          </div>
        )}
      </dl>
    </article>
  )
}
