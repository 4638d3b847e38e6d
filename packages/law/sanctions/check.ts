import { refuse } from '../errors.ts'
import { because } from '../pack.ts'
import type { Pack, Reason } from '../pack.types.ts'
import { checkParameters, numberOf } from '../parameters.ts'
import type { Parameters } from '../parameters.types.ts'
import { accept } from '../schema/check.ts'
import { rungsOf } from './propose.ts'
import { imposedSchema } from './schema.ts'
import type { ImposedSanction, SanctionCheck, SanctionRung } from './types.ts'

/**
 * Whether a sanction may be imposed as it stands: a flash incarceration is from one day to ten, never longer
 * (EMP-10.2), and good-time credits are lost only where the ordinance says so (SCC-2.D). All figures are days.
 *
 * Throws `LawInputError` for a rung that the pack has not.
 *
 * @example
 * const home = pack('sacramento/home-detention')
 * const parameters = resolveParameters(home, [], '2026-03-02')
 * const flash = { rung: 'flash-incarceration', days: 10, goodTimeDaysLost: 0 }
 * checkSanction(home, parameters, flash).allowed // => true
 * checkSanction(home, parameters, { ...flash, days: 11 }).reasons[0].clause // => 'EMP-10.2'
 */
export function checkSanction(pack: Pack, parameters: Parameters, imposed: ImposedSanction): SanctionCheck {
  checkParameters(pack, parameters)
  accept('sanction', imposedSchema(rungsOf(pack)), imposed)
  const rung =
    pack.ladder.find((r) => r.name === imposed.rung) ?? refuse(pack.name, 'rung', `has no ${imposed.rung}`)
  const reasons = [...lengthProblem(pack, parameters, rung, imposed), ...goodTimeProblem(pack, rung, imposed)]
  return { allowed: reasons.length === 0, reasons }
}

function lengthProblem(
  pack: Pack,
  parameters: Parameters,
  rung: SanctionRung,
  { days }: ImposedSanction,
): readonly Reason[] {
  if (rung.longestDaysParameter === null)
    return days === null ? [] : [because(pack, 'sanction.has-no-length', { rung: rung.textCode })]
  if (days === null || days === 0) return [because(pack, 'sanction.needs-length')]
  const most = numberOf(parameters, rung.longestDaysParameter)
  return days > most ? [because(pack, 'sanction.too-long', { days, most })] : []
}

function goodTimeProblem(
  pack: Pack,
  rung: SanctionRung,
  { goodTimeDaysLost }: ImposedSanction,
): readonly Reason[] {
  return goodTimeDaysLost > 0 && !rung.goodTimeLoss ? [because(pack, 'sanction.no-good-time-loss')] : []
}
