import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { Temporal } from 'temporal-polyfill'
import { api } from '../../../api/client.ts'
import { officeNow } from '../../../api/office-clock.ts'
import { ActButton } from '../parts/act-button.tsx'
import { type DueAppointment, keys } from '../queries.ts'
import css from './appointments.module.css'

type NextForDueProps = { due: DueAppointment; name: string; isToday: boolean }

/** The one thing that is next for somebody who is due. */
export function NextForDue({ due, name, isToday }: NextForDueProps) {
  const { t } = useLingui()
  const path = { id: due.id }
  const renews = [keys.days, keys.lounge, keys.allSlots]
  const isTime = Temporal.Instant.compare(officeNow(), Temporal.Instant.from(due.startsAt)) >= 0
  if (due.state === 'booked') {
    return (
      <span className={css.next}>
        {isToday && (
          <ActButton
            label={t`Check in ${name}`}
            renews={renews}
            send={(headers) =>
              api.POST('/api/intake/appointments/{id}/arrive', {
                params: { path },
                body: { version: due.version },
                headers,
              })
            }
          >
            <Trans>Check in</Trans>
          </ActButton>
        )}
        {isTime && (
          <ActButton
            look="unstyled"
            label={t`${name} did not come`}
            renews={renews}
            send={(headers) =>
              api.POST('/api/intake/appointments/{id}/no-show', {
                params: { path },
                body: { version: due.version },
                headers,
              })
            }
          >
            <Trans>Did not come</Trans>
          </ActButton>
        )}
      </span>
    )
  }
  if (due.state === 'waiting') {
    return (
      <span className={css.soft}>
        <Trans>called from the lounge</Trans>
      </span>
    )
  }
  if (due.state === 'in-interview') {
    return (
      <Link to="/enrolments/$id/application" params={{ id: due.enrolmentId }}>
        <Trans>Go on with the interview</Trans>
      </Link>
    )
  }
  if (due.state === 'no-show') {
    return (
      <Link to="/enrolments/$id/appointment" params={{ id: due.enrolmentId }}>
        <Trans>Make another appointment</Trans>
      </Link>
    )
  }
  return null
}
