import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { Button } from '@trussworks/react-uswds'
import { Temporal } from 'temporal-polyfill'
import { api } from '../../../api/client.ts'
import { officeNow } from '../../../api/office-clock.ts'
import { useSignedIn } from '../../../app/session-hooks.ts'
import { area, Form, FormField, FormRow, select, text, time, useForm } from '../../../parts/form/index.ts'
import { AboutWhom, whomIn } from './about-whom.tsx'
import { type HelpRequest, helpKey, helpKindWords } from './listing.tsx'

const fields = {
  caller: text({ label: msg`Who calls`, required: true, most: 120 }),
  phone: text({ label: msg`Number to call back`, inputMode: 'tel', most: 40 }),
  kind: select({
    label: msg`About`,
    required: true,
    options: Object.entries(helpKindWords).map(([value, label]) => ({
      value: value as HelpRequest['kind'],
      label,
    })),
  }),
  /** A person as `AboutWhom` writes one. */
  whom: text({ label: msg`Whom it is about`, most: 1000 }),
  request: area({ label: msg`What is asked`, required: true, most: 2000, lines: 3 }),
  calledAt: time({
    label: msg`Called at`,
    hint: msg`Empty: now. Today’s time, or yesterday’s where it is later than now.`,
  }),
}

/** Logs a call while somebody is on the telephone. */
export function LogHelp({ onClose }: { onClose: () => void }) {
  const { t } = useLingui()
  const client = useQueryClient()
  const { agency } = useSignedIn()
  const form = useForm({
    name: 'log-help',
    fields,
    submit: ({ values: { whom, calledAt, ...values }, attempt }) =>
      api.POST('/api/monitoring/help', {
        body: {
          ...values,
          personId: whomIn(whom)?.id ?? null,
          calledAt: lastTime(calledAt, agency.timeZone),
        },
        ...attempt,
      }),
    onDone: () => {
      onClose()
      void client.invalidateQueries({ queryKey: helpKey })
    },
  })
  return (
    <Form form={form} action={t`Log call`} cancel={<Cancel onClose={onClose} />}>
      <FormRow>
        <FormField form={form} name="caller" />
        <FormField form={form} name="phone" />
      </FormRow>
      <FormField form={form} name="kind" />
      <AboutWhom typed={form.typed.whom} onPut={(whom) => form.put('whom', whom)} />
      <FormField form={form} name="request" />
      <FormField form={form} name="calledAt" />
    </Form>
  )
}

/** The last moment at which the office's clock showed this time; null for now. */
function lastTime(clock: string | null, timeZone: string): string | null {
  if (clock === null) return null
  const now = Temporal.Instant.from(officeNow().toString())
  const today = now.toZonedDateTimeISO(timeZone).toPlainDate()
  const at = (day: Temporal.PlainDate) => day.toZonedDateTime({ timeZone, plainTime: clock }).toInstant()
  const same = at(today)
  return (Temporal.Instant.compare(same, now) <= 0 ? same : at(today.subtract({ days: 1 }))).toString()
}

/** Answers a request: what was done. */
export function AnswerHelp({ request, onClose }: { request: HelpRequest; onClose: () => void }) {
  const { t } = useLingui()
  const client = useQueryClient()
  const form = useForm({
    name: 'answer-help',
    about: request.id,
    fields: {
      answer: area({ label: msg`What was done, and what was said`, required: true, most: 2000, lines: 3 }),
    },
    submit: ({ values, attempt }) =>
      api.POST('/api/monitoring/help/{id}/answer', {
        params: { path: { id: request.id } },
        body: values,
        ...attempt,
      }),
    onDone: () => {
      onClose()
      void client.invalidateQueries({ queryKey: helpKey })
    },
  })
  return (
    <Form form={form} action={t`Answer request`} cancel={<Cancel onClose={onClose} />}>
      <p>
        {request.personName && <strong>{request.personName}: </strong>}
        {request.request}
      </p>
      <FormField form={form} name="answer" />
    </Form>
  )
}

const Cancel = ({ onClose }: { onClose: () => void }) => (
  <Button type="button" outline onClick={onClose}>
    <Trans>Cancel</Trans>
  </Button>
)
