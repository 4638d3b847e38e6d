import { useLingui } from '@lingui/react/macro'
import { amountInWords } from '../../../parts/amount/amount.tsx'
import type { Parameter } from './use-parameters.ts'

/** A parameter's value as people read it: an amount, a number with its unit, a choice in words. */
export function useValueWords(): (parameter: Parameter, value: Parameter['default']) => string {
  const { t, i18n } = useLingui()
  const choices: Record<string, string> = {
    'law-as-it-stands': t`by the law as it stands`,
    'as-the-source-reads': t`as the source reads`,
    're-scheduling': t`for each re-scheduling`,
    absence: t`for each absence`,
  }
  const units: Record<string, string> = {
    days: t`days`,
    'days-a-week': t`days a week`,
    months: t`months`,
    hours: t`hours`,
    'people-a-day': t`people a day`,
    convictions: t`convictions`,
    miles: t`miles`,
  }
  return ({ unit }, value) => {
    if (value === null) return t`not set`
    if (unit === 'cents') return amountInWords(Number(value), i18n.locale)
    if (typeof value === 'number')
      return `${new Intl.NumberFormat(i18n.locale).format(value)} ${units[unit ?? ''] ?? ''}`
    return choices[String(value)] ?? String(value)
  }
}
