import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { useMemo } from 'react'
import { api } from '../../../api/client.ts'
import { area, Form, FormField, select, useForm } from '../../../parts/form/index.ts'
import { StepText } from '../parts/step-text.tsx'
import css from './alarm.module.css'
import { Cancel } from './cancel.tsx'
import { type ClosingCode, closingWords } from './words.ts'
import type { WorkFormProps } from './work-dialog.tsx'

/** Closes an alarm with a coded reason; with steps undone, also with the reason for that. */
export function CloseForm({ page, onDone, onClose }: WorkFormProps) {
  const { t } = useLingui()
  const { alarm, record } = page
  const undone = page.steps.filter((step) => step.state === 'to-do' || step.state === 'tried')
  const asksWhy = undone.length > 0 && !alarm.drill
  // Which reasons fit the office says: it decides by the same list.
  const reasons = page.closings.join(' ')
  const fields = useMemo(
    () => ({
      code: select({
        label: msg`What ended it`,
        required: true,
        options: (reasons.split(' ') as ClosingCode[]).map((value) => ({
          value,
          label: closingWords[value],
        })),
      }),
      note: area({ label: msg`Note`, most: 2000, lines: 3 }),
      whyNot: area({ label: msg`Why these steps were not done`, required: asksWhy, most: 1000, lines: 2 }),
    }),
    [reasons, asksWhy],
  )
  const form = useForm({
    name: 'close-alarm',
    about: alarm.id,
    fields,
    check: ({ code, note }) =>
      code === 'other' && note === '' ? [{ path: 'note', message: t`Say what ended it.` }] : [],
    submit: ({ values, attempt }) =>
      api.POST('/api/monitoring/alarms/{id}/close', {
        params: { path: { id: alarm.id } },
        body: { ...values, seen: record.at(-1)?.number ?? 0 },
        ...attempt,
      }),
    onDone,
  })
  return (
    <Form form={form} action={t`Close alarm`} cancel={<Cancel onClose={onClose} />}>
      <FormField form={form} name="code" />
      <FormField form={form} name="note" />
      {asksWhy && (
        <>
          <div className={css.notice}>
            <p>
              <Trans>Not done:</Trans>
            </p>
            <ul>
              {undone.map((step) => (
                <li key={step.code}>
                  <StepText step={step} />
                </li>
              ))}
            </ul>
          </div>
          <FormField form={form} name="whyNot" />
        </>
      )}
    </Form>
  )
}
