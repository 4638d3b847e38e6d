import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { api } from '../../../api/client.ts'
import { area, choice, Form, FormField, text, useForm } from '../../../parts/form/index.ts'
import { Cancel } from './cancel.tsx'
import type { WorkFormProps } from './work-dialog.tsx'

const at = (id: string) => ({ params: { path: { id } } })

const noteFields = { note: area({ label: msg`Note`, required: true, most: 2000, lines: 4 }) }

export function NoteForm({ page: { alarm }, onDone, onClose }: WorkFormProps) {
  const { t } = useLingui()
  const form = useForm({
    name: 'alarm-note',
    about: alarm.id,
    fields: noteFields,
    submit: ({ values, attempt }) =>
      api.POST('/api/monitoring/alarms/{id}/notes', { ...at(alarm.id), body: values, ...attempt }),
    onDone,
  })
  return (
    <Form form={form} action={t`Save note`} cancel={<Cancel onClose={onClose} />}>
      <FormField form={form} name="note" />
    </Form>
  )
}

const replyFields = {
  via: choice({
    label: msg`How they answered`,
    required: true,
    options: [
      { value: 'call', label: msg`On the telephone` },
      { value: 'text', label: msg`By text message` },
      { value: 'in-person', label: msg`In person` },
      { value: 'unit', label: msg`With the unit’s button` },
    ],
  }),
  words: area({ label: msg`In their words`, required: true, most: 2000, lines: 4 }),
}

/** What the participant said stands on the alarm itself. */
export function ReplyForm({ page: { alarm }, onDone, onClose }: WorkFormProps) {
  const { t } = useLingui()
  const form = useForm({
    name: 'alarm-reply',
    about: alarm.id,
    fields: replyFields,
    submit: ({ values, attempt }) =>
      api.POST('/api/monitoring/alarms/{id}/replies', { ...at(alarm.id), body: values, ...attempt }),
    onDone,
  })
  return (
    <Form form={form} action={t`Save reply`} cancel={<Cancel onClose={onClose} />}>
      <FormField form={form} name="via" />
      <FormField form={form} name="words" />
    </Form>
  )
}

const reopenFields = { reason: area({ label: msg`Why it is not over`, required: true, most: 500, lines: 3 }) }

export function ReopenForm({ page: { alarm }, onDone, onClose }: WorkFormProps) {
  const { t } = useLingui()
  const form = useForm({
    name: 'reopen-alarm',
    about: alarm.id,
    fields: reopenFields,
    submit: ({ values, attempt }) =>
      api.POST('/api/monitoring/alarms/{id}/reopen', { ...at(alarm.id), body: values, ...attempt }),
    onDone,
  })
  return (
    <Form form={form} action={t`Open alarm again`} cancel={<Cancel onClose={onClose} />}>
      <FormField form={form} name="reason" />
    </Form>
  )
}

const takeOverFields = { note: text({ label: msg`Why`, most: 500, hint: msg`End of a shift, called away.` }) }

export function TakeOverForm({ page: { alarm }, onDone, onClose }: WorkFormProps) {
  const { t } = useLingui()
  const form = useForm({
    name: 'take-alarm-over',
    about: alarm.id,
    fields: takeOverFields,
    submit: ({ values, attempt }) =>
      api.POST('/api/monitoring/alarms/{id}/take-over', { ...at(alarm.id), body: values, ...attempt }),
    onDone,
  })
  return (
    <>
      <p>
        <Trans>{alarm.acknowledgedBy} has it now. They see that you took it over.</Trans>
      </p>
      <Form form={form} action={t`Take alarm over`} cancel={<Cancel onClose={onClose} />}>
        <FormField form={form} name="note" />
      </Form>
    </>
  )
}
