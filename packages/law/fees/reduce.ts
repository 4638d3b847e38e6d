import { mayDecide } from '../authority/may-decide.ts'
import type { DecisionRequest, Permission } from '../authority/types.ts'
import { refuse } from '../errors.ts'
import { because } from '../pack.ts'
import type { Pack, Reason } from '../pack.types.ts'
import { accept } from '../schema/check.ts'
import { day, integer, object, oneOf, orNull, yesNo } from '../schema/schema.ts'
import type { FeeLine, FeeReduction, ReducedFee } from './types.ts'

const reductionSchema = object({
  toCents: integer(0, 1e12, 'What is left to pay of the line, in cents'),
  ground: oneOf(['ability-to-pay', 'necessary', 'justified', 'interests-of-justice']),
  during: yesNo('Is the person already in the program?'),
  abilityChangedOn: orNull(day('Day on which it was determined that the ability to pay changed')),
})

/**
 * A fee or any portion of it, by ability to pay (SCC-4.B1), in integer cents. While the person is in the
 * program a change rests on a determination that the ability to pay changed (SCC-4.B2). Who may decide it is
 * asked of the authority table, by the decision that the line names. A fee is never raised by it.
 *
 * Throws `LawInputError` for an amount above what is charged, or a pack that knows no such reduction.
 *
 * @example
 * const home = pack('sacramento/home-detention')
 * const then = resolveParameters(home, [], '2021-06-30')
 * const [line] = assessFees(home, then, { application: 'admitted' }, '2021-06-30').lines
 * const asked = { actorId: 'u1', ranks: ['sheriff'], delegations: [], on: '2021-06-30' }
 * const half = { toCents: 6500, ground: 'ability-to-pay', during: false, abilityChangedOn: null }
 * reduceFee(home, line, half, asked).allowed // => true
 * reduceFee(home, line, { ...half, during: true }, asked).reasons[0].clause // => 'SCC-4.B2'
 * reduceFee(home, line, half, { ...asked, ranks: ['deputy'] }).allowed // => false
 */
export function reduceFee(
  pack: Pack,
  line: FeeLine,
  reduction: FeeReduction,
  by: Omit<DecisionRequest, 'decision'>,
): ReducedFee {
  accept('reduction', reductionSchema, reduction)
  if (reduction.toCents > line.chargedCents)
    refuse('reduction', 'toCents', `is above what is charged (${line.chargedCents} cents)`)
  const permission = mayDecide(pack, { ...by, decision: line.reducedBy })
  const reasons = reasonsOf(pack, reduction, permission, by.on)
  const blocked = !permission.allowed || reasons.some((reason) => reason.code === 'fees.reduce.no-change')
  return {
    allowed: !blocked,
    chargedCents: blocked ? line.chargedCents : reduction.toCents,
    takenOffCents: blocked ? 0 : line.chargedCents - reduction.toCents,
    permission,
    reasons,
  }
}

function reasonsOf(
  pack: Pack,
  { ground, during, abilityChangedOn }: FeeReduction,
  permission: Permission,
  on: string,
): readonly Reason[] {
  const who: readonly Reason[] = permission.allowed
    ? []
    : [{ code: permission.textCode, clause: permission.clause, own: permission.own, values: {} }]
  if (during && (abilityChangedOn === null || abilityChangedOn > on))
    return [because(pack, 'fees.reduce.no-change'), ...who]
  return [because(pack, `fees.reduce.${ground}`), ...who]
}
