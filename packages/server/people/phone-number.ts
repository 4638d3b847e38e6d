/**
 * The digits of a telephone number with its country code; ten digits are taken as a number of this country.
 * @returns null when it cannot be one: fewer than 7 or more than 15 digits, or letters in it
 * @example phoneDigits('(925) 555-0199') // => '19255550199'
 */
export function phoneDigits(text: string): string | null {
  if (!/^[\d\s().+/-]*$/.test(text)) return null
  const digits = text.replace(/\D/g, '')
  if (digits.length < 7 || digits.length > 15) return null
  return digits.length === 10 && !text.trim().startsWith('+') ? `1${digits}` : digits
}
