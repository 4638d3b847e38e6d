/** Ranks and bodies that a text names, or that an office maps its own to. */
export const ranks = [
  'clerk',
  'deputy',
  'sergeant',
  'lieutenant',
  'bureau-manager',
  'bureau-commander',
  'sheriff',
  'probation-officer',
  'supervising-probation-officer',
  'chief-probation-officer',
  'committee',
  'county-attorney',
  'police-chief',
  'court',
  'board',
] as const

export type Rank = (typeof ranks)[number]
