import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { api } from '../../../api/client.ts'
import { day, Form, FormField, FormRow, money, text, useForm } from '../../../parts/form/index.ts'
import { equipmentKey } from '../parts/words.ts'

const most = 1_000_000
const fields = {
  fromDay: day({ label: msg`From`, required: true }),
  inFieldCents: money({ label: msg`A day on a person`, required: true, least: 0, most }),
  onShelfCents: money({ label: msg`A day on the shelf`, required: true, least: 0, most }),
  authority: text({
    label: msg`Stands on`,
    hint: msg`The contract or quotation.`,
    required: true,
    most: 200,
  }),
}

/** Enters what a unit of a model costs a day, from a day on. */
export function EnterPrice({ modelId, onDone }: { modelId: string; onDone: () => void }) {
  const { t } = useLingui()
  const client = useQueryClient()
  const form = useForm({
    name: 'enter-price',
    about: modelId,
    fields,
    submit: ({ values, attempt }) =>
      api.POST('/api/equipment/models/{id}/prices', {
        params: { path: { id: modelId } },
        body: values,
        ...attempt,
      }),
    onDone: async () => {
      onDone()
      await client.invalidateQueries({ queryKey: equipmentKey.models })
    },
  })
  return (
    <Form form={form} action={t`Enter price`}>
      <FormField form={form} name="fromDay" />
      <FormRow>
        <FormField form={form} name="inFieldCents" />
        <FormField form={form} name="onShelfCents" />
      </FormRow>
      <FormField form={form} name="authority" />
      <p>
        <Trans>An earlier price stays on record for the days before.</Trans>
      </p>
    </Form>
  )
}
