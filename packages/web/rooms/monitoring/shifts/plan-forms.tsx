import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { Button } from '@trussworks/react-uswds'
import { useMemo } from 'react'
import { api } from '../../../api/client.ts'
import { Moment } from '../../../parts/day/day.tsx'
import {
  area,
  choice,
  day,
  Form,
  FormField,
  FormRow,
  select,
  ticks,
  time,
  useForm,
} from '../../../parts/form/index.ts'
import { weekdays } from '../../intake/words.ts'
import { type Board, boardKey, type Shift } from './use-board.ts'

/** Plans a shift, or one for each day that fits. */
export function PlanShift({ board, onClose }: { board: Board; onClose: () => void }) {
  const { t } = useLingui()
  const client = useQueryClient()
  const fields = useMemo(
    () => ({
      staffId: select({
        label: msg`Who`,
        required: true,
        options: board.staff.map(({ id, name }) => ({ value: id, label: name })),
      }),
      post: choice({
        label: msg`Post`,
        required: true,
        options: [
          { value: 'supervisor', label: msg`Supervisor` },
          { value: 'operator', label: msg`Operator` },
        ],
      }),
      fromDay: day({ label: msg`On`, required: true, years: 'near' }),
      lastDay: day({
        label: msg`Until, where it repeats`,
        hint: msg`The last day on which one begins.`,
        years: 'near',
      }),
      weekdays: ticks({
        label: msg`Only on`,
        hint: msg`None ticked: each day.`,
        options: weekdays.map((label, index) => ({ value: String(index + 1), label })),
      }),
      from: time({ label: msg`From`, required: true }),
      to: time({ label: msg`To`, hint: msg`Not after the beginning: on the next day.`, required: true }),
    }),
    [board.staff],
  )
  const form = useForm({
    name: 'plan-shift',
    fields,
    submit: ({ values, attempt }) =>
      api.POST('/api/monitoring/shifts', {
        body: { ...values, weekdays: values.weekdays.map(Number) },
        ...attempt,
      }),
    onDone: () => {
      onClose()
      void client.invalidateQueries({ queryKey: boardKey })
    },
  })
  return (
    <Form form={form} action={t`Plan shifts`} cancel={<Cancel onClose={onClose} />}>
      <FormRow>
        <FormField form={form} name="staffId" />
        <FormField form={form} name="post" />
      </FormRow>
      <FormRow>
        <FormField form={form} name="fromDay" />
        <FormField form={form} name="from" />
        <FormField form={form} name="to" />
      </FormRow>
      <FormField form={form} name="lastDay" />
      <FormField form={form} name="weekdays" />
    </Form>
  )
}

/** Cancels a shift; the gap it leaves is found at once. */
export function CancelShift({ shift, onClose }: { shift: Shift; onClose: () => void }) {
  const { t } = useLingui()
  const client = useQueryClient()
  const form = useForm({
    name: 'cancel-shift',
    about: shift.id,
    fields: { reason: area({ label: msg`Why`, required: true, most: 300, lines: 2 }) },
    submit: ({ values, attempt }) =>
      api.POST('/api/monitoring/shifts/{id}/cancel', {
        params: { path: { id: shift.id } },
        body: values,
        ...attempt,
      }),
    onDone: () => {
      onClose()
      void client.invalidateQueries({ queryKey: boardKey })
    },
  })
  return (
    <Form form={form} action={t`Cancel shift`} cancel={<Keep onClose={onClose} />}>
      <p>
        <Trans>
          <Moment at={shift.from} /> to <Moment at={shift.to} /> If it leaves a gap, supervisors are warned.
        </Trans>
      </p>
      <FormField form={form} name="reason" />
    </Form>
  )
}

const Cancel = ({ onClose }: { onClose: () => void }) => (
  <Button type="button" outline onClick={onClose}>
    <Trans>Cancel</Trans>
  </Button>
)

const Keep = ({ onClose }: { onClose: () => void }) => (
  <Button type="button" outline onClick={onClose}>
    <Trans>Keep it</Trans>
  </Button>
)
