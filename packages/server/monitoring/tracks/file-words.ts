import { programRun } from '../../programs/index.ts'
import type { MapState } from './state.ts'

// What leaves as a file is read without the pages: it bears their words and no codes.

/** How a person stands, as the map says it. */
export const stateWords: Readonly<Record<MapState, string>> = {
  alarm: 'Alarm',
  tamper: 'Tamper',
  'out-of-place': 'Out of place',
  silent: 'Silent',
  'no-position': 'No position',
  battery: 'Battery',
  fine: 'As it should',
  'never-heard': 'Not heard yet',
}

const unfitWords: Readonly<Record<string, string>> = {
  'no-position': 'the unit saw no satellites',
  'zero-zero': 'a unit’s way of saying nothing (0, 0)',
  'out-of-range': 'no place on earth',
  'last-known': 'an earlier position repeated',
  accuracy: 'not accurate enough',
  'impossible-speed': 'impossible speed',
  future: 'measured in the future',
  'before-2000': 'measured before 2000',
  'bad-time': 'a time that cannot be read',
  'bad-value': 'a value that cannot be',
  'other-unit': 'a unit that was not this person’s',
  'too-late': 'came too late to count',
}

/** Why no decision may rest on a position, as the person's day says it; null where one may. */
export const unfitInWords = (reason: string | null): string | null =>
  reason === null ? null : (unfitWords[reason] ?? reason)

/** The name of a program, as lists show it. */
export const programName = (pack: string): string => programRun(pack)?.name ?? pack
