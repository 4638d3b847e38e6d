import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { Button } from '@trussworks/react-uswds'
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { useMay } from '../../../app/session-hooks.ts'
import { Amount } from '../../../parts/amount/amount.tsx'
import { Dialog } from '../../../parts/dialog/dialog.tsx'
import { area, Form, FormField, useForm } from '../../../parts/form/index.ts'
import type { Receipt } from '../words.ts'

const fields = { reason: area({ label: msg`Why it is void`, required: true, most: 500 }) }

/** Voids a receipt, for those who may; its number stays. */
export function VoidReceipt({ receipt }: { receipt: Receipt }) {
  const { t } = useLingui()
  const may = useMay()
  const [asking, setAsking] = useState(false)
  if (receipt.voided || !may('payment.correct')) return null
  return (
    <>
      <Button
        type="button"
        unstyled
        onClick={() => setAsking(true)}
        aria-label={t`Void receipt ${receipt.number}`}
      >
        <Trans>Void</Trans>
      </Button>
      {asking && (
        <Dialog title={t`Void receipt ${receipt.number}?`} onClose={() => setAsking(false)}>
          <VoidForm receipt={receipt} onClose={() => setAsking(false)} />
        </Dialog>
      )}
    </>
  )
}

function VoidForm({ receipt, onClose }: { receipt: Receipt; onClose: () => void }) {
  const { t } = useLingui()
  const client = useQueryClient()
  const form = useForm({
    name: 'void-receipt',
    about: receipt.id,
    fields,
    submit: ({ values, attempt }) =>
      api.POST('/api/money/void-payment', { body: { receiptId: receipt.id, ...values }, ...attempt }),
    onDone: async () => {
      onClose()
      await client.invalidateQueries({ queryKey: ['money'] })
    },
  })
  return (
    <>
      <p>
        <Trans>
          <Amount cents={receipt.amountCents} /> is owed again. The number stays and says void, and the reason
          stands on the statement.
        </Trans>
      </p>
      <Form
        form={form}
        action={t`Void receipt`}
        cancel={
          <Button type="button" outline onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
        }
      >
        <FormField form={form} name="reason" />
      </Form>
    </>
  )
}
