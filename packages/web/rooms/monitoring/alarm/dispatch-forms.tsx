import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { api } from '../../../api/client.ts'
import { area, Form, FormField, type FormState, text, useForm } from '../../../parts/form/index.ts'
import css from './alarm.module.css'
import { Cancel } from './cancel.tsx'
import type { WorkFormProps } from './work-dialog.tsx'

/** What is asked when an officer is sent: as a step of the protocol, or without one. */
export const sendFields = {
  where: text({ label: msg`Where to`, required: true, most: 300 }),
  note: area({ label: msg`Note`, most: 2000, lines: 2 }),
}

/** What came of it; where it was false before, the dialog turns to asking a supervisor. */
export async function sentOr<Sent extends { response: Response }>(
  sending: Promise<Sent>,
  notAllowed: () => void,
): Promise<Sent> {
  const sent = await sending
  if (sent.response.status === 403) notAllowed()
  return sent
}

/** Sends an officer. */
export function SendForm({
  form,
  onClose,
}: Pick<WorkFormProps, 'onClose'> & { form: FormState<typeof sendFields> }) {
  const { t } = useLingui()
  return (
    <Form form={form} action={t`Record officer sent`} cancel={<Cancel onClose={onClose} />}>
      <FormField form={form} name="where" />
      <FormField form={form} name="note" />
    </Form>
  )
}

const askFields = {
  where: text({ label: msg`Where to`, required: true, most: 300 }),
  note: area({ label: msg`Why somebody should be sent again`, required: true, most: 500, lines: 3 }),
}

/** Asks a supervisor to approve sending somebody where it was false before. */
function AskForm({ page: { alarm, address }, where, onDone, onClose }: WorkFormProps & { where: string }) {
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

/** Asking a supervisor, with why it must be asked where the office has said so. */
export function AskFirst(props: WorkFormProps & { where: string }) {
  return (
    <>
      {props.where !== '' && (
        <p className={css.notice}>
          <Trans>
            Somebody was sent there before, and it was false. A supervisor approves sending somebody again.
          </Trans>
        </p>
      )}
      <AskForm {...props} />
    </>
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
