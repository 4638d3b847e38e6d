import { formatter } from '@lingui/format-po'

/** The Spanish words of one room (or of the frame): the file and what is written in it. */
export interface Catalog {
  file: string
  text: string
}

interface Translated {
  /** What the page looks the message up by: made of its text and its context. */
  id: string
  /** The English text, with its context. */
  said: string
  spanish: string
  file: string
}

const po = formatter()

/**
 * Every English text (with its context) that has different Spanish in two catalogs, one line each.
 * A page loads all catalogs into one, by the message: it would show the wording of whichever came last.
 */
export async function spanishApart(catalogs: Catalog[]): Promise<string[]> {
  const messages = new Map<string, Translated[]>()
  for (const catalog of catalogs)
    for (const translated of await translatedIn(catalog))
      messages.set(translated.id, [...(messages.get(translated.id) ?? []), translated])
  return [...messages.values()]
    .filter((all) => all.some(({ spanish }) => spanish !== all[0]?.spanish))
    .map((all) => {
      const each = all.map(({ spanish, file }) => `"${spanish}" in ${file}`).join(', ')
      return `spanish-apart: ${all[0]?.said} is ${each}: use one wording, or give the message a context`
    })
}

/** What has no Spanish yet is left out: `lingui compile --strict` asks for it. */
async function translatedIn({ file, text }: Catalog): Promise<Translated[]> {
  const parsed = await po.parse(text, { locale: 'es-US', sourceLocale: 'en-US', filename: file })
  return Object.entries(parsed).flatMap(([id, { message = id, context, translation, obsolete }]) =>
    obsolete || !translation
      ? []
      : [{ id, said: `"${message}"${context ? ` (${context})` : ''}`, spanish: translation, file }],
  )
}
