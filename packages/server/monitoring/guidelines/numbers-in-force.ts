import type { Parameters } from '@inlieu/watch'
import type { Temporal } from 'temporal-polyfill'
import type { PlainClient } from '../plain-client.ts'
import { guidelinesAt } from './in-force.ts'
import { defaultStaffing, type Staffing } from './numbers.ts'

/** Numbers of the agency that hold from a moment on. What is not named stays at the watch's default. */
export interface NumbersFrom {
  from: Temporal.Instant
  values: Partial<Parameters>
  /** Null: nothing of the agency is in force, the stated defaults hold. */
  guidelineId: string | null
}

/**
 * The approved monitoring parameters of an agency from `now` on (EMP-7.3): what holds now, and what an approved
 * version will change later, in order. The first is from `now`. For whoever tells the watch its settings, which
 * may be dated ahead.
 */
export async function parametersFrom(
  client: PlainClient,
  agencyId: string,
  now: Temporal.Instant,
): Promise<NumbersFrom[]> {
  const [holds] = await guidelinesAt(client, agencyId, ['parameters'], now)
  const { rows } = await client.query(
    `select distinct on (effective_at) id as "guidelineId", content as "values", effective_at as "from"
     from monitoring.guideline
     where agency_id = $1 and subject = 'parameters' and approved_at is not null and effective_at > $2
       and withdrawn_at is null
     order by effective_at, number desc`,
    [agencyId, now.toString()],
  )
  return [
    {
      from: now,
      values: (holds?.content ?? {}) as Partial<Parameters>,
      guidelineId: holds?.id ?? null,
    },
    ...(rows as NumbersFrom[]),
  ]
}

/** The numbers of staffing that hold at a moment: the agency's approved ones, else the stated defaults. */
export async function staffingAt(
  client: PlainClient,
  agencyId: string,
  at: Temporal.Instant,
): Promise<Staffing> {
  const [holds] = await guidelinesAt(client, agencyId, ['staffing'], at)
  return { ...defaultStaffing, ...((holds?.content ?? {}) as Partial<Staffing>) }
}
