import { Plural, Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { useMay } from '../../../app/session-hooks.ts'
import { Status } from '../../../parts/status/status.tsx'
import type { ContractPage } from '../parts/words.ts'
import css from './contract.module.css'

/** Where the contract stands against the adjusted sentence, and the one thing to do about it. */
export function Standing({ page }: { page: ContractPage }) {
  const may = useMay()
  const { adjustedDays, creditedDays, daysShort, enrolmentId } = page
  const isWorked = adjustedDays !== null && creditedDays >= adjustedDays
  return (
    <section className={css.part}>
      <p className={css.large}>
        {adjustedDays === null ? (
          <Plural value={creditedDays} one="# day credited" other="# days credited" />
        ) : (
          <Trans>
            {creditedDays} of {adjustedDays} days credited
          </Trans>
        )}
      </p>
      {isWorked && (
        <p>
          <Status tone="settled">
            <Trans>All days are worked.</Trans>
          </Status>{' '}
          {may('completion.record') && (
            <Link to="/enrolments/$id" params={{ id: enrolmentId }}>
              <Trans>Record completion</Trans>
            </Link>
          )}
        </p>
      )}
      {daysShort > 0 && (
        <p>
          <Status tone="now">
            <Plural
              value={daysShort}
              one="# day is not in the contract yet."
              other="# days are not in the contract yet."
            />
          </Status>{' '}
          {may('schedule.write') && (
            <Link to="/enrolments/$id/schedule" params={{ id: enrolmentId }}>
              <Trans>Schedule them</Trans>
            </Link>
          )}
        </p>
      )}
      {daysShort < 0 && (
        <p>
          <Status tone="now">
            <Plural value={-daysShort} one="# day is too many." other="# days are too many." />
          </Status>{' '}
          {may('schedule.write') && (
            <Link to="/enrolments/$id/schedule" params={{ id: enrolmentId }}>
              <Trans>Take them out</Trans>
            </Link>
          )}
        </p>
      )}
    </section>
  )
}
