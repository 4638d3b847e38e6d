import { msg } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { Dialog } from '../../../parts/dialog/dialog.tsx'
import { Form, FormField, FormRow, tick, useForm } from '../../../parts/form/index.ts'
import { Cancel } from '../parts/cancel.tsx'
import { type Candidate, Candidates } from '../parts/candidates.tsx'
import { identifierFields, identifierOf } from '../parts/identifier-fields.ts'
import type { PersonRecord } from '../parts/person-fields.ts'
import { notYet, placed } from '../parts/refusal.ts'

const fields = { ...identifierFields, evenSo: tick({ label: msg`This person’s even so` }) }

type AddIdentifierProps = { person: PersonRecord; onDone: () => void; onClose: () => void }

/** Seals a number on a person, and tells first who else has it. */
export function AddIdentifier({ person, onDone, onClose }: AddIdentifierProps) {
  const { t } = useLingui()
  const [candidates, setCandidates] = useState<readonly Candidate[]>([])
  const form = useForm({
    name: 'add-identifier',
    about: person.id,
    fields,
    submit: async ({ values, attempt }) => {
      const answer = await api.POST('/api/people/{personId}/identifiers', {
        params: { path: { personId: person.id } },
        body: { identifier: identifierOf(values), evenSo: values.evenSo },
        ...attempt,
      })
      if (answer.data?.kind === 'likely-duplicates') {
        setCandidates(answer.data.candidates)
        return notYet<unknown>(t`Nothing was saved yet: somebody else has this number.`)
      }
      return placed<unknown>(answer, { field: (path) => path.replace(/^identifier\./, '') })
    },
    onDone,
  })
  return (
    <Dialog title={t`Add a number`} onClose={onClose}>
      <Form form={form} action={t`Seal number`} cancel={<Cancel onCancel={onClose} />}>
        {candidates.length > 0 && (
          <Candidates
            candidates={candidates}
            somebodyElse={t`It is this person’s number even so`}
            onSomebodyElse={() => {
              setCandidates([])
              form.put('evenSo', true)
            }}
          />
        )}
        <FormField form={form} name="kind" />
        <FormRow>
          <FormField form={form} name="number" />
          {form.typed.kind === 'drivers-license' && <FormField form={form} name="issuer" />}
        </FormRow>
      </Form>
    </Dialog>
  )
}
