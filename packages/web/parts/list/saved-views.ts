import type { ListSearch } from './listing.ts'

/** A list as someone likes to see it: its filters and order under a name. */
export type View = { name: string; search: ListSearch }

const keyOf = (account: string, list: string): string => `inlieu-views ${account} ${list}`

const isView = (value: unknown): value is View =>
  typeof value === 'object' && value !== null && 'name' in value && 'search' in value

/** The views that the account saved of a list in this browser, by name. */
export function readViews(account: string, list: string): View[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(keyOf(account, list)) ?? '[]')
    return Array.isArray(stored) ? stored.filter(isView) : []
  } catch {
    return []
  }
}

/** Saves a view; one of the same name is replaced. */
export function saveView(account: string, list: string, view: View): View[] {
  const others = readViews(account, list).filter(({ name }) => name !== view.name)
  return write(account, list, [...others, view])
}

export function dropView(account: string, list: string, name: string): View[] {
  return write(
    account,
    list,
    readViews(account, list).filter((view) => view.name !== name),
  )
}

function write(account: string, list: string, views: View[]): View[] {
  const sorted = views.toSorted((a, b) => a.name.localeCompare(b.name))
  localStorage.setItem(keyOf(account, list), JSON.stringify(sorted))
  return sorted
}
