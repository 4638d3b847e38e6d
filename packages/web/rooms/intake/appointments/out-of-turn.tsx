import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { Button } from '@trussworks/react-uswds'
import { api } from '../../../api/client.ts'
import { Dialog } from '../../../parts/dialog/dialog.tsx'
import { area, Form, FormField, useForm } from '../../../parts/form/index.ts'
import { type DueAppointment, keys } from '../queries.ts'

const fields = {
  outOfTurnReason: area({
    label: msg`Why this person is seen first`,
    required: true,
    most: 500,
    lines: 2,
  }),
}

/** Calls somebody in before others with an earlier appointment, with the reason (WAP-BOOK.1: generally). */
export function OutOfTurn({ due, onClose }: { due: DueAppointment; onClose: () => void }) {
  const { t } = useLingui()
  const client = useQueryClient()
  const form = useForm({
    name: 'call-out-of-turn',
    about: due.id,
    fields,
    submit: ({ values, attempt }) =>
      api.POST('/api/intake/appointments/{id}/call', {
        params: { path: { id: due.id } },
        body: { version: due.version, ...values },
        ...attempt,
      }),
    onDone: async () => {
      onClose()
      await client.invalidateQueries({ queryKey: keys.days })
    },
  })
  return (
    <Dialog title={t`Call in ${due.givenNames} ${due.familyName} out of turn`} onClose={onClose}>
      <Form
        form={form}
        action={t`Call in`}
        cancel={
          <Button type="button" outline onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
        }
      >
        <FormField form={form} name="outOfTurnReason" />
      </Form>
    </Dialog>
  )
}
