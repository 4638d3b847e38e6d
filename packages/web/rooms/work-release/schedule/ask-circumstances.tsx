import { useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { api } from '../../../api/client.ts'
import { Form, FormField, FormPart, FormRow, useForm, type ValuesOf } from '../../../parts/form/index.ts'
import { type SchedulePage, workKey } from '../parts/words.ts'
import { type Asked, askedBody, askedFields, askedRecord } from './asked-fields.ts'

/** The questions that the choice of site and days rests on, one form. */
export function AskCircumstances({ page, onDone }: { page: SchedulePage; onDone: () => void }) {
  const { t } = useLingui()
  const client = useQueryClient()
  const { asked, version } = page.circumstances
  const form = useForm({
    name: 'note-circumstances',
    about: page.enrolmentId,
    fields: askedFields,
    record: { ...askedRecord(asked), version },
    check: (values) =>
      problems(values, {
        choose: t`Choose the days of the week.`,
        tick: t`Tick the limits, or answer "Nothing".`,
        how: t`Say how it was verified: which paper, by whom.`,
        why: t`Say why the start is postponed.`,
      }),
    submit: async ({ values, attempt, record }) =>
      asForm(
        await api.POST('/api/work-release/enrolments/{id}/circumstances', {
          params: { path: { id: page.enrolmentId } },
          body: { ...askedBody(values, asked.reach), version: record.version ?? version },
          ...attempt,
        }),
      ),
    onDone: async () => {
      onDone()
      await client.invalidateQueries({ queryKey: workKey.schedule(page.enrolmentId) })
    },
  })
  const { typed } = form
  return (
    <Form form={form} action={t`Save answers`}>
      <FormField form={form} name="employed" />
      <FormField form={form} name="hasLimits" />
      {typed.hasLimits === 'some' && <FormField form={form} name="limits" />}
      <FormField form={form} name="availableWeekdays" />
      <FormField form={form} name="unavailableDays" />
      <FormPart title={t`Exceptions (WAP-P4.2)`}>
        <FormField form={form} name="jobLoss" />
        {typed.jobLoss === 'verified' && <FormField form={form} name="jobLossHow" />}
        {isStated(typed.jobLoss) && <FormField form={form} name="jobLossWeekdays" />}
        <FormField form={form} name="medical" />
        {typed.medical === 'verified' && <FormField form={form} name="medicalHow" />}
        {isStated(typed.medical) && <FormField form={form} name="medicalWeekdays" />}
      </FormPart>
      <FormRow>
        <FormField form={form} name="notBefore" />
      </FormRow>
      {typed.notBefore !== '' && <FormField form={form} name="notBeforeReason" />}
    </Form>
  )
}

const isStated = (typed: unknown): boolean => typed === 'claimed' || typed === 'verified'

type Asks = { choose: string; tick: string; how: string; why: string }

function problems(values: ValuesOf<typeof askedFields>, { choose, tick, how, why }: Asks) {
  const asks: [boolean, string, string][] = [
    [values.hasLimits === 'some' && values.limits.length === 0, 'limits', tick],
    [values.jobLoss === 'verified' && values.jobLossHow === '', 'jobLossHow', how],
    [isStated(values.jobLoss) && values.jobLossWeekdays.length === 0, 'jobLossWeekdays', choose],
    [values.medical === 'verified' && values.medicalHow === '', 'medicalHow', how],
    [isStated(values.medical) && values.medicalWeekdays.length === 0, 'medicalWeekdays', choose],
    [values.notBefore !== null && values.notBeforeReason === '', 'notBeforeReason', why],
  ]
  return asks.flatMap(([isAsked, path, message]) => (isAsked ? [{ path, message }] : []))
}

type Answered = { error?: unknown; response: Response }

/** What stands on record after a conflict, named as this form names it. */
function asForm<A extends Answered>(answered: A): A {
  const body = answered.error as
    | { error?: { conflict?: { current: Asked & { version: number } } } }
    | undefined
  const conflict = body?.error?.conflict
  if (!conflict) return answered
  const current = { ...askedRecord(conflict.current), version: conflict.current.version }
  return { ...answered, error: { error: { ...body?.error, conflict: { ...conflict, current } } } }
}
