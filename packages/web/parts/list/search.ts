import type { Filter, ListSearch } from './listing.ts'

/** Longest value that a filter takes from the address. */
const longest = 200

/**
 * Takes from the address bar what belongs to a list, and nothing else: for a route's `validateSearch`.
 *
 * @param keys the filters' keys
 * @example validateSearch: listSearch('q', 'kind', 'from')
 */
export function listSearch<const Keys extends readonly string[]>(
  ...keys: Keys
): (given: Record<string, unknown>) => { [K in Keys[number] | 'sort']?: string } {
  return (given) => {
    const kept: Record<string, string> = {}
    for (const key of [...keys, 'sort']) {
      const value = given[key]
      if (typeof value === 'string' && value !== '') kept[key] = value.slice(0, longest)
    }
    return kept as { [K in Keys[number] | 'sort']?: string }
  }
}

export type Order = { key: string; descending: boolean }

/** `start` is by start, first to last; `-start` the other way. */
export const readOrder = (sort: string | undefined): Order | undefined =>
  sort === undefined || sort === ''
    ? undefined
    : { key: sort.replace(/^-/, ''), descending: sort.startsWith('-') }

/** A heading that is pressed sorts by its column, pressed again the other way. */
export function turnOrder(sort: string | undefined, key: string): string {
  return sort === key ? `-${key}` : key
}

/** The filters that are set, in their own order. A choice that is not offered counts as not set. */
export function setFilters<Row>(
  filters: readonly Filter<Row>[],
  search: ListSearch,
): [Filter<Row>, string][] {
  return filters.flatMap((filter): [Filter<Row>, string][] => {
    const value = search[filter.key] ?? ''
    const isOffered = filter.as !== 'choice' || filter.options.some((option) => option.value === value)
    return value === '' || !isOffered ? [] : [[filter, value]]
  })
}
