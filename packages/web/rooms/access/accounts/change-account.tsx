import { useLingui } from '@lingui/react/macro'
import { api } from '../../../api/client.ts'
import { Form, FormField, text, tick, ticks, useForm } from '../../../parts/form/index.ts'
import type { Account } from './account.ts'
import { useRoleOptions } from './role-options.ts'

/** Changes name and roles, or ends an account. */
export function ChangeAccount({ account, onDone }: { account: Account; onDone: () => void }) {
  const { t } = useLingui()
  const form = useForm({
    name: 'change-account',
    about: account.id,
    fields: {
      displayName: text({ label: t`Name as it is shown`, required: true, most: 120 }),
      email: text({ label: t`E-mail`, most: 200 }),
      roles: ticks({
        label: t`Roles`,
        options: useRoleOptions(),
        hint: t`A role that is taken away ends the account's open sessions.`,
      }),
      ended: tick({ label: t`The account is ended: nobody signs in with it any more` }),
    },
    record: {
      displayName: account.displayName,
      email: account.email,
      roles: account.roles,
      ended: account.endsAt !== null,
      version: account.version,
    },
    submit: ({ values, attempt, record }) =>
      api.POST('/api/access/accounts/change', {
        body: {
          accountId: account.id,
          version: record.version ?? account.version,
          displayName: values.displayName,
          email: values.email ?? '',
          roles: values.roles ?? [],
          ended: values.ended ?? false,
        },
        ...attempt,
      }),
    onDone,
  })
  return (
    <Form form={form} action={t`Change account`}>
      <FormField form={form} name="displayName" />
      <FormField form={form} name="email" />
      <FormField form={form} name="roles" />
      <FormField form={form} name="ended" />
    </Form>
  )
}
