import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { amountInWords } from '../../../parts/amount/amount.tsx'
import { useSaid } from '../../../parts/words/said.ts'
import type { Parameter } from './use-parameters.ts'

/** A parameter's value as people read it: an amount, a number with its unit, a choice in words. */
export function useValueWords(): (parameter: Parameter, value: Parameter['default']) => string {
  const { t, i18n } = useLingui()
  const pick = useSaid()
  const choices: Record<string, string> = {
    'law-as-it-stands': t`by the law as it stands`,
    'as-the-source-reads': t`as the source reads`,
    're-scheduling': t`for each re-scheduling`,
    absence: t`for each absence`,
  }
  const counted: Record<string, (count: number) => string> = {
    days: (count) => plural(count, { one: '# day', other: '# days' }),
    'days-a-week': (count) => plural(count, { one: '# day a week', other: '# days a week' }),
    months: (count) => plural(count, { one: '# month', other: '# months' }),
    hours: (count) => plural(count, { one: '# hour', other: '# hours' }),
    'people-a-day': (count) => plural(count, { one: '# person a day', other: '# people a day' }),
    convictions: (count) => plural(count, { one: '# conviction', other: '# convictions' }),
    miles: (count) => plural(count, { one: '# mile', other: '# miles' }),
  }
  return ({ unit, choiceWords }, value) => {
    const said = (choice: string) => {
      const words = choiceWords[choice]
      return words ? pick(words) : (choices[choice] ?? choice)
    }
    if (value === null) return t`not set`
    if (Array.isArray(value)) return new Intl.ListFormat(i18n.locale).format(value.map(said))
    if (unit === 'cents') return amountInWords(Number(value), i18n.locale)
    if (typeof value === 'number') return counted[unit ?? '']?.(value) ?? String(value)
    return said(String(value))
  }
}
