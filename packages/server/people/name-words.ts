// Letters that no decomposition takes apart, as people type them without the right keyboard.
const plain: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
  ŋ: 'n',
}

/**
 * Text without case, accents and apostrophes, so that the same name is found however it is typed.
 * @example fold("Núñez-O’Brien") // => 'nunez-obrien'
 */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\p{M}'’‘ʼʻ`´]/gu, '')
    .replace(/[ßæœøđðþłħıŋ]/g, (letter) => plain[letter]!)
}

/**
 * The folded words of a text, in any script.
 * @example nameWords('De la Cruz') // => ['de', 'la', 'cruz']
 */
export function nameWords(text: string): string[] {
  return fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
}
