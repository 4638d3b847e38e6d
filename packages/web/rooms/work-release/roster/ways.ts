import { wayNames } from '../parts/words.ts'

/** How a roster goes to a site and comes back, as a person records it; the site's own sheet comes by itself. */
export type Way = Exclude<keyof typeof wayNames, 'site-sheet'>

export const wayOptions = Object.entries(wayNames)
  .filter(([value]) => value !== 'site-sheet')
  .map(([value, label]) => ({ value: value as Way, label }))
