import type { ReactNode } from 'react'
import { useLabel } from '../../words/words.ts'
import type { InputProps } from './input-props.ts'
import css from './inputs.module.css'

// biome-ignore lint/suspicious/noExplicitAny: the frame around an input is the same for every kind
type AnyInput = Pick<InputProps<any>, 'field' | 'id' | 'problem'>

/** Attributes that tie an input to its label, hint and error, and tell a screen reader of both. */
export function tied({ field, id, problem }: AnyInput, more?: string) {
  const described = [field.hint && `${id}-hint`, problem && `${id}-problem`, more].filter(Boolean).join(' ')
  return {
    id,
    name: id,
    'aria-required': field.required || undefined,
    'aria-invalid': problem !== undefined || undefined,
    'aria-describedby': described || undefined,
  }
}

const Star = () => (
  <span className={css.star} aria-hidden="true">
    {' '}
    *
  </span>
)

/** Label, hint and error around one input. */
export function Labelled({ children, ...input }: AnyInput & { children: ReactNode }) {
  const label = useLabel()
  const { field, id, problem } = input
  return (
    <div className={`usa-form-group ${problem ? 'usa-form-group--error' : ''}`}>
      <label className="usa-label" htmlFor={id}>
        {label(field.label)}
        {field.required && <Star />}
      </label>
      <Hint field={field} id={id} />
      <Wrong id={id} problem={problem} />
      {children}
    </div>
  )
}

/** The same around several inputs that answer one question. The error's link leads to the first of them. */
export function Grouped({ children, ...input }: AnyInput & { children: ReactNode }) {
  const label = useLabel()
  const { field, id, problem } = input
  const { 'aria-describedby': described } = tied(input)
  return (
    <fieldset
      className={`usa-fieldset usa-form-group ${problem ? 'usa-form-group--error' : ''}`}
      aria-describedby={described}
    >
      <legend className="usa-legend">
        {label(field.label)}
        {field.required && <Star />}
      </legend>
      <Hint field={field} id={id} />
      <Wrong id={id} problem={problem} />
      {children}
    </fieldset>
  )
}

function Hint({ field, id }: Pick<AnyInput, 'field' | 'id'>) {
  const label = useLabel()
  if (field.hint === undefined) return null
  return (
    <span className="usa-hint" id={`${id}-hint`}>
      {label(field.hint)}
    </span>
  )
}

export function Wrong({ id, problem }: Pick<AnyInput, 'id' | 'problem'>) {
  if (problem === undefined) return null
  return (
    <span className="usa-error-message" id={`${id}-problem`}>
      {problem}
    </span>
  )
}
