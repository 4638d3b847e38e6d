import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { Alert, AlertText } from '@trussworks/react-uswds'
import { useMay } from '../../../app/session-hooks.ts'
import { Day, TimeOf } from '../../../parts/day/day.tsx'
import { Empty } from '../../../parts/empty/empty.tsx'
import { Status } from '../../../parts/status/status.tsx'
import type { DueAppointment, OfficeDay } from '../queries.ts'
import { appointmentStates, purposes } from '../words.ts'
import css from './appointments.module.css'
import { NextForDue } from './next-for-due.tsx'

type DayTableProps = { day: OfficeDay; isToday: boolean; show: string }

/** Who is due, in the order of appointment times (WAP-BOOK.1), and where there is a place left. */
export function DayTable({ day, isToday, show }: DayTableProps) {
  const { t } = useLingui()
  const due = day.appointments.filter((one) => show === 'all' || one.state === show)
  const outOfHours = day.appointments.some((one) => !one.inHours && isOpen(one))
  return (
    <section aria-label={t`Who is due`} className={css.part}>
      {day.closedReason !== null && (
        <Alert type="warning" slim>
          <AlertText>
            <Trans>The office is closed this day: {day.closedReason}.</Trans>{' '}
            {outOfHours && <Trans>Who is listed has an appointment that has to be moved.</Trans>}
          </AlertText>
        </Alert>
      )}
      <Counts day={day} />
      {due.length === 0 ? (
        <Nobody day={day} show={show} />
      ) : (
        <table className={css.table}>
          <caption className="only-heard">{t`Appointments of the day`}</caption>
          <thead>
            <tr>
              <th scope="col">{t`Time`}</th>
              <th scope="col">{t`Who`}</th>
              <th scope="col">{t`State`}</th>
              <th scope="col">{t`To know`}</th>
              <th scope="col" className="not-printed">
                {t`Next`}
              </th>
            </tr>
          </thead>
          <tbody>
            {due.map((one) => (
              <DueRow key={one.id} due={one} isToday={isToday} />
            ))}
          </tbody>
        </table>
      )}
      <FreePlaces day={day} />
    </section>
  )
}

const isOpen = ({ state }: DueAppointment): boolean =>
  state === 'booked' || state === 'waiting' || state === 'in-interview'

function Counts({ day }: { day: OfficeDay }) {
  const of = (...states: DueAppointment['state'][]): number =>
    day.appointments.filter(({ state }) => states.includes(state)).length
  const left = day.slots.reduce((sum, slot) => sum + Math.max(0, slot.capacity - slot.taken), 0)
  return (
    <p className={css.counts}>
      <Plural value={of('booked')} _0="nobody still to come" one="# still to come" other="# still to come" />
      {' · '}
      <Plural value={of('waiting')} _0="nobody waits" one="# waits" other="# wait" />
      {' · '}
      <Plural
        value={of('in-interview')}
        _0="nobody in an interview"
        one="# in an interview"
        other="# in interviews"
      />
      {' · '}
      <Plural value={of('kept')} _0="nobody seen yet" one="# seen" other="# seen" />
      {' · '}
      <Plural value={left} _0="no place left" one="# place left" other="# places left" />
    </p>
  )
}

function DueRow({ due, isToday }: { due: DueAppointment; isToday: boolean }) {
  const { t, i18n } = useLingui()
  const may = useMay()
  const state = appointmentStates[due.state]
  const name = `${due.familyName}, ${due.givenNames}`
  return (
    <tr>
      <td data-title={t`Time`} className={css.time}>
        <TimeOf at={due.startsAt} />
      </td>
      <th scope="row" data-title={t`Who`}>
        <Link to="/enrolments/$id/appointment" params={{ id: due.enrolmentId }}>
          {name}
        </Link>
        <span className={css.soft}>
          {due.bookingNumber}
          {due.birthDate && (
            <>
              {' · '}
              <Trans>
                born <Day day={due.birthDate} of="record" />
              </Trans>
            </>
          )}
          {due.purpose !== 'booking-interview' && <> · {i18n._(purposes[due.purpose])}</>}
        </span>
      </th>
      <td data-title={t`State`}>
        <Status tone={state.tone}>{i18n._(state.words)}</Status>
        {due.state === 'waiting' && due.arrivedAt && (
          <span className={css.soft}>
            <Trans context="time of day">
              since <TimeOf at={due.arrivedAt} />
            </Trans>
          </span>
        )}
      </td>
      <td data-title={t`To know`}>
        <ToKnow due={due} />
      </td>
      <td className="not-printed">
        {may('appointment.write') && <NextForDue due={due} name={name} isToday={isToday} />}
      </td>
    </tr>
  )
}

function ToKnow({ due }: { due: DueAppointment }) {
  return (
    <ul className={css.notes}>
      {!due.inHours && isOpen(due) && (
        <li className={css.now}>
          <Trans>Outside the office’s hours now: move it</Trans>
        </li>
      )}
      {due.limitingCondition === 'yes' && (
        <li>
          <Trans>Brings a doctor’s diagnosis</Trans>
        </li>
      )}
      {due.bringsStatement && (
        <li>
          <Trans>Brings the financial statement</Trans>
        </li>
      )}
      {due.endReason !== '' && <li>{due.endReason}</li>}
    </ul>
  )
}

function FreePlaces({ day }: { day: OfficeDay }) {
  const free = day.slots.filter((slot) => slot.taken < slot.capacity)
  if (free.length === 0) return null
  return (
    <details className="not-printed">
      <summary>
        <Trans>Times with a place left</Trans>
      </summary>
      <ul className={css.free}>
        {free.map((slot) => (
          <li key={slot.startsAt}>
            <TimeOf at={slot.startsAt} />:{' '}
            <Plural value={slot.capacity - slot.taken} one="# place" other="# places" />
          </li>
        ))}
      </ul>
    </details>
  )
}

function Nobody({ day, show }: { day: OfficeDay; show: string }) {
  const { t } = useLingui()
  if (day.appointments.length > 0 && show !== 'all') {
    return (
      <Empty title={t`Nobody of the day stands like that`}>
        <Trans>
          <Link to="/appointments" search={(before) => ({ ...before, show: 'all' })}>
            Show everybody who is due
          </Link>
        </Trans>
      </Empty>
    )
  }
  if (!day.hasHours) {
    return (
      <Empty title={t`The office has no appointment hours yet`}>
        <Trans>
          Set the <Link to="/appointments/hours">appointment hours</Link>: then people can be given a time.
        </Trans>
      </Empty>
    )
  }
  return (
    <Empty title={t`Nobody has an appointment this day`}>
      <Trans>
        A person comes here when an appointment is made on the page of the enrolment, under Appointment.
      </Trans>
    </Empty>
  )
}
