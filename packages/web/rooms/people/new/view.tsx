import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { Form, FormField, FormPart, FormRow, rows, tick, useForm } from '../../../parts/form/index.ts'
import type { Answer } from '../../../parts/form/use-form.ts'
import { Page } from '../../../parts/page/page.tsx'
import { AddressPart } from '../parts/address-part.tsx'
import { type Candidate, Candidates } from '../parts/candidates.tsx'
import { identifierFields, identifierOf } from '../parts/identifier-fields.ts'
import { IdentityPart } from '../parts/identity-part.tsx'
import {
  addressFields,
  addressOf,
  furtherFields,
  identityFields,
  personOf,
  placeInForm,
} from '../parts/person-fields.ts'
import { notYet, placed } from '../parts/refusal.ts'

const fields = {
  ...identityFields,
  ...addressFields,
  ...furtherFields,
  identifiers: rows({
    label: msg`Numbers`,
    hint: msg`Sealed as soon as they are saved: only the last four are shown.`,
    add: msg`Add a number`,
    row: msg`Number`,
    of: identifierFields,
  }),
  /** Not drawn: set when the clerk has looked at who it may be. */
  evenSo: tick({ label: msg`Somebody else even so` }),
}

/** Puts a person on record before any paper of theirs has come, which is rare. */
export function NewPerson() {
  const { t } = useLingui()
  const navigate = useNavigate()
  const [candidates, setCandidates] = useState<readonly Candidate[]>([])
  const form = useForm({
    name: 'open-person',
    fields,
    record: { language: 'en' },
    check: ({ familyName, givenNames }) =>
      familyName === '' && givenNames === ''
        ? [{ path: 'familyName', message: t`Type a family name, given names, or both.` }]
        : [],
    submit: async ({ values, attempt }): Promise<Answer<{ personId: string }>> => {
      const { data, error, response } = await api.POST('/api/people', {
        body: {
          ...personOf(values),
          address: addressOf(values),
          identifiers: values.identifiers.map(identifierOf),
          evenSo: values.evenSo,
        },
        ...attempt,
      })
      if (data?.kind === 'likely-duplicates') {
        setCandidates(data.candidates)
        return notYet(t`Nothing was saved yet: see below who it may be.`)
      }
      setCandidates([])
      return data ? { data, response } : placed({ error, response }, { field: placeInForm })
    },
    onDone: ({ personId }) => navigate({ to: '/people/$id', params: { id: personId } }),
  })
  return (
    <Page
      title={t`Open a person`}
      lead={
        <Trans>
          A person is usually opened with their first commitment:{' '}
          <Link to="/commitments/new">receive a commitment</Link>.
        </Trans>
      }
    >
      <Form form={form} action={t`Open person`}>
        {candidates.length > 0 && (
          <Candidates
            candidates={candidates}
            somebodyElse={t`It is somebody else: open even so`}
            onSomebodyElse={() => {
              setCandidates([])
              form.put('evenSo', true)
            }}
          />
        )}
        {form.typed.evenSo === true && (
          <p role="status">{t`Will be opened as somebody else than those on record.`}</p>
        )}
        <IdentityPart form={form} />
        <FormPart title={t`Address and telephones`}>
          <AddressPart form={form} />
          <FormField form={form} name="phones" />
        </FormPart>
        <FormPart title={t`More about the person`}>
          <FormField form={form} name="aliases" />
          <FormField form={form} name="identifiers" />
          <FormRow>
            <FormField form={form} name="birthPlace" />
            <FormField form={form} name="race" />
          </FormRow>
          <FormField form={form} name="description" />
          <FormField form={form} name="emergencyContacts" />
        </FormPart>
      </Form>
    </Page>
  )
}
