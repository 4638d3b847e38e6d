import { msg } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { useSignedIn } from '../../../app/session-hooks.ts'
import { area, day, Form, FormField, FormRow, select, time, useForm } from '../../../parts/form/index.ts'
import { readForm } from '../../../parts/form/read-form.ts'
import { TriedPart } from '../parts/tried.tsx'
import { useTrial } from '../parts/use-trial.ts'
import { useTrialGate, useTriedForm } from '../parts/use-trial-gate.ts'
import type { HoursPage } from '../parts/words.ts'

/** One day's hours in place of the week's; the button wakes when they were tried on the same days of the week behind. */
export function AddDay({ page, onDone }: { page: HoursPage; onDone: () => void }) {
  const { t } = useLingui()
  const { agency } = useSignedIn()
  const [fields] = useState(() => ({
    zoneId: select({
      label: msg`Zone`,
      required: true,
      options: page.zones.map(({ id, name }) => ({ value: id, label: name })),
    }),
    onDay: day({ label: msg`Day`, required: true, earliest: 'today' }),
    from: time({ label: msg`From`, hint: msg`Leave both empty for no hours that day` }),
    to: time({ label: msg`To` }),
    why: area({ label: msg`Why`, required: true, most: 500 }),
  }))
  const gate = useTrialGate()
  const typing = useForm({
    name: 'add-dated-hours',
    about: page.enrolmentId,
    fields,
    check: () => gate.problems(t`Look at what it would have done, then press again.`),
    submit: ({ values, attempt }) =>
      api.POST('/api/home/enrolments/{id}/dated-hours', {
        params: { path: { id: page.enrolmentId } },
        body: values,
        ...attempt,
      }),
    onDone,
  })
  // Why the day differs says nothing of what that does.
  const { why: _, ...drawn } = fields
  const read = readForm(drawn, typing.typed, agency.timeZone)
  const trial = useTrial(page.enrolmentId, read.ok ? { kind: 'day', ...read.values } : null)
  const tryFirst = t`Try it on the same days of the last two weeks first.`
  const { form, asleep } = useTriedForm(gate, trial, typing, tryFirst)
  return (
    <Form form={form} action={t`Save day`} asleep={asleep}>
      <FormField form={form} name="zoneId" />
      <FormField form={form} name="onDay" />
      <FormRow>
        <FormField form={form} name="from" />
        <FormField form={form} name="to" />
      </FormRow>
      <TriedPart trial={trial} canTry={read.ok} onAsleep={() => form.look()} />
      <FormField form={form} name="why" />
    </Form>
  )
}
