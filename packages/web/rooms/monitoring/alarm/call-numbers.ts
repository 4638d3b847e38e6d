/** Whom a step may call. */
export interface Callable {
  name: string
  phone: string
}

/** A call on record. */
export interface Called {
  kind: string
  about: Readonly<Record<string, string | number | boolean | null>>
}

export interface CallNumber extends Callable {
  /** How the last call to it ended, where it reached nobody; null where it was not tried. */
  failed: string | null
}

const digitsOf = (phone: string): string => phone.replaceAll(/\D/g, '').replace(/^1(?=\d{10}$)/, '')

/** The numbers of a step with how the last call to each ended: those that nobody has tried first. */
export function callNumbers(known: readonly Callable[], record: readonly Called[]): CallNumber[] {
  const ended = new Map<string, string>()
  for (const { kind, about } of record)
    if (kind === 'step' && about.as === 'call' && typeof about.phone === 'string')
      ended.set(digitsOf(about.phone), String(about.outcome))
  const numbers = known
    .filter(({ phone }, place) => phone !== '' && known.findIndex((one) => one.phone === phone) === place)
    .map((one) => {
      const outcome = ended.get(digitsOf(one.phone))
      return { ...one, failed: outcome === 'no-answer' || outcome === 'wrong-number' ? outcome : null }
    })
  const rank = ({ failed }: CallNumber): number => (failed === null ? 0 : failed === 'no-answer' ? 1 : 2)
  return numbers.toSorted((one, other) => rank(one) - rank(other))
}

/** A telephone as it is written elsewhere; what is no row of digits stays as somebody typed it. */
export const isDigits = (phone: string): boolean => /^\+?\d{10,}$/.test(phone)
