import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { Button } from '@trussworks/react-uswds'
import { api } from '../../../api/client.ts'
import { useSignedIn } from '../../../app/session-hooks.ts'
import {
  area,
  day,
  Form,
  FormField,
  FormRow,
  rows,
  select,
  time,
  useForm,
  whole,
} from '../../../parts/form/index.ts'
import { placed } from '../../people/parts/refusal.ts'
import { fromProblem, instantOf } from './from-when.ts'
import { stepsWithCodes } from './step-codes.ts'
import { guidelinesKey, type Protocol, type Subject } from './use-guidelines.ts'
import { channelWords, escalationWords, severityWords } from './words.ts'

const minutes = { required: true, least: 1, most: 10_080, unit: msg`min` } as const
const optionsOf = <V extends string>(words: Record<V, Parameters<typeof select>[0]['label']>) =>
  Object.entries(words).map(([value, label]) => ({ value: value as V, label: label as never }))

const fields = {
  severity: select({ label: msg`Severity`, required: true, options: optionsOf(severityWords) }),
  acknowledge: whole({ label: msg`To acknowledge`, ...minutes }),
  notify: whole({ label: msg`To notify`, ...minutes }),
  resolve: whole({ label: msg`To resolve`, ...minutes }),
  steps: rows({
    label: msg`Steps`,
    add: msg`Add a step`,
    row: msg`Step`,
    of: {
      text: area({ label: msg`What is done, in English`, required: true, most: 300, lines: 2 }),
      textEs: area({
        label: msg`What is done, in Spanish`,
        hint: msg`Empty: whoever reads Spanish sees the English.`,
        most: 300,
        lines: 2,
      }),
      channel: select({ label: msg`By`, required: true, options: optionsOf(channelWords) }),
      minutes: whole({ label: msg`Within`, ...minutes }),
    },
  }),
  escalate: select({
    label: msg`When a time runs out`,
    hint: msg`The supervisor is asked at the end in any case.`,
    required: true,
    options: optionsOf(escalationWords).filter(({ value }) => value !== ''),
  }),
  fromDay: day({ label: msg`Applies from`, hint: msg`Empty: as soon as it is approved.`, years: 'near' }),
  fromTime: time({ label: msg`At` }),
  reason: area({ label: msg`Why, and who asked for it`, required: true, most: 500, lines: 2 }),
}

/** Enters a version of a protocol, beginning from what applies. Another named officer approves it (EMP-7.3). */
export function EnterProtocol({
  subject,
  applies,
  onClose,
}: {
  subject: Subject
  applies: Protocol | null
  onClose: () => void
}) {
  const { t } = useLingui()
  const client = useQueryClient()
  const { agency } = useSignedIn()
  const form = useForm({
    name: 'enter-protocol',
    about: subject,
    fields,
    record: applies
      ? {
          ...applies.minutes,
          severity: applies.severity,
          steps: applies.steps.map((step) => ({ ...step, textEs: step.textEs ?? '' })),
          escalate: applies.escalate.join(' '),
        }
      : {},
    check: (values) => fromProblem(values, t`Give the day and the time, or neither.`),
    submit: async ({ values, attempt }) => {
      const { severity, acknowledge, notify, resolve, steps, escalate, fromDay, fromTime, reason } = values
      const answer = await api.POST('/api/monitoring/guidelines', {
        body: {
          subject,
          numbers: null,
          protocol: {
            severity,
            minutes: { acknowledge, notify, resolve },
            steps: stepsWithCodes(steps, applies?.steps ?? []),
            escalate: escalate.split(' ') as Protocol['escalate'],
          },
          from: instantOf(fromDay, fromTime, agency.timeZone),
          reason,
        },
        ...attempt,
      })
      return placed(answer, {
        field: (path) => path.replace(/^protocol\.(minutes\.)?/, '').replace(/^from$/, 'fromDay'),
      })
    },
    onDone: () => {
      onClose()
      void client.invalidateQueries({ queryKey: guidelinesKey })
    },
  })
  return (
    <Form
      form={form}
      action={t`Enter version`}
      cancel={
        <Button type="button" outline onClick={onClose}>
          <Trans>Cancel</Trans>
        </Button>
      }
    >
      <FormRow>
        <FormField form={form} name="severity" />
        <FormField form={form} name="acknowledge" />
        <FormField form={form} name="notify" />
        <FormField form={form} name="resolve" />
      </FormRow>
      <FormField form={form} name="steps" />
      <FormField form={form} name="escalate" />
      <FormRow>
        <FormField form={form} name="fromDay" />
        <FormField form={form} name="fromTime" />
      </FormRow>
      <FormField form={form} name="reason" />
      <p>
        <Trans>
          Another named officer approves it before it applies. Open alarms keep the protocol they were opened
          with.
        </Trans>
      </p>
    </Form>
  )
}
