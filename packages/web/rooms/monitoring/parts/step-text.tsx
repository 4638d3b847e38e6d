import { useLingui } from '@lingui/react/macro'
import { inLanguage, type WrittenStep } from './step-words.ts'

/** A step's words, said to be in the language that they are in. */
export function StepText({ step }: { step: WrittenStep }) {
  const { i18n } = useLingui()
  const { lang, text } = inLanguage(step, i18n.locale)
  return <span lang={lang}>{text}</span>
}
