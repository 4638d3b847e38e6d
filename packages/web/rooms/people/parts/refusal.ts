import type { FieldProblem } from '../../../api/problem.ts'
import type { Answer } from '../../../parts/form/use-form.ts'

/**
 * An answer that a form takes as "not yet": the office wrote nothing and asks something first. What was typed
 * stays, and the next attempt is another.
 */
export function notYet<Data>(message: string, fields: FieldProblem[] = []): Answer<Data> {
  return {
    error: { error: { code: 'asks-first', message, fields } },
    response: new Response(null, { status: 409 }),
  }
}

type Names = {
  /** The name in the form of a field that the office names. */
  field: (path: string) => string
  /** A record as the office has it, in the fields of the form. */
  record?: (current: Record<string, unknown>) => Record<string, unknown>
}

type Body = { error?: { fields?: FieldProblem[]; conflict?: { current: Record<string, unknown> } } }

/** The same answer in the names of the form: each problem at its field, and what stands on record in a conflict. */
export function placed<Data>(answer: Answer<Data>, names: Names): Answer<Data> {
  const refusal = (answer.error as Body | undefined)?.error
  if (!refusal) return answer
  const { fields = [], conflict } = refusal
  const error = {
    ...refusal,
    fields: fields.map((field) => ({ ...field, path: names.field(field.path) })),
    ...(conflict && names.record
      ? { conflict: { ...conflict, current: names.record(conflict.current) } }
      : {}),
  }
  return { ...answer, error: { error } }
}
