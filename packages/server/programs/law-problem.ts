import { LawInputError } from '@inlieu/law'
import { Problem } from '../platform/problem.ts'

/**
 * Runs the law over something a person typed; what does not fit becomes messages at the form's fields.
 * @param fieldOf where in the form a place of the law's input stands
 * @throws Problem `cannot-be`
 */
export function asTyped<R>(run: () => R, fieldOf: (path: string) => string): R {
  try {
    return run()
  } catch (error) {
    if (!(error instanceof LawInputError)) throw error
    const fields = error.problems.map(({ path, message }) => ({
      path: fieldOf(path),
      message: `This ${message}.`,
    }))
    throw new Problem('cannot-be', fields.map((field) => field.message).join(' '), { fields })
  }
}
