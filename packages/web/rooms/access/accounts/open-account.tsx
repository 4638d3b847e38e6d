import { useLingui } from '@lingui/react/macro'
import { api } from '../../../api/client.ts'
import { Form, FormField, password, text, ticks, useForm } from '../../../parts/form/index.ts'
import { useRoleOptions } from './role-options.ts'

/** Opens an account with a first password, which its person changes at the first sign-in. */
export function OpenAccount({ onDone }: { onDone: () => void }) {
  const { t } = useLingui()
  const form = useForm({
    name: 'open-account',
    fields: {
      displayName: text({
        label: t`Name as it is shown`,
        required: true,
        most: 120,
        hint: t`With the rank, as in “Deputy Ortega”.`,
      }),
      username: text({
        label: t`User name`,
        required: true,
        most: 63,
        hint: t`Small letters, digits, dots and dashes.`,
      }),
      email: text({ label: t`E-mail`, most: 200 }),
      roles: ticks({ label: t`Roles`, required: true, options: useRoleOptions() }),
      firstPassword: password({
        label: t`First password`,
        required: true,
        autoComplete: 'new-password',
        hint: t`At least 12 characters. It is changed at the first sign-in.`,
      }),
    },
    submit: ({ values, attempt }) =>
      api.POST('/api/access/accounts', { body: { ...values, email: values.email ?? '' }, ...attempt }),
    onDone,
  })
  return (
    <Form form={form} action={t`Open account`}>
      <FormField form={form} name="displayName" />
      <FormField form={form} name="username" />
      <FormField form={form} name="email" />
      <FormField form={form} name="roles" />
      <FormField form={form} name="firstPassword" />
    </Form>
  )
}
