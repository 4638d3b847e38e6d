import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { Alert, AlertText } from '@trussworks/react-uswds'
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { useMay } from '../../../app/session-hooks.ts'
import { Amount } from '../../../parts/amount/amount.tsx'
import { Because } from '../../../parts/because/because.tsx'
import { area, choice, Form, FormField, money, ticks, useForm } from '../../../parts/form/index.ts'
import { Status } from '../../../parts/status/status.tsx'
import { useSaid } from '../../../parts/words/said.ts'
import { enrolmentKey } from '../../programs/enrolment-header/use-enrolment.ts'
import type { ScreeningPage } from '../queries.ts'
import { AsInNotice } from './as-in-notice.tsx'
import { groundsOf } from './grounds.ts'
import css from './screening.module.css'

/** The officer's decision: with the grounds, the reason, and the outcome as it will stand in the notice. */
export function Decision({ id, page }: { id: string; page: ScreeningPage }) {
  const may = useMay()
  const said = useSaid()
  const mayNow = may('screening.decide') && (page.mayDecide.admit.allowed || page.mayDecide.deny.allowed)
  // A delegation may end under the hands of who is deciding: what they typed stays before them, and the office refuses.
  const [offered, setOffered] = useState(mayNow)
  if (mayNow && !offered) setOffered(true)
  if (!page.canScreen) {
    return (
      <Alert type="info" slim>
        <AlertText>
          <Trans>This enrolment has ended. It is reopened before it is screened again.</Trans>
        </AlertText>
      </Alert>
    )
  }
  if (mayNow || offered) return <DecisionForm id={id} page={page} />
  return (
    <section aria-labelledby="decision" className={css.part}>
      <h2 id="decision">
        <Trans>Decision</Trans>
      </h2>
      <p>
        <Trans>An officer decides: {page.mayDecide.admit.ranks.map(said).join(', ')}.</Trans>
      </p>
      <Because clause={page.mayDecide.admit.clause}>{said(page.mayDecide.admit.because)}</Because>
    </section>
  )
}

function useFields(page: ScreeningPage) {
  const said = useSaid()
  const isRelease = page.step === 'early-release'
  return {
    decision: choice({
      label: msg`Decision`,
      required: true,
      options: [
        { value: 'admit', label: isRelease ? msg`Release early` : msg`Admit to the program` },
        { value: 'deny', label: isRelease ? msg`Deny early release` : msg`Deny` },
      ],
    }),
    grounds: ticks({
      label: msg`Grounds of the denial`,
      hint: msg`The notice names each.`,
      options: groundsOf(page).map(({ clause, text }) => ({
        value: clause,
        label: `${text.map(said).join('; ')} (${clause})`,
      })),
    }),
    onBooksCents: money({
      label: msg`On the books at release`,
      hint: msg`As the jail says, in dollars.`,
      least: 0,
    }),
    reason: area({
      label: msg`Reason`,
      hint: msg`Needed when a factor applies or is not known, and for a denial without a listed cause. It stands in the notice as written.`,
      most: 2000,
      lines: 3,
    }),
  }
}

function DecisionForm({ id, page }: { id: string; page: ScreeningPage }) {
  const { t } = useLingui()
  const client = useQueryClient()
  const fields = useFields(page)
  const form = useForm({
    name: `decide-${page.step}-${page.number}`,
    about: id,
    fields,
    submit: async ({ values, attempt }) => {
      const answer = await api.POST('/api/intake/enrolments/{id}/screening/decision', {
        params: { path: { id } },
        body: {
          step: page.step,
          version: page.version,
          facts: Object.fromEntries(page.facts.map(({ name, value }) => [name, value])),
          decision: values.decision,
          reason: values.reason,
          grounds: values.decision === 'deny' ? values.grounds : [],
          onBooksCents: values.onBooksCents,
        },
        ...attempt,
      })
      if (answer.response.status === 409) await client.invalidateQueries({ queryKey: enrolmentKey(id) })
      return withoutConflict(answer)
    },
    onDone: () => client.invalidateQueries({ queryKey: enrolmentKey(id) }),
  })
  const { decision } = form.typed
  return (
    <section aria-labelledby="decision" className={css.part}>
      <h2 id="decision">
        <Trans>Decision</Trans>
      </h2>
      <Form form={form} action={t`Record decision`}>
        <FormField form={form} name="decision" />
        {decision === 'deny' && groundsOf(page).length > 0 && <FormField form={form} name="grounds" />}
        {decision === 'deny' && groundsOf(page).length === 0 && (
          <Alert type="warning" slim>
            <AlertText>
              <Trans>
                Nothing was found that may be cause for denial. A denial departs from the policy, and the
                notice says so.
              </Trans>
            </AlertText>
          </Alert>
        )}
        {decision === 'admit' && page.fees && <FormField form={form} name="onBooksCents" />}
        <FormField form={form} name="reason" />
        {decision === 'deny' && <AsInNotice page={page} typed={form.typed} />}
      </Form>
      {page.fees && <ReleaseFees fees={page.fees} />}
    </section>
  )
}

/** The decision is no record that two people type in: what changed is read again and stands on the page. */
function withoutConflict<A extends { error?: unknown; response: Response }>(answer: A): A {
  if (answer.response.status !== 409) return answer
  const { error } = answer as { error?: { error?: { conflict?: unknown } } }
  if (!error?.error) return answer
  const { conflict: _conflict, ...rest } = error.error
  return { ...answer, error: { error: rest } }
}

/** The necessary fees at release (WAP-P8.3): beside the eligibility, which cannot read them. */
function ReleaseFees({ fees }: { fees: NonNullable<ScreeningPage['fees']> }) {
  const said = useSaid()
  return (
    <div className={css.group}>
      <h3>
        <Trans>Fees at release</Trans>
      </h3>
      <p>
        <Trans>
          Necessary, after any waiver: <Amount cents={fees.necessaryCents} />
        </Trans>{' '}
        {fees.verdict === 'met' && (
          <Status tone="settled">
            <Trans>nothing is needed</Trans>
          </Status>
        )}
      </p>
      <Because clause={[fees.clause, 'WAP-P3.3']} own={fees.own}>
        {said(fees.text)}
      </Because>
    </div>
  )
}
