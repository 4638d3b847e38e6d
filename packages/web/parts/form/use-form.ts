import { useId, useLayoutEffect, useRef, useState } from 'react'
import { type Conflict, type FieldProblem, type Problem, readProblem } from '../../api/problem.ts'
import { useSignedIn } from '../../app/session-hooks.ts'
import { draftKey } from './drafts.ts'
import type { Fields, Typed, TypedRow, ValuesOf } from './fields.ts'
import { type Choices, canBeCompared, type Difference, differences, mineOver } from './merge.ts'
import { fieldAt, ourPath, readForm, writeForm } from './read-form.ts'
import { fieldOf, inOrder, typedAt, withoutEmptyRows } from './typed.ts'
import { type Recorded, useEdits } from './use-edits.ts'
import { useProblems } from './use-problems.ts'
import { useFieldWords } from './words.ts'

export type { Recorded }

/** Spread into the request: the key under which the office does this attempt once, however often it arrives. */
export type Attempt = { headers: { 'idempotency-key': string } }

export type Submission<F extends Fields> = {
  values: ValuesOf<F>
  attempt: Attempt
  /** The record as the person saw it: send its version, so that nobody's change is written over unseen. */
  record: Recorded<F>
}

export type Answer<Data> = { data?: Data | undefined; error?: unknown; response: Response }

export type FormSettings<F extends Fields, Data> = {
  /** Name of the form, and what it is about: together they find what was typed and not saved. */
  name: string
  about?: string
  fields: F
  record?: Recorded<F>
  /** Fields that the office names otherwise, by its name: what it finds wrong there stands at ours. `*` is any row. */
  asked?: Readonly<Record<string, (keyof F & string) | `${keyof F & string}.*.${string}`>>
  /** What only several fields together can tell; messages stand at the fields they name. */
  check?: (values: ValuesOf<F>) => FieldProblem[]
  /** The same of what is still being typed: said at a field as soon as it is left. */
  early?: (typed: TypedRow) => FieldProblem[]
  submit: (submission: Submission<F>) => Promise<Answer<Data>>
  onDone?: (data: Data) => void
}

/** Somebody else saved first: who and when, and what now differs from what is typed. */
export type OpenConflict = Conflict & { found: readonly Difference[] }

/** What a form shows and does. Made by `useForm`, given to `Form` and to each `FormField`. */
export type FormState<F extends Fields = Fields> = {
  id: string
  fields: F
  /** What stands in the fields, and what stood there when the record was opened. */
  typed: TypedRow
  opened: TypedRow
  put: (path: string, typed: Typed) => void
  /**
   * Looks at a field that was just left: what is typed and cannot be read is said at once. Without a path at all of
   * them: somebody wants what comes of them.
   */
  look: (path?: string) => void
  /** What the office found wrong, each at the field of this form that it is about; with no path where it has none. */
  placed: (problem: Problem) => FieldProblem[]
  /** Says at the field what only its drawing can know, as a file of the wrong kind. */
  say: (path: string, message: string | undefined) => void
  problems: readonly FieldProblem[]
  /** A refusal that is about no single field. */
  refusal: Problem | undefined
  conflict: OpenConflict | undefined
  resolve: (choices: Choices) => void
  sending: boolean
  /** Counts the attempts that ended with something to correct; the summary takes the focus at each. */
  corrections: number
  submit: () => Promise<void>
  unsaved: boolean
  /** The same, this moment: a page that is left from `onDone` has nothing to lose any more. */
  isUnsavedNow: () => boolean
  restoredFrom: string | undefined
  startOver: () => void
}

/**
 * A form: holds what is typed (through leaving, reloading and signing in again), reads it, sends it as one act, and
 * shows what comes back at the right field.
 *
 * @example
 * const form = useForm({ name: 'record-payment', about: personId, fields,
 *   submit: ({ values, attempt }) => api.POST('/api/money/payments', { body: values, ...attempt }) })
 */
