import type { Kind } from '@inlieu/watch'
import type { Temporal } from 'temporal-polyfill'
import type { PlainClient } from '../plain-client.ts'
import { defaultProtocol } from './default-protocols.ts'
import type { Protocol } from './protocol.ts'

/** What a guideline is about. */
export type Subject = `protocol:${Kind}` | 'protocol:*' | 'parameters' | 'staffing'

/** A guideline that applies at a moment. */
export interface GuidelineInForce {
  id: string
  subject: Subject
  number: number
  content: unknown
}

/**
 * What applied of these subjects at a moment: approved by then, from then on, and not withdrawn by then. At most
 * one each; a subject without one is left to its stated default.
 */
export async function guidelinesAt(
  client: PlainClient,
  agencyId: string,
  subjects: readonly Subject[],
  at: Temporal.Instant,
): Promise<GuidelineInForce[]> {
  const { rows } = await client.query(
    `select distinct on (subject) id, subject, number, content
     from monitoring.guideline
     where agency_id = $1 and subject = any($2::text[]) and approved_at is not null and effective_at <= $3
       and (withdrawn_at is null or withdrawn_at > $3)
     order by subject, effective_at desc, number desc`,
    [agencyId, [...subjects], at.toString()],
  )
  return rows as GuidelineInForce[]
}

/** A protocol, and what it stands on: the agency's own of this kind, its own for all kinds, or the default. */
export interface ProtocolInForce {
  protocol: Protocol
  source: 'kind' | 'all-kinds' | 'default'
  /** The guideline and its number among those of its subject; null for the default. */
  guidelineId: string | null
  number: number | null
}

/**
 * The protocol of a kind of alarm at a moment (EMP-7.3): the agency's approved one, else its approved one for all
 * kinds, else the stated default. For the watch and the office alike.
 */
export async function protocolFor(
  client: PlainClient,
  agencyId: string,
  kind: Kind,
  now: Temporal.Instant,
): Promise<ProtocolInForce> {
  const found = await guidelinesAt(client, agencyId, [`protocol:${kind}`, 'protocol:*'], now)
  const own = found.find((each) => each.subject === `protocol:${kind}`)
  const applies = own ?? found[0]
  if (!applies) return { protocol: defaultProtocol(kind), source: 'default', guidelineId: null, number: null }
  return {
    // Checked when it was entered.
    protocol: applies.content as Protocol,
    source: own ? 'kind' : 'all-kinds',
    guidelineId: applies.id,
    number: applies.number,
  }
}
