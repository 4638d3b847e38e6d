import { useLingui } from '@lingui/react/macro'

/** What the law says, in both languages, as the office sends it. */
export type Said = { en: string; es: string }

/** Picks the words of the language that the page is read in. */
export function useSaid(): (said: Said) => string {
  const { i18n } = useLingui()
  return (said) => (i18n.locale.startsWith('es') ? said.es : said.en)
}
