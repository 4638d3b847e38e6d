import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { Alert, AlertText } from '@trussworks/react-uswds'
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { Amount, amountInWords } from '../../../parts/amount/amount.tsx'
import { choice, Form, FormField, FormRow, money, text, useForm } from '../../../parts/form/index.ts'
import { PaperLink } from '../receipts/paper-link.tsx'
import { formNames, type Receipt, type Statement, statementKey } from '../words.ts'
import css from './fees.module.css'

/** Taking a payment: three fields and a receipt. */
export function TakePayment({ statement }: { statement: Statement }) {
  const { i18n, t } = useLingui()
  const client = useQueryClient()
  const [taken, setTaken] = useState<string>()
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
      setTaken(payment?.receiptId)
      await client.invalidateQueries({ queryKey: statementKey(enrolmentId) })
    },
  })
  const isPaper = form.typed.form === 'money-order' || form.typed.form === 'cashiers-check'
  return (
    <section className={css.act} aria-labelledby="payment">
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
      <Taken receipt={statement.receipts.find(({ id }) => id === taken)} />
    </section>
  )
}

function Taken({ receipt }: { receipt: Receipt | undefined }) {
  return (
    <div role="status">
      {receipt && (
        <Alert type="success" slim>
          <AlertText>
            <Trans>
              <Amount cents={receipt.amountCents} /> received, receipt {receipt.number}.
            </Trans>{' '}
            <PaperLink paperId={receipt.paperId}>
              <Trans>Print receipt {receipt.number}</Trans>
            </PaperLink>
          </AlertText>
        </Alert>
      )}
    </div>
  )
}
