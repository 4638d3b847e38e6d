import type { Detector } from '../machine.ts'
import type { Moment } from '../moment.ts'
import type { Evidence, PersonState } from '../state.ts'
import type { DeviceInput, Millis } from '../types.ts'

type Breath = Extract<DeviceInput, { event: 'breath' }>

/**
 * Breath tests (EMP-9.1). A positive asks for another by itself, and both stand in one incident: a second positive
 * confirms, a negative clears, and a second test not taken was missed. Whose breath it was a person decides from the
 * photograph, never the machine alone.
 */
export const breath: Detector<PersonState, Evidence> = {
  name: 'breath',
  onInput(state, input, moment) {
    if (input.kind !== 'device' || input.event !== 'breath') return
    if (input.identity === 'doubtful') doubtful(state, input, moment)
    const first = state.retest
    if (input.alcohol >= moment.phase.parameters.breathPositive) positive(state, input, first, moment)
    else if (first) negative(state, input, first, moment)
  },
  due: (state): Millis => state.retest?.due ?? Number.POSITIVE_INFINITY,
  onTime(state, moment) {
    const { of, due } = state.retest!
    moment.say(state, {
      kind: 'breath-missed',
      at: due,
      detail: `retest of ${of}`,
      why: 'After a positive test another was due and did not come.',
      inputs: [of],
      parameters: ['breathRetest'],
      group: 'breath',
    })
    over(state, due, moment)
  },
}

function positive(state: PersonState, input: Breath, first: PersonState['retest'], moment: Moment): void {
  const { parameters } = moment.phase
  const standing = moment.say(state, {
    kind: 'breath-positive',
    at: input.at,
    why: first
      ? 'The second test within the time is positive as well.'
      : 'The test is at or above the limit; another is due.',
    inputs: first ? [first.of, input.key] : [input.key],
    parameters: ['breathPositive', 'breathRetest'],
    values: { alcohol: input.alcohol, confirms: first !== null, identity: input.identity ?? 'unknown' },
    group: 'breath',
    by: input,
  })
  if (first) {
    over(state, input.at, moment)
    return
  }
  const due = input.at + parameters.breathRetest * 1000
  state.retest = { of: input.key, incident: standing.incident, key: standing.alarm, due }
  moment.say(state, {
    kind: 'retest-due',
    at: input.at,
    why: 'A positive test asks for another.',
    inputs: [input.key],
    parameters: ['breathRetest'],
    values: { until: due },
    group: 'breath',
    by: input,
  })
}

function negative(
  state: PersonState,
  input: Breath,
  first: NonNullable<PersonState['retest']>,
  moment: Moment,
): void {
  moment.say(state, {
    kind: 'cleared',
    at: input.at,
    detail: 'breath',
    why: 'The second test is below the limit.',
    inputs: [first.of, input.key],
    parameters: ['breathPositive'],
    values: { alcohol: input.alcohol },
    ends: first.key,
    group: 'breath',
    by: input,
  })
  over(state, input.at, moment)
}

function over(state: PersonState, at: Millis, moment: Moment): void {
  state.retest = null
  moment.endIncident(state, 'breath', at)
}

function doubtful(state: PersonState, input: Breath, moment: Moment): void {
  moment.say(state, {
    kind: 'breath-identity',
    at: input.at,
    why: 'A person who looked at the photograph doubts who gave the breath.',
    inputs: [input.key],
    group: 'breath-identity',
    by: input,
  })
  moment.endIncident(state, 'breath-identity', input.at)
}
