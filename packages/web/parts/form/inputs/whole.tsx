import { useLabel } from '../../words/words.ts'
import type { InputProps } from './input-props.ts'
import css from './inputs.module.css'
import { Labelled } from './labelled.tsx'
import { TypedInput } from './typed-input.tsx'

export function Whole(props: InputProps<'whole'>) {
  const label = useLabel()
  const { unit } = props.drawing
  return (
    <Labelled {...props}>
      <div className={css.beside}>
        <TypedInput
          {...props}
          {...(unit ? { describedBy: `${props.id}-unit` } : {})}
          attributes={{ className: css.whole, inputMode: 'numeric' }}
        />
        {unit && <span id={`${props.id}-unit`}>{label(unit)}</span>}
      </div>
    </Labelled>
  )
}
