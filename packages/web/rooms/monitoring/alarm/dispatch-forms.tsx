import { msg } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { api } from '../../../api/client.ts'
import { area, Form, FormField, text, useForm } from '../../../parts/form/index.ts'
import { Cancel } from './cancel.tsx'
import type { WorkFormProps } from './work-dialog.tsx'

const askFields = {
  where: text({ label: msg`Where to`, required: true, most: 300 }),
  note: area({ label: msg`Why somebody should be sent again`, required: true, most: 500, lines: 3 }),
}

/** Asks a supervisor to approve sending somebody where it was false before. */
export function AskForm({
  page: { alarm, address },
  where,
  onDone,
  onClose,
}: WorkFormProps & { where: string }) {
  const { t } = useLingui()
  const form = useForm({
    name: 'ask-dispatch',
    about: alarm.id,
    fields: askFields,
    record: { version: 0, where: where || address },
    submit: ({ values, attempt }) =>
      api.POST('/api/monitoring/alarms/{id}/ask-dispatch', {
        params: { path: { id: alarm.id } },
        body: values,
        ...attempt,
      }),
    onDone,
  })
  return (
    <Form form={form} action={t`Ask supervisor`} cancel={<Cancel onClose={onClose} />}>
      <FormField form={form} name="where" />
      <FormField form={form} name="note" />
    </Form>
  )
}

const decideFields = { reason: area({ label: msg`Reason`, required: true, most: 500, lines: 3 }) }

/** A supervisor's decision, with its reason. */
export function DecideForm({
  page: { alarm },
  approve,
  onDone,
  onClose,
}: WorkFormProps & { approve: boolean }) {
  const { t } = useLingui()
  const form = useForm({
    name: 'decide-dispatch',
    about: alarm.id,
    fields: decideFields,
    submit: ({ values, attempt }) =>
      api.POST('/api/monitoring/alarms/{id}/decide-dispatch', {
        params: { path: { id: alarm.id } },
        body: { ...values, approve },
        ...attempt,
      }),
    onDone,
  })
  return (
    <Form
      form={form}
      action={approve ? t`Approve sending` : t`Refuse sending`}
      cancel={<Cancel onClose={onClose} />}
    >
      <FormField form={form} name="reason" />
    </Form>
  )
}
