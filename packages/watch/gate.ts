import { kinds } from './kinds.ts'
import { horizonAt } from './lane.ts'
import type { Messages } from './messages/pages.ts'
import { keyOfHappening } from './moment.ts'
import { compareInputs } from './order.ts'
import { problemOf } from './settings/problem-of.ts'
import { type Timeline, timelineOf } from './settings/timeline.ts'
import { type Evidence, initialPerson, type LateTamper, type WatchState } from './state.ts'
import { stateAt } from './stretches.ts'
import type {
  AsideReason,
  DeviceInput,
  Fix,
  Happening,
  Input,
  Millis,
  SetAside,
  SettingInput,
  SettledInput,
  TemplateLibrary,
  UnitFlags,
} from './types.ts'

/** Nothing was measured before the year 2000: a unit that says so has lost its clock. */
const YEAR_2000 = 946_684_800_000
const YEAR_2200 = 7_258_118_400_000

/** Time that goes on by more than this at once is a broken clock of ours: every hour of it would have to be gone through. */
export const longestJump = 5 * 365 * 86_400_000

/** Episodes of tampering known from late messages; beyond these the oldest would be told again. */
const LATE_TAMPERS_KEPT = 20

/** Inputs told apart by where they go. */
export interface Gated {
  settings: SettingInput[]
  /** Sorted by when they were measured. */
  messages: Evidence[]
  ticks: Millis[]
  /** Tampers in messages that came too late for a lane. */
  happenings: Happening[]
  setAside: SetAside[]
  lateTampers: WatchState['lateTampers']
  aside: WatchState['aside']
}

/**
 * The first look at each input: whether its time can be used at all, and to which lane it goes. A time that cannot be
 * true would drag the horizon with it and make everything true too late; so it is kept out here, and what else the
 * message says (a cut strap, a sign of life) counts at the time it came.
 */
export function gate(
  state: WatchState,
  inputs: readonly Input[],
  messages: Messages,
  library: TemplateLibrary,
): Gated {
  const gate = new Gate(state, messages, library)
  for (const input of inputs) gate.pass(input)
  return gate.result()
}

class Gate {
  private readonly state: WatchState
  private readonly messages: Messages
  private readonly library: TemplateLibrary
  private readonly timeline: Timeline
  private readonly tooOld: Millis
  /** The newest time that we know to have come. */
  private newest: Millis
  private readonly out: Gated

  constructor(state: WatchState, messages: Messages, library: TemplateLibrary) {
    this.state = state
    this.messages = messages
    this.library = library
    this.timeline = timelineOf(state.settings, library)
    const head = state.evidence.head.at
    this.tooOld = Math.max(head - horizonAt(this.timeline, head), state.evidence.stretches[0]!.at)
    this.newest = Math.max(state.known, state.now)
    this.out = {
      settings: [],
      messages: [],
      ticks: [],
      happenings: [],
      setAside: [],
      lateTampers: state.lateTampers,
      aside: state.aside,
    }
  }

  pass(input: Input): void {
    const problem = this.timeProblem(input)
    if (problem) {
      this.putAside(input, 'bad-time', problem)
      return
    }
    if (input.kind !== 'setting') this.newest = Math.max(this.newest, cameAt(input))
    if (input.kind === 'setting') this.passSetting(input)
    else if (input.kind === 'tick') this.out.ticks.push(input.at)
    else if (input.kind === 'settled') this.passSettled(input)
    else this.passMessage(input)
  }

  /** What is wrong with our own time of an input, in words: a unit's is looked at later, and its message still counts. */
  private timeProblem(input: Input): string | null {
    const { kind, at, received } = input
    if (!Number.isFinite(at) || !Number.isFinite(received) || received < 0) return 'The time is no number.'
    if (kind === 'setting') return Math.abs(at) > YEAR_2200 ? 'It is dated after the year 2200.' : null
    const came = cameAt(input)
    if (came < YEAR_2000 || came > YEAR_2200) return 'It came before the year 2000 or after 2200.'
    const jump = this.newest > 0 && came - this.newest > longestJump
    return jump ? 'It came more than five years after everything else: a clock is wrong.' : null
  }

  private passSetting(input: SettingInput): void {
    const { settings } = this.state
    const known = [...settings, ...this.out.settings].some((one) => one.key === input.key)
    if (known) return
    const problem = problemOf(input.change, this.library)
    if (problem) this.putAside(input, 'bad-setting', problem)
    else this.out.settings.push(input)
  }

  /** An inspection further back than the horizon counts from when it was told. */
  private passSettled(input: SettledInput): void {
    const believable = input.at >= this.tooOld && input.at >= YEAR_2000 && input.at <= input.received
    this.out.messages.push(believable ? input : { ...input, at: input.received })
    this.out.lateTampers = this.out.lateTampers.filter((one) => one.of !== input.of)
  }

