import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { Button } from '@trussworks/react-uswds'
import { api } from '../../../api/client.ts'
import { choice, Form, FormField, FormRow, text, useForm, whole } from '../../../parts/form/index.ts'
import { channelsKey, type MailServer } from './channel.ts'

const fields = {
  host: text({ label: msg`Server`, hint: msg`Such as mail.county.gov.`, required: true }),
  port: whole({ label: msg`Port`, required: true, least: 1, most: 65_535 }),
  security: choice({
    label: msg`Security`,
    required: true,
    options: [
      { value: 'tls', label: msg`TLS from the first byte (usually port 465)` },
      { value: 'starttls', label: msg`STARTTLS (usually port 587)` },
      { value: 'none', label: msg`None: a server within the house that asks for no password` },
    ],
  }),
  sender: text({ label: msg`Sender’s address`, required: true, inputMode: 'email', most: 254 }),
  user: text({ label: msg`Name to sign in with`, hint: msg`Empty where the server asks for none.` }),
  passwordFile: text({
    label: msg`File of the password`,
    hint: msg`In the keys folder, its name beginning with channel-, such as channel-mail.`,
    most: 50,
  }),
  authorityFile: text({
    label: msg`File of the county’s own certificate authority`,
    hint: msg`Only where the server’s certificate is from that; in the keys folder, beginning with channel-.`,
    most: 50,
  }),
}

/** Sets the mail server by which e-mail leaves. */
export function SetMailServer({ settings, onClose }: { settings: MailServer | null; onClose: () => void }) {
  const { t } = useLingui()
  const client = useQueryClient()
  const form = useForm({
    name: 'set-mail-server',
    fields,
    record: settings
      ? {
          ...settings,
          passwordFile: settings.passwordFile ?? '',
          authorityFile: settings.authorityFile ?? '',
        }
      : { port: 587, security: 'starttls' as const },
    submit: ({ values, attempt }) =>
      api.POST('/api/monitoring/channels/{medium}', {
        params: { path: { medium: 'email' } },
        body: {
          ...values,
          kind: 'smtp',
          passwordFile: values.passwordFile || null,
          authorityFile: values.authorityFile || null,
        },
        ...attempt,
      }),
    onDone: () => {
      onClose()
      void client.invalidateQueries({ queryKey: channelsKey })
    },
  })
  return (
    <Form
      form={form}
      action={t`Set mail server`}
      cancel={
        <Button type="button" outline onClick={onClose}>
          <Trans>Cancel</Trans>
        </Button>
      }
    >
      <FormRow>
        <FormField form={form} name="host" />
        <FormField form={form} name="port" />
      </FormRow>
      <FormField form={form} name="security" />
      <FormField form={form} name="sender" />
      <FormRow>
        <FormField form={form} name="user" />
        <FormField form={form} name="passwordFile" />
      </FormRow>
      <FormField form={form} name="authorityFile" />
    </Form>
  )
}
