import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { api } from '../../../api/client.ts'
import { area, choice, Form, FormField, useForm } from '../../../parts/form/index.ts'
import type { DayHistory } from '../parts/words.ts'

const fields = {
  days: choice({
    label: msg`These hours count as`,
    required: true,
    options: [
      { value: '1', label: msg`One day` },
      { value: '0', label: msg`No day` },
    ],
  }),
  reason: area({ label: msg`Reason`, required: true, most: 500, lines: 2 }),
}

/** An officer decides whether hours below a full day count; none until then (WAP-CRED.1). */
export function CreditForm({ history, onDone }: { history: DayHistory; onDone: () => void }) {
  const { t } = useLingui()
  const { contractDayId, marks } = history
  const version = marks[0]?.version ?? 0
  const form = useForm({
    name: 'decide-credit',
    about: `${contractDayId} ${version}`,
    fields,
    submit: ({ values, attempt }) =>
      api.POST('/api/work-release/contract-days/{id}/credit', {
        params: { path: { id: contractDayId } },
        body: { version, days: values.days === '1' ? 1 : 0, reason: values.reason },
        ...attempt,
      }),
    onDone,
  })
  return (
    <section aria-labelledby="credit">
      <h3 id="credit">
        <Trans>Decide the credit</Trans>
      </h3>
      <Form form={form} action={t`Decide credit`}>
        <FormField form={form} name="days" />
        <FormField form={form} name="reason" />
      </Form>
    </section>
  )
}
