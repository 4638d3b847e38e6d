import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { api } from '../../../api/client.ts'
import { Because } from '../../../parts/because/because.tsx'
import { Form, FormField, FormPart, FormRow, useForm } from '../../../parts/form/index.ts'
import { detailsKey } from '../../people/details/details-key.ts'
import { AddressPart } from '../../people/parts/address-part.tsx'
import { addressFields, type PersonRecord, placeInForm } from '../../people/parts/person-fields.ts'
import { placed } from '../../people/parts/refusal.ts'
import { enrolmentKey } from '../../programs/enrolment-header/use-enrolment.ts'
import type { BookingPage } from '../queries.ts'
import { bodyOf, fields, recordInForm, recordOf } from './record.ts'

type RecordFormProps = { id: string; page: BookingPage; person: PersonRecord }

/** Everything the booking record asks (WAP-BOOK.4), saved as one act. */
export function RecordForm({ id, page, person }: RecordFormProps) {
  const { t } = useLingui()
  const client = useQueryClient()
  const form = useForm({
    name: 'booking-record',
    about: id,
    fields,
    record: recordOf(page, person),
    submit: async ({ values, attempt, record }) => {
      const { personVersion } = record as { personVersion?: number }
      const answer = await api.POST('/api/intake/enrolments/{id}/booking', {
        params: { path: { id } },
        body: {
          ...bodyOf(values, person),
          version: record.version ?? null,
          personVersion: personVersion ?? person.version,
        },
        ...attempt,
      })
      return placed(answer, { field: placeInForm, record: recordInForm })
    },
    onDone: async () => {
      await client.invalidateQueries({ queryKey: detailsKey(person.id) })
      await client.invalidateQueries({ queryKey: enrolmentKey(id) })
    },
  })
  const lines = Object.keys(addressFields) as (keyof typeof addressFields)[]
  const isAddressChanged = lines.some((line) => form.typed[line] !== form.opened[line])
  return (
    <section aria-labelledby="record">
      <h2 id="record">
        <Trans>Booking record</Trans>
      </h2>
      <Because clause="WAP-BOOK.4">
        <Trans>this is obtained at the booking interview, for a positive identification.</Trans>
      </Because>
      <Form form={form} action={t`Save booking record`}>
        <FormPart title={t`Who it is`}>
          <FormRow>
            <FormField form={form} name="familyName" />
            <FormField form={form} name="givenNames" />
            <FormField form={form} name="suffix" />
          </FormRow>
          <FormField form={form} name="aliases" />
          <FormRow>
            <FormField form={form} name="birthDate" />
            <FormField form={form} name="birthPlace" />
          </FormRow>
          <FormRow>
            <FormField form={form} name="sex" />
            <FormField form={form} name="race" />
            <FormField form={form} name="language" />
          </FormRow>
        </FormPart>
        <FormPart title={t`Address and telephones`}>
          <AddressPart form={form} />
          {isAddressChanged && person.address !== null && <FormField form={form} name="addressFromDay" />}
          <FormField form={form} name="phones" />
          <FormField form={form} name="emergencyContacts" />
        </FormPart>
        <FormPart title={t`Work, health and needs`}>
          <FormField form={form} name="employment" />
          <FormField form={form} name="healthNeeds" />
          <FormField form={form} name="specialNeeds" />
          <FormField form={form} name="description" />
        </FormPart>
        <FormPart title={t`Signature`}>
          <FormField form={form} name="signedOn" />
        </FormPart>
      </Form>
    </section>
  )
}
