import type { Language } from '@inlieu/law'

const ones = {
  en: [
    'zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve',
    'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen',
  ],
  es: [
    'cero', 'un', 'dos', 'tres', 'cuatro', 'cinco', 'seis', 'siete', 'ocho', 'nueve', 'diez', 'once', 'doce',
    'trece', 'catorce', 'quince', 'dieciséis', 'diecisiete', 'dieciocho', 'diecinueve', 'veinte', 'veintiún',
    'veintidós', 'veintitrés', 'veinticuatro', 'veinticinco', 'veintiséis', 'veintisiete', 'veintiocho',
    'veintinueve',
  ],
} as const // biome-ignore format: tables of words

const tens = {
  en: ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'],
  es: ['', '', 'veinte', 'treinta', 'cuarenta', 'cincuenta', 'sesenta', 'setenta', 'ochenta', 'noventa'],
} as const

const hundredsEs = [
  '', 'ciento', 'doscientos', 'trescientos', 'cuatrocientos', 'quinientos', 'seiscientos', 'setecientos',
  'ochocientos', 'novecientos',
] as const // biome-ignore format: tables of words

/**
 * An amount in words, as receipts and checks carry it: `one hundred ninety dollars and 50/100`.
 * @param cents from 0 to 99,999,999,999
 * @throws RangeError outside that
 */
export function amountInWords(cents: number, language: Language): string {
  if (!Number.isSafeInteger(cents) || cents < 0 || cents >= 100_000_000_000) {
    throw new RangeError(`${cents} is no amount a receipt can carry in words.`)
  }
  const whole = Math.floor(cents / 100)
  const rest = `${String(cents % 100).padStart(2, '0')}/100`
  if (language === 'en') return `${english(whole)} ${whole === 1 ? 'dollar' : 'dollars'} and ${rest}`
  // "un millón de dólares", but "un millón un dólares".
  const of = whole >= 1_000_000 && whole % 1_000_000 === 0 ? 'de ' : ''
  return `${spanish(whole)} ${of}${whole === 1 ? 'dólar' : 'dólares'} con ${rest}`
}

function english(n: number): string {
  if (n < 20) return ones.en[n]!
  if (n < 100) return joined(tens.en[Math.floor(n / 10)]!, n % 10, english, '-')
  if (n < 1000) return joined(`${english(Math.floor(n / 100))} hundred`, n % 100, english)
  if (n < 1_000_000) return joined(`${english(Math.floor(n / 1000))} thousand`, n % 1000, english)
  return joined(`${english(Math.floor(n / 1_000_000))} million`, n % 1_000_000, english)
}

function spanish(n: number): string {
  if (n < 30) return ones.es[n]!
  if (n < 100) return joined(tens.es[Math.floor(n / 10)]!, n % 10, spanish, ' y ')
  if (n === 100) return 'cien'
  if (n < 1000) return joined(hundredsEs[Math.floor(n / 100)]!, n % 100, spanish)
  if (n < 1_000_000) {
    const thousands = Math.floor(n / 1000)
    return joined(thousands === 1 ? 'mil' : `${spanish(thousands)} mil`, n % 1000, spanish)
  }
  const millions = Math.floor(n / 1_000_000)
  return joined(millions === 1 ? 'un millón' : `${spanish(millions)} millones`, n % 1_000_000, spanish)
}

function joined(head: string, rest: number, inWords: (n: number) => string, by = ' '): string {
  return rest === 0 ? head : `${head}${by}${inWords(rest)}`
}