export function useForm<F extends Fields, Data>(settings: FormSettings<F, Data>): FormState<F> {
  const { fields } = settings
  const id = useId()
  const { account, agency } = useSignedIn()
  const words = useFieldWords()
  const held = useEdits(fields, settings.record, draftKey(account.id, settings.name, settings.about ?? ''))
  const trouble = useProblems()
  const [conflict, setConflict] = useState<Conflict>()
  const [sending, setSending] = useState(false)
  const isSending = useRef(false)
  const unsaved = Object.keys(held.edits).length > 0
  const unsavedNow = useRef(unsaved)
  useLayoutEffect(() => {
    unsavedNow.current = unsaved
  }, [unsaved])

  const finish = (data: Data): void => {
    unsavedNow.current = false
    held.clear()
    trouble.clear()
    settings.onDone?.(data)
  }

  const placed = (problem: Problem): FieldProblem[] =>
    problem.fields.map(({ path, message }) => ({
      path: fieldAt(fields, held.typed, ourPath(settings.asked ?? {}, path)) ?? '',
      message,
    }))

  const refused = (problem: Problem): void => {
    const { conflict: found } = problem
    if (found && canBeCompared(fields, found)) {
      setConflict(found)
      return
    }
    // Told who was first, whoever sends it again does so over what stands there now.
    if (found) held.rebase(held.edits, { ...held.record, ...found.current })
    trouble.correct(placed(problem), problem)
  }

  const send = async (values: ValuesOf<F>, record: Recorded<F>): Promise<void> => {
    const attempt = { headers: { 'idempotency-key': held.key } }
    try {
      const { data, error, response } = await settings.submit({ values, attempt, record })
      // After 5xx, or no answer, nobody knows whether it was done: the same key makes the next try safe.
      if (response.status < 500) held.renewKey()
      if (response.ok) finish(data as Data)
      else refused(readProblem(error, response.status))
    } catch (error) {
      if (!(error instanceof TypeError)) throw error
      refused({ status: 0, code: 'unreachable', message: '', fields: [] })
    }
  }

  /** Everything to correct in what is typed; what only a drawing could tell still stands. */
  const toCorrect = (typed: TypedRow): { found: FieldProblem[]; values: ValuesOf<F> | undefined } => {
    const read = readForm(fields, typed, agency.timeZone)
    const said = trouble.problems.filter(({ path }) => fieldOf(fields, path)?.drawing.as === 'file')
    const found = read.ok
      ? (settings.check?.(read.values) ?? [])
      : read.unread.map(({ path, trouble: why }) => ({ path, message: words(why) }))
    const unsaid = found.filter(({ path }) => !said.some((other) => other.path === path))
    return { found: inOrder(fields, [...said, ...unsaid]), values: read.ok ? read.values : undefined }
  }

  /** What can be said of what is typed before it is sent; not what is still missing. */
  const toSay = (): FieldProblem[] => {
    const read = readForm(fields, held.typed, agency.timeZone)
    const unread = read.ok ? [] : read.unread.filter(({ trouble: why }) => why.code !== 'missing')
    return [
      ...(settings.early?.(held.typed) ?? []),
      ...unread.map(({ path, trouble: why }) => ({ path, message: words(why) })),
    ]
  }

  const attempt = async (typed: TypedRow, record: Recorded<F>): Promise<void> => {
    if (isSending.current) return
    const { found, values } = toCorrect(typed)
    if (!values || found.length > 0) return trouble.correct(found)
    trouble.clear()
    isSending.current = true
    setSending(true)
    try {
      await send(values, record)
    } finally {
      isSending.current = false
      setSending(false)
    }
  }

  // A field that the office does not name in a conflict stands as it was opened.
  const current = conflict && ({ ...held.record, ...conflict.current } as Recorded<F>)
  const theirs = current && writeForm(fields, current)
  const found = theirs ? differences(fields, { opened: held.opened, theirs, mine: held.typed }) : []

  return {
    id,
    fields,
    typed: held.typed,
    opened: held.opened,
    put: (path, value) => {
      held.put(path, value)
      trouble.forget(path)
    },
    look: (path) => {
      for (const found of toSay()) {
        // A field that is still empty is not scolded for it when it is left.
        const isMeant =
          path === undefined || (found.path === path && typedAt(held.typed, path.split('.')) !== '')
        if (isMeant) trouble.say(found.path, found.message)
      }
    },
    placed,
    say: trouble.say,
    problems: trouble.problems,
    refusal: trouble.refusal,
    conflict: conflict && { ...conflict, found },
    resolve: (choices) => {
      if (!current) return
      const files = Object.entries(held.edits).filter(([name]) => fields[name]?.drawing.as === 'file')
      const edits = { ...mineOver(found, choices), ...Object.fromEntries(files) }
      held.rebase(edits, current)
      setConflict(undefined)
      if (Object.keys(edits).length > 0) void attempt({ ...theirs, ...edits }, current)
    },
    sending,
    corrections: trouble.corrections,
    submit: async () => {
      const edits = withoutEmptyRows(fields, held.edits)
      if (Object.keys(edits).length > 0) held.rebase(edits, held.record)
      await attempt({ ...held.opened, ...edits }, held.record)
    },
    unsaved,
    isUnsavedNow: () => unsavedNow.current,
    restoredFrom: held.restoredFrom,
    startOver: () => {
      held.clear()
      trouble.clear()
      setConflict(undefined)
    },
  }
}
