import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { Button } from '@trussworks/react-uswds'
import { api } from '../../../api/client.ts'
import {
  day,
  type Field,
  Form,
  FormField,
  money,
  select,
  text,
  ticks,
  useForm,
  whole,
} from '../../../parts/form/index.ts'
import { type Parameter, type ParameterList, parametersKey } from './use-parameters.ts'
import { useValueWords } from './value-words.ts'

/** Enters a value with the paper it stands on. It holds from its day once somebody else has approved it. */
export function EnterValue({
  parameter,
  list,
  onClose,
}: {
  parameter: Parameter
  list: ParameterList
  onClose: () => void
}) {
  const { t } = useLingui()
  const client = useQueryClient()
  const form = useForm({
    name: 'enter-parameter',
    about: parameter.name,
    fields: {
      value: useValueField(parameter),
      fromDay: day({ label: t`From`, required: true, earliest: list.program.effective }),
      authority: text({
        label: t`By whose authority`,
        hint: t`Board of Supervisors, for example`,
        required: true,
      }),
      resolution: text({ label: t`Resolution number`, required: true }),
    },
    check: ({ value }) =>
      parameter.unit === 'miles' && Number.isNaN(Number(value))
        ? [{ path: 'value', message: t`Type a number, such as 0.5.` }]
        : [],
    submit: ({ values, attempt }) =>
      api.POST('/api/programs/parameters', {
        body: {
          ...values,
          pack: list.program.pack,
          name: parameter.name,
          value: sentValue(parameter, values.value),
        },
        ...attempt,
      }),
    onDone: () => {
      onClose()
      void client.invalidateQueries({ queryKey: parametersKey })
    },
  })
  return (
    <Form
      form={form}
      action={t`Enter value`}
      cancel={
        <Button type="button" outline onClick={onClose}>
          <Trans>Cancel</Trans>
        </Button>
      }
    >
      <FormField form={form} name="value" />
      <FormField form={form} name="fromDay" />
      <FormField form={form} name="authority" />
      <FormField form={form} name="resolution" />
      <p>
        <Trans>
          Somebody else approves it before it holds. What was already decided stands on the value of its own
          day.
        </Trans>
      </p>
    </Form>
  )
}

type Value = number | string | string[]

function sentValue({ type }: Parameter, value: Value): Value {
  if (type === 'set') return value
  return type === 'number' ? Number(value) : String(value)
}

/** The field that fits a parameter: money, a choice, some of a list, or a number within its limits. */
function useValueField(parameter: Parameter): Field<Value> {
  const { t } = useLingui()
  const words = useValueWords()
  const label = msg`Value`
  const { unit, minimum, maximum } = parameter
  const least = minimum ?? 0
  const most = maximum ?? Number.MAX_SAFE_INTEGER
  if (parameter.type === 'choice') {
    return select({
      label,
      required: true,
      options: parameter.choices.map((value) => ({ value, label: words(parameter, value) })),
    }) as Field<Value>
  }
  if (parameter.type === 'set') {
    return ticks({
      label,
      required: true,
      options: parameter.choices.map((value) => ({ value, label: words(parameter, value) })),
    }) as Field<Value>
  }
  if (unit === 'cents') return money({ label, required: true, least, most }) as Field<Value>
  const limits = t`From ${words(parameter, least)} to ${words(parameter, most)}.`
  if (unit === 'miles')
    return text({ label, required: true, hint: limits, inputMode: 'numeric', width: 'short' }) as Field<Value>
  return whole({ label, required: true, least, most, hint: limits }) as Field<Value>
}
