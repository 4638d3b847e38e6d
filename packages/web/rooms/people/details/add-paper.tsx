import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from '@trussworks/react-uswds'
import { useState } from 'react'
import { keepPaper } from '../../../api/keep-paper.ts'
import { useMay } from '../../../app/session-hooks.ts'
import { Form, FormField, FormRow, file, select, text, useForm } from '../../../parts/form/index.ts'
import { Cancel } from '../parts/cancel.tsx'
import type { PersonRecord } from '../parts/person-fields.ts'
import css from './details.module.css'

const kinds = [
  { value: 'identification', label: msg`Identification` },
  { value: 'medical', label: msg`Medical` },
  { value: 'court', label: msg`From a court` },
  { value: 'other', label: msg`Other` },
] as const

const fields = {
  kind: select({ label: msg`Kind`, required: true, options: kinds }),
  title: text({
    label: msg`What it is`,
    required: true,
    most: 200,
    hint: msg`Such as “Doctor’s note, March”.`,
  }),
  file: file({ label: msg`Scanned paper`, required: true, hint: msg`PDF, JPEG or PNG, at most 20 MB.` }),
}

/** Any other paper of a person: an identification, a doctor's note. A commitment is received on its own page. */
export function AddPaper({ person }: { person: PersonRecord }) {
  const { t } = useLingui()
  const may = useMay()
  const [state, setState] = useState<'closed' | 'open' | 'kept'>('closed')
  if (!may('paper.add')) return null
  return (
    <section aria-labelledby="papers" className={css.part}>
      <h2 id="papers">
        <Trans>Papers</Trans>
      </h2>
      {state === 'kept' && (
        <p role="status">
          <Trans>
            The paper is kept:{' '}
            <Link to="/people/$id" params={{ id: person.id }}>
              see all papers
            </Link>
            .
          </Trans>
        </p>
      )}
      {state === 'open' ? (
        <PaperForm person={person} onDone={() => setState('kept')} onCancel={() => setState('closed')} />
      ) : (
        <div>
          <Button type="button" outline onClick={() => setState('open')}>
            {t`Add a paper`}
          </Button>
        </div>
      )}
    </section>
  )
}

type PaperFormProps = { person: PersonRecord; onDone: () => void; onCancel: () => void }

function PaperForm({ person, onDone, onCancel }: PaperFormProps) {
  const { t } = useLingui()
  const client = useQueryClient()
  const form = useForm({
    name: 'add-paper',
    about: person.id,
    fields,
    submit: ({ values }) => keepPaper({ ...values, personId: person.id }),
    onDone: async () => {
      await client.invalidateQueries({ queryKey: ['desk', 'person', person.id] })
      onDone()
    },
  })
  return (
    <Form form={form} action={t`Keep paper`} cancel={<Cancel onCancel={onCancel} />}>
      <FormRow>
        <FormField form={form} name="kind" />
        <FormField form={form} name="title" />
      </FormRow>
      <FormField form={form} name="file" />
    </Form>
  )
}
