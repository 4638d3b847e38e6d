import { refuse } from '../errors.ts'
import { because } from '../pack.ts'
import type { Day, Pack, Reason } from '../pack.types.ts'
import { checkParameters, resolved } from '../parameters.ts'
import type { Parameters } from '../parameters.types.ts'
import { accept } from '../schema/check.ts'
import { day, object, oneOf, orNull } from '../schema/schema.ts'
import { after } from './due.ts'
import type { ProcessDefinition, ProcessInput, ProcessStanding } from './types.ts'

/**
 * Where a challenge or a dispute stands on a day (SCC-5.A): until when it may be filed and must be decided.
 * Not set means not offered yet, and the office is asked; set, it says by whom, by which resolution and from which day. Who reviews it is asked of the authority table,
 * which never lets the first decider do it (own).
 *
 * Throws `LawInputError` for a process that the pack has not.
 *
 * @example
 * const home = pack('sacramento/home-detention')
 * const days = (name, value) => ({ name, value, from: '2026-01-01', authority: 'Sheriff', resolution: '1' })
 * const given = { process: 'challenge', decidedOn: '2026-03-02', filedOn: null, outcomeOn: null }
 * const set = resolveParameters(home, [days('challengeDays', 10), days('reviewDays', 15)], '2026-03-12')
 * processStanding(home, set, given).state // => 'open-to-file'
 * processStanding(home, set, { ...given, filedOn: '2026-03-12' }).decideBy // => '2026-03-27'
 * processStanding(home, set, given).setBy.resolution // => '1'
 * processStanding(home, resolveParameters(home, [], '2026-03-12'), given).state // => 'not-offered'
 */
export function processStanding(pack: Pack, parameters: Parameters, input: ProcessInput): ProcessStanding {
  checkParameters(pack, parameters)
  const names = pack.processes.map((p) => p.name)
  const fields = { process: oneOf(names), decidedOn: day(), filedOn: orNull(day()), outcomeOn: orNull(day()) }
  accept('process', object(fields), input)
  const defined =
    pack.processes.find((p) => p.name === input.process) ?? refuse(pack.name, 'process', 'is none')
  const { name, clause, own, decision, fileDaysParameter, decideDaysParameter } = defined
  const fileBy = fileDaysParameter && after(pack, parameters, input.decidedOn, fileDaysParameter)
  const decideBy =
    input.filedOn && decideDaysParameter ? after(pack, parameters, input.filedOn, decideDaysParameter) : null
  const state = stateOf(defined, input, { fileBy, decideBy }, parameters.on)
  return {
    process: name,
    clause,
    own,
    state,
    fileBy,
    decideBy,
    decision,
    setBy: setBy(parameters, fileDaysParameter ?? decideDaysParameter),
    reasons: [because(pack, `process.${state}`), ...another(pack)],
  }
}

/** SCC-5.A: which policy, approved by whom, and when. */
function setBy(parameters: Parameters, parameter: string | null): ProcessStanding['setBy'] {
  const { authority, resolution, from } = parameter === null ? NOT_SET : resolved(parameters, parameter)
  return authority === null || resolution === null || from === null ? null : { authority, resolution, from }
}

const NOT_SET = { authority: null, resolution: null, from: null }

/** A reviewer who is not the first decider: said wherever a process is shown. */
const another = (pack: Pack): readonly Reason[] => [because(pack, 'process.another-reviewer')]

function stateOf(
  { fileDaysParameter }: ProcessDefinition,
  { filedOn, outcomeOn }: ProcessInput,
  { fileBy, decideBy }: { readonly fileBy: Day | null; readonly decideBy: Day | null },
  on: Day,
): ProcessStanding['state'] {
  if (outcomeOn !== null) return 'decided'
  if (fileDaysParameter !== null && fileBy === null) return 'not-offered'
  if (filedOn !== null && fileBy !== null && filedOn > fileBy) return 'too-late'
  if (filedOn !== null) return decideBy !== null && on > decideBy ? 'overdue' : 'filed'
  return fileBy !== null && on > fileBy ? 'too-late' : 'open-to-file'
}
