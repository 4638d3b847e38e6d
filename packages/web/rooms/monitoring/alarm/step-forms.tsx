import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { useMemo } from 'react'
import { api } from '../../../api/client.ts'
import { type Attempt, area, choice, Form, FormField, text, useForm } from '../../../parts/form/index.ts'
import css from './alarm.module.css'
import { Cancel } from './cancel.tsx'
import { SendForm, sendFields, sentOr } from './dispatch-forms.tsx'
import type { StepFormProps } from './step-work.tsx'
import { type Deed, type Signal, signalWords } from './words.ts'

/** Sends what was done for a step. */
export const sendStep = (
  { page, step }: Pick<StepFormProps, 'page' | 'step'>,
  deed: Deed,
  attempt: Attempt,
) =>
  api.POST('/api/monitoring/alarms/{id}/steps', {
    params: { path: { id: page.alarm.id } },
    body: { code: step.code, deed },
    ...attempt,
  })

/** What a draft of a step's form belongs to. */
export const stepAbout = ({ page, step }: Pick<StepFormProps, 'page' | 'step'>) =>
  `${page.alarm.id} ${step.code}`

export const stepNote = area({ label: msg`Note`, most: 2000, lines: 2 })

export function SignalForm(props: StepFormProps) {
  const { t } = useLingui()
  const { page, onDone, onClose } = props
  const can = (page.unit?.signals ?? []).join(' ')
  const offered = (page.alarm.drill ? Object.keys(signalWords) : can.split(' ')).filter(
    (one) => one !== '',
  ) as Signal[]
  const names = offered.join(' ')
  const fields = useMemo(
    () => ({
      signal: choice({
        label: msg`Ask the unit to`,
        required: true,
        options: (names.split(' ') as Signal[]).map((value) => ({ value, label: signalWords[value] })),
      }),
      note: stepNote,
    }),
    [names],
  )
  const form = useForm({
    name: 'step-signal',
    about: stepAbout(props),
    fields,
    record: { version: 0, ...(offered[0] ? { signal: offered[0] } : {}) },
    submit: ({ values, attempt }) => sendStep(props, { as: 'signal', ...values }, attempt),
    onDone,
  })
  if (offered.length === 0) return <NoSignal page={page} />
  return (
    <>
      {page.unit && (
        <p className={css.soft}>
          <Trans>Unit {page.unit.serial}. It is told with its next message.</Trans>
        </p>
      )}
      <Form form={form} action={t`Signal unit`} cancel={<Cancel onClose={onClose} />}>
        <FormField form={form} name="signal" />
        <FormField form={form} name="note" />
      </Form>
    </>
  )
}

/** Why no unit is asked for anything here, and what to do instead. */
function NoSignal({ page: { unit, alarm } }: Pick<StepFormProps, 'page'>) {
  return (
    <p className={css.notice}>
      {unit?.silent === 'way-in' && alarm.person !== null ? (
        <Trans>
          Unit {unit.serial} reports by a way that takes no answer back to it, so it cannot be signaled. Call
          instead, and leave this step out.
        </Trans>
      ) : unit?.silent === 'way-in' ? (
        <Trans>
          Unit {unit.serial} reports by a way that takes no answer back to it, so it cannot be signaled. Leave
          this step out, and say so.
        </Trans>
      ) : (
        <Trans>There is no unit here that can be signaled. Leave the step out, and say so.</Trans>
      )}
    </p>
  )
}

const messageFields = {
  to: text({ label: msg({ message: 'To', context: 'whom' }), required: true, most: 320 }),
  text: area({ label: msg`Message`, required: true, most: 2000, lines: 4 }),
}

/** A message; where it cannot leave the house, the dialog turns to the call that is needed. */
export function MessageForm(props: StepFormProps & { onNoWay: () => void }) {
  const { t } = useLingui()
  const { page, step, onDone, onClose, onNoWay } = props
  const reached = page.contacts.find((one) => (step.channel === 'email' ? one.email !== '' : one.texts))
  const form = useForm({
    name: 'step-message',
    about: stepAbout(props),
    fields: messageFields,
    record: { version: 0, to: (step.channel === 'email' ? reached?.email : reached?.phone) ?? '' },
    submit: ({ values, attempt }) => sendStep(props, { as: 'message', ...values }, attempt),
    onDone: ({ outcome }) => (outcome === 'no-channel' || outcome === 'refused' ? onNoWay() : onDone()),
  })
  return (
    <Form form={form} action={t`Ask for message`} cancel={<Cancel onClose={onClose} />}>
      <FormField form={form} name="to" />
      <FormField form={form} name="text" />
    </Form>
  )
}

/** Sends an officer as the step asks. */
export function DispatchForm({
  onNotAllowed,
  ...props
}: StepFormProps & { onNotAllowed: (where: string) => void }) {
  const form = useForm({
    name: 'step-dispatch',
    about: stepAbout(props),
    fields: sendFields,
    record: { version: 0, where: props.page.address },
    submit: ({ values, attempt }) =>
      sentOr(sendStep(props, { as: 'dispatch', ...values }, attempt), () => onNotAllowed(values.where)),
    onDone: props.onDone,
  })
  return <SendForm form={form} onClose={props.onClose} />
}

const writeFields = { note: area({ label: msg`What was found`, required: true, most: 2000, lines: 4 }) }

export function WriteForm(props: StepFormProps) {
  const { t } = useLingui()
  const form = useForm({
    name: 'step-note',
    about: stepAbout(props),
    fields: writeFields,
    submit: ({ values, attempt }) => sendStep(props, { as: 'note', ...values }, attempt),
    onDone: props.onDone,
  })
  return (
    <Form form={form} action={t`Save step`} cancel={<Cancel onClose={props.onClose} />}>
      <FormField form={form} name="note" />
    </Form>
  )
}

const skipFields = {
  note: area({ label: msg`Why this step is left out`, required: true, most: 500, lines: 2 }),
}

export function SkipForm(props: StepFormProps) {
  const { t } = useLingui()
  const form = useForm({
    name: 'step-skip',
    about: stepAbout(props),
    fields: skipFields,
    submit: ({ values, attempt }) => sendStep(props, { as: 'skip', ...values }, attempt),
    onDone: props.onDone,
  })
  return (
    <Form form={form} action={t`Leave step out`} cancel={<Cancel onClose={props.onClose} />}>
      <FormField form={form} name="note" />
    </Form>
  )
}
