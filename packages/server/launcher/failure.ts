/**
 * A start, backup or restore that cannot go on for a reason the operator can act on. The message is one
 * line: what is wrong, where, and what to do. It is printed without a stack and ends with exit code 1.
 */
export class LaunchFailure extends Error {
  override readonly name = 'LaunchFailure'
}

/** The `code` of a system or database error (`EACCES`, `28P01`), or undefined where it has none. */
export function errorCode(error: unknown): string | undefined {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code
  return undefined
}

/** The message of whatever was thrown. */
export function errorText(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
