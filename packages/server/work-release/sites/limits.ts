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

/** The limits in words, as a roster and a reason say them. */
export const limitWords: Record<'en' | 'es', Record<WorkLimit, string>> = {
  en: {
    'no-lifting': 'no lifting',
    'no-standing': 'no long standing',
    'no-walking': 'no long walking',
    'no-bending': 'no bending',
    'no-ladders': 'no ladders',
    'no-heat': 'no heat',
    'no-dust': 'no dust',
    'no-machines': 'no machines',
  },
  es: {
    'no-lifting': 'no levantar peso',
    'no-standing': 'no estar de pie mucho tiempo',
    'no-walking': 'no caminar mucho',
    'no-bending': 'no agacharse',
    'no-ladders': 'no escaleras',
    'no-heat': 'no calor',
    'no-dust': 'no polvo',
    'no-machines': 'no máquinas',
  },
}
