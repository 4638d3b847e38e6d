import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { Button } from '@trussworks/react-uswds'
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { useMay } from '../../../app/session-hooks.ts'
import { amountInWords } from '../../../parts/amount/amount.tsx'
import { Dialog } from '../../../parts/dialog/dialog.tsx'
import { area, Form, FormField, money, useForm } from '../../../parts/form/index.ts'
import type { StatementLine } from '../words.ts'
import { leftOf } from './left-of.ts'
import { useLineWords } from './line-words.ts'

export type CorrectFeeProps = { line: StatementLine; lines: readonly StatementLine[] }

/** Takes off a fee that should not have been charged, for those who may. */
export function CorrectFee({ line, lines }: CorrectFeeProps) {
  const { t } = useLingui()
  const may = useMay()
  const [asking, setAsking] = useState(false)
  const left = leftOf(line, lines)
  if (left <= 0 || !may('payment.correct')) return null
  return (
    <>
      <Button
        type="button"
        unstyled
        className="not-printed"
        onClick={() => setAsking(true)}
        aria-label={t`Correct line ${line.line}`}
      >
        <Trans>Correct</Trans>
      </Button>
      {asking && (
        <Dialog title={t`Correct line ${line.line}`} onClose={() => setAsking(false)}>
          <CorrectForm line={line} left={left} onClose={() => setAsking(false)} />
        </Dialog>
      )}
    </>
  )
}

type CorrectFormProps = { line: StatementLine; left: number; onClose: () => void }

function CorrectForm({ line, left, onClose }: CorrectFormProps) {
  const { i18n, t } = useLingui()
  const client = useQueryClient()
  const words = useLineWords()
  const most = amountInWords(left, i18n.locale)
  const form = useForm({
    name: 'correct-fee',
    about: line.id,
    fields: {
      amountCents: money({
        label: msg`Take off`,
        hint: t`${most} is left of this line.`,
        required: true,
        least: 1,
        most: left,
      }),
      reason: area({ label: msg`Why it should not have been charged`, required: true, most: 500 }),
    },
    submit: ({ values, attempt }) =>
      api.POST('/api/money/correct-fee', { body: { entryId: line.id, ...values }, ...attempt }),
    onDone: async () => {
      onClose()
      await client.invalidateQueries({ queryKey: ['money'] })
    },
  })
  return (
    <>
      <p>{words(line)}</p>
      <p>
        <Trans>
          A wrong number of days is put right by a new worksheet instead; the fees then change by themselves.
        </Trans>
      </p>
      <Form
        form={form}
        action={t`Take off fee`}
        cancel={
          <Button type="button" outline onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
        }
      >
        <FormField form={form} name="amountCents" />
        <FormField form={form} name="reason" />
      </Form>
    </>
  )
}
