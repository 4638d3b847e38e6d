import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { Button } from '@trussworks/react-uswds'
import { api } from '../../../api/client.ts'
import { area, Form, FormField, FormRow, text, useForm } from '../../../parts/form/index.ts'
import { type Channel, channelsKey, type Hook } from './channel.ts'

// Braces in a message of ours would be read as places to fill in, so they are put in from here.
const places = '{{to}}, {{text}}, {{title}}, {{id}}, {{report}}'
const example = '{"to": "{{to}}", "body": "{{text}}", "callback": "{{report}}"}'

/** Sets the request by which messages leave: as the other system wants it. */
export function SetHook({
  medium,
  settings,
  onClose,
}: {
  medium: Channel['medium']
  settings: Hook | null
  onClose: () => void
}) {
  const { t } = useLingui()
  const client = useQueryClient()
  const fields = {
    url: text({ label: msg`Address`, hint: msg`https: only.`, required: true, most: 500 }),
    template: area({
      label: msg`Template`,
      hint: t`JSON. Filled in: ${places}.`,
      required: true,
      most: 4000,
      lines: 5,
    }),
    secretHeader: text({ label: msg`Header of the secret`, hint: msg`Such as Authorization.`, most: 61 }),
    secretFile: text({
      label: msg`File of the secret`,
      hint: msg`In the keys folder, its name beginning with channel-, such as channel-texts.`,
      most: 50,
    }),
    authorityFile: text({
      label: msg`File of the county’s own certificate authority`,
      hint: msg`Only where the server’s certificate is from that; in the keys folder, beginning with channel-.`,
      most: 50,
    }),
    reference: text({
      label: msg`Where the answer gives its number`,
      hint: msg`Names joined by dots, such as message.sid. May be empty.`,
      most: 80,
    }),
    reportBase: text({
      label: msg`This office’s own address, as the other system reaches it`,
      hint: msg`For reports of delivery; empty for none.`,
      most: 300,
    }),
  }
  const form = useForm({
    name: 'set-hook',
    about: medium,
    fields,
    record: settings
      ? {
          ...settings,
          secretHeader: settings.secretHeader ?? '',
          secretFile: settings.secretFile ?? '',
          authorityFile: settings.authorityFile ?? '',
        }
      : { template: example },
    submit: ({ values, attempt }) =>
      api.POST('/api/monitoring/channels/{medium}', {
        params: { path: { medium } },
        body: {
          ...values,
          kind: 'hook',
          secretHeader: values.secretHeader || null,
          secretFile: values.secretFile || null,
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
      action={t`Set hook`}
      cancel={
        <Button type="button" outline onClick={onClose}>
          <Trans>Cancel</Trans>
        </Button>
      }
    >
      <FormField form={form} name="url" />
      <FormField form={form} name="template" />
      <FormRow>
        <FormField form={form} name="secretHeader" />
        <FormField form={form} name="secretFile" />
      </FormRow>
      <FormField form={form} name="reference" />
      <FormField form={form} name="reportBase" />
      <FormField form={form} name="authorityFile" />
    </Form>
  )
}
