import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { FormField, type FormState } from '../../../../parts/form/index.ts'
import type { TickPart } from '../mark-checks.ts'
import { hasHours } from '../mark-words.ts'
import css from './sheet.module.css'
import { fieldName } from './sheet.ts'

/** One day on the sheet: the mark, and what belongs to it once it is chosen. */
export function SheetDay({ form, dayId }: { form: FormState; dayId: string }) {
  const mark = form.typed[fieldName('mark', dayId)]
  return (
    <div className={css.cell}>
      <FormField form={form} name={fieldName('mark', dayId)} />
      {hasHours(mark) && (
        <Part form={form} dayId={dayId} part="minutes">
          <Trans context="worked">Hours</Trans>
        </Part>
      )}
      {mark === 'absent-excused' && (
        <>
          <Part form={form} dayId={dayId} part="excuse">
            <Trans>Why valid</Trans>
          </Part>
          <Part form={form} dayId={dayId} part="verification">
            <Trans>How verified</Trans>
          </Part>
        </>
      )}
    </div>
  )
}

type PartProps = { form: FormState; dayId: string; part: TickPart; children: ReactNode }

/** The field's own label, which names person and day, is heard; the eye has row and column, and a word above. */
function Part({ form, dayId, part, children }: PartProps) {
  return (
    <div>
      <span className={css.word} aria-hidden="true">
        {children}
      </span>
      <FormField form={form} name={fieldName(part, dayId)} />
    </div>
  )
}
