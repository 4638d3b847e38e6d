import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { api } from '../../../api/client.ts'
import { amountInWords } from '../../../parts/amount/amount.tsx'
import { choice, Form, FormField, FormRow, money, text, useForm } from '../../../parts/form/index.ts'
import { useKeys } from '../../../parts/keys/keys.tsx'
import { formNames, type Statement, statementKey } from '../words.ts'
import css from './fees.module.css'

type TakePaymentProps = {
  statement: Statement
  /** Told the receipt's id. */
  onTaken: (receiptId: string) => void
}

/** Taking a payment: three fields and a receipt. */
export function TakePayment({ statement, onTaken }: TakePaymentProps) {
  const { i18n, t } = useLingui()
  const client = useQueryClient()
  const owed = amountInWords(statement.balanceCents, i18n.locale)
  const { enrolmentId, forms } = statement
  const fields = {
    form: choice({
      label: msg`Form of payment`,
      required: true,
      options: forms.map((value) => ({ value, label: formNames[value] })),
    }),
    instrumentNumber: text({ label: msg`Number on it`, most: 40, width: 'short' }),
    amountCents: money({ label: msg`Amount`, hint: t`${owed} is owed.`, required: true, least: 1 }),
    receivedFrom: text({ label: msg`Received from`, required: true, most: 120 }),
  }
  const form = useForm({
    name: 'record-payment',
    about: enrolmentId,
    fields,
    record: { receivedFrom: statement.person },
    check: (values) =>
      values.form !== 'cash' && values.instrumentNumber === ''
        ? [{ path: 'instrumentNumber', message: t`Type the number printed on it.` }]
        : [],
    submit: ({ values, attempt }) =>
      api.POST('/api/money/record-payment', {
        body: {
          ...values,
          instrumentNumber: values.form === 'cash' ? '' : values.instrumentNumber,
          enrolmentId,
        },
        ...attempt,
      }),
    onDone: async (payment) => {
      await client.invalidateQueries({ queryKey: statementKey(enrolmentId) })
      if (payment) onTaken(payment.receiptId)
    },
  })
  const section = useRef<HTMLElement>(null)
  useKeys([
    {
      key: 'p',
      does: t`Take a payment`,
      press: () => section.current?.querySelector('input')?.focus(),
    },
  ])
  const isPaper = form.typed.form === 'money-order' || form.typed.form === 'cashiers-check'
  return (
    <section ref={section} className={css.act} aria-labelledby="payment">
      <h2 id="payment">
        <Trans>Take a payment</Trans>
      </h2>
      <Form form={form} action={t`Record payment`}>
        <FormField form={form} name="form" />
        <FormRow>
          <FormField form={form} name="amountCents" />
          {isPaper && <FormField form={form} name="instrumentNumber" />}
        </FormRow>
        <FormField form={form} name="receivedFrom" />
      </Form>
    </section>
  )
}
