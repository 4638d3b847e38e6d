import { doubleMetaphone } from 'double-metaphone'
import { fold, nameWords } from './name-words.ts'
import { phoneDigits } from './phone-number.ts'

/** What a person can be found by. */
export type SearchKind = 'name' | 'sound' | 'docket' | 'booking' | 'phone'

/** A key as stored; `inside` is an ending of a word of a name. */
export interface SearchKey {
  kind: SearchKind | 'inside'
  key: string
}

const longestKey = 200
/** Endings of numbers shorter than this would find half the county. */
const shortestNumberEnding = 4

/**
 * Keys of names: each word, the words of one name run together, and every ending of two letters or more, so
 * that any part of a name is the beginning of a key.
 * @example nameKeys(['De Vos']).name // => ['de', 'vos', 'devos']
 */
export function nameKeys(names: readonly string[]): { name: string[]; inside: string[] } {
  const words = names.flatMap((name) => {
    const parts = nameWords(name)
    return parts.length > 1 ? [...parts, parts.join('')] : parts
  })
  const whole = distinct(words)
  const inside = distinct(nameWordsOf(names).flatMap((word) => endings(word, 2).slice(1)))
  return { name: whole, inside: inside.filter((key) => !whole.includes(key)) }
}

/**
 * How the words of names sound: both double-metaphone codes of each. Words that are not in Latin letters
 * have none.
 * @example soundKeys(['Smith']) // => ['SM0', 'XMT']
 */
export function soundKeys(names: readonly string[]): string[] {
  return distinct(nameWordsOf(names).flatMap(soundsOf))
}

/** Both codes of one word. */
export function soundsOf(word: string): string[] {
  return distinct(doubleMetaphone(word).filter((code) => code !== ''))
}

/**
 * Keys of a docket or booking number: its letters and digits, and every ending of four or more.
 * @example numberKeys('01-1234') // => ['011234', '11234', '1234']
 */
export function numberKeys(number: string): string[] {
  const text = plainNumber(number)
  return text === '' ? [] : endings(text, shortestNumberEnding)
}

/** The letters and digits of a number, folded: `01-0012/A` is `010012a`. */
export function plainNumber(text: string): string {
  return fold(text).replace(/[^\p{L}\p{N}]/gu, '')
}

/** Keys of a telephone number: its digits and every ending of four or more. */
export function phoneKeys(number: string): string[] {
  const digits = phoneDigits(number)
  return digits === null ? [] : endings(digits, shortestNumberEnding)
}

/** Every key that these texts are found by, as they are stored. */
export function searchKeysOf(kind: SearchKind, texts: readonly string[]): SearchKey[] {
  switch (kind) {
    case 'name': {
      const keys = nameKeys(texts)
      return [...stored('name', keys.name), ...stored('inside', keys.inside)]
    }
    case 'sound':
      return stored('sound', soundKeys(texts))
    case 'phone':
      return stored('phone', texts.flatMap(phoneKeys))
    case 'docket':
    case 'booking':
      return stored(kind, texts.flatMap(numberKeys))
  }
}

function stored(kind: SearchKey['kind'], keys: readonly string[]): SearchKey[] {
  return distinct(keys.map((key) => Array.from(key).slice(0, longestKey).join(''))).map((key) => ({
    kind,
    key,
  }))
}

function nameWordsOf(names: readonly string[]): string[] {
  return names.flatMap(nameWords)
}

/** The text itself, then each shorter ending down to `shortest` letters. */
function endings(text: string, shortest: number): string[] {
  const letters = Array.from(text)
  const all = [text]
  for (let from = 1; from <= letters.length - shortest; from++) all.push(letters.slice(from).join(''))
  return all
}

function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts)]
}
