export type MoneyTrouble = { code: 'not-money' } | { code: 'part-of-a-cent' } | { code: 'too-much-money' }

/** The largest amount that the office takes, in cents: a hundred million dollars. */
const largest = 10_000_000_000

/**
 * Reads dollars as people type them: `50`, `$1,234.50`, `1234.5`. A comma is for thousands only: `1,50` is refused
 * rather than guessed at. Amounts below zero are refused; a correction has its own form.
 *
 * @returns whole cents, or why it is no amount
 */
export function readMoney(text: string): { cents: number } | MoneyTrouble {
  const typed = text.trim().replace(/^\$\s?/, '')
  const match = /^(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d+))?$/.exec(typed) ?? /^()\.(\d+)$/.exec(typed)
  if (!match) return { code: 'not-money' }
  const [, dollars = '', fraction = ''] = match
  if (fraction.length > 2) return { code: 'part-of-a-cent' }
  // Digits are put together as text: 1.15 * 100 is not 115 to a computer.
  const cents = Number(`${dollars.replaceAll(',', '')}${fraction.padEnd(2, '0')}`)
  return cents > largest ? { code: 'too-much-money' } : { cents }
}

/** Cents as the field shows them, `1,234.50`. */
export function writeMoney(cents: number): string {
  const digits = String(Math.abs(cents)).padStart(3, '0')
  const dollars = digits.slice(0, -2).replaceAll(/\B(?=(\d{3})+$)/g, ',')
  return `${cents < 0 ? '-' : ''}${dollars}.${digits.slice(-2)}`
}
