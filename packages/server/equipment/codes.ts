/** What a unit can be. `beacon`: an indoor beacon of a home; `phone`: an application on a telephone. */
export const modelKinds = ['gps', 'home-unit', 'breath', 'alcohol', 'beacon', 'phone'] as const

/** Kinds that can tell where their wearer is. */
export const tellsPlaces = (kind: (typeof modelKinds)[number]): boolean => kind === 'gps' || kind === 'phone'

/** How a unit reports (EMP-A.1): each minute, stored until it is docked, or when it is asked. */
export const levels = ['active', 'passive', 'on-demand'] as const

/** What a unit can do for its wearer, or be told to do. */
export const signals = ['vibrate', 'light', 'tone', 'locate'] as const

/** A unit as it stands now, as `equipment.v_unit` derives it. */
export const unitStates = ['in-stock', 'fitted', 'in-repair', 'lost', 'retired'] as const
export type UnitState = (typeof unitStates)[number]

/** Why a unit was taken off. `lost` and `handed-over` are given by those acts themselves. */
export const removalCodes = [
  'program-ended',
  'exchanged',
  'faulty',
  'in-custody',
  'medical',
  'tampered',
  'other',
  'handed-over',
  'lost',
] as const

/** The reasons that somebody chooses from when taking a unit off. */
export const chosenRemovalCodes = removalCodes.filter(
  (code): code is Exclude<(typeof removalCodes)[number], 'handed-over' | 'lost'> =>
    code !== 'handed-over' && code !== 'lost',
)

/** What can be wrong with a unit. */
export const faultCodes = [
  'battery',
  'charging',
  'strap',
  'case',
  'no-contact',
  'no-position',
  'other',
] as const

/** The doors at which a unit or a forwarder of many units reports. */
export const doors = ['osmand', 'owntracks', 'traccar', 'json'] as const
export type Door = (typeof doors)[number]
