// The digest of a key, sixteen hexadecimal digits, told in eleven of these: a third less of what is stored for each message.
const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_'

/** Hexadecimal digits of a group, and the digits that they are told in. */
const groups = [
  [6, 4],
  [6, 4],
  [4, 3],
] as const

const HEX = /^[0-9a-f]{16}$/

/** Empty when it is no such digest. */
export function shortDigest(hex: string): string {
  if (!HEX.test(hex)) return ''
  let short = ''
  let from = 0
  for (const [length, digits] of groups) {
    const value = Number.parseInt(hex.slice(from, from + length), 16)
    for (let digit = digits - 1; digit >= 0; digit--) short += DIGITS[(value >> (6 * digit)) & 63]
    from += length
  }
  return short
}

export function longDigest(short: string): string {
  let hex = ''
  let from = 0
  for (const [length, digits] of groups) {
    let value = 0
    for (const digit of short.slice(from, from + digits)) value = value * 64 + DIGITS.indexOf(digit)
    hex += value.toString(16).padStart(length, '0')
    from += digits
  }
  return hex
}
