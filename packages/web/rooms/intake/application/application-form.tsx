import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { Alert, AlertText } from '@trussworks/react-uswds'
import { api } from '../../../api/client.ts'
import { Form, FormField, FormPart, FormRow, type FormState, useForm } from '../../../parts/form/index.ts'
import { enrolmentKey } from '../../programs/enrolment-header/use-enrolment.ts'
import type { ApplicationPage } from '../queries.ts'
import { answersOf, recordOf } from './answers.ts'
import { fields } from './fields.ts'

/** The form as the person fills it out; kept as often as one likes. */
export function ApplicationForm({ id, page }: { id: string; page: ApplicationPage }) {
  const { t } = useLingui()
  const client = useQueryClient()
  const form = useForm({
    name: 'application',
    about: id,
    fields,
    record: recordOf(page),
    submit: ({ values, attempt, record }) =>
      api.POST('/api/intake/enrolments/{id}/application', {
        params: { path: { id } },
        body: { ...answersOf(values), version: record.version ?? null },
        ...attempt,
      }),
    onDone: () => client.invalidateQueries({ queryKey: enrolmentKey(id) }),
  })
  return (
    <Form form={form} action={t`Keep application`}>
      {page.signedOn !== null && form.unsaved && (
        <Alert type="warning" slim>
          <AlertText>
            <Trans>The signed application is being changed: it has to be signed again.</Trans>
          </AlertText>
        </Alert>
      )}
      <FormPart title={t`Work and days`}>
        <FormField form={form} name="employed" />
        <FormField form={form} name="employer" />
        <FormField form={form} name="occupation" />
        <Job form={form} />
        <FormField form={form} name="daysAvailable" />
        <FormField form={form} name="daysAWeek" />
      </FormPart>
      <FormPart title={t`Health, as limits of work`}>
        <FormField form={form} name="hasLimits" />
        <Limits form={form} />
      </FormPart>
      <FormPart title={t`Getting there, and history`}>
        <FormField form={form} name="transport" />
        <FormField form={form} name="priorHistory" />
      </FormPart>
      <details open={Array.isArray(form.typed.refused) && form.typed.refused.length > 0}>
        <summary>
          <Trans>The person refuses to answer something</Trans>
        </summary>
        <FormField form={form} name="refused" />
      </details>
    </Form>
  )
}

type Own = FormState<typeof fields>

/** Asked of who has a job only: weekday work may cost it (WAP-P4.2). */
function Job({ form }: { form: Own }) {
  if (form.typed.employed !== 'yes') return null
  return (
    <FormRow>
      <FormField form={form} name="jobLoss" />
      {form.typed.jobLoss === 'verified' && <FormField form={form} name="jobLossNote" />}
    </FormRow>
  )
}

function Limits({ form }: { form: Own }) {
  if (form.typed.hasLimits !== 'yes') return null
  return (
    <>
      <FormField form={form} name="workLimits" />
      <FormField form={form} name="otherWorkLimits" />
      <FormRow>
        <FormField form={form} name="unableUntil" />
        <FormField form={form} name="diagnosis" />
      </FormRow>
    </>
  )
}
