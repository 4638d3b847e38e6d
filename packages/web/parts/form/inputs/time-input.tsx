import type { InputProps } from './input-props.ts'
import css from './inputs.module.css'
import { Labelled } from './labelled.tsx'
import { TypedInput } from './typed-input.tsx'

export function TimeInput(props: InputProps<'time'>) {
  return (
    <Labelled {...props}>
      <TypedInput {...props} tidies attributes={{ className: css.time, placeholder: '4:10 p.m.' }} />
    </Labelled>
  )
}
