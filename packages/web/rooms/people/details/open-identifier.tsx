import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '@trussworks/react-uswds'
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { Dialog, DialogButtons } from '../../../parts/dialog/dialog.tsx'
import { Form, FormField, text, useForm } from '../../../parts/form/index.ts'
import { Cancel } from '../parts/cancel.tsx'
import { fullName } from '../parts/names.ts'
import type { PersonRecord } from '../parts/person-fields.ts'
import css from './details.module.css'

type OpenIdentifierProps = {
  person: PersonRecord
  identifier: PersonRecord['identifiers'][number]
  name: string
  onClose: () => void
}

const fields = {
  reason: text({
    label: msg`Why you need to see it`,
    required: true,
    most: 500,
    hint: msg`Recorded with your name; the auditor reads it.`,
  }),
}

/** Shows a sealed number whole, once the reason is on record. It is gone when the dialog is left. */
export function OpenIdentifier({ person, identifier, name, onClose }: OpenIdentifierProps) {
  const { t } = useLingui()
  const [number, setNumber] = useState<string>()
  const form = useForm({
    name: 'open-identifier',
    about: identifier.id,
    fields,
    submit: ({ values, attempt }) =>
      api.POST('/api/people/{personId}/identifiers/{identifierId}/open', {
        params: { path: { personId: person.id, identifierId: identifier.id } },
        body: { reason: values.reason },
        ...attempt,
      }),
    onDone: (answer) => setNumber(answer.number),
  })
  return (
    <Dialog title={t`${name} of ${fullName(person)}`} onClose={onClose}>
      {number === undefined ? (
        <Form form={form} action={t`Show number`} cancel={<Cancel onCancel={onClose} />}>
          <FormField form={form} name="reason" />
        </Form>
      ) : (
        <>
          <p role="status" className={css.number}>
            {grouped(identifier.kind, number)}
          </p>
          <DialogButtons>
            <Button type="button" onClick={onClose}>
              <Trans>Close</Trans>
            </Button>
          </DialogButtons>
        </>
      )}
    </Dialog>
  )
}

/** "219-09-9999": as people read a social security number; others as they are. */
const grouped = (kind: string, number: string): string =>
  kind === 'social-security' ? number.replace(/^(\d{3})(\d{2})(\d{4})$/, '$1-$2-$3') : number
