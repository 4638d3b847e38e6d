import { useLingui } from '@lingui/react/macro'
import { api } from '../../../api/client.ts'
import { Form, FormField, text, useForm } from '../../../parts/form/index.ts'
import type { Account } from './account.ts'

/** Releases a locked account, with a note of how its person was known. */
export function ReleaseAccount({ account, onDone }: { account: Account; onDone: () => void }) {
  const { t } = useLingui()
  const form = useForm({
    name: 'release-account',
    about: account.id,
    fields: {
      note: text({
        label: t`How you know it is them`,
        required: true,
        most: 500,
        hint: t`Such as “at my desk” or “called back on their number”.`,
      }),
    },
    submit: ({ values, attempt }) =>
      api.POST('/api/access/accounts/release', {
        body: { accountId: account.id, note: values.note },
        ...attempt,
      }),
    onDone,
  })
  return (
    <Form form={form} action={t`Release account`}>
      <FormField form={form} name="note" />
    </Form>
  )
}
