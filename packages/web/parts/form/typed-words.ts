import { useLingui } from '@lingui/react/macro'
import { useLabel } from '../words/words.ts'
import type { Field, Option, Typed } from './fields.ts'
import { isTicked } from './kinds.ts'
import { asRows } from './rows.ts'

/** Says what stands in a field as a person reads it: the option's words, yes or no, dollars. */
export function useTypedWords(): (field: Field, typed: Typed) => string {
  const label = useLabel()
  const { t, i18n } = useLingui()
  const labelOf = (options: readonly Option[], value: Typed): string => {
    const option = options.find((one) => one.value === value)
    return option ? label(option.label) : ''
  }
  const say = (field: Field, typed: Typed): string => {
    const { drawing } = field
    switch (drawing.as) {
      case 'tick':
        return typed === true ? t`Yes` : t`No`
      case 'select':
      case 'choice':
        return labelOf(drawing.options, typed) || '–'
      case 'ticks': {
        const ticked = drawing.options.filter(({ value }) => isTicked(typed, value))
        return new Intl.ListFormat(i18n.locale).format(ticked.map((option) => label(option.label))) || '–'
      }
      case 'rows':
        return asRows(typed)
          .map((row) =>
            Object.entries(drawing.of)
              .map(([name, inner]) => say(inner, row[name] ?? inner.empty))
              .join(', '),
          )
          .join('; ')
      case 'money':
        return typed === '' ? '–' : `$${String(typed)}`
      case 'password':
        return typed === '' ? '–' : '••••••••'
      case 'file':
        return typed instanceof File ? typed.name : '–'
      default:
        return typed === '' || typed === null ? '–' : String(typed)
    }
  }
  return say
}
