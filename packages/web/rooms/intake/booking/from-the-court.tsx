import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { Day } from '../../../parts/day/day.tsx'
import type { BookingPage } from '../queries.ts'
import { type WorkLimit, workLimits } from '../words.ts'
import css from './booking.module.css'

/** What the record has from elsewhere: confinement and charges from the court, work and limits from the application. */
export function FromTheCourt({ id, page }: { id: string; page: BookingPage }) {
  const { t } = useLingui()
  return (
    <section aria-labelledby="from-record" className={css.part}>
      <h2 id="from-record">
        <Trans>Known from the papers</Trans>
      </h2>
      <dl className={css.known}>
        <div>
          <dt>{t`Duration of confinement`}</dt>
          <dd>
            {page.confinement.days === null ? (
              <Trans>not computed</Trans>
            ) : (
              <Plural value={page.confinement.days} one="# day" other="# days" />
            )}
          </dd>
        </div>
        {page.commitments.map((commitment) => (
          <Commitment key={commitment.id} commitment={commitment} />
        ))}
        <div>
          <dt>{t`Limits of work`}</dt>
          <dd>
            <Limits page={page} />{' '}
            <Link to="/enrolments/$id/application" params={{ id }} className="not-printed">
              <Trans>Open application</Trans>
            </Link>
          </dd>
        </div>
      </dl>
    </section>
  )
}

function Commitment({ commitment }: { commitment: BookingPage['commitments'][number] }) {
  const { t } = useLingui()
  return (
    <div>
      <dt>
        <Trans>Docket {commitment.docket}</Trans>
      </dt>
      <dd>
        {[commitment.courtName, commitment.statutes.join(', ') || t`no charges on record`]
          .filter(Boolean)
          .join(' · ')}
        {commitment.startsOn && (
          <>
            {' · '}
            <Trans>
              from <Day day={commitment.startsOn} />
            </Trans>
          </>
        )}{' '}
        {commitment.paperId ? (
          <a href={`/api/platform/papers/${commitment.paperId}`} target="_blank" rel="noreferrer">
            <Trans>Court order</Trans>
          </a>
        ) : (
          <span className={css.soft}>
            <Trans>no copy of the court order</Trans>
          </span>
        )}
      </dd>
    </div>
  )
}

function Limits({ page }: { page: BookingPage }) {
  const { t, i18n } = useLingui()
  const { application } = page
  if (!application || application.workLimits === null) return t`nobody has asked yet`
  const named = application.workLimits.map((limit) => i18n._(workLimits[limit as WorkLimit]))
  const all = [...named, application.otherWorkLimits].filter(Boolean)
  return (
    <>
      {all.length === 0 ? t({ message: 'none', context: 'limits' }) : all.join(', ')}
      {application.unableUntil && (
        <>
          {' · '}
          <Trans>
            unable before <Day day={application.unableUntil} />
          </Trans>
        </>
      )}
    </>
  )
}
