import { useLingui } from '@lingui/react/macro'
import { useLabel } from '../../words/words.ts'
import type { InputProps } from './input-props.ts'
import { Labelled, tied } from './labelled.tsx'

export function Select(props: InputProps<'select'>) {
  const { form, path, typed, problem, drawing } = props
  const label = useLabel()
  const { t } = useLingui()
  return (
    <Labelled {...props}>
      <select
        {...tied(props)}
        className={`usa-select ${problem ? 'usa-input--error' : ''}`}
        value={typeof typed === 'string' ? typed : ''}
        onChange={(event) => form.put(path, event.target.value)}
      >
        <option value="">{t`Choose…`}</option>
        {drawing.options.map((option) => (
          <option key={option.value} value={option.value}>
            {label(option.label)}
          </option>
        ))}
      </select>
    </Labelled>
  )
}
