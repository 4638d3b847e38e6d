import type { InputProps } from './input-props.ts'
import css from './inputs.module.css'
import { Labelled } from './labelled.tsx'
import { TypedInput } from './typed-input.tsx'

export function Text(props: InputProps<'text'>) {
  const { inputMode, autoComplete, width = 'full' } = props.drawing
  return (
    <Labelled {...props}>
      <TypedInput
        {...props}
        attributes={{
          className: css[width],
          ...(inputMode ? { inputMode } : {}),
          ...(autoComplete ? { autoComplete } : {}),
        }}
      />
    </Labelled>
  )
}
