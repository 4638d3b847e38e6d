import { useLingui } from '@lingui/react/macro'
import css from './amount.module.css'

/** An amount of integer cents as people write it, "$1,234.50". `struck` shows what is printed but not charged. */
export function Amount({ cents, struck = false }: { cents: number; struck?: boolean }) {
  const { i18n } = useLingui()
  const words = amountInWords(cents, i18n.locale)
  return struck ? <s className={css.struck}>{words}</s> : <span className={css.amount}>{words}</span>
}

/** The same as text, for titles and sentences. */
export function amountInWords(cents: number, locale: string): string {
  return new Intl.NumberFormat(locale, { style: 'currency', currency: 'USD' }).format(cents / 100)
}
