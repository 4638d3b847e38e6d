import { useLingui } from '@lingui/react/macro'
import { engineSays } from './engine-says.ts'
import { engineWords } from './engine-words.ts'

/**
 * A reason of the watch in the reader's language. What is not known, as the story of a drill, stays as it is on record;
 * in English so does everything.
 */
export function EngineText({ text }: { text: string }) {
  const { i18n } = useLingui()
  const said = i18n.locale.startsWith('en') ? null : engineSays(text)
  if (!said) return <span lang="en">{text}</span>
  return said.map(({ sentence, figures }) => i18n._(engineWords[sentence](figures))).join(' ')
}
