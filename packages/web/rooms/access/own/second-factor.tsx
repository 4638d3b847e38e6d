import { Trans, useLingui } from '@lingui/react/macro'
import { useMutation } from '@tanstack/react-query'
import { Button } from '@trussworks/react-uswds'
import { api } from '../../../api/client.ts'
import { answer } from '../../../api/problem.ts'
import { loadSession } from '../../../api/session-store.ts'
import { useSignedIn } from '../../../app/session-hooks.ts'
import { Form, FormField, text, useForm } from '../../../parts/form/index.ts'
import { Status } from '../../../parts/status/status.tsx'
import { Trouble } from '../../../parts/trouble/trouble.tsx'
import css from './own.module.css'

/** Sets up the authenticator app: a square to photograph, the same as text, and a first code to confirm. */
export function SecondFactor() {
  const { t } = useLingui()
  const { account } = useSignedIn()
  const begin = useMutation({ mutationFn: () => answer(api.POST('/api/access/own/second-factor')) })
  if (account.hasSecondFactor)
    return <Status tone="settled">{t`Set. Your authenticator app is asked at each sign-in.`}</Status>
  if (!begin.data) {
    return (
      <>
        <p>
          <Trans>
            An authenticator app on your phone shows six digits that only you have. A real office requires it.
          </Trans>
        </p>
        {begin.isError && <Trouble error={begin.error} />}
        <Button type="button" disabled={begin.isPending} onClick={() => begin.mutate()}>
          <Trans>Set up second factor</Trans>
        </Button>
      </>
    )
  }
  return (
    <>
      <p>
        <Trans>Photograph the square with your authenticator app, then type the six digits it shows.</Trans>
      </p>
      <img
        className={css.square}
        src={begin.data.squareCode}
        alt={t`Square code for the authenticator app`}
      />
      <p>
        <Trans>
          Without a camera, type this into the app: <code className={css.secret}>{begin.data.secret}</code>
        </Trans>
      </p>
      <ConfirmCode />
    </>
  )
}

function ConfirmCode() {
  const { t } = useLingui()
  const form = useForm({
    name: 'confirm-second-factor',
    fields: { code: text({ label: t`Six digits`, required: true, most: 10, width: 'short', secret: true }) },
    submit: ({ values, attempt }) =>
      api.POST('/api/access/own/second-factor/confirm', { body: values, ...attempt }),
    onDone: () => loadSession(),
  })
  return (
    <Form form={form} action={t`Confirm`}>
      <FormField form={form} name="code" />
    </Form>
  )
}
