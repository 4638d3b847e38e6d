import type { Protocol } from '../guidelines/protocol.ts'
import type { OnDuty, Reachable } from '../shifts/on-duty.ts'

/** Who is asked when a time runs out; `who` is null where nobody stands at that place of the list. */
export interface Asked {
  as: 'on-call' | 'supervisor'
  who: Reachable | null
}

/**
 * Whom to ask when a time has run out, in order (monitoring rule 5): as the protocol lists them, everybody on call
 * one after the other, and the supervisor at the end in any case.
 */
export function askedInOrder(protocol: Protocol, duty: OnDuty): Asked[] {
  const list =
    protocol.escalate.at(-1) === 'supervisor'
      ? protocol.escalate
      : [...protocol.escalate, 'supervisor' as const]
  return list.flatMap((as): Asked[] => {
    if (as === 'supervisor') return [{ as, who: duty.supervisor }]
    return duty.onCall.length === 0 ? [{ as, who: null }] : duty.onCall.map((who) => ({ as, who }))
  })
}
