import { msg } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { api } from '../../../api/client.ts'
import { useSignedIn } from '../../../app/session-hooks.ts'
import { choice, Form, FormField, select, text, useForm } from '../../../parts/form/index.ts'
import { instantOf, whenFields, whenProblems } from '../parts/when.ts'
import { WhenFields } from '../parts/when-fields.tsx'
import { chosenRemovals, equipmentKey, optionsOf, removalNames } from '../parts/words.ts'

const fields = {
  code: select({ label: msg`Why`, required: true, options: optionsOf(chosenRemovals, removalNames) }),
  ...whenFields,
  goesTo: choice({
    label: msg`The unit goes`,
    required: true,
    options: [
      { value: 'in-stock', label: msg`back into the stock` },
      { value: 'to-repair', label: msg`to repair` },
      { value: 'retired', label: msg`out of service for good` },
    ],
  }),
  note: text({ label: msg`Note`, most: 1000 }),
}

export type TakeOffProps = { page: { id: string }; onDone: () => void }

/** Takes a unit off its wearer, with the reason. */
export function TakeOff({ page, onDone }: TakeOffProps) {
  const { t } = useLingui()
  const { agency } = useSignedIn()
  const client = useQueryClient()
  const form = useForm({
    name: 'take-off-unit',
    about: page.id,
    fields,
    record: { when: 'now', goesTo: 'in-stock' },
    check: (values) => [
      ...whenProblems(values, t`Say when it was.`),
      ...(values.code === 'other' && values.note === '' ? [{ path: 'note', message: t`Say why.` }] : []),
    ],
    submit: ({ values: { when, onDay, at, ...body }, attempt }) =>
      api.POST('/api/equipment/units/{id}/remove', {
        params: { path: { id: page.id } },
        body: { ...body, at: instantOf({ when, onDay, at }, agency.timeZone) },
        ...attempt,
      }),
    onDone: async () => {
      onDone()
      await client.invalidateQueries({ queryKey: equipmentKey.all })
    },
  })
  return (
    <Form form={form} action={t`Take off unit`}>
      <FormField form={form} name="code" />
      <WhenFields form={form} />
      <FormField form={form} name="goesTo" />
      <FormField form={form} name="note" />
    </Form>
  )
}
