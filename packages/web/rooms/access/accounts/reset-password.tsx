import { useLingui } from '@lingui/react/macro'
import { api } from '../../../api/client.ts'
import { Form, FormField, password, tick, useForm } from '../../../parts/form/index.ts'
import type { Account } from './account.ts'

/** Gives a new first password; takes the second factor off where the device is lost. */
export function ResetPassword({ account, onDone }: { account: Account; onDone: () => void }) {
  const { t } = useLingui()
  const form = useForm({
    name: 'reset-password',
    about: account.id,
    fields: {
      newPassword: password({
        label: t`New first password`,
        required: true,
        autoComplete: 'new-password',
        hint: t`At least 12 characters. All open sessions of the account end.`,
      }),
      secondFactorToo: tick({ label: t`Take the second factor off: the device is lost` }),
    },
    submit: ({ values, attempt }) =>
      api.POST('/api/access/accounts/reset-password', {
        body: {
          accountId: account.id,
          newPassword: values.newPassword,
          secondFactorToo: values.secondFactorToo ?? false,
        },
        ...attempt,
      }),
    onDone,
  })
  return (
    <Form form={form} action={t`Set password`}>
      <FormField form={form} name="newPassword" />
      <FormField form={form} name="secondFactorToo" />
    </Form>
  )
}
