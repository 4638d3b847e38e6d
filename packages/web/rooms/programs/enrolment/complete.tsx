import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { Button } from '@trussworks/react-uswds'
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { useMay } from '../../../app/session-hooks.ts'
import { Dialog } from '../../../parts/dialog/dialog.tsx'
import { area, Form, FormField, useForm } from '../../../parts/form/index.ts'
import { type Enrolment, enrolmentKey } from '../enrolment-header/use-enrolment.ts'

/** Completes a case after one more look. The office refuses it with everything that is missing. */
export function Complete({ enrolment, outline = false }: { enrolment: Enrolment; outline?: boolean }) {
  const { t } = useLingui()
  const may = useMay()
  const [asking, setAsking] = useState(false)
  if (!may('completion.record')) return null
  return (
    <>
      <Button type="button" outline={outline} onClick={() => setAsking(true)}>
        <Trans>Complete enrolment</Trans>
      </Button>
      {asking && (
        <Dialog title={t`Complete ${enrolment.number}`} onClose={() => setAsking(false)}>
          <CompleteForm enrolment={enrolment} onClose={() => setAsking(false)} />
        </Dialog>
      )}
    </>
  )
}

function CompleteForm({ enrolment, onClose }: { enrolment: Enrolment; onClose: () => void }) {
  const { t } = useLingui()
  const client = useQueryClient()
  const { id, progress, worksheet } = enrolment
  const credited = progress?.creditedDays ?? 0
  const form = useForm({
    name: 'complete-enrolment',
    about: id,
    fields: { note: area({ label: t`Note`, most: 1000, lines: 2 }) },
    submit: ({ values, attempt }) =>
      api.POST('/api/programs/enrolments/{id}/complete', {
        params: { path: { id } },
        body: { note: values.note },
        ...attempt,
      }),
    onDone: async (data) => {
      onClose()
      client.setQueryData(enrolmentKey(id), data)
      await client.invalidateQueries({ queryKey: enrolmentKey(id) })
    },
  })
  return (
    <>
      <p>
        {worksheet?.adjustedDays == null ? (
          <Trans>The adjusted sentence is not computed.</Trans>
        ) : (
          <Trans>
            {credited} of {worksheet.adjustedDays} days are credited.
          </Trans>
        )}
      </p>
      <Form
        form={form}
        action={t`Complete enrolment`}
        cancel={
          <Button type="button" outline onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
        }
      >
        <FormField form={form} name="note" />
      </Form>
    </>
  )
}
