import type { TypedRow } from './fields.ts'

/**
 * What was typed into a form and is not yet saved: the changes, the record they were made on, and the key of the attempt,
 * so that a save that may have arrived is not done twice after a reload.
 */
export type Draft = {
  edits: TypedRow
  base: Readonly<Record<string, unknown>>
  key: string
  /** ISO 8601. */
  at: string
}

/*
 * Kept by form and account, in memory and in this tab's sessionStorage, so that a reload loses nothing. It is personal
 * data: never longer than the sign-in. Forgotten on save and on sign-out.
 */
const prefix = 'inlieu-draft '
const inMemory = new Map<string, Draft>()

/** Key of a form's draft: whose, of which form, about which record. */
export const draftKey = (account: string, form: string, about: string): string =>
  `${prefix}${account} ${form} ${about}`

/** The draft, if any; with its files while the page has not been loaded anew. */
export function readDraft(key: string): Draft | undefined {
  const kept = inMemory.get(key)
  if (kept) return kept
  try {
    const stored = sessionStorage.getItem(key)
    return stored === null ? undefined : (JSON.parse(stored) as Draft)
  } catch {
    return undefined
  }
}

/** Keeps the draft. `secret` fields, and files, stay in memory only. */
export function keepDraft(key: string, draft: Draft, secret: ReadonlySet<string>): void {
  inMemory.set(key, draft)
  const open = <V>(fields: Readonly<Record<string, V>>): Record<string, V> =>
    Object.fromEntries(
      Object.entries(fields).filter(([name, value]) => !secret.has(name) && !(value instanceof Blob)),
    )
  try {
    sessionStorage.setItem(
      key,
      JSON.stringify({ ...draft, edits: open(draft.edits), base: open(draft.base) }),
    )
  } catch {
    // Storage is full or switched off; memory holds it.
  }
}

export function dropDraft(key: string): void {
  inMemory.delete(key)
  sessionStorage.removeItem(key)
}

/** Forgets every draft but those of the account that stays; all of them when nobody does. */
export function forgetDrafts(staying: string | undefined): void {
  const isKept = (key: string): boolean => staying !== undefined && key.startsWith(`${prefix}${staying} `)
  for (const key of inMemory.keys()) if (!isKept(key)) inMemory.delete(key)
  for (const key of Object.keys(sessionStorage)) {
    if (key.startsWith(prefix) && !isKept(key)) sessionStorage.removeItem(key)
  }
}
