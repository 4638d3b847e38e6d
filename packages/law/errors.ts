/** One thing wrong with an input: where, what, and what is expected there. */
export interface InputProblem {
  /** Path into the input, such as `commitments[2].creditDays`; empty for the whole. */
  readonly path: string
  readonly message: string
}

/**
 * The input does not fit: nothing was computed. `problems` names each place, so that a form can show the
 * message at its field. No units, and no clause: it comes before any rule, so that a fact with money in it
 * never reaches one (SCC-2.A2).
 *
 * @example
 * const one = new LawInputError('day', [{ path: 'on', message: 'must be a day that exists, YYYY-MM-DD' }])
 * one.message // => 'day: on: must be a day that exists, YYYY-MM-DD'
 * one.problems[0].path // => 'on'
 */
export class LawInputError extends Error {
  override readonly name = 'LawInputError'
  readonly problems: readonly InputProblem[]

  constructor(what: string, problems: readonly InputProblem[]) {
    const list = problems.map((p) => (p.path === '' ? p.message : `${p.path}: ${p.message}`)).join('; ')
    super(`${what}: ${list}`)
    this.problems = problems
  }
}

/** Refuses an input for one reason. */
export function refuse(what: string, path: string, message: string): never {
  throw new LawInputError(what, [{ path, message }])
}
