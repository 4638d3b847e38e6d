import type { Detector } from '../machine.ts'
import type { Moment } from '../moment.ts'
import type { ParameterName, Parameters } from '../parameters.ts'
import type { Evidence, PersonState } from '../state.ts'
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
    if (input.kind === 'settled' || !moment.phase.settings.worn) return
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
    state.positionLost = moment.say(state, {
      kind: 'no-position',
      at: state.positionSince + millis,
      confirmedAt: input.at,
      why: `In contact, and no usable position for ${Math.round((input.at - state.positionSince) / 60_000)} minutes.`,
      inputs: [...(state.fit ? [state.fit.key] : []), input.key],
      parameters: [name, 'accuracyLimit'],
      values: { positionSince: state.positionSince },
      cause: 'no-satellites',
      group: 'position',
      by: input,
    })
  },
  onPhase(state, before, moment) {
    // A unit that is not worn owes no position; counting begins anew when it is fitted.
    if (moment.phase.settings.worn === (before?.settings.worn ?? true)) return
    state.positionSince = null
    state.positionLost = null
    moment.endIncident(state, 'position', moment.now)
  },
}

function found(state: PersonState, at: Millis, key: string, moment: Moment): void {
  state.positionSince = at
  if (!state.positionLost) return
  moment.say(state, {
    kind: 'restored',
    at,
    detail: 'position',
    why: 'A usable position again.',
    inputs: [key],
    values: { lostSince: state.positionLost.since },
    ends: state.positionLost.alarm,
    group: 'position',
  })
  state.positionLost = null
  moment.endIncident(state, 'position', at)
}
