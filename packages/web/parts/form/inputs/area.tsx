import type { InputProps } from './input-props.ts'
import { Labelled, tied } from './labelled.tsx'
import { lookWhenLeft } from './look-when-left.ts'

export function Area(props: InputProps<'area'>) {
  const { form, path, typed, problem, drawing } = props
  return (
    <Labelled {...props}>
      <textarea
        {...tied(props)}
        rows={drawing.lines}
        className={`usa-textarea ${problem ? 'usa-input--error' : ''}`}
        value={typeof typed === 'string' ? typed : ''}
        onChange={(event) => form.put(path, event.target.value)}
        onBlur={(event) => lookWhenLeft(form, path, event)}
      />
    </Labelled>
  )
}
