import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { Button } from '@trussworks/react-uswds'
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { Dialog } from '../../../parts/dialog/dialog.tsx'
import { area, Form, FormField, useForm } from '../../../parts/form/index.ts'
import { enrolmentKey } from '../../programs/enrolment-header/use-enrolment.ts'

const fields = { reason: area({ label: msg`Why it was wrong`, required: true, most: 500, lines: 2 }) }

type WithdrawProps = { id: string } & (
  | { tickId: string; printId?: never }
  | { printId: string; tickId?: never }
)

/** Takes back what was entered wrongly, with the reason; it stays in the trail. */
export function Withdraw({ id, tickId, printId }: WithdrawProps) {
  const { t } = useLingui()
  const [asking, setAsking] = useState(false)
  return (
    <>
      <Button type="button" unstyled onClick={() => setAsking(true)}>
        <Trans>Take back</Trans>
      </Button>
      {asking && (
        <Dialog title={t`Take back what was entered`} onClose={() => setAsking(false)}>
          <WithdrawForm
            id={id}
            {...(tickId === undefined ? { printId: printId! } : { tickId })}
            onClose={() => setAsking(false)}
          />
        </Dialog>
      )}
    </>
  )
}

function WithdrawForm({ id, tickId, printId, onClose }: WithdrawProps & { onClose: () => void }) {
  const { t } = useLingui()
  const client = useQueryClient()
  const form = useForm({
    name: 'take-back',
    about: tickId ?? printId,
    fields,
    submit: ({ values, attempt }) =>
      tickId === undefined
        ? api.POST('/api/intake/prints/{id}/withdraw', {
            params: { path: { id: printId } },
            body: values,
            ...attempt,
          })
        : api.POST('/api/intake/ticks/{id}/withdraw', {
            params: { path: { id: tickId } },
            body: values,
            ...attempt,
          }),
    onDone: async () => {
      onClose()
      await client.invalidateQueries({ queryKey: enrolmentKey(id) })
    },
  })
  return (
    <Form
      form={form}
      action={t`Take back`}
      cancel={
        <Button type="button" outline onClick={onClose}>
          <Trans>Keep it</Trans>
        </Button>
      }
    >
      <FormField form={form} name="reason" />
    </Form>
  )
}
