import type { Conflict } from '../../api/problem.ts'
import { type Fields, isSame, type Typed, type TypedRow } from './fields.ts'

/** One field that now differs from mine: what I opened, what stands there now, what I typed. */
export type Difference = {
  name: string
  opened: Typed
  theirs: Typed
  mine: Typed
  /** What follows by itself: only one of us changed it. Undefined when both did, and a person must choose. */
  proposed: 'theirs' | 'mine' | undefined
}

/**
 * Whether what a conflict says stands there now can be laid beside what is typed. Where it names none of the form's
 * fields (the record was closed, or decided by somebody else) there is nothing to choose between.
 */
export const canBeCompared = (fields: Fields, { current }: Conflict): boolean =>
  Object.keys(current).some((name) => Object.hasOwn(fields, name))

/**
 * Compares three states of a form when someone else saved first. Fields on which both agree are left out.
 * Nothing is ever decided over a person: a field that both changed has no proposal.
 */
export function differences(
  fields: Fields,
  { opened, theirs, mine }: { opened: TypedRow; theirs: TypedRow; mine: TypedRow },
): Difference[] {
  return Object.entries(fields).flatMap(([name, field]): Difference[] => {
    const [was, now, typed] = [opened, theirs, mine].map((state) => state[name] ?? field.empty) as [
      Typed,
      Typed,
      Typed,
    ]
    // A file is not part of a record's fields: what was chosen stays chosen.
    if (field.drawing.as === 'file' || isSame(now, typed)) return []
    const proposed = isSame(was, now) ? 'mine' : isSame(was, typed) ? 'theirs' : undefined
    return [{ name, opened: was, theirs: now, mine: typed, proposed }]
  })
}

export type Choices = Readonly<Record<string, 'theirs' | 'mine' | undefined>>

/** The fields that still need a choice. */
export const undecided = (found: readonly Difference[], choices: Choices): string[] =>
  found.filter(({ name, proposed }) => (choices[name] ?? proposed) === undefined).map(({ name }) => name)

/** What stays of mine over the record as it now stands. */
export function mineOver(found: readonly Difference[], choices: Choices): TypedRow {
  const kept = found.filter(({ name, proposed }) => (choices[name] ?? proposed) === 'mine')
  return Object.fromEntries(kept.map(({ name, mine }) => [name, mine]))
}
