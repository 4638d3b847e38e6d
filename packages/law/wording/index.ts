import { dateOf, isDay } from '../days.ts'
import type { Day, Language, TextCode, Values } from '../pack.types.ts'
import { carriedBy } from './own-words.ts'
import { en } from './wording.en.ts'
import { es } from './wording.es.ts'

/** Every code that has words; both languages are checked against it when compiled. */
export type WordingCode = keyof typeof en

/**
 * One table per language, code by code. No units: a wording names them for its values. What a clause says (WAP-ELIG.a,
 * SCC-3.A1) has words in both.
 *
 * @example
 * wording.en['verdict.unknown'] === wording.es['verdict.unknown'] // => false
 * Object.keys(wording.en).length === Object.keys(wording.es).length // => true
 */
export const wording: Readonly<Record<Language, Readonly<Record<TextCode, string>>>> = { en, es }

const PLACE = /\{(\w+)(?::(day)|\|([^|}]*)\|([^|}]*))?\}/g

const LOCALES: Readonly<Record<Language, string>> = { en: 'en-US', es: 'es-US' }
const WRITTEN_DAY = { weekday: 'short', year: 'numeric', month: 'short', day: 'numeric' } as const

/**
 * The words of a code in a language, its places filled. `{days}` is the value; `{days|day|days}` adds the
 * right one of two words; `{start:day}` is a day as people write it. A value that is itself a code is put
 * into words. A code that carries a county's words (ARS-M.5) gives them as they are; one without words comes back as
 * it is, so that an old record stays readable.
 *
 * Values come in the unit that the words name: days, cents, miles. Throws nothing.
 *
 * @example
 * say('en', 'days.few', { days: 1, upTo: 5 }) // => '1 day to schedule, which is 5 or fewer: weekdays'
 * say('en', 'days.postponed', { notBefore: '2026-03-02' }) // => 'Start postponed to Mon, Mar 2, 2026 for a temporary illness or injury'
 * say('es', JSON.stringify({ en: 'Lives in the county', es: 'Vive en el condado' })) // => 'Vive en el condado'
 * say('en', 'no.such.code') // => 'no.such.code'
 */
export function say(language: Language, code: TextCode, values: Values = {}): string {
  const words = wording[language][code]
  if (words === undefined) return carriedBy(code)?.[language] ?? code
  return words.replace(PLACE, (place, name: string, asDay?: string, one?: string, many?: string) => {
    const value = values[name]
    if (value === undefined) return place
    if (asDay && isDay(String(value))) return writtenDay(language, String(value))
    const shown = typeof value === 'string' ? (wording[language][value] ?? value) : String(value)
    return one === undefined ? shown : `${shown} ${value === 1 ? one : many}`
  })
}

/** A day as people write it: "Mon, Mar 2, 2026". */
const writtenDay = (language: Language, on: Day): string =>
  dateOf(on).toLocaleString(LOCALES[language], WRITTEN_DAY)
