import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from '@trussworks/react-uswds'
import { useMemo } from 'react'
import { api } from '../../../api/client.ts'
import { answer } from '../../../api/problem.ts'
import { Form, FormField, FormRow, select, text, tick, useForm } from '../../../parts/form/index.ts'
import { boardKey, type StaffMember } from '../shifts/use-board.ts'

const ways = {
  name: text({ label: msg`Name`, required: true, most: 120 }),
  phone: text({ label: msg`Telephone`, inputMode: 'tel', most: 40 }),
  email: text({ label: msg`E-mail`, inputMode: 'email', most: 254 }),
  texts: tick({ label: msg`The telephone takes text messages` }),
  note: text({ label: msg`Note`, most: 300 }),
}

const none = 'none'

/** Adds somebody whom the center can reach. */
export function AddPerson({ onClose }: { onClose: () => void }) {
  const { t } = useLingui()
  const client = useQueryClient()
  const accounts = useQuery({
    queryKey: [...boardKey, 'accounts'],
    queryFn: () => answer(api.GET('/api/monitoring/staff/accounts')),
  })
  const free = accounts.data?.accounts
  const fields = useMemo(
    () => ({
      accountId: select({
        label: msg`Account here`,
        hint: msg`Who takes a post needs one; who is only called does not.`,
        required: true,
        options: [
          { value: none, label: msg`None` },
          ...(free ?? []).map(({ id, name }) => ({ value: id, label: name })),
        ],
      }),
      ...ways,
    }),
    [free],
  )
  const form = useForm({
    name: 'add-staff',
    fields,
    submit: ({ values, attempt }) =>
      api.POST('/api/monitoring/staff', {
        body: { ...values, accountId: values.accountId === none ? null : values.accountId },
        ...attempt,
      }),
    onDone: () => {
      onClose()
      void client.invalidateQueries({ queryKey: boardKey })
    },
  })
  return (
    <Form form={form} action={t`Add somebody`} cancel={<Cancel onClose={onClose} />}>
      <FormField form={form} name="accountId" />
      <FormField form={form} name="name" />
      <FormRow>
        <FormField form={form} name="phone" />
        <FormField form={form} name="email" />
      </FormRow>
      <FormField form={form} name="texts" />
      <FormField form={form} name="note" />
    </Form>
  )
}

/** Changes how somebody is reached. */
export function ChangePerson({ member, onClose }: { member: StaffMember; onClose: () => void }) {
  const { t } = useLingui()
  const client = useQueryClient()
  const form = useForm({
    name: 'change-staff',
    about: member.id,
    fields: ways,
    record: member,
    submit: ({ values, attempt, record }) =>
      api.POST('/api/monitoring/staff/{id}', {
        params: { path: { id: member.id } },
        body: { ...values, version: record.version ?? member.version },
        ...attempt,
      }),
    onDone: () => {
      onClose()
      void client.invalidateQueries({ queryKey: boardKey })
    },
  })
  return (
    <Form form={form} action={t`Change`} cancel={<Cancel onClose={onClose} />}>
      <FormField form={form} name="name" />
      <FormRow>
        <FormField form={form} name="phone" />
        <FormField form={form} name="email" />
      </FormRow>
      <FormField form={form} name="texts" />
      <FormField form={form} name="note" />
    </Form>
  )
}

const Cancel = ({ onClose }: { onClose: () => void }) => (
  <Button type="button" outline onClick={onClose}>
    <Trans>Cancel</Trans>
  </Button>
)
