import { refuse } from '../errors.ts'
import type { Pack } from '../pack.types.ts'
import { continuousAlcoholMonitoring } from './arizona/continuous-alcohol-monitoring/index.ts'
import { duiHomeDetention } from './arizona/dui-home-detention/index.ts'
import { arizonaHomeDetention } from './arizona/home-detention/index.ts'
import { workAndRestitution } from './arizona/work-and-restitution/index.ts'
import { workAlternative } from './contra-costa/work-alternative/index.ts'
import { sacramento } from './sacramento/index.ts'

/**
 * Every pack by its name: jurisdiction and program. No units. Each clause begins with its text's own letters: WAP-, SWR-,
 * EMP-, SCC-, ARS-.
 *
 * @example
 * [...packs.keys()][0] // => 'contra-costa/work-alternative'
 * packs.size // => 11
 */
export const packs: ReadonlyMap<string, Pack> = new Map(
  [
    workAlternative,
    ...sacramento,
    workAndRestitution,
    arizonaHomeDetention,
    duiHomeDetention,
    continuousAlcoholMonitoring,
  ].map((pack) => [pack.name, pack]),
)

/**
 * The pack of that name. Throws `LawInputError` with the names there are.
 *
 * No units. Clauses are those of the pack, beginning with the text's own letters: WAP-, SWR-, EMP-, SCC-,
 * ARS-.
 *
 * @example
 * pack('contra-costa/work-alternative').authority.policyNumber // => '2-1'
 * pack('contra-costa/work-alternative').hash.length // => 64
 */
export function pack(name: string): Pack {
  return packs.get(name) ?? refuse('pack', '', `"${name}" is not one of ${[...packs.keys()].join(', ')}`)
}
