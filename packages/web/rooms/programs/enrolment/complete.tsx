import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { Button } from '@trussworks/react-uswds'
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { useMay } from '../../../app/session-hooks.ts'
import { Dialog } from '../../../parts/dialog/dialog.tsx'
import { area, Form, FormField, useForm } from '../../../parts/form/index.ts'
import { type Enrolment, enrolmentKey } from '../enrolment-header/use-enrolment.ts'

/** Where a page asks whether a case is to be completed. */
export type Asking = { isAsking: boolean; ask: () => void; close: () => void }

/**
 * Whether completion is being asked about. It is kept by the page as a whole: what is next may be read again while
 * the question stands, and the button that opened it then lies elsewhere on the page.
 */
export function useCompleting(): Asking {
  const [isAsking, setAsking] = useState(false)
  return { isAsking, ask: () => setAsking(true), close: () => setAsking(false) }
}

/** The button that asks whether a case is to be completed. */
export function Complete({ onAsk, outline = false }: { onAsk: () => void; outline?: boolean }) {
  const may = useMay()
  if (!may('completion.record')) return null
  return (
    <Button type="button" outline={outline} onClick={onAsk}>
      <Trans>Complete enrolment</Trans>
    </Button>
  )
}

/** Completes a case after one more look. The office refuses it with everything that is missing. */
export function CompleteDialog({ enrolment, onClose }: { enrolment: Enrolment; onClose: () => void }) {
  const { t } = useLingui()
  return (
    <Dialog title={t`Complete ${enrolment.number}`} onClose={onClose}>
      <CompleteForm enrolment={enrolment} onClose={onClose} />
    </Dialog>
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
        ) : enrolment.atHome ? (
          <Trans>
            {enrolment.atHome.servedDays} of {worksheet.adjustedDays} days lie behind the person.
          </Trans>
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
