import { Trans, useLingui } from '@lingui/react/macro'
import { Moment } from '../../../parts/day/day.tsx'
import { Status } from '../../../parts/status/status.tsx'
import type { AppointmentPage } from '../queries.ts'
import { appointmentStates } from '../words.ts'
import css from './appointment.module.css'

/** The appointments before, with what became of each and why. */
export function PastAppointments({ past }: { past: AppointmentPage['past'] }) {
  const { i18n } = useLingui()
  if (past.length === 0) return null
  return (
    <section aria-labelledby="past" className={css.part}>
      <h2 id="past">
        <Trans>Earlier appointments</Trans>
      </h2>
      <ul className={css.past}>
        {past.map((one) => (
          <li key={one.id}>
            <Moment at={one.startsAt} />
            <Status tone={appointmentStates[one.state].tone}>
              {i18n._(appointmentStates[one.state].words)}
            </Status>
            {one.endReason !== '' && <span className={css.soft}>{one.endReason}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}
