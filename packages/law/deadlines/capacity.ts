import { refuse } from '../errors.ts'
import type { Pack } from '../pack.types.ts'
import { checkParameters, numberOrUnset } from '../parameters.ts'
import type { Parameters } from '../parameters.types.ts'
import { accept } from '../schema/check.ts'
import { integer } from '../schema/schema.ts'
import type { Places } from './types.ts'

/**
 * How many places are free (EMP-0.8, EMP-2.4): each program counts its own people. With none free the next
 * person waits (own). An unset capacity leaves it unknown.
 *
 * People are counted. Throws `LawInputError` for a capacity that the pack has not, or a number of people
 * that is none.
 *
 * @example
 * const home = pack('sacramento/home-detention')
 * const parameters = resolveParameters(home, [], '2026-03-02')
 * capacityLeft(home, parameters, 'supervised', 299).free // => 1
 * capacityLeft(home, parameters, 'supervised', 300).waitingList // => true
 */
export function capacityLeft(pack: Pack, parameters: Parameters, name: string, enrolled: number): Places {
  checkParameters(pack, parameters)
  accept('enrolled', integer(0, 1_000_000), enrolled)
  const defined =
    pack.capacities.find((c) => c.name === name) ??
    refuse('capacity', '', `"${name}" is not one of ${pack.capacities.map((c) => c.name).join(', ')}`)
  const capacity = numberOrUnset(parameters, defined.parameter)
  const free = capacity === null ? null : Math.max(0, capacity - enrolled)
  const { clause, own, textCode } = defined
  return { name, clause, own, textCode, capacity, enrolled, free, waitingList: free === 0 }
}
