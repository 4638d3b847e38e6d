import { i18n, type Messages } from '@lingui/core'

/** The languages people can choose, by their own names. es-US writes money and times as this country does. */
export const languages = { 'en-US': 'English', 'es-US': 'Español' } as const
export type Language = keyof typeof languages

type Catalogs = Record<string, () => Promise<{ messages: Messages }>>

/** The words of the frame and the parts, and those of each room. */
const catalogs: Record<Language, Catalogs> = {
  'en-US': import.meta.glob<{ messages: Messages }>(['./locales/en-US.po', './rooms/*/locales/en-US.po']),
  'es-US': import.meta.glob<{ messages: Messages }>(['./locales/es-US.po', './rooms/*/locales/es-US.po']),
}

const remembered = 'inlieu-language'

const isLanguage = (value: string | null): value is Language => value !== null && value in languages

/** The language chosen before in this browser, else the first of the browser's own that we have. */
export function firstLanguage(): Language {
  const chosen = localStorage.getItem(remembered)
  if (isLanguage(chosen)) return chosen
  return navigator.language.startsWith('es') ? 'es-US' : 'en-US'
}

/** Loads the words of the language and shows every page in it. Nothing typed on the page is touched. */
export async function speak(language: Language): Promise<void> {
  const loaded = await Promise.all(Object.values(catalogs[language]).map((load) => load()))
  for (const { messages } of loaded) i18n.load(language, messages)
  i18n.activate(language)
  document.documentElement.lang = language
}

/** Shows every page in the language from now on, in this browser. */
export async function chooseLanguage(language: Language): Promise<void> {
  localStorage.setItem(remembered, language)
  await speak(language)
}
