import { useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { useMay } from '../../../app/session-hooks.ts'
import { area, day, Form, FormField, text, useForm } from '../../../parts/form/index.ts'
import { type BookingPage, bookingKey } from './use-booking.ts'

/** What the interview adds to the person's own record: employment, health, special needs, the signature. */
export function RecordForm({
  id,
  page,
  personVersion,
}: {
  id: string
  page: BookingPage
  personVersion: number
}) {
  const may = useMay()
  if (!may('booking.write')) return null
  return <Writable key={page.record?.version ?? 0} id={id} page={page} personVersion={personVersion} />
}

function Writable({ id, page, personVersion }: { id: string; page: BookingPage; personVersion: number }) {
  const { t } = useLingui()
  const client = useQueryClient()
  const [kept, setKept] = useState(false)
  const { record, application } = page
  const worked = [application?.occupation, application?.employer].filter(Boolean).join(', ')
  const form = useForm({
    name: 'booking-record',
    about: id,
    fields: {
      employment: text({ label: t`Present or last employment`, most: 300 }),
      healthNeeds: area({ label: t`Medical or mental needs, limits that affect work`, most: 2000 }),
      specialNeeds: area({ label: t`Special custody, service or identifying information`, most: 2000 }),
      signedOn: day({ label: t`Signed by the person on`, latest: 'today' }),
    },
    record: {
      employment: record?.employment || worked,
      healthNeeds: record?.healthNeeds ?? '',
      specialNeeds: record?.specialNeeds ?? '',
      ...(record?.signedOn ? { signedOn: record.signedOn } : {}),
      ...(record ? { version: record.version } : {}),
    },
    submit: ({ values, attempt, record: seen }) =>
      api.POST('/api/intake/enrolments/{id}/booking', {
        params: { path: { id } },
        body: {
          version: seen.version ?? null,
          personVersion,
          employment: values.employment ?? '',
          healthNeeds: values.healthNeeds ?? '',
          specialNeeds: values.specialNeeds ?? '',
          signedOn: values.signedOn ?? null,
        },
        ...attempt,
      }),
    onDone: async () => {
      setKept(true)
      await client.invalidateQueries({ queryKey: bookingKey(id) })
    },
  })
  return (
    <>
      <Form form={form} action={t`Keep record`}>
        <FormField form={form} name="employment" />
        <FormField form={form} name="healthNeeds" />
        <FormField form={form} name="specialNeeds" />
        <FormField form={form} name="signedOn" />
      </Form>
      <p role="status">{kept ? t`The record is kept.` : ''}</p>
    </>
  )
}
