import type { Context } from '../platform/context.ts'
import { Problem } from '../platform/problem.ts'

/**
 * The account that acts: what binds a person is set by somebody with a name.
 * @throws Problem `not-allowed` for the office's own timers
 */
export function actorOf({ actor }: Context): string {
  if (!actor) throw new Problem('not-allowed', 'A person does this; the office itself cannot.')
  return actor
}
