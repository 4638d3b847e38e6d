import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '@trussworks/react-uswds'
import { useMemo, useState } from 'react'
import { api } from '../../../api/client.ts'
import { Lately } from '../../../parts/day/day.tsx'
import { area, Form, FormField, select, useForm } from '../../../parts/form/index.ts'
import { StepText } from '../parts/step-text.tsx'
import { addedSince, lastOf } from './added-since.ts'
import css from './alarm.module.css'
import { Cancel } from './cancel.tsx'
import { Entry } from './record.tsx'
import { useRenew } from './use-act.ts'
import { type ClosingCode, closingWords } from './words.ts'
import type { WorkFormProps } from './work-dialog.tsx'

/** Closes an alarm with a coded reason; with steps undone, also with the reason for that. */
export function CloseForm({ page, onDone, onClose }: WorkFormProps) {
  const { t } = useLingui()
  const { alarm, record } = page
  // What stood there when the dialog was opened: the page is renewed under it, and nobody has looked at that yet.
  const [seen, setSeen] = useState(() => lastOf(record))
  const added = addedSince(record, seen)
  const renew = useRenew(alarm.id)
  const undone = page.steps.filter((step) => step.needsReason)
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
    submit: async ({ values, attempt }) => {
      const closed = await api.POST('/api/monitoring/alarms/{id}/close', {
        params: { path: { id: alarm.id } },
        body: { ...values, seen },
        ...attempt,
      })
      if (closed.response.status === 409) renew()
      return closed
    },
    onDone,
  })
  return (
    <Form form={form} action={t`Close alarm`} cancel={<Cancel onClose={onClose} />}>
      {added.length > 0 && (
        <div className={css.notice} role="status">
          <p>
            <Trans>Came since you opened this:</Trans>
          </p>
          <ul>
            {added.map((entry) => (
              <li key={entry.number}>
                <Lately at={entry.at} /> <Entry entry={entry} />
              </li>
            ))}
          </ul>
          <Button type="button" outline onClick={() => setSeen(lastOf(record))}>
            <Trans>I have looked at it</Trans>
          </Button>
        </div>
      )}
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
