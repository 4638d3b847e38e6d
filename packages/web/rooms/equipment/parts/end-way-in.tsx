import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { api } from '../../../api/client.ts'
import { Dialog } from '../../../parts/dialog/dialog.tsx'
import { Form, FormField, text, useForm } from '../../../parts/form/index.ts'
import { equipmentKey } from './words.ts'

const fields = { reason: text({ label: msg`Why`, required: true, most: 500 }) }

export type EndWayInProps = { credentialId: string; title: string; onClose: () => void }

/** Ends a way in: what comes there is refused at once. */
export function EndWayIn({ credentialId, title, onClose }: EndWayInProps) {
  const { t } = useLingui()
  const client = useQueryClient()
  const form = useForm({
    name: 'end-way-in',
    about: credentialId,
    fields,
    submit: ({ values, attempt }) =>
      api.POST('/api/equipment/credentials/{id}/end', {
        params: { path: { id: credentialId } },
        body: values,
        ...attempt,
      }),
    onDone: async () => {
      onClose()
      await client.invalidateQueries({ queryKey: equipmentKey.all })
    },
  })
  return (
    <Dialog title={title} onClose={onClose}>
      <p>
        <Trans>
          Messages that still come with it are refused from now on, and nobody follows who sends them.
        </Trans>
      </p>
      <Form form={form} action={t`End way in`}>
        <FormField form={form} name="reason" />
      </Form>
    </Dialog>
  )
}
