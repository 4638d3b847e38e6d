import type { Millis } from './types.ts'

/** What a log is sorted by. */
export interface Ordered {
  readonly kind: string
  readonly key: string
  readonly at: Millis
}

/** At one instant, what people did comes before what units said, and events before positions. */
const ranks: Record<string, number> = { setting: 0, settled: 1, device: 2, contact: 2, fix: 3, tick: 4 }

/** By event time, then kind, then key: the one order in which inputs take effect, however they came. 0: the same input. */
export function compareInputs(a: Ordered, b: Ordered): number {
  if (a.at !== b.at) return a.at - b.at
  const byRank = (ranks[a.kind] ?? 9) - (ranks[b.kind] ?? 9)
  if (byRank !== 0) return byRank
  if (a.key === b.key) return 0
  return a.key < b.key ? -1 : 1
}

/** How far a lane has come: the time of its last input, and what sorts that among others of its instant. */
export interface Last {
  readonly at: Millis
  readonly order: string
}

const orderOf = ({ kind, key }: Ordered): string => `${ranks[kind] ?? 9}${key}`

export const lastOf = (input: Ordered): Last => ({ at: input.at, order: orderOf(input) })

/** Whether an input comes after the last one, in the order of `compareInputs`. */
export const isAfter = (input: Ordered, last: Last): boolean =>
  input.at > last.at || (input.at === last.at && orderOf(input) > last.order)

/** Where in a sorted log `input` stands or would stand, and whether it is there already. */
export function placeOf(log: readonly Ordered[], input: Ordered): { at: number; known: boolean } {
  let low = 0
  let high = log.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const order = compareInputs(log[middle]!, input)
    if (order === 0) return { at: middle, known: true }
    if (order < 0) low = middle + 1
    else high = middle
  }
  return { at: low, known: false }
}
