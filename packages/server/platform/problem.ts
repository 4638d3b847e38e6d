/** What is wrong with one field: its path as the body names it, and what to do. */
export interface FieldProblem {
  path: string
  message: string
}

/** Another person changed the record first: who, when (ISO instant), and what stands now. */
export interface Conflict {
  changedBy: string
  changedAt: string
  current: Record<string, unknown>
}

const statusOf = {
  'not-understood': 400,
  'sign-in-needed': 401,
  'sign-in-refused': 401,
  'second-factor-needed': 401,
  'not-allowed': 403,
  'not-found': 404,
  conflict: 409,
  'already-done': 409,
  full: 409,
  'key-reused': 409,
  'too-large': 413,
  'wrong-kind': 415,
  'cannot-be': 422,
  locked: 423,
  'too-many': 429,
  'not-ready': 503,
} as const

/** The stable names of everything that can be refused. */
export type ProblemCode = keyof typeof statusOf

/**
 * A refusal with a reason a person can act on: what is wrong, where, and what to do. Anything else that is
 * thrown is a defect of ours.
 */
export class Problem extends Error {
  readonly code: ProblemCode
  readonly fields: FieldProblem[]
  readonly conflict: Conflict | undefined

  constructor(
    code: ProblemCode,
    message: string,
    more: { fields?: FieldProblem[]; conflict?: Conflict } = {},
  ) {
    super(message)
    this.name = 'Problem'
    this.code = code
    this.fields = more.fields ?? []
    this.conflict = more.conflict
  }

  /** The HTTP status that says the same. */
  get status(): number {
    return statusOf[this.code]
  }

  /** The body every refusal is answered with. */
  toBody() {
    return {
      error: {
        code: this.code,
        message: this.message,
        ...(this.fields.length > 0 ? { fields: this.fields } : {}),
        ...(this.conflict ? { conflict: this.conflict } : {}),
      },
    }
  }
}

/** Refuses with one problem at one field. */
export function fieldProblem(path: string, message: string): Problem {
  return new Problem('cannot-be', message, { fields: [{ path, message }] })
}

/** Nothing is there, or nothing that this office may see: the two are told alike. */
export function notFound(what: string): Problem {
  return new Problem('not-found', `There is no ${what} with that id in this office.`)
}
