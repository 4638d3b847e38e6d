import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { Said, Sentence } from './engine-says.ts'

type Words = (figures: Said['figures']) => MessageDescriptor

/** What the watch says, as the reader's language has it. */
export const engineWords: Record<Sentence, Words> = {
  'beyond-once': ({ seconds }) => msg`1 fit fix outside by more than its accuracy, over ${seconds} s.`,
  beyond: ({ count, seconds }) =>
    msg`${count} fit fixes in a row outside by more than their accuracy, over ${seconds} s.`,
  'inside-once': ({ seconds }) => msg`1 fit fix inside by more than its accuracy, over ${seconds} s.`,
  inside: ({ count, seconds }) =>
    msg`${count} fit fixes in a row inside by more than their accuracy, over ${seconds} s.`,
  'not-seen': () => msg`Not seen there since it began to bind;`,
  'back-inside': ({ count }) => msg`${count} fit fixes in a row on the permitted side.`,
  unbound: () =>
    msg`The zone binds no more: its hours ended, leave began, or it was lifted. The person was not seen to return.`,
  through: ({ meters }) =>
    msg`The straight way between two fixes goes ${meters} m into the zone, which neither shows.`,
  silent: ({ minutes }) => msg`Nothing was heard of the unit for ${minutes} minutes.`,
  'battery-when-heard': ({ percent }) => msg`The battery was at ${percent}% when last heard.`,
  'heard-again': ({ minutes }) => msg`Heard again after ${minutes} minutes.`,
  'worn-no-longer': () => msg`The unit is no longer worn.`,
  'switching-off': () => msg`The unit reports that it is being switched off.`,
  'on-again': () => msg`The unit is on again.`,
  'no-position': ({ minutes }) => msg`In contact, and no usable position for ${minutes} minutes.`,
  'position-again': () => msg`A usable position again.`,
  'owes-no-position': () => msg`The unit owes no position any more.`,
  'battery-at': ({ percent }) => msg`The battery is at ${percent}%.`,
  'battery-until': ({ percent, hours }) =>
    msg`The battery is at ${percent}%; at the rate of the last hours it is empty in ${hours} hours.`,
  'says-battery-low': () => msg`The unit says that its battery is low.`,
  'being-charged': () => msg`The unit is being charged.`,
  'battery-recovered': () => msg`The battery is well above the line again.`,
  'strap-open': () => msg`The strap sensor reports open.`,
  'case-open': () => msg`The case sensor reports open.`,
  'sensor-tampered': () => msg`The worn sensor reports tampering.`,
  'sensor-closed': () => msg`The sensor reports closed. The incident needs a person still.`,
  sos: () => msg`The participant asks for help.`,
  jamming: () => msg`The unit reports that its signals are jammed.`,
  shielding: () => msg`The unit reports that it is shielded.`,
  'antenna-cut': () => msg`The unit reports that its antenna is cut.`,
  fall: () => msg`The unit reports a fall.`,
  'too-late': () => msg`The message came too late for anything else; this always counts.`,
  unsupported: () => msg`Later evidence no longer supports it.`,
  'began-earlier': () => msg`Later evidence shows that it began earlier; this stays on record.`,
  'was-not-worn': () =>
    msg`By a setting known later the unit was not worn; it was alarmed of, and a person must end it.`,
  'out-of-range': () => msg`Out of range of the home unit while the person must be there.`,
  'no-power': () => msg`The home unit has been without power.`,
  'home-unit-over': () => msg`The home unit reports it over.`,
  'home-unit-moved': () => msg`The home unit reports that it was moved.`,
  'need-not-be-there': () => msg`The person need not be there any more.`,
  'breath-positive': () => msg`The test is at or above the limit; another is due.`,
  'breath-again-positive': () => msg`The second test within the time is positive as well.`,
  'breath-asks-for-another': () => msg`A positive test asks for another.`,
  'breath-second-below': () => msg`The second test is below the limit.`,
  'breath-no-second': () => msg`After a positive test another was due and did not come.`,
  'breath-doubted': () => msg`A person who looked at the photograph doubts who gave the breath.`,
  'no-result': () => msg`Its window has ended without a result.`,
  'alcohol-rise': ({ count, peak }) =>
    msg`${count} readings at or above the level, to a peak of ${peak}, and then a fall.`,
  'sensor-covered': () => msg`The worn sensor reports that something covers it.`,
  'result-of-provider': () => msg`The provider’s verdict.`,
  'result-of-laboratory': () => msg`The laboratory’s or the collector’s result.`,
  'unworn-strap': () => msg`Nobody wears the unit, and the strap was opened or cut.`,
  'unworn-case': () => msg`Nobody wears the unit, and the case was opened.`,
  'unworn-sos': () => msg`Nobody wears the unit, and somebody asks for help.`,
  'unworn-off': () => msg`Nobody wears the unit, and the unit was switched off.`,
  outage: ({ units, carrier, minutes }) =>
    msg`${units} units of ${carrier} fell silent within ${minutes} minutes.`,
  'one-more-silent': () => msg`One more unit fell silent.`,
  'more-silent': ({ units }) => msg`${units} more units fell silent.`,
  'all-heard-again': ({ units }) => msg`All ${units} units were heard again.`,
  'some-heard-again': ({ back, units }) =>
    msg`${back} of ${units} units were heard again; the others have alarms of their own.`,
}
