import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { api } from '../../../api/client.ts'
import { Amount } from '../../../parts/amount/amount.tsx'
import { Form, FormField, money, text, useForm } from '../../../parts/form/index.ts'
import { type Statement, statementKey } from '../words.ts'
import css from './fees.module.css'

/** Records that the treasurer paid back what is held for a person. */
export function PayBack({ statement }: { statement: Statement }) {
  const { t } = useLingui()
  const client = useQueryClient()
  const { enrolmentId, heldCents } = statement
  const form = useForm({
    name: 'record-refund',
    about: enrolmentId,
    fields: {
      amountCents: money({ label: msg`Amount`, required: true, least: 1, most: heldCents }),
      reference: text({ label: msg`Number of the treasurer's warrant`, required: true, most: 80 }),
      reason: text({ label: msg`Why it is paid back`, required: true, most: 500 }),
    },
    record: { amountCents: heldCents },
    submit: ({ values, attempt }) =>
      api.POST('/api/money/record-refund', { body: { enrolmentId, ...values }, ...attempt }),
    onDone: () => client.invalidateQueries({ queryKey: statementKey(enrolmentId) }),
  })
  return (
    <section className={css.act} aria-labelledby="pay-back">
      <h2 id="pay-back">
        <Trans>Record what was paid back</Trans>
      </h2>
      <p>
        <Trans>
          <Amount cents={heldCents} /> was paid beyond what is owed. It pays the next fee, or the treasurer
          pays it back.
        </Trans>
      </p>
      <Form form={form} action={t`Record refund`}>
        <FormField form={form} name="amountCents" />
        <FormField form={form} name="reference" />
        <FormField form={form} name="reason" />
      </Form>
    </section>
  )
}
