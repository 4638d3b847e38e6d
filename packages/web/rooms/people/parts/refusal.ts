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

/** The same answer with each field named as the form names it. */
export function placed<Data>(answer: Answer<Data>, nameInForm: (path: string) => string): Answer<Data> {
  const body = answer.error as { error?: { fields?: FieldProblem[] } } | undefined
  if (!body?.error?.fields) return answer
  const fields = body.error.fields.map((field) => ({ ...field, path: nameInForm(field.path) }))
  return { ...answer, error: { error: { ...body.error, fields } } }
}
