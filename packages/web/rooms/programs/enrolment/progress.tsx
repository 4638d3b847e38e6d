import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { Because } from '../../../parts/because/because.tsx'
import { Day } from '../../../parts/day/day.tsx'
import type { Enrolment } from '../enrolment-header/use-enrolment.ts'
import css from './enrolment.module.css'

/** How far the days of the contract are. */
export function Progress({
  enrolment,
  progress,
}: {
  enrolment: Enrolment
  progress: NonNullable<Enrolment['progress']>
}) {
  const { t } = useLingui()
  const { creditedDays, openDays, lostDays } = progress
  return (
    <section aria-labelledby="days" className={css.part}>
      <h2 id="days">
        <Trans>Work days</Trans>
      </h2>
      <dl className={css.facts}>
        <div>
          <dt>{t`Credited`}</dt>
          <dd>{creditedDays}</dd>
        </div>
        <div>
          <dt>{t`Scheduled, nothing reported`}</dt>
          <dd>{openDays}</dd>
        </div>
        <div>
          <dt>{t`Missed and not made good`}</dt>
          <dd>{lostDays}</dd>
        </div>
        {progress.firstDay && progress.lastDay && (
          <div>
            <dt>{t`From and to`}</dt>
            <dd>
              <Trans>
                <Day day={progress.firstDay} /> to <Day day={progress.lastDay} />
              </Trans>
            </dd>
          </div>
        )}
      </dl>
      <Because clause="WAP-CRED.1">
        {t`one work day of 8 to 10 hours satisfies one day of the adjusted sentence`}
      </Because>
      <p>
        <Link to="/enrolments/$id/contract" params={{ id: enrolment.id }}>
          <Trans>See the contract</Trans>
        </Link>
      </p>
    </section>
  )
}
