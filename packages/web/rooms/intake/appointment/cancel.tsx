import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { Button } from '@trussworks/react-uswds'
import { api } from '../../../api/client.ts'
import { Dialog } from '../../../parts/dialog/dialog.tsx'
import { area, Form, FormField, useForm } from '../../../parts/form/index.ts'
import { enrolmentKey } from '../../programs/enrolment-header/use-enrolment.ts'
import { type Appointment, keys } from '../queries.ts'

const fields = { reason: area({ label: msg`Why it is canceled`, required: true, most: 500, lines: 2 }) }

type CancelProps = { id: string; open: Appointment; onClose: () => void }

/** Cancels the appointment; its place is free for another. */
export function Cancel({ id, open, onClose }: CancelProps) {
  const { t } = useLingui()
  const client = useQueryClient()
  const form = useForm({
    name: 'cancel-appointment',
    about: open.id,
    fields,
    record: { version: open.version },
    submit: ({ values, attempt, record }) =>
      api.POST('/api/intake/appointments/{id}/cancel', {
        params: { path: { id: open.id } },
        body: { ...values, version: record.version ?? open.version },
        ...attempt,
      }),
    onDone: async () => {
      onClose()
      await client.invalidateQueries({ queryKey: keys.allSlots })
      await client.invalidateQueries({ queryKey: enrolmentKey(id) })
    },
  })
  return (
    <Dialog title={t`Cancel the appointment`} onClose={onClose}>
      <Form
        form={form}
        action={t`Cancel appointment`}
        cancel={
          <Button type="button" outline onClick={onClose}>
            <Trans>Keep it</Trans>
          </Button>
        }
      >
        <FormField form={form} name="reason" />
      </Form>
    </Dialog>
  )
}
