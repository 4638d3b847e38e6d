/** Why an area or a schedule is not taken: fit to be shown to the person who drew or typed it. */
export interface Problem {
  /** Stable code, for tests and for wordings in other languages. */
  readonly code: string
  /** What is wrong, with the numbers. */
  readonly what: string
  /** Path into the input, such as `coordinates[0][3]`. */
  readonly where: string
  readonly whatToDo: string
}

/** Thrown inside a preparation and caught at its door; never leaves the package. */
export class Refused extends Error {
  readonly problem: Problem

  constructor(problem: Problem) {
    super(`${problem.where}: ${problem.what}`)
    this.problem = problem
  }
}

/** Ends the preparation with one problem. */
export function refuse(code: string, where: string, what: string, whatToDo: string): never {
  throw new Refused({ code, what, where, whatToDo })
}
