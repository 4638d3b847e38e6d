import { Trans, useLingui } from '@lingui/react/macro'
import { Alert, AlertText } from '@trussworks/react-uswds'
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { loadSession } from '../../../api/session-store.ts'
import { roleNames } from '../../../app/roles.ts'
import { useSignedIn } from '../../../app/session-hooks.ts'
import { Form, FormField, password, useForm } from '../../../parts/form/index.ts'
import { Page } from '../../../parts/page/page.tsx'
import { Delegated } from './delegated.tsx'
import css from './own.module.css'
import { SecondFactor } from './second-factor.tsx'

/** One's own account: who the office takes one for, password, second factor. */
export function OwnAccount() {
  const { t, i18n } = useLingui()
  const { account, roles, agency } = useSignedIn()
  return (
    <Page
      title={t`My account`}
      lead={`${account.displayName} · ${roles.map((role) => i18n._(roleNames[role])).join(', ')} · ${agency.name}`}
    >
      {account.mustChangePassword && (
        <Alert type="warning">
          <AlertText>
            <Trans>Your password was given to you by someone else. Choose your own.</Trans>
          </AlertText>
        </Alert>
      )}
      <div className={css.parts}>
        <section aria-labelledby="password" className={css.part}>
          <h2 id="password">
            <Trans>Password</Trans>
          </h2>
          <Password />
        </section>
        <section aria-labelledby="factor" className={css.part}>
          <h2 id="factor">
            <Trans>Second factor</Trans>
          </h2>
          <SecondFactor />
        </section>
      </div>
      <Delegated />
    </Page>
  )
}

function Password() {
  const { t } = useLingui()
  const [changed, setChanged] = useState(false)
  const form = useForm({
    name: 'own-password',
    fields: {
      current: password({
        label: t`Password you have`,
        required: true,
        autoComplete: 'current-password',
      }),
      next: password({
        label: t`New password`,
        required: true,
        autoComplete: 'new-password',
        hint: t`At least 12 characters. Length counts; you will sign in again with it.`,
      }),
    },
    submit: ({ values, attempt }) => api.POST('/api/access/own/password', { body: values, ...attempt }),
    onDone: async () => {
      setChanged(true)
      // All sessions ended with the old password, this one too: the door is asked who is signed in.
      await loadSession()
    },
  })
  if (changed) return <p role="status">{t`Your password is changed.`}</p>
  return (
    <Form form={form} action={t`Change password`}>
      <FormField form={form} name="current" />
      <FormField form={form} name="next" />
    </Form>
  )
}
