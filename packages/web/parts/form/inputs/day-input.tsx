import { useLingui } from '@lingui/react/macro'
import { useSignedIn } from '../../../app/session-hooks.ts'
import { dayInWords } from '../../day/format.ts'
import type { InputProps } from './input-props.ts'
import css from './inputs.module.css'
import { Labelled } from './labelled.tsx'
import { TypedInput } from './typed-input.tsx'

/** A day, typed. What was understood stands beside it in words, weekday first: the quickest check there is. */
export function DayInput(props: InputProps<'day'>) {
  const { i18n, t } = useLingui()
  const { agency } = useSignedIn()
  const read = props.field.read(props.typed, agency.timeZone)
  const understood = read.ok && typeof read.value === 'string' ? read.value : undefined
  return (
    <Labelled {...props}>
      <div className={css.beside}>
        <TypedInput
          {...props}
          tidies
          describedBy={`${props.id}-understood`}
          attributes={{ className: css.day, placeholder: t`MM/DD/YYYY` }}
        />
        <span id={`${props.id}-understood`} className={css.understood}>
          {understood && dayInWords(understood, i18n.locale)}
        </span>
      </div>
    </Labelled>
  )
}
