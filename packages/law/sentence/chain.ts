import type { Placed } from './state.ts'

/**
 * The longest of the terms with all those it follows, each measured by `daysOf`: what must be served one
 * after the other, where everything concurrent runs at once.
 */
export function longestChain(terms: readonly Placed[], daysOf: (placed: Placed) => number): number {
  const byId = new Map(terms.map((placed) => [placed.term.id, placed]))
  const known = new Map<string, number>()
  const chain = (placed: Placed): number => {
    const followed = placed.follows.flatMap((id) => byId.get(id) ?? [])
    const days = known.get(placed.term.id) ?? daysOf(placed) + Math.max(0, ...followed.map(chain))
    known.set(placed.term.id, days)
    return days
  }
  return Math.max(0, ...terms.map(chain))
}