  private passMessage(input: Fix | DeviceInput): void {
    // The same again is not even contact: a gateway that repeats itself must not hide a silent unit.
    if (this.messages.has(input)) return
    const clock = this.clockFault(input)
    if (clock) {
      if (this.messages.hasKey(input.key)) return
      this.putAside(input, clock)
      this.passMessage(input.kind === 'device' ? { ...input, at: input.received } : signOf(input))
    } else if (input.at < this.tooOld) {
      this.putAside(input, 'too-late')
      this.lateTamper(input, 'strap')
      this.lateTamper(input, 'case')
      this.lateTamper(input, 'sos')
    } else this.out.messages.push(input.kind === 'fix' ? leanOf(input) : this.withValue(input))
  }

  /** A reading that is no number must neither alarm nor clear: what is left of it is a sign of life. */
  private withValue(input: DeviceInput): DeviceInput {
    if (!('alcohol' in input) || Number.isFinite(input.alcohol)) return input
    this.putAside(input, 'bad-value')
    const { alcohol: _alcohol, event: _event, ...rest } = input
    return { ...rest, event: 'heartbeat' }
  }

  private clockFault({ at, received }: Fix | DeviceInput): 'future' | 'before-2000' | null {
    if (at < YEAR_2000) return 'before-2000'
    if (at <= received) return null
    const tolerance = this.timeline.phaseAt(received).parameters.clockTolerance * 1000
    return at > received + tolerance ? 'future' : null
  }

  /** A tamper, and a call for help, alarms however late it comes, once for an episode (monitoring rule 1). */
  private lateTamper(input: Fix | DeviceInput, of: LateTamper['of']): void {
    const says = (of !== 'sos' && input[of] === true) || (input.kind === 'device' && input.event === of)
    const standing =
      of === 'sos' ? null : stateAt(this.state.evidence.stretches.slice(0, 1), initialPerson)[of]
    if (!says || (standing && standing.since <= input.at)) return
    const fold = this.timeline.phaseAt(input.at).parameters.foldWithin * 1000
    const { out } = this
    const known = out.lateTampers.find(
      (one) => one.of === of && input.at >= one.from - fold && input.at <= one.to + fold,
    )
    if (known) {
      const wider = { ...known, from: Math.min(known.from, input.at), to: Math.max(known.to, input.at) }
      out.lateTampers = out.lateTampers.map((one) => (one === known ? wider : one))
      return
    }
    const { person } = this.state
    const key = keyOfHappening(person, { kind: of, at: input.at })
    out.lateTampers = [...out.lateTampers, { of, from: input.at, to: input.at }].slice(-LATE_TAMPERS_KEPT)
    this.out.happenings.push({
      kind: of,
      key,
      person,
      severity: kinds[of].severity,
      at: input.at,
      knownAt: input.received,
      confirmedAt: input.at,
      late: true,
      withdrawn: false,
      incident: this.state.evidence.head.incidents[of]?.key ?? key,
      evidence: {
        why: 'The message came too late for anything else; this always counts.',
        fixes: [],
        inputs: [input.key],
        parameters: { horizon: this.timeline.phaseAt(input.at).parameters.horizon },
        values: {},
      },
    })
  }

  private putAside(input: Input, reason: AsideReason, problem?: string): void {
    this.out.setAside.push({
      key: input.key,
      at: input.at,
      reason,
      ...(problem === undefined ? {} : { problem }),
    })
    this.out.aside = { ...this.out.aside, [reason]: (this.out.aside[reason] ?? 0) + 1 }
  }

  result(): Gated {
    const { out } = this
    sortIfNeeded(out.messages)
    if (out.ticks.length > 1) out.ticks.sort((a, b) => a - b)
    return out
  }
}

/** When we had it; a tick says what time it is. */
const cameAt = ({ kind, at, received }: Input): Millis => (kind === 'tick' ? at : received)

function sortIfNeeded(inputs: Evidence[]): void {
  for (let i = 1; i < inputs.length; i++) {
    if (compareInputs(inputs[i - 1]!, inputs[i]!) > 0) {
      inputs.sort(compareInputs)
      return
    }
  }
}

/** What of a fix any detector looks at; the rest is the caller's to keep. */
function leanOf(fix: Fix): Fix {
  const { key, at, received, lat, lon } = fix
  const lean: Fix = { kind: 'fix', key, at, received, lat, lon }
  if (fix.accuracy !== undefined) lean.accuracy = fix.accuracy
  if (fix.lastKnown !== undefined) lean.lastKnown = fix.lastKnown
  return withFlags(lean, fix)
}

/** With what a unit said of itself. */
function withFlags<T extends UnitFlags>(lean: T, said: UnitFlags): T {
  if (said.device !== undefined) lean.device = said.device
  if (said.battery !== undefined) lean.battery = said.battery
  if (said.charging !== undefined) lean.charging = said.charging
  if (said.strap !== undefined) lean.strap = said.strap
  if (said.case !== undefined) lean.case = said.case
  if (said.beacon !== undefined) lean.beacon = said.beacon
  return lean
}

/** What is left of a fix whose time cannot be true: a sign of life, and what it says of strap and case. */
function signOf(fix: Fix): DeviceInput {
  const { key, received, beacon: _beacon, ...flags } = fix
  const sign: DeviceInput = { kind: 'device', event: 'heartbeat', key, at: received, received }
  return withFlags(sign, flags)
}
