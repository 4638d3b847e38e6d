import type { FocusEvent, InputHTMLAttributes } from 'react'
import { useSignedIn } from '../../../app/session-hooks.ts'
import type { InputProps } from './input-props.ts'
import { tied } from './labelled.tsx'
import { lookWhenLeft } from './look-when-left.ts'

// biome-ignore lint/suspicious/noExplicitAny: text is typed alike into every kind of such field
type TypedInputProps = InputProps<any> & {
  describedBy?: string
  attributes?: InputHTMLAttributes<HTMLInputElement>
  /** Shows what was understood in its usual form when the field is left. */
  tidies?: boolean
}

/** An input of one line. What is typed is held as it is typed; it is looked at when the field is left. */
export function TypedInput(props: TypedInputProps) {
  const { form, field, path, typed, problem, describedBy, attributes, tidies = false } = props
  const { agency } = useSignedIn()
  const leave = (event: FocusEvent): void => {
    const read = field.read(typed, agency.timeZone)
    const tidy = read.ok && read.value !== null ? field.write(read.value) : typed
    if (tidies && tidy !== typed) form.put(path, tidy)
    else lookWhenLeft(form, path, event)
  }
  return (
    <input
      type="text"
      autoComplete="off"
      {...attributes}
      {...tied(props, describedBy)}
      className={`usa-input ${problem ? 'usa-input--error' : ''} ${attributes?.className ?? ''}`}
      value={typeof typed === 'string' ? typed : ''}
      onChange={(event) => form.put(path, event.target.value)}
      onBlur={leave}
    />
  )
}
