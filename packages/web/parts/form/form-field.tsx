import type { Fields } from './fields.ts'
import { Area } from './inputs/area.tsx'
import { Choice } from './inputs/choice.tsx'
import { DayInput } from './inputs/day-input.tsx'
import { FileInput } from './inputs/file-input.tsx'
import type { FieldAtProps } from './inputs/input-props.ts'
import { MoneyInput } from './inputs/money-input.tsx'
import { PasswordInput } from './inputs/password-input.tsx'
import { Rows } from './inputs/rows.tsx'
import { Select } from './inputs/select.tsx'
import { Text } from './inputs/text.tsx'
import { Tick } from './inputs/tick.tsx'
import { Ticks } from './inputs/ticks.tsx'
import { TimeInput } from './inputs/time-input.tsx'
import { Whole } from './inputs/whole.tsx'
import { typedAt } from './typed.ts'
import type { FormState } from './use-form.ts'

/** One field of the form, drawn as its definition says. */
export function FormField<F extends Fields>({ form, name }: { form: FormState<F>; name: keyof F & string }) {
  return <FieldAt form={form} field={form.fields[name]!} path={name} />
}

/** A field at any depth: `charges.0.statute`. */
export function FieldAt({ form, field, path }: FieldAtProps) {
  const { drawing } = field
  const shared = {
    form,
    field,
    path,
    id: `${form.id}-${path}`,
    typed: typedAt(form.typed, path.split('.')) ?? field.empty,
    problem: form.problems.find((problem) => problem.path === path)?.message,
  }
  switch (drawing.as) {
    case 'text':
      return <Text {...shared} drawing={drawing} />
    case 'password':
      return <PasswordInput {...shared} drawing={drawing} />
    case 'area':
      return <Area {...shared} drawing={drawing} />
    case 'day':
      return <DayInput {...shared} drawing={drawing} />
    case 'time':
      return <TimeInput {...shared} drawing={drawing} />
    case 'money':
      return <MoneyInput {...shared} drawing={drawing} />
    case 'whole':
      return <Whole {...shared} drawing={drawing} />
    case 'select':
      return <Select {...shared} drawing={drawing} />
    case 'choice':
      return <Choice {...shared} drawing={drawing} />
    case 'ticks':
      return <Ticks {...shared} drawing={drawing} />
    case 'tick':
      return <Tick {...shared} drawing={drawing} />
    case 'file':
      return <FileInput {...shared} drawing={drawing} />
    case 'rows':
      return <Rows {...shared} drawing={drawing} Inner={FieldAt} />
  }
}
