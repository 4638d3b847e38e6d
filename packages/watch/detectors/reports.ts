import type { Detector } from '../machine.ts'
import type { Evidence, PersonState } from '../state.ts'
import type { DeviceInput, ReportEvent } from '../types.ts'

const says: Readonly<Record<ReportEvent, string>> = {
  sos: 'The participant asks for help.',
  jamming: 'The unit reports that its signals are jammed.',
  shielding: 'The unit reports that it is shielded.',
  'antenna-cut': 'The unit reports that its antenna is cut.',
  fall: 'The unit reports a fall.',
}

const isReport = (event: DeviceInput['event']): event is ReportEvent => Object.hasOwn(says, event)

/**
 * What a unit reports as it is (NIJ 1004.00 5.7; devices C2): jamming, shielding, a cut antenna, a fall, and a
 * participant who asks for help. A unit says so again with each message while it lasts: within `repeatWithin` of the last
 * it is the same. A call for help counts whether the unit is worn or not, and only a person ends it.
 */
export const reports: Detector<PersonState, Evidence> = {
  name: 'reports',
  onInput(state, input, moment) {
    if (input.kind === 'settled') {
      if (input.of === 'sos') settle(state)
      return
    }
    if (input.kind !== 'device' || !isReport(input.event)) return
    const { event } = input
    if (event !== 'sos' && !moment.phase.settings.worn) return
    const before = state.reports[event]
    const repeats = before && input.at - before.last <= moment.phase.parameters.repeatWithin * 1000
    const alarm = repeats
      ? before.alarm
      : moment.say(state, {
          kind: event,
          at: input.at,
          why: says[event],
          inputs: [input.key],
          parameters: ['repeatWithin'],
          group: event,
          by: input,
        }).alarm
    state.reports = { ...state.reports, [event]: { last: input.at, alarm } }
    if (event !== 'sos') moment.endIncident(state, event, input.at)
  },
}

/** Who pressed again after a person has seen to it asks anew. */
function settle(state: PersonState): void {
  const { sos: _incident, ...incidents } = state.incidents
  const { sos: _report, ...others } = state.reports
  state.incidents = incidents
  state.reports = others
}
