import { msg } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { api } from '../../../api/client.ts'
import {
  Form,
  FormField,
  FormRow,
  type FormState,
  select,
  text,
  ticks,
  useForm,
  whole,
} from '../../../parts/form/index.ts'
import {
  equipmentKey,
  kindNames,
  levelHints,
  levelNames,
  type Model,
  optionsOf,
  signalNames,
} from '../parts/words.ts'

const kinds = ['gps', 'home-unit', 'breath', 'alcohol', 'beacon', 'phone'] as const
const levels = ['active', 'passive', 'on-demand'] as const

const fields = {
  maker: text({ label: msg`Maker`, required: true, most: 80 }),
  name: text({ label: msg`Model`, required: true, most: 80 }),
  kind: select({ label: msg`Kind`, required: true, options: optionsOf(kinds, kindNames) }),
  levels: ticks({
    label: msg`Ways of reporting`,
    required: true,
    options: levels.map((level) => ({ value: level, label: levelNames[level], hint: levelHints[level] })),
  }),
  batteryHours: whole({ label: msg`Hours of a full battery`, least: 1, most: 1000 }),
  lifeMonths: whole({ label: msg`Months of service`, least: 1, most: 240 }),
  strap: text({ label: msg`Strap`, hint: msg`How it is put on and cut off.`, most: 500 }),
  water: text({ label: msg`Water`, most: 500 }),
  charging: text({ label: msg`Charging`, most: 500 }),
  signals: ticks({
    label: msg`What it can be told to do`,
    options: optionsOf(['vibrate', 'light', 'tone', 'locate'] as const, signalNames),
  }),
}

function ModelFields({ form }: { form: FormState<typeof fields> }) {
  return (
    <>
      <FormRow>
        <FormField form={form} name="maker" />
        <FormField form={form} name="name" />
      </FormRow>
      <FormField form={form} name="kind" />
      <FormField form={form} name="levels" />
      <FormRow>
        <FormField form={form} name="batteryHours" />
        <FormField form={form} name="lifeMonths" />
      </FormRow>
      <FormField form={form} name="strap" />
      <FormField form={form} name="water" />
      <FormField form={form} name="charging" />
      <FormField form={form} name="signals" />
    </>
  )
}

/** Adds a model. */
export function AddModel({ onDone }: { onDone: () => void }) {
  const { t } = useLingui()
  const client = useQueryClient()
  const form = useForm({
    name: 'add-model',
    fields,
    submit: ({ values, attempt }) => api.POST('/api/equipment/models', { body: values, ...attempt }),
    onDone: async () => {
      onDone()
      await client.invalidateQueries({ queryKey: equipmentKey.models })
    },
  })
  return (
    <Form form={form} action={t`Add model`}>
      <ModelFields form={form} />
    </Form>
  )
}

/** Changes a model. */
export function ChangeModel({ model, onDone }: { model: Model; onDone: () => void }) {
  const { t } = useLingui()
  const client = useQueryClient()
  const { id, version, positions: _, units: __, prices: ___, priceToday: ____, ...record } = model
  const form = useForm({
    name: 'change-model',
    about: id,
    fields,
    record: { ...record, version },
    submit: ({ values, attempt, record }) =>
      api.POST('/api/equipment/models/{id}', {
        params: { path: { id } },
        body: { ...values, version: record.version ?? version },
        ...attempt,
      }),
    onDone: async () => {
      onDone()
      await client.invalidateQueries({ queryKey: equipmentKey.all })
    },
  })
  return (
    <Form form={form} action={t`Save model`}>
      <ModelFields form={form} />
    </Form>
  )
}
