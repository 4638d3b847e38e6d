import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Alert, AlertText } from '@trussworks/react-uswds'
import { api } from '../../../api/client.ts'
import { useMay } from '../../../app/session-hooks.ts'
import { area, choice, Form, FormField, money, ticks, useForm } from '../../../parts/form/index.ts'
import { useSaid } from '../../../parts/words/said.ts'
import css from './screening.module.css'
import type { ScreeningPage } from './use-screening.ts'

/** The officer's decision with its reason; or, for who may not take it, who may. */
export function Decide({ id, page, again }: { id: string; page: ScreeningPage; again: boolean }) {
  const said = useSaid()
  const may = useMay()
  const { admit, deny } = page.mayDecide
  const allowed = may('screening.decide') && (admit.allowed || deny.allowed)
  return (
    <section aria-labelledby="decide" className={css.part}>
      <h2 id="decide">
        <Trans>Decision</Trans>
      </h2>
      {allowed ? (
        <DecisionForm id={id} page={page} again={again} />
      ) : (
        <Alert type="info" slim>
          <AlertText>
            {said(admit.because)} <span className={css.clause}>{admit.clause}</span>{' '}
            <Trans>It may be taken by: {admit.ranks.map(said).join(', ')}.</Trans>
          </AlertText>
        </Alert>
      )}
    </section>
  )
}

function DecisionForm({ id, page, again }: { id: string; page: ScreeningPage; again: boolean }) {
  const { t } = useLingui()
  const said = useSaid()
  const client = useQueryClient()
  const navigate = useNavigate()
  const grounds = page.findings.filter((finding) => finding.isGround)
  const needsBooks = page.step === 'early-release'
  const form = useForm({
    name: 'decide-screening',
    about: `${id}-${page.step}`,
    fields: {
      decision: choice({
        label: t`What you decide`,
        required: true,
        options: [
          { value: 'admit', label: page.step === 'admission' ? t`Admit to the program` : t`Release early` },
          { value: 'deny', label: t`Deny` },
        ],
      }),
      reason: area({
        label: t`Reason`,
        most: 2000,
        hint: t`Needed where something weighs, or the decision departs from the findings. It stands in the notice.`,
      }),
      grounds: ticks({
        label: t`Grounds of a denial`,
        options: grounds.map((finding) => ({
          value: finding.clause,
          label: `${finding.clause}: ${said(finding.text)}`,
        })),
      }),
      onBooksCents: money({ label: t`On the person's books at release`, least: 0, most: 100_000_000 }),
    },
    submit: ({ values, attempt }) =>
      api.POST('/api/intake/enrolments/{id}/screening/decision', {
        params: { path: { id } },
        body: {
          step: page.step,
          version: page.version,
          facts: Object.fromEntries(page.facts.map((fact) => [fact.name, fact.value])),
          decision: values.decision as 'admit' | 'deny',
          reason: values.reason ?? '',
          grounds: values.decision === 'deny' ? (values.grounds ?? []) : [],
          onBooksCents: needsBooks ? (values.onBooksCents ?? null) : null,
        },
        ...attempt,
      }),
    onDone: async () => {
      if (again)
        await navigate({
          to: '/enrolments/$id/screening',
          params: { id },
          search: needsBooks ? { step: 'early-release' } : {},
        })
      await client.invalidateQueries()
    },
  })
  const denying = form.typed.decision === 'deny'
  return (
    <Form form={form} action={t`Record decision`}>
      <FormField form={form} name="decision" />
      {denying && grounds.length > 0 && <FormField form={form} name="grounds" />}
      <FormField form={form} name="reason" />
      {needsBooks && <FormField form={form} name="onBooksCents" />}
    </Form>
  )
}
