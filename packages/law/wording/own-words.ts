import type { Language, TextCode } from '../pack.types.ts'

/** Words that a county brings, in both languages. */
export type OwnWords = Readonly<Record<Language, string>>

/** Words that no table has, as a code that carries them: what was decided stays readable wherever it is kept. */
export const codeOf = ({ en, es }: OwnWords): TextCode => JSON.stringify({ en, es })

/** The words that a code carries; undefined where it carries none. */
export function carriedBy(code: TextCode): OwnWords | undefined {
  if (!code.startsWith('{"en":')) return undefined
  try {
    return JSON.parse(code) as OwnWords
  } catch {
    return undefined
  }
}
