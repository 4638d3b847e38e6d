import { useLabel } from '../../words/words.ts'
import type { InputProps } from './input-props.ts'
import { tied, Wrong } from './labelled.tsx'

export function Tick(props: InputProps<'tick'>) {
  const { form, field, path, id, typed, problem } = props
  const label = useLabel()
  return (
    <div className={`usa-form-group ${problem ? 'usa-form-group--error' : ''}`}>
      <Wrong id={id} problem={problem} />
      <div className="usa-checkbox">
        <input
          type="checkbox"
          {...tied(props)}
          className="usa-checkbox__input"
          checked={typed === true}
          onChange={(event) => form.put(path, event.target.checked)}
        />
        <label className="usa-checkbox__label" htmlFor={id}>
          {label(field.label)}
          {field.hint && (
            <span className="usa-hint" id={`${id}-hint`}>
              {label(field.hint)}
            </span>
          )}
        </label>
      </div>
    </div>
  )
}
