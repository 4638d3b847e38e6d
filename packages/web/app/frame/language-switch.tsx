import { useLingui } from '@lingui/react/macro'
import { chooseLanguage, type Language, languages } from '../../i18n.ts'
import css from './language-switch.module.css'

/** The other language, by its own name. What is typed on the page stays. */
export function LanguageSwitch() {
  const { i18n } = useLingui()
  const others = (Object.keys(languages) as Language[]).filter((language) => language !== i18n.locale)
  return others.map((language) => (
    <button
      key={language}
      type="button"
      lang={language}
      className={css.switch}
      onClick={() => chooseLanguage(language)}
    >
      {languages[language]}
    </button>
  ))
}
