import { refuse } from '../errors.ts'
import { because } from '../pack.ts'
import type { Day, Pack, Reason } from '../pack.types.ts'
import { checkParameters, numberOf } from '../parameters.ts'
import type { Parameters } from '../parameters.types.ts'
import { accept } from '../schema/check.ts'
import { accordingToAuthority } from './authority.ts'
import { proposeForFees } from './nonpayment.ts'
import { violationSchema } from './schema.ts'
import type { SanctionBlocked, SanctionProposal, SanctionRung, ViolationInput } from './types.ts'

/**
 * What the system proposes after a violation: the next rung above the highest that was imposed, with who
 * decides it (EMP-10.1; authority table). A named officer accepts it or departs from it with a reason. An
 * arrest may have come at once; the rung is decided afterwards (settled conflict 2).
 *
 * Not paying is no rung. A return for it is blocked unless the pack knows one at all, the interview of the
 * current ability to pay is on record, and it found the person able (SCC-2.C1); inability never counts
 * against anyone.
 *
 * Throws `LawInputError` for a rung that the pack has not, or a pack without a ladder.
 *
 * Flash incarceration is in days (EMP-10.2: ten at most).
 *
 * @example
 * const home = pack('sacramento/home-detention')
 * const parameters = resolveParameters(home, [], '2026-03-02')
 * const broken = { kind: 'rule', on: '2026-03-01', term: 'curfew', imposed: [], arrested: false }
 * proposeSanction(home, parameters, broken, '2026-03-02').rung // => 'lose-privileges'
 * proposeSanction(home, parameters, { ...broken, imposed: ['change-monitoring'] }, '2026-03-02').longestDays // => 10
 * proposeSanction(home, parameters, { ...broken, kind: 'fees', interview: null }, '2026-03-02').kind // => 'blocked'
 */
export function proposeSanction(
  pack: Pack,
  parameters: Parameters,
  violation: ViolationInput,
  on: Day,
): SanctionProposal | SanctionBlocked {
  checkParameters(pack, parameters, on)
  accept('violation', violationSchema(rungsOf(pack)), violation)
  if (violation.on > on) refuse('violation', 'on', `is after ${on}`)
  if (violation.kind === 'fees') return proposeForFees(pack, parameters, violation, on)
  if (violation.term === null && pack.citations['sanction.term-missing'])
    return { kind: 'blocked', reasons: [because(pack, 'sanction.term-missing')] }
  const highest = Math.max(-1, ...violation.imposed.map((name) => rungsOf(pack).indexOf(name)))
  const rung = pack.ladder[Math.min(highest + 1, pack.ladder.length - 1)]
  if (rung === undefined) refuse(pack.name, 'ladder', 'has no sanctions')
  return proposalOf(pack, parameters, rung, [
    because(pack, stepCode(pack, highest)),
    ...(violation.arrested ? [because(pack, 'sanction.arrested')] : []),
  ])
}

/** The rungs of a pack, lowest first. */
export const rungsOf = (pack: Pack): readonly SanctionRung['name'][] => pack.ladder.map((rung) => rung.name)

function stepCode(pack: Pack, highest: number) {
  if (highest < 0) return 'sanction.first'
  return highest >= pack.ladder.length - 1 ? 'sanction.top' : 'sanction.next'
}

function proposalOf(
  pack: Pack,
  parameters: Parameters,
  rung: SanctionRung,
  reasons: readonly Reason[],
): SanctionProposal {
  const { longestDaysParameter } = rung
  return {
    kind: 'proposal',
    rung: rung.name,
    textCode: rung.textCode,
    clause: rung.clause,
    own: rung.own,
    decision: rung.decision,
    ...accordingToAuthority(pack, rung.decision),
    custody: rung.custody,
    longestDays: longestDaysParameter === null ? null : numberOf(parameters, longestDaysParameter),
    goodTimeLoss: rung.goodTimeLoss,
    rungs: rungsOf(pack),
    reasons,
  }
}
