import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { Button } from '@trussworks/react-uswds'
import { api } from '../../../api/client.ts'
import { area, Form, FormField, useForm } from '../../../parts/form/index.ts'
import { parametersKey } from './use-parameters.ts'

/** Takes back a value that has had no effect. */
export function WithdrawValue({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useLingui()
  const client = useQueryClient()
  const form = useForm({
    name: 'withdraw-parameter',
    about: id,
    fields: { reason: area({ label: t`Why`, required: true, most: 500, lines: 2 }) },
    submit: ({ values, attempt }) =>
      api.POST('/api/programs/parameters/{id}/withdraw', {
        params: { path: { id } },
        body: values,
        ...attempt,
      }),
    onDone: () => {
      onClose()
      void client.invalidateQueries({ queryKey: parametersKey })
    },
  })
  return (
    <Form
      form={form}
      action={t`Withdraw value`}
      cancel={
        <Button type="button" outline onClick={onClose}>
          <Trans>Cancel</Trans>
        </Button>
      }
    >
      <FormField form={form} name="reason" />
    </Form>
  )
}
