import type { Listing, ListSearch } from './listing.ts'
import { readOrder, setFilters } from './search.ts'

/**
 * The rows that pass the filters, in the order that the address asks for. Rows that are equal in it keep the order
 * in which the office sent them.
 */
export function arrange<Row>(
  listing: Listing<Row>,
  rows: readonly Row[],
  search: ListSearch,
  locale: string,
): readonly Row[] {
  const set = setFilters(listing.filters ?? [], search)
  const passing = rows.filter((row) => set.every(([filter, value]) => filter.passes?.(row, value) ?? true))
  const order = readOrder(search.sort) ?? readOrder(listing.order)
  const by = listing.columns.find(({ key }) => key === order?.key)?.sort
  if (!order || !by) return passing
  const words = new Intl.Collator(locale, { numeric: true, sensitivity: 'base' })
  return passing.toSorted((a, b) => compare(by(a), by(b), order.descending, words))
}

type Sortable = string | number | null

function compare(a: Sortable, b: Sortable, descending: boolean, words: Intl.Collator): number {
  // What is not known comes last either way.
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1
  const ascending =
    typeof a === 'number' && typeof b === 'number' ? a - b : words.compare(String(a), String(b))
  return descending ? -ascending : ascending
}

/** Whether one text holds the other, small letters and accents apart: a filter's usual question. */
export function holds(text: string, part: string): boolean {
  return plain(text).includes(plain(part))
}

const plain = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
