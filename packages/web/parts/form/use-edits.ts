import { useRef, useState } from 'react'
import { officeNow } from '../../api/office-clock.ts'
import { type Draft, dropDraft, keepDraft, readDraft } from './drafts.ts'
import type { Fields, Typed, TypedRow, ValuesOf } from './fields.ts'
import { writeForm } from './read-form.ts'
import { edited, secretsOf } from './typed.ts'

/** The record that a form changes: its values, its version, and whatever else the office sends of it. */
export type Recorded<F extends Fields> = { readonly [K in keyof F]?: ValuesOf<F>[K] | null } & {
  readonly version?: number
}

type Held<F extends Fields> = {
  /** Only what the person changed; everything else follows the record. */
  edits: TypedRow
  /** The record on which the edits were made: held from the first edit on, so that nobody's change is overwritten unseen. */
  base: Recorded<F> | undefined
  key: string
  /** When the draft was last typed in, if the form began with one. */
  restoredFrom: string | undefined
}

const newKey = (): string => crypto.randomUUID()

const begin = <F extends Fields>(draft: Draft | undefined): Held<F> => ({
  edits: draft?.edits ?? {},
  base: draft?.base as Recorded<F> | undefined,
  key: draft?.key ?? newKey(),
  restoredFrom: draft?.at,
})

/** What the person changed on a record, kept as a draft until it is saved or given up. */
export function useEdits<F extends Fields>(fields: F, latest: Recorded<F> | undefined, storage: string) {
  const [held, setHeld] = useState(() => begin<F>(readDraft(storage)))
  // What is held this moment: an answer may come after more was typed.
  const now = useRef(held)
  const record = held.base ?? latest ?? ({} as Recorded<F>)
  const opened = writeForm(fields, record)

  const hold = (change: Partial<Held<F>>): void => {
    const next = { ...now.current, ...change }
    now.current = next
    setHeld(next)
    if (Object.keys(next.edits).length === 0) {
      dropDraft(storage)
      return
    }
    const draft = { edits: next.edits, base: next.base ?? {}, key: next.key, at: officeNow().toString() }
    keepDraft(storage, draft, secretsOf(fields))
  }

  return {
    record,
    opened,
    edits: held.edits,
    typed: { ...opened, ...held.edits } as TypedRow,
    key: held.key,
    restoredFrom: held.restoredFrom,

    put: (path: string, value: Typed): void => {
      const edits = edited(opened, now.current.edits, path, value)
      const base = Object.keys(edits).length === 0 ? undefined : record
      hold({ edits, base, restoredFrom: undefined })
    },

    /** Puts other edits over a record that is newer. */
    rebase: (edits: TypedRow, base: Recorded<F>): void => hold({ edits, base, restoredFrom: undefined }),

    /** The office has answered: the next attempt is another. */
    renewKey: (): void => hold({ key: newKey() }),

    clear: (): void => hold(begin(undefined)),
  }
}
