import { msg } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { api } from '../../../api/client.ts'
import { Dialog } from '../../../parts/dialog/dialog.tsx'
import { Form, FormField, text, useForm } from '../../../parts/form/index.ts'
import { Cancel } from '../parts/cancel.tsx'
import type { PersonRecord } from '../parts/person-fields.ts'

type EndIdentifierProps = {
  person: PersonRecord
  identifier: PersonRecord['identifiers'][number]
  name: string
  onDone: () => void
  onClose: () => void
}

const fields = { reason: text({ label: msg`Why it is taken off`, required: true, most: 500 }) }

/** Takes a number that was wrong off a person. It stays in the record of what was. */
export function EndIdentifier({ person, identifier, name, onDone, onClose }: EndIdentifierProps) {
  const { t } = useLingui()
  const form = useForm({
    name: 'end-identifier',
    about: identifier.id,
    fields,
    submit: ({ values, attempt }) =>
      api.POST('/api/people/{personId}/identifiers/{identifierId}/end', {
        params: { path: { personId: person.id, identifierId: identifier.id } },
        body: { reason: values.reason },
        ...attempt,
      }),
    onDone,
  })
  return (
    <Dialog title={t`Take off ${name} ending in ${identifier.ending}`} onClose={onClose}>
      <Form form={form} action={t`Take number off`} cancel={<Cancel onCancel={onClose} />}>
        <FormField form={form} name="reason" />
      </Form>
    </Dialog>
  )
}
