import type { Fix } from '@inlieu/watch'

// What a unit says of itself with a position: said or not, yes or no. Two bits each, so that "not said" is kept.

const names = ['lastKnown', 'strap', 'case', 'charging', 'motion', 'beacon'] as const
type FlagName = (typeof names)[number]
export type Flags = Partial<Pick<Fix, FlagName>>

/** The flags of a fix as one number: for each name a bit that says it was said, and one with what was said. */
export function packFlags(fix: Flags): number {
  let packed = 0
  names.forEach((name, place) => {
    const said = fix[name]
    if (said !== undefined) packed |= (said ? 3 : 1) << (2 * place)
  })
  return packed
}

/** The flags of a stored fix. */
export function unpackFlags(packed: number): Flags {
  const flags: Flags = {}
  names.forEach((name, place) => {
    const bits = (packed >> (2 * place)) & 3
    if (bits !== 0) flags[name] = bits === 3
  })
  return flags
}
