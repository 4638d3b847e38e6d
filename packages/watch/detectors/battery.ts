import type { Detector } from '../machine.ts'
import type { Moment } from '../moment.ts'
import type { Parameters } from '../parameters.ts'
import type { Contact, LineState, Standing } from '../state.ts'
import type { Millis } from '../types.ts'

const HOUR = 3_600_000

/** A forecast needs a fall to be seen: this much of the charge over at least this long. */
const LEAST_FALL = 0.04
const LEAST_TIME = HOUR / 2
/** The older anchor lies at least this far back, so that the forecast follows how the unit is used now. */
const ANCHOR_EVERY = 2 * HOUR

/**
 * Battery low, critical and recovered, by level and by forecast (EMP-8.7, field 7), in one incident, which a dead
 * battery joins. The newest measured reading counts; an older one that comes later changes nothing.
 */
export const battery: Detector<LineState, Contact> = {
  name: 'battery',
  onInput(state, input, moment) {
    if (input.charging !== undefined) state.charging = input.charging
    if (input.battery !== undefined && (state.measured === null || input.measured > state.measured)) {
      read(state, input.battery, input.measured)
    } else if (input.charging === undefined && !input.low) return
    if (state.level === null && !input.low && !state.low) return
    if (state.charging) state.anchors = []
    const { parameters } = moment.phase
    if (state.low && recovered(state, parameters)) endLow(state, input, moment)
    else if (moment.phase.settings.worn && !state.charging) sink(state, input, moment)
  },
}

function read(state: LineState, level: number, measured: Millis): void {
  const [older, newer] = state.anchors
  if (!older || level > (newer ?? older).level) state.anchors = [{ at: measured, level }]
  else if (!newer) {
    if (measured - older.at >= ANCHOR_EVERY) state.anchors = [older, { at: measured, level }]
  } else if (measured - newer.at >= ANCHOR_EVERY) state.anchors = [newer, { at: measured, level }]
  state.level = level
  state.measured = measured
}

/**
 * When the battery will be empty at the rate of its last hours, epoch milliseconds; null while no fall can be seen or it
 * charges.
 *
 * @example emptyAt(state.line.head) // 1764003600000
 */
export function emptyAt(state: Readonly<LineState>): Millis | null {
  const { anchors, level, measured, charging } = state
  const anchor = anchors[0]
  if (charging || level === null || measured === null || !anchor) return null
  const fall = anchor.level - level
  const time = measured - anchor.at
  // Levels come in hundredths: half of the last digit must not decide.
  if (time < LEAST_TIME || fall < LEAST_FALL - 1e-9) return null
  return Math.round(measured + (level / fall) * time)
}

const hoursLeft = (state: LineState): number | null => {
  const empty = emptyAt(state)
  return empty === null ? null : (empty - state.measured!) / HOUR
}

function sink(state: LineState, input: Contact, moment: Moment): void {
  const { parameters } = moment.phase
  const hours = hoursLeft(state)
  const atMost = (level: number, left: number) =>
    state.level !== null && (state.level <= level || (hours !== null && hours <= left))
  // What the unit says of itself counts from when it said so, a level from when it was read.
  const at = input.low || state.measured === null ? input.measured : state.measured
  const about = {
    at,
    inputs: [input.key],
    values: {
      level: state.level,
      hoursLeft: hours === null ? null : Math.round(hours * 10) / 10,
      emptyAt: emptyAt(state),
    },
    group: 'battery',
    by: { at, received: input.received },
  }
  if (!state.critical && atMost(parameters.batteryCritical, parameters.batteryCriticalHours)) {
    state.critical = moment.say(state, {
      ...about,
      kind: 'battery-critical',
      why: why(state, hours),
      parameters: ['batteryCritical', 'batteryCriticalHours'],
    })
    // Low need not be told of after critical.
    state.low ??= state.critical
  } else if (!state.low && (input.low || atMost(parameters.batteryLow, parameters.batteryLowHours))) {
    state.low = moment.say(state, {
      ...about,
      kind: 'battery-low',
      why: why(state, hours),
      parameters: ['batteryLow', 'batteryLowHours'],
    })
  }
}

function why(state: LineState, hours: number | null): string {
  if (state.level === null) return 'The unit says that its battery is low.'
  const level = `The battery is at ${Math.round(state.level! * 100)} per cent`
  return hours === null
    ? `${level}.`
    : `${level}; at the rate of the last hours it is empty in ${hours.toFixed(1)} hours.`
}

const recovered = (state: LineState, parameters: Parameters): boolean =>
  state.charging ||
  (state.level !== null && state.level > parameters.batteryLow + parameters.batteryRecovered)

/** What was said of it is over: each alarm has an end of its own, the graver the first. */
function endLow(state: LineState, input: Contact, moment: Moment): void {
  const low = state.low!
  const gravest = state.critical ?? low
  sayOver(gravest, 'battery', state, input, moment)
  if (low.alarm !== gravest.alarm) sayOver(low, 'battery-low', state, input, moment)
  moment.endIncident(state, 'battery', input.measured)
  state.low = null
  state.critical = null
}

function sayOver(
  over: Standing,
  detail: 'battery' | 'battery-low',
  state: LineState,
  input: Contact,
  moment: Moment,
): void {
  moment.say(state, {
    kind: 'restored',
    at: Math.max(input.measured, state.low!.since),
    detail,
    why: state.charging ? 'The unit is being charged.' : 'The battery is well above the line again.',
    inputs: [input.key],
    parameters: ['batteryLow', 'batteryRecovered'],
    values: { level: state.level },
    ends: over.alarm,
    group: 'battery',
  })
}
