/**
 * What the address of a search asks for, for a route's `validateSearch`: a text, also where it looks like a number.
 * @example validateSearch: searchedFor
 */
export const searchedFor = (given: Record<string, unknown>): { q: string } => ({
  q: typeof given.q === 'string' || typeof given.q === 'number' ? String(given.q).slice(0, 100) : '',
})
