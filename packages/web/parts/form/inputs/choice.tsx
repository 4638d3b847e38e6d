import { useLingui } from '@lingui/react/macro'
import { useLabel } from '../../words/words.ts'
import type { InputProps } from './input-props.ts'
import css from './inputs.module.css'
import { Grouped } from './labelled.tsx'

/** Radio buttons. One tab stop; arrows move the mark, as the browser does it. */
export function Choice(props: InputProps<'choice'>) {
  const { form, path, id, typed, drawing, field } = props
  const label = useLabel()
  return (
    <Grouped {...props}>
      <div className={css.options}>
        {drawing.options.map((option, index) => {
          const own = index === 0 ? id : `${id}-${option.value}`
          return (
            <div key={option.value} className="usa-radio">
              <input
                type="radio"
                className="usa-radio__input"
                id={own}
                name={id}
                value={option.value}
                checked={typed === option.value}
                aria-describedby={option.hint && `${own}-hint`}
                onChange={() => form.put(path, option.value)}
              />
              <label className="usa-radio__label" htmlFor={own}>
                {label(option.label)}
                {option.hint && (
                  <span className="usa-hint" id={`${own}-hint`}>
                    {label(option.hint)}
                  </span>
                )}
              </label>
            </div>
          )
        })}
        {!field.required && typed !== '' && <Clear form={form} path={path} />}
      </div>
    </Grouped>
  )
}

/** A radio button cannot be unmarked by itself. */
function Clear({ form, path }: Pick<InputProps<'choice'>, 'form' | 'path'>) {
  const { t } = useLingui()
  return (
    <button type="button" className="usa-button usa-button--unstyled" onClick={() => form.put(path, '')}>
      {t`Clear the choice`}
    </button>
  )
}
