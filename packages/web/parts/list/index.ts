/** What a page needs to make a list. */
export { holds } from './arrange.ts'
export { List, type ListData } from './list.tsx'
export type { Column, Filter, Listing, ListSearch } from './listing.ts'
