/** How a person stands on the map, the gravest first: what a mark says in shape and word. */
export const states = [
  'alarm',
  'tamper',
  'out-of-place',
  'silent',
  'no-position',
  'battery',
  'fine',
  'never-heard',
] as const
export type MapState = (typeof states)[number]

const saidBy: Readonly<Record<string, MapState>> = {
  strap: 'tamper',
  case: 'tamper',
  'alcohol-tamper': 'tamper',
  'zone-entered': 'out-of-place',
  'zone-left': 'out-of-place',
  'absent-at-start': 'out-of-place',
  'rf-out': 'out-of-place',
  'no-contact': 'silent',
  'battery-dead': 'silent',
  'shut-down': 'silent',
  'no-position': 'no-position',
  'battery-low': 'battery',
  'battery-critical': 'battery',
}

/** Kinds of happenings that last, as far as they tell on the map how somebody stands. */
export const lastingKinds = Object.keys(saidBy)

/**
 * The one state of a person.
 * @param matters kinds of happenings that hold
 * @param alarms open alarms
 * @param isHeard whether a unit of the person was ever heard of
 */
export function stateOf({
  matters,
  alarms,
  isHeard,
}: {
  matters: readonly string[]
  alarms: number
  isHeard: boolean
}): MapState {
  if (alarms > 0) return 'alarm'
  const said = new Set(matters.map((kind) => saidBy[kind]))
  const gravest = states.find((state) => said.has(state))
  if (gravest) return gravest
  return isHeard ? 'fine' : 'never-heard'
}
