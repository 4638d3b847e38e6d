import type { Detector } from '../machine.ts'
import type { Moment } from '../moment.ts'
import type { ParameterName, Parameters } from '../parameters.ts'
import type { Phase } from '../settings/phases.ts'
import type { Evidence, PersonState, Standing } from '../state.ts'
import type { Millis, TrackingLevel } from '../types.ts'
import type { PositionDetector } from './fitness.ts'
import { silenceAllowed } from './silence.ts'
import { isOfTrackingUnit } from './wearer.ts'

const within: Record<TrackingLevel, ParameterName & keyof Parameters> = {
  active: 'positionActive',
  passive: 'positionPassive',
  'on-demand': 'positionOnDemand',
}

/** A fit fix, or the beacon of the home, tells where the person is. */
export const positionFound: PositionDetector = {
  name: 'position-found',
  onFit(state, fix, moment) {
    found(state, fix.at, fix.key, moment)
  },
}

/**
 * No position for N minutes while contact goes on (monitoring rule 4). A message without a fit fix proves both at once:
 * that the unit was alive, and that it knew no place. Silence proves neither and is for `silence`. An equipment matter
 * first, never an absence (field 6: 17 minutes without GPS were three days in jail).
 */
export const positionLost: Detector<PersonState, Evidence> = {
  name: 'position-lost',
  onInput(state, input, moment) {
    if (input.kind === 'settled' || !owesPosition(moment.phase)) return
    if (!isOfTrackingUnit(input)) return
    // Time without contact is `silence`'s to tell, and nothing is said of positions in it.
    const spoke = state.spoke
    state.spoke = input.at
    if (spoke !== null && input.at - spoke >= silenceAllowed(moment.phase) && state.positionSince !== null) {
      state.positionSince = input.at
    }
    if (input.beacon) found(state, input.at, input.key, moment)
    // A unit that never sends a fix, such as one of radio only, owes no position.
    if (state.positionSince === null && input.kind === 'fix') state.positionSince = input.at
    if (state.positionSince === null || state.positionSince === input.at || state.positionLost) return
    const name = within[moment.phase.settings.level]
    const millis = moment.phase.parameters[name] * 1000
    // A fit fix has just moved `positionSince` on; one that is held proves that the unit sees satellites.
    if (input.at - state.positionSince < millis || state.held === input) return
    const blinder = blinderOf(state)
    state.positionLost = moment.say(state, {
      kind: 'no-position',
      at: state.positionSince + millis,
      confirmedAt: input.at,
      why: `In contact, and no usable position for ${Math.round((input.at - state.positionSince) / 60_000)} minutes.`,
      inputs: [...(state.fit ? [state.fit.key] : []), input.key],
      parameters: [name, 'accuracyLimit'],
      values: { positionSince: state.positionSince },
      cause: blinder ?? 'no-satellites',
      group: blinder ?? 'position',
      by: input,
    })
  },
  onPhase(state, before, moment) {
    // A unit that is not worn, or sends none, owes no position; counting begins anew when it does.
    if (owesPosition(moment.phase) === (before ? owesPosition(before) : true)) return
    state.positionSince = null
    if (state.positionLost)
      over(state, 'cleared', moment.now, 'The unit owes no position any more.', [], moment)
  },
}

const owesPosition = ({ settings }: Phase): boolean => settings.worn && settings.positions

/** What disturbs satellites by the unit's own report since they were last seen: the likeliest cause (field 1, NIJ 5.7). */
function blinderOf(state: PersonState): 'jamming' | 'shielding' | 'antenna-cut' | null {
  const { reports } = state
  const since = (kind: 'jamming' | 'shielding' | 'antenna-cut') =>
    (reports[kind]?.last ?? Number.NEGATIVE_INFINITY) >= state.positionSince!
  return (['jamming', 'antenna-cut', 'shielding'] as const).find(since) ?? null
}

/** The group whose incident the loss belongs to. */
const groupOf = (state: PersonState, lost: Standing): string =>
  Object.keys(state.incidents).find((group) => state.incidents[group]!.key === lost.incident) ?? 'position'

function found(state: PersonState, at: Millis, key: string, moment: Moment): void {
  state.positionSince = at
  if (state.positionLost) over(state, 'restored', at, 'A usable position again.', [key], moment)
}

function over(
  state: PersonState,
  kind: 'restored' | 'cleared',
  at: Millis,
  why: string,
  inputs: readonly string[],
  moment: Moment,
): void {
  const lost = state.positionLost!
  const group = groupOf(state, lost)
  const values = { lostSince: lost.since }
  moment.say(state, { kind, at, detail: 'position', why, inputs, values, ends: lost.alarm, group })
  state.positionLost = null
  moment.endIncident(state, group, at)
}
