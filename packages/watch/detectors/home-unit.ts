import type { Kind } from '../kinds.ts'
import type { Detector } from '../machine.ts'
import type { Moment } from '../moment.ts'
import type { ParameterName } from '../parameters.ts'
import type { Phase } from '../settings/phases.ts'
import type { Evidence, PersonState } from '../state.ts'
import type { DeviceInput, Millis } from '../types.ts'

/** A condition that begins by one event, ends by another, and alarms when it has lasted. */
interface Lasting {
  begins: DeviceInput['event']
  ends: DeviceInput['event']
  kind: Kind
  out: 'rfOut' | 'powerOut'
  alarm: 'rfAlarm' | 'powerAlarm'
  grace: ParameterName
  /** Whether it matters now. */
  matters(phase: Phase): boolean
  says: string
}

const lasting: readonly Lasting[] = [
  {
    begins: 'rf-out',
    ends: 'rf-in',
    kind: 'rf-out',
    out: 'rfOut',
    alarm: 'rfAlarm',
    grace: 'rfGrace',
    // Out of range is a matter while the person must be somewhere, not on leave or in free hours.
    matters: (phase) => phase.confined,
    says: 'Out of range of the home unit while the person must be there.',
  },
  {
    begins: 'power-lost',
    ends: 'power-restored',
    kind: 'power-lost',
    out: 'powerOut',
    alarm: 'powerAlarm',
    grace: 'powerGrace',
    matters: (phase) => phase.settings.worn,
    says: 'The home unit has been without power.',
  },
]

/** RF home units (EMP-A.2): out of range, power lost, base moved. */
export const homeUnit: Detector<PersonState, Evidence> = {
  name: 'home-unit',
  onInput(state, input, moment) {
    if (input.kind !== 'device') return
    if (input.event === 'base-moved') baseMoved(state, input, moment)
    for (const one of lasting) {
      if (input.event === one.begins)
        state[one.out] ??= { since: input.at, key: input.key, received: input.received }
      else if (input.event === one.ends) over(state, one, input.at, input.key, moment)
    }
  },
  due(state, phase) {
    return Math.min(dueOf(state, lasting[0]!, phase), dueOf(state, lasting[1]!, phase))
  },
  onTime(state, moment) {
    for (const one of lasting) if (dueOf(state, one, moment.phase) <= moment.now) sound(state, one, moment)
  },
  onPhase(state, _before, moment) {
    for (const one of lasting) if (!one.matters(moment.phase)) silence(state, one, moment)
  },
}

/** From when it counts: from the event; for the range, not from before the hours in which the person must be there. */
function sinceOf(since: Millis, one: Lasting, phase: Phase): Millis {
  if (one.kind !== 'rf-out') return since
  return phase.zones.reduce((newest, zone) => Math.max(newest, zone.side === 1 ? zone.since : 0), since)
}

function dueOf(state: PersonState, one: Lasting, phase: Phase): Millis {
  const out = state[one.out]
  if (!out || state[one.alarm] || !one.matters(phase)) return Number.POSITIVE_INFINITY
  return sinceOf(out.since, one, phase) + phase.parameters[one.grace] * 1000
}

function sound(state: PersonState, one: Lasting, moment: Moment): void {
  const out = state[one.out]!
  state[one.alarm] = moment.say(state, {
    kind: one.kind,
    at: sinceOf(out.since, one, moment.phase),
    confirmedAt: moment.now,
    why: one.says,
    inputs: [out.key],
    parameters: [one.grace],
    values: { since: out.since },
    group: one.kind,
    by: { at: out.since, received: out.received },
  })
}

function over(state: PersonState, one: Lasting, at: Millis, key: string, moment: Moment): void {
  state[one.out] = null
  const standing = state[one.alarm]
  if (!standing) return
  moment.say(state, {
    kind: 'restored',
    at,
    detail: one.kind,
    why: 'The home unit reports it over.',
    inputs: [key],
    ends: standing.alarm,
    group: one.kind,
  })
  state[one.alarm] = null
  moment.endIncident(state, one.kind, at)
}

/** It matters no more, though it goes on: the alarm ends, and begins anew if it matters again. */
function silence(state: PersonState, one: Lasting, moment: Moment): void {
  const standing = state[one.alarm]
  if (!standing) return
  moment.say(state, {
    kind: 'cleared',
    at: moment.now,
    detail: one.kind,
    why: 'The person need not be there any more.',
    ends: standing.alarm,
    group: one.kind,
  })
  state[one.alarm] = null
  moment.endIncident(state, one.kind, moment.now)
}

function baseMoved(state: PersonState, input: DeviceInput, moment: Moment): void {
  moment.say(state, {
    kind: 'base-moved',
    at: input.at,
    why: 'The home unit reports that it was moved.',
    inputs: [input.key],
    group: 'base-moved',
    by: input,
  })
  moment.endIncident(state, 'base-moved', input.at)
}
