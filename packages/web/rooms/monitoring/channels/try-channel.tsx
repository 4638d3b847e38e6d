import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { Button } from '@trussworks/react-uswds'
import { api } from '../../../api/client.ts'
import { Form, FormField, text, useForm } from '../../../parts/form/index.ts'
import { type Channel, channelsKey } from './channel.ts'

/** Sends a trial message; its state stands with the channel a moment later. */
export function TryChannel({ medium, onClose }: { medium: Channel['medium']; onClose: () => void }) {
  const { t } = useLingui()
  const client = useQueryClient()
  const form = useForm({
    name: 'try-channel',
    about: medium,
    fields: {
      to: text({
        label: medium === 'email' ? msg`E-mail address` : msg`Telephone number`,
        required: true,
        inputMode: medium === 'email' ? 'email' : 'tel',
        most: 254,
      }),
    },
    submit: ({ values, attempt }) =>
      api.POST('/api/monitoring/channels/{medium}/try', {
        params: { path: { medium } },
        body: values,
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
      action={t`Send trial message`}
      cancel={
        <Button type="button" outline onClick={onClose}>
          <Trans>Cancel</Trans>
        </Button>
      }
    >
      <FormField form={form} name="to" />
    </Form>
  )
}
