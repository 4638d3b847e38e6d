import type { InputProps } from './input-props.ts'
import css from './inputs.module.css'
import { Labelled } from './labelled.tsx'
import { TypedInput } from './typed-input.tsx'

export function MoneyInput(props: InputProps<'money'>) {
  return (
    <Labelled {...props}>
      <div className={css.money}>
        <span aria-hidden="true">$</span>
        <TypedInput {...props} tidies attributes={{ inputMode: 'decimal' }} />
      </div>
    </Labelled>
  )
}
