import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { Option } from '../../../parts/form/index.ts'

/** What a look is for. An alarm is its own purpose and is not chosen. */
export const purposeWords = {
  alarm: msg`Alarm`,
  supervision: msg`Supervision of my people`,
  field: msg`On the way to a person`,
  equipment: msg`A unit that fails`,
  participant: msg`The person asked`,
  welfare: msg`Somebody’s safety`,
  court: msg`A court, or a report to one`,
  review: msg`Review of our work`,
  other: msg`Something else`,
} satisfies Record<string, MessageDescriptor>

export type Purpose = keyof typeof purposeWords
export type ChosenPurpose = Exclude<Purpose, 'alarm'>

/** The purposes that can be chosen, in the order in which they are offered. */
export const chosenPurposes = Object.entries(purposeWords).flatMap(([value, label]) =>
  value === 'alarm' ? [] : [{ value: value as ChosenPurpose, label }],
) satisfies Option[]

/** The purposes that need a line of what it is about, as the office asks for it. */
export const asksWhy = (purpose: ChosenPurpose): boolean =>
  ['participant', 'welfare', 'court', 'review', 'other'].includes(purpose)

/** What was looked at. */
export const scopeWords = {
  map: msg`Live map`,
  moment: msg`Map of a moment`,
  person: msg`Person on the map`,
  day: msg`A person’s day`,
  alarm: msg`Alarm`,
  'what-if': msg`What-if over past days`,
  export: msg`Taken out as a file`,
  message: msg`A message not taken`,
} satisfies Record<string, MessageDescriptor>

export type LookScope = keyof typeof scopeWords
