import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { DrillKind } from '../alarm/words.ts'

/** What the watch found, by its kind, as a heading says it. */
export const kindWords: Readonly<Record<string, MessageDescriptor>> = {
  'zone-entered': msg`Entered an exclusion zone`,
  'zone-crossed': msg`Passed through an exclusion zone`,
  'zone-left': msg`Left a zone during its hours`,
  'absent-at-start': msg`Not there when the hours began`,
  returned: msg`Back where permitted`,
  cleared: msg`Condition over`,
  'no-contact': msg`No contact`,
  'no-position': msg`No usable position`,
  restored: msg`Restored`,
  strap: msg`Strap opened or cut`,
  case: msg`Case opened`,
  sos: msg`Call for help`,
  jamming: msg`Signals jammed`,
  shielding: msg`Unit shielded`,
  'antenna-cut': msg`Antenna cut`,
  fall: msg`Fall of the wearer`,
  'battery-low': msg`Battery low`,
  'battery-critical': msg`Battery almost empty`,
  'battery-dead': msg`Battery probably empty`,
  'shut-down': msg`Switched off`,
  'rf-out': msg`Out of range of the home unit`,
  'base-moved': msg`Home unit moved`,
  'power-lost': msg`Home unit without power`,
  'breath-positive': msg`Breath test positive`,
  'retest-due': msg`Breath test to be repeated`,
  'breath-missed': msg`Breath test missed`,
  'breath-identity': msg`Breath test: identity doubtful`,
  'alcohol-event': msg`Drinking event`,
  'alcohol-obstructed': msg`Alcohol sensor covered`,
  'alcohol-tamper': msg`Alcohol sensor tampered with`,
  'drug-positive': msg`Drug test positive`,
  'drug-refused': msg`Drug test refused`,
  'drug-diluted': msg`Drug test diluted`,
  'drug-missed': msg`Drug test missed`,
  'voice-failed': msg`Voice not recognized`,
  'voice-missed': msg`Voice check missed`,
  'check-in-missed': msg`Check-in missed`,
  'carrier-outage': msg`Outage of a telephone network`,
}

/** Kinds that ask for nobody: none opens an alarm. */
const asksNobody = ['returned', 'cleared', 'restored', 'retest-due']

/** What an alarm can be about, and a drill. */
export const alarmKindWords = Object.fromEntries(
  Object.entries(kindWords).filter(([kind]) => !asksNobody.includes(kind)),
) as Record<DrillKind, MessageDescriptor>
