/**
 * Work limits by code: what a person cannot do, and what a site therefore cannot take them for. Limits, not
 * diagnoses (WAP-SITE.3, own).
 */
export const workLimits = [
  'no-lifting',
  'no-standing',
  'no-walking',
  'no-bending',
  'no-ladders',
  'no-heat',
  'no-dust',
  'no-machines',
] as const

/** One work limit. */
export type WorkLimit = (typeof workLimits)[number]
