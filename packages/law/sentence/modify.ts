import { obstacle } from './obstacles.ts'
import { currentId, type State, type Term, termOf } from './state.ts'
import type { CommitmentTerm } from './types.ts'

type Modification = CommitmentTerm & { readonly arrival: { readonly kind: 'modification' } }

const isModification = (c: CommitmentTerm): c is Modification => c.arrival.kind === 'modification'

/**
 * WAP-P1.3: a modification takes the place of what it modifies, from that commitment's own start; the
 * earlier stays on the worksheet as superseded. What the new order does not state stands as it was (own).
 */
export function modify(state: State, c: CommitmentTerm): void {
  if (!isModification(c)) return
  const target = state.terms.get(currentId(state, c.arrival.of))
  if (!target) return
  state.terms.delete(target.id)
  state.terms.set(c.id, modified(target, c))
  state.replacedBy.set(target.id, c.id)
  state.superseded.push({ commitment: target.id, by: c.id, on: c.arrival.on })
}

function modified(before: Term, order: Modification): Term {
  const after = termOf(order, before.arrival)
  const restated = after.relation !== 'unstated'
  return {
    ...after,
    startsOn: after.startsOn ?? before.startsOn,
    length: after.length ?? before.length,
    relation: restated ? after.relation : before.relation,
    consecutiveTo: restated ? after.consecutiveTo : before.consecutiveTo,
    offence: after.offence ?? before.offence,
    suspendedDays: order.suspendedDays ?? before.suspendedDays,
    goodTimeDays: order.goodTimeDays ?? before.goodTimeDays,
    modified: true,
  }
}

/** Modifications in the order they take effect; what cannot be put in order becomes an obstacle. */
export function modificationsInOrder(
  state: State,
  commitments: readonly CommitmentTerm[],
): readonly CommitmentTerm[] {
  const byId = new Map(commitments.map((c) => [c.id, c]))
  const chained = commitments.filter(isModification).map((c) => ({ c, ...chainOf(c, byId) }))
  for (const { c, broken } of chained) {
    if (broken) state.obstacles.push(obstacle(state.pack, broken, c.id, { of: c.arrival.of }))
  }
  const ordered = chained
    .filter((entry) => !entry.broken)
    .sort((a, b) => compare(a.c.arrival.on, b.c.arrival.on) || a.depth - b.depth || compare(a.c.id, b.c.id))
  for (const [i, entry] of ordered.entries()) {
    const rival = ordered
      .slice(0, i)
      .find((o) => o.root === entry.root && o.depth === entry.depth && o.c.arrival.on === entry.c.arrival.on)
    if (rival)
      state.obstacles.push(
        obstacle(state.pack, 'modified-twice-on-one-day', entry.c.id, { other: rival.c.id }),
      )
  }
  return ordered.map((entry) => entry.c)
}

interface Chain {
  readonly root: string
  readonly depth: number
  readonly broken: 'modifies-missing' | 'modifies-cycle' | 'modification-out-of-order' | null
}

/** Follows a modification down to the commitment it began from. */
function chainOf(first: Modification, byId: ReadonlyMap<string, CommitmentTerm>): Chain {
  const seen = new Set<string>()
  let c: CommitmentTerm = first
  while (isModification(c)) {
    if (seen.has(c.id)) return { root: c.id, depth: seen.size, broken: 'modifies-cycle' }
    seen.add(c.id)
    const before = byId.get(c.arrival.of)
    if (!before) return { root: c.arrival.of, depth: seen.size, broken: 'modifies-missing' }
    if (isModification(before) && before.arrival.on > c.arrival.on)
      return { root: before.id, depth: seen.size, broken: 'modification-out-of-order' }
    c = before
  }
  return { root: c.id, depth: seen.size, broken: null }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
