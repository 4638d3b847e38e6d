import type { Temporal } from 'temporal-polyfill'
import type { Protocol } from '../guidelines/protocol.ts'
import type { PlainClient } from '../plain-client.ts'
import { centerSupervisors } from '../shifts/center-supervisors.ts'
import { onDuty, type Reachable } from '../shifts/on-duty.ts'

/** Who can be asked at a moment, each place of the list in its order. */
export interface Reach {
  onCall: readonly Reachable[]
  /** Who has the supervisor's post, or is planned for it; where nobody has or is, all supervisors of the center. */
  supervisors: readonly Reachable[]
}

/** Somebody who is asked when a time runs out, and as what. */
export interface Asked {
  as: 'on-call' | 'supervisor'
  who: Reachable
}

/** Who can be asked of an agency now. */
export async function reachNow(client: PlainClient, agencyId: string, now: Temporal.Instant): Promise<Reach> {
  const { onCall, supervisor } = await onDuty(client, agencyId, now)
  return { onCall, supervisors: supervisor ? [supervisor] : await centerSupervisors(client, agencyId, now) }
}

/**
 * Whom to ask when a time has run out, in order (monitoring rule 5): as the protocol lists them, everybody on call
 * one after the other, and the supervisor at the end in any case. A place where nobody stands does not count, and
 * who stands at two counts at the first.
 */
export function askedInOrder({ escalate }: Pick<Protocol, 'escalate'>, reach: Reach): Asked[] {
  const places = escalate.at(-1) === 'supervisor' ? escalate : [...escalate, 'supervisor' as const]
  const all = places.flatMap((as) =>
    (as === 'supervisor' ? reach.supervisors : reach.onCall).map((who) => ({ as, who })),
  )
  return all.filter(({ who }, place) => all.findIndex((other) => other.who.staffId === who.staffId) === place)
}
