import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { useMay } from '../../../app/session-hooks.ts'
import { Day } from '../../../parts/day/day.tsx'
import { Status } from '../../../parts/status/status.tsx'
import css from './screening.module.css'
import type { ScreeningPage } from './use-screening.ts'

/** The decision on record: what, by whom, why, and the notice that says how to challenge it. */
export function Decided({
  id,
  page,
  decision,
}: {
  id: string
  page: ScreeningPage
  decision: NonNullable<ScreeningPage['decision']>
}) {
  const { t } = useLingui()
  const may = useMay()
  const { notice } = decision
  return (
    <section aria-labelledby="decided" className={css.outcome}>
      <h2 id="decided">
        <Trans>The decision</Trans>
      </h2>
      <p>
        <Status tone={decision.decision === 'admit' ? 'settled' : 'over'}>
          {decision.decision === 'admit' ? t`Admitted` : t`Denied`}
        </Status>{' '}
        <Trans>
          by {decision.by} on <Day day={decision.on} />
        </Trans>
      </p>
      {decision.reason !== '' && <p>{decision.reason}</p>}
      {decision.departs && (
        <p className={css.soft}>
          <Trans>The decision departs from what the policy names as cause.</Trans>
        </p>
      )}
      {decision.grounds.length > 0 && (
        <p>
          <Trans>Grounds:</Trans> <span className={css.clause}>{decision.grounds.join(', ')}</span>
        </p>
      )}
      {notice?.paperId && (
        <p>
          <a href={`/api/platform/papers/${notice.paperId}`} target="_blank" rel="noreferrer">
            <Trans>Open the notice of denial</Trans>
          </a>
        </p>
      )}
      {notice && !notice.paperId && !notice.failure && <p aria-busy="true">{t`The notice is being made…`}</p>}
      {notice?.failure && <p role="alert">{t`The notice could not be made: ${notice.failure}`}</p>}
      {page.canScreen && may('screening.answer') && (
        <Link
          to="/enrolments/$id/screening"
          params={{ id }}
          search={{ ...(page.step === 'early-release' ? { step: page.step } : {}), again: 'yes' }}
        >
          <Trans>Screen again</Trans>
        </Link>
      )}
    </section>
  )
}
