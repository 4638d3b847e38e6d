import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'

/** Why no decision may rest on a position. */
export const reasonWords: Readonly<Record<string, MessageDescriptor>> = {
  'no-position': msg`the unit saw no satellites`,
  'zero-zero': msg`a unit’s way of saying nothing (0, 0)`,
  'out-of-range': msg`no place on earth`,
  'last-known': msg`an earlier position repeated`,
  accuracy: msg`not accurate enough`,
  'impossible-speed': msg`impossible speed`,
  future: msg`measured in the future`,
  'before-2000': msg`measured before 2000`,
  'bad-time': msg`a time that cannot be read`,
  'bad-value': msg`a value that cannot be`,
  'other-unit': msg`a unit that was not this person’s`,
  'too-late': msg`came too late to count`,
}

/** What a unit says that is no position. */
export const signalWords: Readonly<Record<string, MessageDescriptor>> = {
  heartbeat: msg`Sign of life`,
  charging: msg`Put on the charger`,
  unplugged: msg`Taken off the charger`,
  battery: msg`Battery level`,
  'battery-low': msg`Battery low`,
  'shut-down': msg`Switched off`,
  sos: msg`Call for help`,
  jamming: msg`Signals jammed`,
  shielding: msg`Unit shielded`,
  'antenna-cut': msg`Antenna cut`,
  fall: msg`Fall of the wearer`,
  strap: msg`Strap opened or cut`,
  'strap-closed': msg`Strap closed`,
  case: msg`Case opened`,
  'case-closed': msg`Case closed`,
  'rf-in': msg`In range of the home unit`,
  'rf-out': msg`Out of range of the home unit`,
  'base-moved': msg`Home unit moved`,
  'power-lost': msg`Home unit without power`,
  'power-restored': msg`Home unit has power again`,
  breath: msg`Breath test`,
  alcohol: msg`Alcohol reading`,
  'alcohol-obstructed': msg`Alcohol sensor covered`,
  'alcohol-tamper': msg`Alcohol sensor tampered with`,
  drug: msg`Drug test`,
  voice: msg`Voice check`,
  'check-in': msg`Check-in`,
}
