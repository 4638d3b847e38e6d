import { holdsOn } from '../days.ts'
import { refuse } from '../errors.ts'
import type { Pack } from '../pack.types.ts'
import { accept } from '../schema/check.ts'
import { decisionSchema } from './schema.ts'
import type { AuthorityRow, Decision, DecisionRequest, Permission, PermissionBecause } from './types.ts'

/**
 * Whether this person may take this decision on this day, by the authority table of the pack.
 *
 * Nobody decides what they asked for where the table says so, and nobody reviews a decision of their own.
 * A delegation counts only where the text knows a designee, for its decision, within its days. Throws
 * `LawInputError` for a decision the pack has not.
 *
 * The clause of the row, or of the rank, comes back with the answer (WAP-FEE.3, SCC-2.A1, ARS-F).
 *
 * @example
 * const wap = pack('contra-costa/work-alternative')
 * const waiver = { decision: 'fee-waiver', actorId: 'u1', ranks: ['sergeant'], delegations: [], on: '2026-03-02' }
 * mayDecide(wap, waiver).allowed // => true
 * mayDecide(wap, { ...waiver, requestedBy: 'u1' }).because // => 'asked-for-it'
 * mayDecide(wap, { ...waiver, ranks: ['clerk'] }).ranks // => ['bureau-manager', 'sergeant', 'lieutenant']
 */
export function mayDecide(pack: Pack, request: DecisionRequest): Permission {
  accept('decision', decisionSchema(decisions(pack)), request)
  const row =
    pack.decisions.find((d) => d.decision === request.decision) ??
    refuse(pack.name, 'decision', `has no row for ${request.decision}`)
  const { allowed, because, clause } = judge(row, request)
  return {
    allowed,
    because,
    textCode: `authority.${because}`,
    clause: clause ?? row.clause,
    own: row.own,
    ranks: [...new Set(row.holders.map((holder) => holder.rank))],
  }
}

/**
 * The decisions that the pack's authority table knows.
 *
 * The authority table stands on clauses of its own, row by row (WAP-FEE.3, SCC-2.A1, ARS-I and others).
 * Counts nothing: no units. Throws nothing.
 *
 * @example
 * decisions(pack('contra-costa/work-alternative')).includes('parole-referral') // => true
 */
export function decisions(pack: Pack): readonly Decision[] {
  return pack.decisions.map((row) => row.decision)
}

interface Judgement {
  readonly allowed: boolean
  readonly because: PermissionBecause
  readonly clause?: string
}

const no = (because: PermissionBecause): Judgement => ({ allowed: false, because })

function judge(row: AuthorityRow, request: DecisionRequest): Judgement {
  if (row.holders.length === 0) return no('never')
  if (row.neverRequester && request.requestedBy === request.actorId) return no('asked-for-it')
  if (request.decidedBy === request.actorId) return no('own-decision')
  const holder = row.holders.find((h) => request.ranks.includes(h.rank))
  if (holder) return { allowed: true, because: 'rank', clause: holder.clause }
  return byDelegation(row, request)
}

function byDelegation(row: AuthorityRow, request: DecisionRequest): Judgement {
  const delegations = request.delegations.filter(
    (d) => d.decision === row.decision && d.toActorId === request.actorId,
  )
  if (delegations.length === 0) return no('not-the-rank')
  if (!row.delegable) return no('not-delegable')
  for (const { byRank, from, until } of delegations) {
    const holder = row.holders.find((h) => h.rank === byRank)
    if (holder && holdsOn(request.on, from, until))
      return { allowed: true, because: 'delegation', clause: holder.clause }
  }
  return no('delegation-not-in-force')
}
