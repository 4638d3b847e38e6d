import type { Language, TextCode, Values } from '../pack.types.ts'
import { en } from './wording.en.ts'
import { es } from './wording.es.ts'

/** Every code that has words; both languages are checked against it when compiled. */
export type WordingCode = keyof typeof en

/** One table per language. */
export const wording: Readonly<Record<Language, Readonly<Record<TextCode, string>>>> = { en, es }

const PLACE = /\{(\w+)(?:\|([^|}]*)\|([^|}]*))?\}/g

/**
 * The words of a code in a language, its places filled. `{days}` is the value; `{days|day|days}` adds the
 * right one of two words. A value that is itself a code is put into words. A code without words comes back
 * as it is, so that an old record stays readable.
 *
 * @example
 * say('en', 'days.few', { days: 1, upTo: 5 }) // => '1 day to schedule, which is 5 or fewer: weekdays'
 * say('en', 'no.such.code') // => 'no.such.code'
 */
export function say(language: Language, code: TextCode, values: Values = {}): string {
  const words = wording[language][code]
  if (words === undefined) return code
  return words.replace(PLACE, (place, name: string, one?: string, many?: string) => {
    const value = values[name]
    if (value === undefined) return place
    const shown = typeof value === 'string' ? (wording[language][value] ?? value) : String(value)
    return one === undefined ? shown : `${shown} ${value === 1 ? one : many}`
  })
}
