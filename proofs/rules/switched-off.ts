/** One thing that a pack declares, to be left out: which pack, which of its lists, which place in it. */
export interface SwitchedOff {
  pack: string
  list: SwitchableList
  index: number
  /** As a reader would look for it in the pack. */
  name: string
}

/**
 * The lists of a pack that decide something by themselves. Words, citations and parameters serve these; a never is
 * told, and held by there being no way to it.
 */
export const switchableLists = [
  'rules',
  'decisions',
  'fees',
  'repeals',
  'paymentForms',
  'whenFeesNotBrought',
  'commitmentItems',
  'intakeItems',
  'bookingFields',
  'ladder',
  'endings',
  'processes',
  'deadlines',
  'capacities',
] as const
export type SwitchableList = (typeof switchableLists)[number]

/** The name under which a run of the tests is told what to leave out. */
export const switchedOffVariable = 'INLIEU_SWITCHED_OFF'
