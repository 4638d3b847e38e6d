import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from '@trussworks/react-uswds'
import { useState } from 'react'
import { Temporal } from 'temporal-polyfill'
import { api } from '../../../api/client.ts'
import { officeToday } from '../../../api/office-clock.ts'
import { answer } from '../../../api/problem.ts'
import { useSignedIn } from '../../../app/session-hooks.ts'
import { Day } from '../../../parts/day/day.tsx'
import { momentInWords, timeInWords } from '../../../parts/day/format.ts'
import { Empty } from '../../../parts/empty/empty.tsx'
import { useLiveQuery } from '../../../parts/live/live.ts'
import { Trouble } from '../../../parts/trouble/trouble.tsx'
import { keys, type Slot, type SlotDays } from '../queries.ts'
import css from './parts.module.css'

const daysShown = 7

export type SlotPickerProps = {
  /** The first slot's input carries it, so that a message at the field can lead here. */
  id: string
  /** The chosen start, ISO 8601; '' for none. */
  value: string
  onPick: (startsAt: string) => void
  problem?: string | undefined
}

/**
 * Appointment times with the places left, a week at a time. Radio buttons beneath: the arrow keys go from one free
 * time to the next.
 */
export function SlotPicker({ id, value, onPick, problem }: SlotPickerProps) {
  const { t, i18n } = useLingui()
  const { agency } = useSignedIn()
  const today = officeToday(agency.timeZone)
  const [from, setFrom] = useState(today.toString())
  const query = useQuery({
    queryKey: keys.slots(from),
    queryFn: () => answer(api.GET('/api/intake/slots', { params: { query: { from, days: daysShown } } })),
  })
  useLiveQuery(['intake.appointment-*', 'intake.hours-*', 'intake.day-*'], keys.allSlots)
  const turn = (weeks: number): void => setFrom(Temporal.PlainDate.from(from).add({ weeks }).toString())
  return (
    <fieldset className={css.slots} aria-describedby={problem && `${id}-problem`}>
      <legend>
        <Trans>Time of the appointment</Trans> <span aria-hidden="true">*</span>
      </legend>
      {problem && (
        <span id={`${id}-problem`} className={css.problem}>
          {problem}
        </span>
      )}
      <div className={css.weeks}>
        <Button type="button" outline disabled={from === today.toString()} onClick={() => turn(-1)}>
          <Trans>Week before</Trans>
        </Button>
        <Button type="button" outline onClick={() => turn(1)}>
          <Trans>Week after</Trans>
        </Button>
        <span role="status">
          {value === '' ? (
            <Trans>No time chosen yet.</Trans>
          ) : (
            <Trans>Chosen: {momentInWords(value, agency.timeZone, i18n.locale)}</Trans>
          )}
        </span>
      </div>
      {query.isError && <Trouble error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <p aria-busy="true">{t`Reading the times…`}</p>}
      {query.data && <Days id={id} days={query.data.days} value={value} onPick={onPick} />}
    </fieldset>
  )
}

type DaysProps = Pick<SlotPickerProps, 'id' | 'value' | 'onPick'> & { days: SlotDays }

function Days({ id, days, value, onPick }: DaysProps) {
  const { t } = useLingui()
  const open = days
    .map((day) => ({ ...day, slots: day.slots.filter(({ over }) => !over) }))
    .filter(({ slots, closedReason }) => slots.length > 0 || closedReason !== null)
  const first = open.flatMap(({ slots }) => slots).find((slot) => slot.taken < slot.capacity)
  if (open.length === 0) {
    return (
      <Empty title={t`No appointment times in this week`}>
        <Trans>
          Times come from the <Link to="/appointments/hours">appointment hours</Link> of the office.
        </Trans>
      </Empty>
    )
  }
  return (
    <div className={css.days}>
      {open.map(({ day, closedReason, slots }) => (
        <div key={day} className={css.day}>
          <span className={css.dayName}>
            <Day day={day} />
          </span>
          {closedReason !== null && (
            <span className={css.soft}>
              <Trans>Closed: {closedReason}</Trans>
            </span>
          )}
          <div className={css.times}>
            {slots.map((slot) => (
              <SlotOption
                key={slot.startsAt}
                id={slot === first ? id : `${id}-${slot.startsAt}`}
                name={id}
                slot={slot}
                isChosen={slot.startsAt === value}
                onPick={onPick}
              />
            ))}
          </div>
        </div>
      ))}
    </div>
  )
}

type SlotOptionProps = {
  id: string
  name: string
  slot: Slot
  isChosen: boolean
  onPick: (startsAt: string) => void
}

function SlotOption({ id, name, slot, isChosen, onPick }: SlotOptionProps) {
  const { i18n } = useLingui()
  const { agency } = useSignedIn()
  const left = slot.capacity - slot.taken
  return (
    <label className={css.slot} htmlFor={id}>
      <input
        type="radio"
        id={id}
        name={name}
        value={slot.startsAt}
        checked={isChosen}
        disabled={left <= 0 && !isChosen}
        onChange={() => onPick(slot.startsAt)}
      />
      <span>
        {isChosen && (
          <span aria-hidden="true" className={css.mark}>
            ●{' '}
          </span>
        )}
        {timeInWords(slot.startsAt, agency.timeZone, i18n.locale)}
      </span>
      <span className={css.soft}>
        <Plural value={left} _0="full" one="# place" other="# places" />
      </span>
    </label>
  )
}
