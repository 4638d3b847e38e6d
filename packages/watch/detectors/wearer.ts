import type { Moment } from '../moment.ts'
import type { Contact, Evidence, LineState, PersonState } from '../state.ts'
import type { DeviceInput, Fix } from '../types.ts'

/** A unit in a drawer says nothing of a person who wears another one. */
const isWorn = (device: string | undefined, moment: Moment): boolean => {
  const { devices } = moment.phase.settings
  return devices === null || device === undefined || devices.includes(device)
}

const ofUnit: ReadonlySet<DeviceInput['event']> = new Set([
  'heartbeat',
  'charging',
  'unplugged',
  'battery',
  'battery-low',
  'shut-down',
  'strap',
  'strap-closed',
  'case',
  'case-closed',
  'sos',
  'jamming',
  'shielding',
  'antenna-cut',
  'fall',
] as const)

const ofSensor: ReadonlySet<DeviceInput['event']> = new Set([
  'breath',
  'alcohol',
  'alcohol-obstructed',
  'alcohol-tamper',
] as const)

/**
 * Whether the tracking unit itself speaks. A home unit, a breath test, a laboratory or a voice check proves nothing of
 * the unit on the ankle: its silence must not hide behind theirs.
 */
export const isOfTrackingUnit = (input: Fix | DeviceInput): boolean =>
  input.kind === 'fix' || ofUnit.has(input.event)

/** A breath unit or a worn alcohol sensor speaks: contact where there is no tracking unit (EMP-9.1). */
export const isOfSensor = (input: Fix | DeviceInput): boolean =>
  input.kind === 'device' && ofSensor.has(input.event)

/** Only what the unit says that the person wears at that time is about the person (monitoring rule 1: wearer). */
export function admitEvidence(state: PersonState, input: Evidence, moment: Moment): boolean {
  if (input.kind === 'settled' || isWorn(input.device, moment)) return true
  moment.setAside(state, { key: input.key, at: input.at, reason: 'other-unit' })
  return false
}

/** And only its contact counts; that of a sensor where it is all there is. */
export const admitContact = (_state: LineState, input: Contact, moment: Moment): boolean =>
  isWorn(input.device, moment) && !(input.sensor && moment.phase.settings.positions)
