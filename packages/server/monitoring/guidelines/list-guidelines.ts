import { kinds } from '@inlieu/watch'
import type { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import type { RoomTx } from '../../platform/database.ts'
import { id, instant } from '../../platform/schemas.ts'
import { plainClient } from '../plain-client.ts'
import { defaultProtocol } from './default-protocols.ts'
import { type GuidelineInForce, guidelinesAt, type Subject } from './in-force.ts'
import { numbers } from './numbers.ts'
import { type Protocol, protocol } from './protocol.ts'
import { kindOf, numberRowsOf, subject, subjects } from './subjects.ts'

/** A version of a guideline, whatever became of it. */
export const versionShown = z.object({
  id,
  subject,
  number: z.int(),
  state: z.enum(['waiting', 'approved', 'withdrawn']),
  /** Whether it applies at the moment of the list. */
  applies: z.boolean(),
  protocol: protocol.nullable(),
  numbers: numbers.nullable(),
  reason: z.string(),
  fromAt: instant,
  enteredAt: instant,
  enteredBy: id,
  enteredByName: z.string(),
  approvedAt: instant.nullable(),
  approvedByName: z.string().nullable(),
  approvalClause: z.string().nullable(),
  /** From when it applies, once approved. */
  effectiveAt: instant.nullable(),
  withdrawnAt: instant.nullable(),
  withdrawnByName: z.string().nullable(),
  withdrawalReason: z.string().nullable(),
})
export type VersionShown = z.output<typeof versionShown>

const numberRow = z.object({
  name: z.string(),
  default: z.number(),
  unit: z.string(),
  source: z.string(),
  least: z.number(),
  most: z.number(),
  whole: z.boolean(),
})

/** What applies of one subject. */
const guidelineShown = z.object({
  subject,
  /** The kind of alarm; null for what holds for all. */
  kind: z.string().nullable(),
  source: z.enum(['kind', 'all-kinds', 'default']),
  /** Of the version that applies; null where the stated default does. */
  number: z.int().nullable(),
  since: instant.nullable(),
  approvedByName: z.string().nullable(),
  protocol: protocol.nullable(),
  numbers: numbers.nullable(),
  waiting: z.int(),
})
export type GuidelineShown = z.output<typeof guidelineShown>

export const guidelineList = z.object({
  at: instant,
  guidelines: z.array(guidelineShown),
  /** Entered and not approved yet, oldest first: these wait for somebody. */
  waiting: z.array(versionShown),
})
export type GuidelineList = z.output<typeof guidelineList>

export const guidelineDetail = z.object({
  at: instant,
  guideline: guidelineShown,
  /** What stands without the agency's own. Null for "all kinds", which has none. */
  default: protocol.nullable(),
  /** The table of numbers; empty for a protocol. */
  rows: z.array(numberRow),
  /** The latest entered first. */
  versions: z.array(versionShown),
})
export type GuidelineDetail = z.output<typeof guidelineDetail>

type Tx = RoomTx<'monitoring'>

/** Everything an agency may lay down, and what applies of it at a moment. */
export async function listGuidelines(tx: Tx, agencyId: string, at: Temporal.Instant): Promise<GuidelineList> {
  const [inForce, versions] = await Promise.all([
    guidelinesAt(plainClient(tx), agencyId, subjects, at),
    versionsOf(tx, { at }),
  ])
  const marked = markApplying(versions, inForce)
  return {
    at,
    guidelines: subjects.map((of) => shown(of, inForce, marked)),
    waiting: marked.filter((version) => version.state === 'waiting').reverse(),
  }
}

/** One subject with every version that was entered for it. */
export async function guidelineWithVersions(
  tx: Tx,
  agencyId: string,
  of: Subject,
  at: Temporal.Instant,
): Promise<GuidelineDetail> {
  const asked: Subject[] = of.startsWith('protocol:') ? [of, 'protocol:*'] : [of]
  const [inForce, versions] = await Promise.all([
    guidelinesAt(plainClient(tx), agencyId, asked, at),
    versionsOf(tx, { at, subjects: asked }),
  ])
  const marked = markApplying(versions, inForce)
  const kind = kindOf(of)
  return {
    at,
    guideline: shown(of, inForce, marked),
    default: kind ? defaultProtocol(kind) : null,
    rows: [...(numberRowsOf(of) ?? [])],
    versions: marked.filter((version) => version.subject === of),
  }
}

/** How grave a kind is where nobody has laid down otherwise, for the order of lists. */
export const statedSeverity = (of: Subject): string | null => {
  const kind = kindOf(of)
  return kind ? kinds[kind].severity : null
}

function markApplying(
  versions: readonly VersionShown[],
  inForce: readonly GuidelineInForce[],
): VersionShown[] {
  const applying = new Set(inForce.map((each) => each.id))
  return versions.map((version) => ({ ...version, applies: applying.has(version.id) }))
}

function shown(
  of: Subject,
  inForce: readonly GuidelineInForce[],
  versions: readonly VersionShown[],
): GuidelineShown {
  const kind = kindOf(of)
  const own = inForce.find((each) => each.subject === of)
  const applies = own ?? (kind ? inForce.find((each) => each.subject === 'protocol:*') : undefined)
  const version = versions.find((each) => each.id === applies?.id)
  return {
    subject: of,
    kind,
    source: own ? 'kind' : applies ? 'all-kinds' : 'default',
    number: applies?.number ?? null,
    since: version?.effectiveAt ?? null,
    approvedByName: version?.approvedByName ?? null,
    protocol: protocolShown(of, applies),
    numbers: numberRowsOf(of) ? ((applies?.content ?? {}) as Record<string, number>) : null,
    waiting: versions.filter((each) => each.subject === of && each.state === 'waiting').length,
  }
}

function protocolShown(of: Subject, applies: GuidelineInForce | undefined): Protocol | null {
  if (numberRowsOf(of)) return null
  const kind = kindOf(of)
  if (applies) return applies.content as Protocol
  return kind ? defaultProtocol(kind) : null
}

async function versionsOf(
  tx: Tx,
  asked: { at: Temporal.Instant; subjects?: readonly Subject[] },
): Promise<VersionShown[]> {
  let query = tx
    .selectFrom('monitoring.guideline as g')
    .innerJoin('access.v_account as e', (join) =>
      join.onRef('e.agency_id', '=', 'g.agency_id').onRef('e.id', '=', 'g.entered_by'),
    )
    .leftJoin('access.v_account as a', (join) =>
      join.onRef('a.agency_id', '=', 'g.agency_id').onRef('a.id', '=', 'g.approved_by'),
    )
    .leftJoin('access.v_account as w', (join) =>
      join.onRef('w.agency_id', '=', 'g.agency_id').onRef('w.id', '=', 'g.withdrawn_by'),
    )
    .selectAll('g')
    .select([
      'e.display_name as entered_by_name',
      'a.display_name as approved_by_name',
      'w.display_name as withdrawn_by_name',
    ])
    .orderBy('g.entered_at', 'desc')
    .orderBy('g.number', 'desc')
    .orderBy('g.id')
  if (asked.subjects) query = query.where('g.subject', 'in', [...asked.subjects])
  return (await query.execute()).map((row) => {
    const isNumbers = numberRowsOf(row.subject as Subject) !== null
    return {
      id: row.id,
      subject: row.subject as Subject,
      number: row.number,
      state: row.withdrawn_at ? 'withdrawn' : row.approved_at ? 'approved' : 'waiting',
      applies: false,
      protocol: isNumbers ? null : (row.content as unknown as Protocol),
      numbers: isNumbers ? (row.content as unknown as Record<string, number>) : null,
      reason: row.reason,
      fromAt: row.from_at,
      enteredAt: row.entered_at,
      enteredBy: row.entered_by,
      enteredByName: row.entered_by_name,
      approvedAt: row.approved_at,
      approvedByName: row.approved_by_name,
      approvalClause: row.approval_clause,
      effectiveAt: row.approved_at ? row.effective_at : null,
      withdrawnAt: row.withdrawn_at,
      withdrawnByName: row.withdrawn_by_name,
      withdrawalReason: row.withdrawal_reason,
    }
  })
}
