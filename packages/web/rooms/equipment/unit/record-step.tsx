import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { api } from '../../../api/client.ts'
import { useSignedIn } from '../../../app/session-hooks.ts'
import { choice, Form, FormField, select, text, useForm } from '../../../parts/form/index.ts'
import { instantOf, whenFields, whenProblems } from '../parts/when.ts'
import { WhenFields } from '../parts/when-fields.tsx'
import { equipmentKey, faultNames, optionsOf, stepNames, type UnitPage } from '../parts/words.ts'

const faults = ['battery', 'charging', 'strap', 'case', 'no-contact', 'no-position', 'other'] as const

/** Records what happened to a unit besides being worn. */
export function RecordStep({ page, onDone }: { page: UnitPage; onDone: () => void }) {
  const { t } = useLingui()
  const { agency } = useSignedIn()
  const client = useQueryClient()
  const form = useForm({
    name: 'record-unit-step',
    about: page.id,
    fields: {
      kind: choice({ label: msg`What happened`, required: true, options: optionsOf(page.steps, stepNames) }),
      code: select({ label: msg`What is wrong`, options: optionsOf(faults, faultNames) }),
      ...whenFields,
      note: text({ label: msg`Note`, most: 1000 }),
    },
    record: { when: 'now' },
    check: ({ kind, code, note, ...when }) => [
      ...whenProblems(when, t`Say when it was.`),
      ...(kind === 'fault' && code === null ? [{ path: 'code', message: t`Say what is wrong.` }] : []),
      ...(kind === 'fault' && code === 'other' && note === ''
        ? [{ path: 'note', message: t`Say in words what is wrong.` }]
        : []),
    ],
    submit: ({ values: { when, onDay, at, ...values }, attempt }) =>
      api.POST('/api/equipment/units/{id}/steps', {
        params: { path: { id: page.id } },
        body: {
          ...values,
          code: values.kind === 'fault' ? values.code : null,
          at: instantOf({ when, onDay, at }, agency.timeZone),
        },
        ...attempt,
      }),
    onDone: async () => {
      onDone()
      await client.invalidateQueries({ queryKey: equipmentKey.all })
    },
  })
  const { kind } = form.typed
  return (
    <Form form={form} action={t({ message: 'Record', context: 'verb' })}>
      <FormField form={form} name="kind" />
      {kind === 'fault' && <FormField form={form} name="code" />}
      {kind === 'lost' && page.state === 'fitted' && (
        <p>
          <Trans>Nobody wears it from then on. What it still sends is no longer counted to the person.</Trans>
        </p>
      )}
      {kind === 'retired' && (
        <p>
          <Trans>It cannot be taken back, and its ways in end.</Trans>
        </p>
      )}
      <WhenFields form={form} />
      <FormField form={form} name="note" />
    </Form>
  )
}
