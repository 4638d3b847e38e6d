/** What the office says when it does not do as asked. `code` is for programs, `message` for people. */
export type Problem = {
  status: number
  code: string
  message: string
  fields: FieldProblem[]
  conflict?: Conflict
}

export type FieldProblem = { path: string; message: string }

/** Someone else changed the record first: by whom, when (ISO 8601), and what it holds now. */
export type Conflict = { changedBy: string; changedAt: string; current: Record<string, unknown> }

/** A refusal by the office, thrown by `answer` so that queries can show it. */
export class Refused extends Error {
  readonly problem: Problem

  constructor(problem: Problem) {
    super(problem.message)
    this.name = 'Refused'
    this.problem = problem
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * Reads the body of a refusal. An answer that is not in the office's own form (a proxy's page, an empty body)
 * becomes a problem with the code `unexpected` and an empty message, which the screens put into words.
 */
export function readProblem(body: unknown, status: number): Problem {
  const error = isRecord(body) && isRecord(body.error) ? body.error : {}
  const problem: Problem = {
    status,
    code: typeof error.code === 'string' ? error.code : 'unexpected',
    message: typeof error.message === 'string' ? error.message : '',
    fields: readFields(error.fields),
  }
  const conflict = readConflict(error.conflict)
  return conflict === undefined ? problem : { ...problem, conflict }
}

function readFields(value: unknown): FieldProblem[] {
  if (!Array.isArray(value)) return []
  return value.filter(isRecord).map((field) => ({
    path: formPath(String(field.path ?? '')),
    message: String(field.message ?? ''),
  }))
}

function readConflict(value: unknown): Conflict | undefined {
  if (!isRecord(value)) return undefined
  return {
    changedBy: String(value.changedBy ?? ''),
    changedAt: String(value.changedAt ?? ''),
    current: isRecord(value.current) ? value.current : {},
  }
}

/** `/body/charges/0/statute` and `body.charges[0].statute` name the same field: `charges.0.statute`. */
export function formPath(path: string): string {
  return path
    .replaceAll(/[/[\]]+/g, '.')
    .replaceAll(/\.+/g, '.')
    .replace(/^\./, '')
    .replace(/\.$/, '')
    .replace(/^body\./, '')
}

/**
 * The data of a successful answer; throws {@link Refused} otherwise.
 *
 * @example useQuery({ queryKey: ['sites'], queryFn: () => answer(api.GET('/api/work-release/sites')) })
 */
export async function answer<Data>(
  asked: Promise<{ data?: Data | undefined; error?: unknown; response: Response }>,
): Promise<Data> {
  const { data, error, response } = await asked
  if (!response.ok) throw new Refused(readProblem(error, response.status))
  return data as Data
}
