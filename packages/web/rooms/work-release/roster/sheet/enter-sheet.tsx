import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Button } from '@trussworks/react-uswds'
import type { ReactNode } from 'react'
import { Form, FormField, FormRow, type FormState } from '../../../../parts/form/index.ts'
import { WeekGrid } from '../../../../parts/week-grid/week-grid.tsx'
import type { Roster, RosterDay } from '../../parts/words.ts'
import { DayMark } from '../day-cell.tsx'
import { fillingHours } from '../filling-hours.ts'
import { PersonHead } from '../person-head.tsx'
import { daysShown } from '../week-table.tsx'
import css from './sheet.module.css'
import { fieldName, minutesOfMark } from './sheet.ts'
import { SheetConflict } from './sheet-conflict.tsx'
import { SheetDay } from './sheet-day.tsx'
import { daysOf, useSheetForm } from './use-sheet-form.ts'

export type EnterSheetProps = { roster: Roster; today: string; onDone: () => void; cancel: ReactNode }

/** Enters a sheet that came back: all its days and the return itself, saved as one act or not at all (WAP-P6.3). */
export function EnterSheet({ roster, today, onDone, cancel }: EnterSheetProps) {
  const { t } = useLingui()
  const plain = useSheetForm(roster, today, onDone)
  const form = fillingHours(plain, roster.site.dayMinutes, minutesOfMark)
  const empty = daysOf(roster, today).filter((day) => isEmpty(form, day))
  const tickAll = (days: readonly RosterDay[]): void => {
    for (const day of days) if (isEmpty(form, day)) form.put(fieldName('mark', day.contractDayId), 'worked')
  }
  if (form.conflict)
    return <SheetConflict form={form} conflict={form.conflict} roster={roster} today={today} />
  return (
    <section className={css.frame} aria-labelledby="enter-sheet">
      <h2 id="enter-sheet">
        <Trans>Enter the returned sheet</Trans>
      </h2>
      <Form form={form} action={t`Enter returned sheet`} cancel={cancel}>
        <div className={css.tools}>
          <Button type="button" outline onClick={() => tickAll(empty)}>
            <Trans>Mark the rest as worked</Trans>
          </Button>
          <span role="status">
            {empty.length === 0 ? (
              t`Every day has a mark.`
            ) : (
              <Plural
                value={empty.length}
                one="# day has no mark yet; without one it stays open."
                other="# days have no mark yet; without one they stay open."
              />
            )}
          </span>
        </div>
        <WeekGrid
          title={t`The sheet: people by day`}
          rowTitle={t`Person`}
          from={roster.week}
          length={daysShown(roster)}
          rows={roster.people.map((person) => ({
            key: person.enrolmentId,
            head: (
              <div className={css.head}>
                <PersonHead person={person} />
                {person.days.some((day) => day.day <= today && isEmpty(form, day)) && (
                  <Button
                    type="button"
                    outline
                    aria-label={t`Worked all: ${person.name}`}
                    onClick={() => tickAll(person.days.filter((day) => day.day <= today))}
                  >
                    <Trans>Worked all</Trans>
                  </Button>
                )}
              </div>
            ),
            cell: (on) => {
              const day = person.days.find((one) => one.day === on)
              if (!day) return null
              return isOpen(form, day) && on <= today ? (
                <SheetDay form={form} dayId={day.contractDayId} />
              ) : (
                <DayMark day={day} isToCome={on > today} />
              )
            },
          }))}
        />
        <div className={css.about}>
          <FormRow>
            <FormField form={form} name="onDay" />
            <FormField form={form} name="how" />
          </FormRow>
          <FormField form={form} name="paper" />
          <FormField form={form} name="note" />
        </div>
      </Form>
    </section>
  )
}

/**
 * A day that is entered here: it has no mark, or something is typed over the one that somebody else has just made.
 * A day that was marked before is corrected by itself, where its history stands.
 */
function isOpen(form: FormState, day: RosterDay): boolean {
  const name = fieldName('mark', day.contractDayId)
  return day.mark === null || form.typed[name] !== form.opened[name]
}

const isEmpty = (form: FormState, day: RosterDay): boolean =>
  day.mark === null && (form.typed[fieldName('mark', day.contractDayId)] ?? '') === ''
