import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { Button } from '@trussworks/react-uswds'
import { useMemo } from 'react'
import { api } from '../../../api/client.ts'
import { day, Form, FormField, FormRow, select, time, useForm, whole } from '../../../parts/form/index.ts'
import { boardKey, type StaffMember } from '../shifts/use-board.ts'
import type { OnCallEntry } from './view.tsx'

const place = {
  label: msg`Place in the order`,
  hint: msg`1 is called first.`,
  required: true,
  least: 1,
  most: 99,
} as const

/** Puts somebody on call for a time, or until taken off. */
export function PutOnCall({ staff, onClose }: { staff: readonly StaffMember[]; onClose: () => void }) {
  const { t } = useLingui()
  const client = useQueryClient()
  const fields = useMemo(
    () => ({
      staffId: select({
        label: msg`Who`,
        required: true,
        options: staff.map(({ id, name }) => ({ value: id, label: name })),
      }),
      place: whole(place),
      fromDay: day({ label: msg`From`, required: true, years: 'near' }),
      from: time({ label: msg`At`, required: true }),
      toDay: day({ label: msg`To`, hint: msg`Empty: until taken off.`, years: 'near' }),
      to: time({ label: msg({ message: 'Until', context: 'time of day' }) }),
    }),
    [staff],
  )
  const form = useForm({
    name: 'put-on-call',
    fields,
    submit: ({ values, attempt }) => api.POST('/api/monitoring/on-call', { body: values, ...attempt }),
    onDone: () => {
      onClose()
      void client.invalidateQueries({ queryKey: boardKey })
    },
  })
  return (
    <Form form={form} action={t`Put on call`} cancel={<Cancel onClose={onClose} />}>
      <FormField form={form} name="staffId" />
      <FormField form={form} name="place" />
      <FormRow>
        <FormField form={form} name="fromDay" />
        <FormField form={form} name="from" />
      </FormRow>
      <FormRow>
        <FormField form={form} name="toDay" />
        <FormField form={form} name="to" />
      </FormRow>
    </Form>
  )
}

/** Moves somebody to another place in the order of calling. */
export function MoveOnCall({ entry, onClose }: { entry: OnCallEntry; onClose: () => void }) {
  const { t } = useLingui()
  const client = useQueryClient()
  const form = useForm({
    name: 'move-on-call',
    about: entry.id,
    fields: { place: whole(place) },
    record: { place: entry.place },
    submit: ({ values, attempt }) =>
      api.POST('/api/monitoring/on-call/{id}/place', {
        params: { path: { id: entry.id } },
        body: { ...values, version: entry.version },
        ...attempt,
      }),
    onDone: () => {
      onClose()
      void client.invalidateQueries({ queryKey: boardKey })
    },
  })
  return (
    <Form form={form} action={t`Move`} cancel={<Cancel onClose={onClose} />}>
      <FormField form={form} name="place" />
    </Form>
  )
}

const Cancel = ({ onClose }: { onClose: () => void }) => (
  <Button type="button" outline onClick={onClose}>
    <Trans>Cancel</Trans>
  </Button>
)
