import type { MessageDescriptor } from '@lingui/core'
import { useLingui } from '@lingui/react/macro'

/** Words of a label: a message of the catalog, or text that the office sent. */
export type Words = MessageDescriptor | string

/** Says a label in the language of the page; text from the office stands as it is. */
export function useLabel(): (words: Words) => string {
  const { i18n } = useLingui()
  return (words) => (typeof words === 'string' ? words : i18n._(words))
}
