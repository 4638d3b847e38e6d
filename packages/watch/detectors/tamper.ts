import type { Detector } from '../machine.ts'
import type { Moment } from '../moment.ts'
import type { Evidence, PersonState } from '../state.ts'
import type { DeviceInput, Fix, SettledInput } from '../types.ts'

type Sensor = 'strap' | 'case' | 'alcoholTamper'

const sensors = {
  strap: { kind: 'strap', opened: 'strap', closed: 'strap-closed', says: 'The strap sensor reports open.' },
  case: { kind: 'case', opened: 'case', closed: 'case-closed', says: 'The case sensor reports open.' },
  alcoholTamper: {
    kind: 'alcohol-tamper',
    opened: 'alcohol-tamper',
    closed: null,
    says: 'The worn sensor reports tampering.',
  },
} as const

/**
 * Strap, case and worn sensor (EMP-8.6). It comes first: a tamper counts whatever else the message says, with or
 * without a usable position. It is never withdrawn and never resolves itself: when the sensor closes again the condition
 * is cleared, the incident stands until a person has inspected and settled it (field 3: tampers that cleared themselves
 * within five minutes were ignored).
 */
export const tamper: Detector<PersonState, Evidence> = {
  name: 'tamper',
  onInput(state, input, moment) {
    if (input.kind === 'settled') {
      settle(state, input)
      return
    }
    // The flags of a fix are absent nearly always.
    if (input.kind === 'fix' && input.strap === undefined && input.case === undefined) return
    if (!moment.phase.settings.worn) return
    look(state, 'strap', input, moment)
    look(state, 'case', input, moment)
    look(state, 'alcoholTamper', input, moment)
  },
}

/** What a person settled is over for good: whatever comes next is a new incident. */
function settle(state: PersonState, { of }: SettledInput): void {
  if (of === 'sos') return
  const { [of]: _settled, ...others } = state.incidents
  state.incidents = others
  state[of === 'alcohol-tamper' ? 'alcoholTamper' : of] = null
}

function look(state: PersonState, sensor: Sensor, input: Fix | DeviceInput, moment: Moment): void {
  const open = stateOf(sensor, input)
  const standing = state[sensor]
  if (open === true && !standing) {
    const { kind, says } = sensors[sensor]
    state[sensor] = moment.say(state, {
      kind,
      at: input.at,
      why: says,
      inputs: [input.key],
      group: kind,
      by: input,
    })
  } else if (open === false && standing) {
    moment.say(state, {
      kind: 'cleared',
      at: input.at,
      detail: sensor,
      why: 'The sensor reports closed. The incident needs a person still.',
      inputs: [input.key],
      ends: standing.alarm,
      group: sensors[sensor].kind,
      by: input,
    })
    state[sensor] = null
  }
}

/** What a message says of a sensor; undefined when nothing. */
function stateOf(sensor: Sensor, input: Fix | DeviceInput): boolean | undefined {
  const { opened, closed } = sensors[sensor]
  if (input.kind === 'device') {
    if (input.event === opened) return true
    if (closed !== null && input.event === closed) return false
  }
  return sensor === 'alcoholTamper' ? undefined : input[sensor]
}
