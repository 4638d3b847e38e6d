/** What is done in a step, as an officer wrote it: in English, and in Spanish where somebody has. */
export interface WrittenStep {
  text: string
  textEs?: string | null | undefined
}

/** The words of a step in the reader's language, English where there are no others. */
export function inLanguage(
  { text, textEs }: WrittenStep,
  locale: string,
): { lang: 'en' | 'es'; text: string } {
  return locale.startsWith('es') && textEs ? { lang: 'es', text: textEs } : { lang: 'en', text }
}
