import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { api } from '../../../api/client.ts'
import { Amount } from '../../../parts/amount/amount.tsx'
import { Form, useForm } from '../../../parts/form/index.ts'
import { type Statement, statementKey } from '../words.ts'
import css from './fees.module.css'

/** A balance that the law says may not be collected: nothing is taken for it, and it comes off the statement. */
export function TakeOff({ statement }: { statement: Statement }) {
  const { t } = useLingui()
  const client = useQueryClient()
  const { enrolmentId, barred } = statement
  const form = useForm({
    name: 'vacate-balance',
    about: enrolmentId,
    fields: {},
    submit: ({ attempt }) => api.POST('/api/money/vacate-balance', { body: { enrolmentId }, ...attempt }),
    onDone: () => client.invalidateQueries({ queryKey: statementKey(enrolmentId) }),
  })
  if (!barred) return null
  return (
    <section className={css.act} aria-labelledby="take-off">
      <h2 id="take-off">
        <Trans>Take this balance off</Trans>
      </h2>
      <p>
        <Trans>
          <Amount cents={barred.cents} /> may not be collected: the statute it was charged under is repealed (
          {barred.statute}). Take no payment for it. What was paid stays paid.
        </Trans>
      </p>
      <Form form={form} action={t`Take balance off`}>
        {null}
      </Form>
    </section>
  )
}
