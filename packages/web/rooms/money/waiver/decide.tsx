import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { api } from '../../../api/client.ts'
import { amountInWords } from '../../../parts/amount/amount.tsx'
import { Because } from '../../../parts/because/because.tsx'
import { area, choice, Form, FormField, money, useForm } from '../../../parts/form/index.ts'
import type { Waiver } from '../words.ts'
import css from './waiver.module.css'

/** Deciding a waiver: whole, in part, or not, with the reason that stands in the notice. */
export function Decide({ waiver, owedCents }: { waiver: Waiver; owedCents: number }) {
  const { i18n, t } = useLingui()
  const client = useQueryClient()
  const most = Math.min(waiver.askedCents ?? owedCents, owedCents)
  const whole = amountInWords(most, i18n.locale)
  const form = useForm({
    name: 'decide-waiver',
    about: waiver.id,
    fields: {
      outcome: choice<'granted' | 'granted-in-part' | 'denied'>({
        label: msg`Decision`,
        required: true,
        options: [
          { value: 'granted', label: t`Grant: ${whole} is waived` },
          { value: 'granted-in-part', label: msg`Grant in part` },
          { value: 'denied', label: msg`Deny` },
        ],
      }),
      waivedCents: money({ label: msg`How much is waived`, hint: t`Less than ${whole}.`, least: 1 }),
      reason: area({
        label: msg`Reason`,
        hint: msg`It stands in the notice to the person and on the statement.`,
        required: true,
        most: 1000,
      }),
    },
    check: ({ outcome, waivedCents }) =>
      outcome === 'granted-in-part' && waivedCents === null
        ? [{ path: 'waivedCents', message: t`Type how much is waived.` }]
        : [],
    submit: ({ values, attempt }) =>
      api.POST('/api/money/decide-waiver', {
        body: {
          waiverId: waiver.id,
          outcome: values.outcome,
          waivedCents: values.outcome === 'granted-in-part' ? values.waivedCents : null,
          reason: values.reason,
        },
        ...attempt,
      }),
    onDone: () => client.invalidateQueries({ queryKey: ['money'] }),
  })
  return (
    <section className={css.act} aria-labelledby="decide">
      <h2 id="decide">
        <Trans>Decide</Trans>
      </h2>
      <Because clause={['WAP-FEE.2', 'WAP-FEE.3', 'WAP-P3.2']}>
        <Trans>fees are paid within ability to pay; you hold a rank that may waive or reduce them.</Trans>
      </Because>
      <Form form={form} action={t`Decide waiver`}>
        <FormField form={form} name="outcome" />
        {form.typed.outcome === 'granted-in-part' && <FormField form={form} name="waivedCents" />}
        <FormField form={form} name="reason" />
      </Form>
    </section>
  )
}
