import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '@trussworks/react-uswds'
import { useState } from 'react'
import { Temporal } from 'temporal-polyfill'
import { api } from '../../../api/client.ts'
import { officeNow, officeToday } from '../../../api/office-clock.ts'
import { useMay, useSignedIn } from '../../../app/session-hooks.ts'
import { Moment, TimeOf } from '../../../parts/day/day.tsx'
import { dayAt } from '../../../parts/day/format.ts'
import { Status } from '../../../parts/status/status.tsx'
import { enrolmentKey } from '../../programs/enrolment-header/use-enrolment.ts'
import { ActButton } from '../parts/act-button.tsx'
import { type Appointment, type AppointmentPage, keys } from '../queries.ts'
import { appointmentStates, purposes } from '../words.ts'
import css from './appointment.module.css'
import { Cancel } from './cancel.tsx'
import { Move } from './move.tsx'
import { Slip } from './slip.tsx'

type OpenProps = { id: string; page: AppointmentPage; open: Appointment }

/** The appointment there is: when, how it stands, and what can be done with it. */
export function OpenAppointment({ id, page, open }: OpenProps) {
  const { i18n } = useLingui()
  const state = appointmentStates[open.state]
  return (
    <section aria-labelledby="open" className={css.part}>
      <h2 id="open">{i18n._(purposes[open.purpose])}</h2>
      <p className={css.when}>
        <Moment at={open.startsAt} />
      </p>
      <p>
        <Status tone={state.tone}>{i18n._(state.words)}</Status>
        {open.arrivedAt && (
          <span className={css.soft}>
            {' '}
            <Trans>
              checked in <TimeOf at={open.arrivedAt} />
            </Trans>
          </span>
        )}
      </p>
      {(open.limitingCondition !== 'no' || open.bringsStatement) && (
        <ul className={css.brings}>
          {open.limitingCondition === 'yes' && (
            <li>
              <Trans>Must bring a doctor’s diagnosis that explains the limiting condition</Trans>
            </li>
          )}
          {open.limitingCondition === 'unknown' && (
            <li>
              <Trans>Not asked yet whether a condition limits work</Trans>
            </li>
          )}
          {open.bringsStatement && (
            <li>
              <Trans>Brings the financial statement</Trans>
            </li>
          )}
        </ul>
      )}
      <Slip id={id} page={page} open={open} />
      <Doing id={id} open={open} />
    </section>
  )
}

function Doing({ id, open }: { id: string; open: Appointment }) {
  const { t } = useLingui()
  const may = useMay()
  const { agency } = useSignedIn()
  const [doing, setDoing] = useState<'move' | 'cancel'>()
  if (!may('appointment.write')) return null
  const isToday = dayAt(open.startsAt, agency.timeZone) === officeToday(agency.timeZone).toString()
  const isTime = Temporal.Instant.compare(officeNow(), Temporal.Instant.from(open.startsAt)) >= 0
  const renews = [enrolmentKey(id), keys.days, keys.lounge]
  const path = { id: open.id }
  const close = (): void => setDoing(undefined)
  return (
    <>
      <div className={`${css.buttons} not-printed`}>
        {open.state === 'booked' && isToday && (
          <ActButton
            renews={renews}
            send={(headers) =>
              api.POST('/api/intake/appointments/{id}/arrive', {
                params: { path },
                body: { version: open.version },
                headers,
              })
            }
          >
            <Trans>Check in</Trans>
          </ActButton>
        )}
        {open.state === 'booked' && isTime && (
          <ActButton
            look="outline"
            renews={renews}
            send={(headers) =>
              api.POST('/api/intake/appointments/{id}/no-show', {
                params: { path },
                body: { version: open.version },
                headers,
              })
            }
          >
            <Trans>Did not come</Trans>
          </ActButton>
        )}
        <Button
          type="button"
          outline
          aria-expanded={doing === 'move'}
          onClick={() => setDoing(doing === 'move' ? undefined : 'move')}
        >
          {open.state === 'in-interview' ? t`Stop the interview` : t`Move appointment`}
        </Button>
        <Button type="button" outline onClick={() => setDoing('cancel')}>
          <Trans>Cancel appointment</Trans>
        </Button>
      </div>
      {doing === 'move' && <Move id={id} open={open} onDone={close} />}
      {doing === 'cancel' && <Cancel id={id} open={open} onClose={close} />}
    </>
  )
}
