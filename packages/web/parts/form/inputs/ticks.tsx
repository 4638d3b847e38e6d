import { useLabel } from '../../words/words.ts'
import { isTicked } from '../kinds.ts'
import type { InputProps } from './input-props.ts'
import css from './inputs.module.css'
import { Grouped } from './labelled.tsx'

export function Ticks(props: InputProps<'ticks'>) {
  const { form, path, id, typed, drawing } = props
  const label = useLabel()
  const ticked = drawing.options.map(({ value }) => value).filter((value) => isTicked(typed, value))
  return (
    <Grouped {...props}>
      <div className={css.options}>
        {drawing.options.map((option, index) => {
          const own = index === 0 ? id : `${id}-${option.value}`
          const isOn = isTicked(typed, option.value)
          return (
            <div key={option.value} className="usa-checkbox">
              <input
                type="checkbox"
                className="usa-checkbox__input"
                id={own}
                name={id}
                checked={isOn}
                onChange={() =>
                  form.put(
                    path,
                    isOn ? ticked.filter((value) => value !== option.value) : [...ticked, option.value],
                  )
                }
              />
              <label className="usa-checkbox__label" htmlFor={own}>
                {label(option.label)}
                {option.hint && <span className="usa-hint">{label(option.hint)}</span>}
              </label>
            </div>
          )
        })}
      </div>
    </Grouped>
  )
}
