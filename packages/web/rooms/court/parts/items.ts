import type { CheckedPaper } from './types.ts'

/** An item of the checklist, by the office's name for it. */
export type ItemName = CheckedPaper['items'][number]['name']
/** What is known of an item: the paper shows it, does not, or nobody has looked. */
export type ItemState = CheckedPaper['items'][number]['state']

/** Every item, of whichever court's list. */
export const itemNames = [
  'defendant-name',
  'docket-number',
  'charges',
  'judge-signature',
  'court-name',
  'court-or-county-name',
  'court-mark',
  'court-seal',
  'sentencing-date',
  'sentence',
  'conditions',
  'start-date',
  'relation',
  'credit',
  'address',
  'may-be-served-here',
] as const satisfies readonly ItemName[]

/** The name of the form's field that holds what the clerk marked for an item. */
export const markField = (name: ItemName): `mark-${ItemName}` => `mark-${name}`

/** A form as it is typed, or its values once they were read. */
type Filled = { readonly [name: string]: unknown }

const isTyped = (typed: Filled, name: string): boolean => isFilled(typed[name])

function isFilled(value: unknown): boolean {
  if (Array.isArray(value)) return value.some((row) => Object.values(row as Filled).some(isFilled))
  return typeof value === 'string' ? value.trim() !== '' : typeof value === 'number'
}

const anyTyped =
  (...names: string[]) =>
  (typed: Filled): boolean =>
    names.some((name) => isTyped(typed, name))

// The items that are typed: what stands in their field is on the paper. The others can only be seen.
const typedItems: Partial<Record<ItemName, (typed: Filled) => boolean>> = {
  'docket-number': anyTyped('docket'),
  charges: anyTyped('charges'),
  'court-name': anyTyped('courtName'),
  'court-or-county-name': anyTyped('courtName', 'county'),
  'sentencing-date': anyTyped('sentencedOn'),
  sentence: anyTyped('years', 'months', 'days'),
  'start-date': anyTyped('startsOn'),
  relation: (typed) => typed.relation === 'concurrent' || typed.relation === 'consecutive',
  credit: anyTyped('creditDays'),
  address: anyTyped('addressOnPaper'),
}

// Items that follow from what was typed unless the clerk says otherwise: whose paper it is was read from it, and
// a relation or a credit is a condition of the sentence (WAP-AUTH.1).
const likelyItems: Partial<Record<ItemName, (typed: Filled) => boolean>> = {
  'defendant-name': (typed) =>
    typed.whose === 'new' ? anyTyped('familyName', 'givenNames')(typed) : isTyped(typed, 'whose'),
  conditions: (typed) =>
    anyTyped('conditions', 'creditDays')(typed) ||
    typed.relation === 'concurrent' ||
    typed.relation === 'consecutive',
}

/** Whether an item is filled by typing it, and is: then there is nothing to mark. */
export const isFilledByTyping = (name: ItemName, typed: Filled): boolean => typedItems[name]?.(typed) ?? false

/** Whether an item can be shown to be on the paper only by typing it. */
export const isTypedItem = (name: ItemName): boolean => name in typedItems

/** What is known of an item from what was typed and what the clerk marked. */
export function stateOf(name: ItemName, typed: Filled): ItemState {
  if (isFilledByTyping(name, typed)) return 'present'
  const mark = typed[markField(name)]
  if (name === 'relation' && typed.relation === 'unstated') return 'absent'
  if (mark === 'absent') return 'absent'
  // What is typed nowhere cannot be on the paper: it would have to be typed.
  if (mark === 'present' && !isTypedItem(name)) return 'present'
  return likelyItems[name]?.(typed) ? 'present' : 'unknown'
}

/** The state of every item of a list that is known. */
export function statesOf(names: readonly ItemName[], typed: Filled): Partial<Record<ItemName, ItemState>> {
  const known = names.map((name) => [name, stateOf(name, typed)] as const)
  return Object.fromEntries(known.filter(([, state]) => state !== 'unknown'))
}
