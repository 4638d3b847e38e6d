import { mayDecide } from '../authority/may-decide.ts'
import type { DecisionRequest, Permission } from '../authority/types.ts'
import { refuse } from '../errors.ts'
import { because } from '../pack.ts'
import type { Day, Pack, Reason } from '../pack.types.ts'
import { accept } from '../schema/check.ts'
import { day, integer, object, oneOf, orNull, yesNo } from '../schema/schema.ts'
import type { FeeLine, FeeReduction, ReducedFee } from './types.ts'

const GROUNDS: readonly FeeReduction['ground'][] = [
  'ability-to-pay',
  'necessary',
  'justified',
  'interests-of-justice',
]

const reductionSchema = object({
  toCents: integer(0, 1e12, 'What is left to pay of the line, in cents'),
  ground: oneOf(GROUNDS),
  during: yesNo('Is the person already in the program?'),
  abilityChangedOn: orNull(day('Day on which it was determined that the ability to pay changed')),
})

/**
 * A fee or any portion of it, by ability to pay (SCC-4.B1, WAP-FEE.2, ARS-D, K.2, L), in integer cents. Where the text
 * says so, while the person is in the program a change rests on a determination that the ability to pay changed
 * (SCC-4.B2). Who may decide it is asked of the authority table, by the decision that the line names. A fee is never
 * raised by it.
 *
 * Throws `LawInputError` for an amount above what is charged, or a ground that the text does not know.
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
  const grounds = GROUNDS.filter((ground) => pack.citations[`fees.reduce.${ground}`] !== undefined)
  if (!grounds.includes(reduction.ground))
    refuse('reduction', 'ground', `is none in ${pack.name}; there are ${grounds.join(', ') || 'none'}`)
  const permission = mayDecide(pack, { ...by, decision: line.reducedBy })
  const reasons = reasonsOf(pack, line, reduction, { permission, on: by.on })
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
  line: FeeLine,
  { ground, during, abilityChangedOn }: FeeReduction,
  { permission, on }: { readonly permission: Permission; readonly on: Day },
): readonly Reason[] {
  const who: readonly Reason[] = permission.allowed
    ? []
    : [{ code: permission.textCode, clause: permission.clause, own: permission.own, values: {} }]
  const needsChange = pack.citations['fees.reduce.no-change'] !== undefined
  if (needsChange && during && (abilityChangedOn === null || abilityChangedOn > on))
    return [because(pack, 'fees.reduce.no-change'), ...who]
  const reason = because(pack, `fees.reduce.${ground}`)
  // Where each fee has a paragraph of its own, that is what lets it be lowered.
  return [pack.authority.kind === 'statute' ? { ...reason, clause: line.clause } : reason, ...who]
}
