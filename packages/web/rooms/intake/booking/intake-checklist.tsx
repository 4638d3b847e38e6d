import { Trans, useLingui } from '@lingui/react/macro'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from '@trussworks/react-uswds'
import { Temporal } from 'temporal-polyfill'
import { api } from '../../../api/client.ts'
import { officeToday } from '../../../api/office-clock.ts'
import { answer } from '../../../api/problem.ts'
import { useMay, useSignedIn } from '../../../app/session-hooks.ts'
import { type CheckItem, Checklist } from '../../../parts/checklist/checklist.tsx'
import { Day } from '../../../parts/day/day.tsx'
import { Trouble } from '../../../parts/trouble/trouble.tsx'
import { useSaid } from '../../../parts/words/said.ts'
import css from './booking.module.css'
import { type BookingPage, bookingKey, type ChecklistItem } from './use-booking.ts'

const states = { done: 'there', open: 'missing', ask: 'asked', 'not-needed': 'spare' } as const

/** The checklist of WAP-BOOK.5, each item ticked by whom and when; what the record shows ticks itself. */
export function IntakeChecklist({ id, page }: { id: string; page: BookingPage }) {
  const { t } = useLingui()
  const said = useSaid()
  const may = useMay()
  const { agency } = useSignedIn()
  const client = useQueryClient()
  const tick = useMutation({
    mutationFn: (what: { item: string; part?: string }) =>
      answer(
        api.POST('/api/intake/enrolments/{id}/checklist', {
          params: { path: { id } },
          body: { ...what, day: officeToday(agency.timeZone).toString(), note: '' },
        }),
      ),
    onSettled: () => client.invalidateQueries({ queryKey: bookingKey(id) }),
  })
  const canTick = may('booking.write') && page.record?.bookedAt == null
  const items: CheckItem[] = page.checklist.map((item) => ({
    key: item.name,
    label: said(item.text),
    state: states[item.state],
    clause: item.clause,
    note: (
      <Note
        item={item}
        canTick={canTick}
        busy={tick.isPending}
        onTick={(part) => tick.mutate({ item: item.name, part })}
      />
    ),
    ...(canTick &&
    item.by === 'hand' &&
    item.tick === null &&
    item.state !== 'not-needed' &&
    item.parts.length === 0
      ? {
          action: (
            <Button
              type="button"
              outline
              disabled={tick.isPending}
              aria-label={t`Tick: ${said(item.text)}`}
              onClick={() => tick.mutate({ item: item.name })}
            >
              <Trans>Done today</Trans>
            </Button>
          ),
        }
      : {}),
  }))
  return (
    <section className={css.part} aria-label={t`Intake checklist`}>
      {tick.isError && <Trouble error={tick.error} />}
      <Checklist title={t`Intake checklist`} items={items} />
    </section>
  )
}

type NoteProps = { item: ChecklistItem; canTick: boolean; busy: boolean; onTick: (part: string) => void }

function Note({ item, canTick, busy, onTick }: NoteProps) {
  const { t } = useLingui()
  const said = useSaid()
  return (
    <>
      {item.tick && (
        <span>
          {item.tick.by}, <Day day={dayOf(item.tick.on)} />
          {item.tick.note !== '' && <> · {item.tick.note}</>}
        </span>
      )}
      {item.by === 'record' && <span className={css.soft}>{t`from the record`}</span>}
      {item.parts.length > 0 && (
        <ul className={css.parts}>
          {item.parts.map((part) => (
            <li key={part.part}>
              <label className={css.check}>
                <input
                  type="checkbox"
                  checked={part.tick !== null}
                  disabled={!canTick || busy || part.tick !== null}
                  onChange={() => onTick(part.part)}
                />
                {said(part.text)}
              </label>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

// The office sends a day; a moment is cut to its day.
function dayOf(on: string): string {
  return Temporal.PlainDate.from(on.slice(0, 10)).toString()
}
